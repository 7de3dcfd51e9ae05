import type { CellRange } from '../../engine/sheet/address';
import { gridSizeOf } from './grid-size';
import type { OpenedSheet, WorksheetModel } from './workbook-model';

/** So many rows are read at once. */
const BAND = 1000;

/** The cells of a worksheet of the file that may have been changed: its grid, and whatever grew beyond. */
export function comparedArea({ snapshot }: OpenedSheet, sheet: WorksheetModel): CellRange {
  const { rowCount, columnCount } = gridSizeOf(snapshot);
  const used = sheet.usedRange();
  return {
    firstRow: 0,
    firstColumn: 0,
    lastRow: Math.max(rowCount - 1, used?.lastRow ?? 0),
    lastColumn: Math.max(columnCount - 1, used?.lastColumn ?? 0),
  };
}

/** A range in pieces of a size to be read as matrices, from top to bottom. */
export function bandsOf(range: CellRange): CellRange[] {
  const count = Math.ceil((range.lastRow - range.firstRow + 1) / BAND);
  return Array.from({ length: count }, (_, index) => {
    const firstRow = range.firstRow + index * BAND;
    return { ...range, firstRow, lastRow: Math.min(range.lastRow, firstRow + BAND - 1) };
  });
}
