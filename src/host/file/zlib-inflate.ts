import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../xlsx';

/** Up to here the output is made in one piece, which saves joining pieces. */
const LARGEST_CHUNK = 256 * 1024 * 1024;
const SMALLEST_CHUNK = 64;

/** Inflating by Node's zlib; stops with an error at the first byte beyond the expected size. */
export const inflateWithZlib: Inflate = (compressed, expectedSize) =>
  inflateRawSync(compressed, {
    maxOutputLength: Math.max(1, expectedSize),
    chunkSize: Math.min(Math.max(expectedSize + 1, SMALLEST_CHUNK), LARGEST_CHUNK),
  });
