/**
 * Inflates one raw deflate stream. The caller of this library brings it: zlib in Node, a library in browsers.
 * It must throw, whatever the error, as soon as there is more output than `expectedSize` bytes.
 */
export type Inflate = (compressed: Uint8Array, expectedSize: number) => Uint8Array;
