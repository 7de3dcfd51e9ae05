/** Deflates bytes into one raw deflate stream. The caller of this library brings it, as it brings `Inflate`. */
export type Deflate = (content: Uint8Array) => Uint8Array;
