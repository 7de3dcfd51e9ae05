import type { CellRange } from '../../../engine/sheet/address';

/** A fill laid over cells by a conditional format whose formula is always true and says whose it is. */
export interface Highlight {
  readonly ranges: readonly CellRange[];
  /** Without "=". */
  readonly formula: string;
  /** Index of the format in the style sheet's `dxfs`. */
  readonly dxf: number;
}
