import { Inflate as Inflater } from 'fflate';
import type { Inflate } from '../../src/xlsx';

const INPUT = 64 * 1024;

/** Inflating in a browser; stops with an error as soon as there is more than expected. */
export const inflateInBrowser: Inflate = (compressed, expectedSize) => {
  const output = new Uint8Array(expectedSize);
  let size = 0;
  const inflater = new Inflater((chunk) => {
    if (size + chunk.length > expectedSize) throw new Error('more output than expected');
    output.set(chunk, size);
    size += chunk.length;
  });
  for (let at = 0; at < compressed.length || at === 0; at += INPUT) {
    inflater.push(compressed.subarray(at, at + INPUT), at + INPUT >= compressed.length);
  }
  return output.subarray(0, size);
};
