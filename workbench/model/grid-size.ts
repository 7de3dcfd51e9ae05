import { LAST_COLUMN, LAST_ROW } from '../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';

/** Room to type below and beside what a sheet holds. */
export const SPARE_ROWS = 200;
const SPARE_COLUMNS = 10;
/** The size of a new worksheet. */
export const LEAST_ROWS = 1000;
export const LEAST_COLUMNS = 26;

/** How many rows and columns the engine gives an opened worksheet: its grids are finite, worksheets nearly not. */
export function gridSizeOf(snapshot: SheetSnapshot): { rowCount: number; columnCount: number } {
  return {
    rowCount: Math.max(
      LEAST_ROWS,
      Math.min(snapshot.firstRow + snapshot.rowCount + SPARE_ROWS, LAST_ROW + 1),
    ),
    columnCount: Math.max(
      LEAST_COLUMNS,
      Math.min(snapshot.firstColumn + snapshot.columnCount + SPARE_COLUMNS, LAST_COLUMN + 1),
    ),
  };
}
