import { constants, inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../xlsx';

/** Up to here, which is as much as a package may have, the output is made in one piece: joining pieces is slow. */
const LARGEST_CHUNK = 512 * 1024 * 1024 + 1;
const SMALLEST_CHUNK = 64;
/** Of a stream that is cut off: how much more than expected still is made in one piece. */
const MARGIN = 1.1;

/** Inflating by Node's zlib; stops with an error at the first byte beyond the expected size. */
export const inflateWithZlib: Inflate = Object.assign(
  (compressed: Uint8Array, expectedSize: number) =>
    inflateRawSync(compressed, sizes(expectedSize, expectedSize)),
  {
    start: (cut: Uint8Array, mostSize: number, likelySize: number) =>
      inflateRawSync(cut, { ...sizes(mostSize, likelySize * MARGIN), finishFlush: constants.Z_SYNC_FLUSH }),
  },
);

function sizes(mostSize: number, likelySize: number) {
  return {
    maxOutputLength: Math.max(1, mostSize),
    chunkSize: Math.min(Math.max(Math.ceil(likelySize) + 1, SMALLEST_CHUNK), LARGEST_CHUNK),
  };
}
