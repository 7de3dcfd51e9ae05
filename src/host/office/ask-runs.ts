import type { CellPosition, CellRange } from '../../engine/sheet/address';
import { rangeOf } from './worksheets';

/** Runs of cells that are asked about in one round trip. */
export const RUNS_PER_TRIP = 2_000;

/**
 * Asks for one property of cells that stand under one another.
 *
 * @param area the range that the places of the cells are counted from
 * @returns each run with its range: one row a cell, one column
 */
export function askRuns<T extends CellPosition>(
  sheet: Excel.Worksheet,
  area: CellRange,
  runs: readonly (readonly T[])[],
  property: 'valueTypes' | 'valuesAsJson',
): { readonly run: readonly T[]; readonly range: Excel.Range }[] {
  return runs.map((run) => {
    const column = area.firstColumn + run[0]!.column;
    const range = rangeOf(sheet, {
      firstRow: area.firstRow + run[0]!.row,
      lastRow: area.firstRow + run[run.length - 1]!.row,
      firstColumn: column,
      lastColumn: column,
    });
    range.load(property);
    return { run, range };
  });
}
