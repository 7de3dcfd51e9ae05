import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../../src/engine/sheet/snapshot';

/** The same sheet as a host that does not know merges hands it over. */
export function withoutMerges(sheet: SheetSnapshot): SheetSnapshot {
  return { ...sheet, merges: null };
}

/** The same cells further down and to the right. */
export function shifted(sheet: SheetSnapshot, rows: number, columns: number): SheetSnapshot {
  return {
    ...sheet,
    firstRow: sheet.firstRow + rows,
    firstColumn: sheet.firstColumn + columns,
    merges:
      sheet.merges?.map((m) => ({
        firstRow: m.firstRow + rows,
        lastRow: m.lastRow + rows,
        firstColumn: m.firstColumn + columns,
        lastColumn: m.lastColumn + columns,
      })) ?? null,
  };
}

/** The same sheet with the values of some cells replaced; positions are 0-based sheet positions. */
export function mapValues(
  sheet: SheetSnapshot,
  change: (value: CellValue, row: number, column: number) => CellValue,
): SheetSnapshot {
  return {
    ...sheet,
    values: sheet.values.map((row, i) =>
      row.map((value, j) => change(value, sheet.firstRow + i, sheet.firstColumn + j)),
    ),
  };
}

/** The same sheet with one more row at its end. */
export function withRow(sheet: SheetSnapshot, cells: readonly CellValue[]): SheetSnapshot {
  return { ...sheet, rowCount: sheet.rowCount + 1, values: [...sheet.values, cells] };
}

/** The sum of a column of numbers over 0-based sheet rows, both included, in cents. */
export function columnSum(sheet: SheetSnapshot, column: number, firstRow: number, lastRow: number): number {
  let cents = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'number') cents += Math.round(value * 100);
  }
  return cents / 100;
}
