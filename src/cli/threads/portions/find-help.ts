import { stat } from 'node:fs/promises';
import type { FindHelp } from '../../reviewed-file';
import { Helpers } from './helpers';

/** Smaller files are sooner reviewed by one thread (`npm run bench -- threads`). */
const LEAST_BYTES = 500_000;

/**
 * @param helpers how many threads may help at one file
 * @param script the file that a thread begins with
 */
export function helpBy(helpers: number, script: string): FindHelp {
  return async (path) => {
    if (helpers < 1) return null;
    try {
      const { size } = await stat(path);
      return size < LEAST_BYTES ? null : new Helpers(path, helpers, script);
    } catch {
      // No such file, or no thread to be had: either way one thread does what can be done.
      return null;
    }
  };
}
