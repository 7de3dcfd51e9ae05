/**
 * Inflates one raw deflate stream. The caller of this library brings it: zlib in Node, a library in browsers.
 * It must throw, whatever the error, as soon as there is more output than `expectedSize` bytes.
 */
export interface Inflate {
  (compressed: Uint8Array, expectedSize: number): Uint8Array;
  /**
   * What the first bytes of a stream that is cut off inflate to, for those who bring it; it may throw, and it must where
   * there are more than `mostSize` bytes. About `likelySize` are to be expected.
   */
  readonly start?: (cut: Uint8Array, mostSize: number, likelySize: number) => Uint8Array;
}
