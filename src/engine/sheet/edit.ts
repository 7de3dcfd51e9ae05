import type { CellPosition } from './address';
import type { CellValue } from './cell-value';

/** A value or a formula to write into one cell. */
export type CellContent = { readonly value: CellValue } | { readonly formula: string };

/**
 * One change of one cell. It may be applied only where the cell still holds `expectedBefore`; several edits
 * that belong together are applied all or none.
 */
export interface Edit extends CellPosition {
  readonly after: CellContent;
  /** A number format to set with the new content; absent: the cell keeps its own. */
  readonly numberFormat?: string;
  readonly expectedBefore: { readonly value: CellValue; readonly formula: string | null };
}

/** A cell that must hold what it held when an edit was made up, beside the cell that is written. */
export interface Guard extends CellPosition {
  readonly expected: Edit['expectedBefore'];
}
