/** What was changed so that the opened file cannot be made to follow. */
export type SaveObstacle =
  /** Worksheets of the file renamed, deleted, moved, hidden or shown; new ones not behind all others. */
  | 'sheets'
  /** The structure of the workbook is protected in the file, and there are new worksheets. */
  | 'protected-structure'
  /** Rows or columns put in, taken out or moved. */
  | 'rows-or-columns'
  | 'merges'
  /** Fills, fonts, borders or alignment. */
  | 'formats'
  /** Widths, heights, hidden or frozen rows and columns. */
  | 'layout'
  | 'links'
  | 'choices'
  | 'charts'
  | 'page'
  | 'protection'
  | 'conditional-formats'
  | 'notes'
  /** Cells that are parts of an array formula or of a data table. */
  | 'locked-cells'
  /** A formula that was typed gives more than its cell holds. */
  | 'spilled-formulas'
  /** Cells that name the columns of a table, or sum them up. */
  | 'table-headers';

/** Nothing was saved: something was changed that would be lost. */
export class CannotSave extends Error {
  override readonly name = 'CannotSave';

  /** @param sheet name of the worksheet, `null` where it is not one alone */
  constructor(
    readonly obstacle: SaveObstacle,
    readonly sheet: string | null = null,
  ) {
    super(`cannot save: ${obstacle}${sheet === null ? '' : ` of ${sheet}`}`);
  }
}
