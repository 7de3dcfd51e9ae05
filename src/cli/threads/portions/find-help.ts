import { stat } from 'node:fs/promises';
import type { FindHelp } from '../../reviewed-file';
import { Helpers } from './helpers';

/** Smaller files are as soon reviewed by one thread (`npm run bench -- threads`). */
const ENOUGH_BYTES = 5_000_000;

/** Of files smaller than this, hardly anything could be shared, whatever the user wants. */
export const LEAST_BYTES = 500_000;

/**
 * @param helpers how many threads may help at one file
 * @param script the file that a thread begins with
 * @param least bytes of a file from which on they help
 */
export function helpBy(helpers: number, script: string, least = ENOUGH_BYTES): FindHelp {
  return async (path) => {
    if (helpers < 1) return null;
    try {
      const { size } = await stat(path);
      return size < least ? null : new Helpers(path, helpers, script);
    } catch {
      // No such file, or no thread to be had: either way one thread does what can be done.
      return null;
    }
  };
}
