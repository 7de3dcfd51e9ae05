/** How much a package may ask of the reader before it is refused as 'too-large'. */
export interface XlsxLimits {
  /** Bytes of all parts together once inflated. */
  readonly maxTotalSize: number;
  /** Entries in the zip directory. */
  readonly maxEntries: number;
  /** Levels of nested XML elements. */
  readonly maxDepth: number;
  /** Cells of one worksheet, and the places in its rows (a row is as long as its last used column). */
  readonly maxCells: number;
}

export const DEFAULT_LIMITS: XlsxLimits = {
  maxTotalSize: 512 * 1024 * 1024,
  maxEntries: 20_000,
  maxDepth: 256,
  maxCells: 16_000_000,
};
