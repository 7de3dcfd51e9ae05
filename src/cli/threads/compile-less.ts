import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * By V8's major version: functions are optimised later and with less put into them. Over small workbooks some nine hundred
 * functions grow hot, each a little, and with the usual limits compiling them takes as long as what they do; every thread
 * compiles its own. Names of flags change from version to version; V8 complains of those that it does not know, so none
 * are given to one that was not measured.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=300'],
  12: ['--invocation-count-for-turbofan=10000', '--max-inlined-bytecode-size-cumulative=300'],
  13: ['--invocation-count-for-turbofan=10000', '--max-inlined-bytecode-size-cumulative=300'],
};

/** Lets this process, and the threads that are started from now on, spend less on compiling. */
export function compileLess(): void {
  const [major = ''] = versions.v8.split('.');
  for (const flag of FLAGS[major] ?? []) setFlagsFromString(flag);
}
