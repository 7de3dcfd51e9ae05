import type { CellPosition } from './address';
import type { CellValue } from './cell-value';
import type { SheetSnapshot } from './snapshot';

/** What a cell holds after something was written into it. */
export interface WrittenCell extends CellPosition {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** A snapshot as it would be after some of its cells were written; cells outside its used range are left out. */
export function snapshotAfter(sheet: SheetSnapshot, written: readonly WrittenCell[]): SheetSnapshot {
  if (written.length === 0) return sheet;
  const values = [...sheet.values];
  const formulas = [...sheet.formulas];
  const copied = new Set<number>();
  for (const { row, column, value, formula } of written) {
    const [i, j] = [row - sheet.firstRow, column - sheet.firstColumn];
    if (i < 0 || j < 0 || i >= sheet.rowCount || j >= sheet.columnCount) continue;
    if (!copied.has(i)) {
      values[i] = padded(values[i] ?? [], sheet.columnCount);
      formulas[i] = padded(formulas[i] ?? [], sheet.columnCount);
      copied.add(i);
    }
    (values[i] as CellValue[])[j] = value;
    (formulas[i] as (string | null)[])[j] = formula;
  }
  return { ...sheet, values, formulas };
}

function padded<T>(row: readonly T[], length: number): (T | null)[] {
  return Array.from({ length }, (_, i) => row[i] ?? null);
}
