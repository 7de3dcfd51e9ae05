import { countCells, type CellRange } from './address';
import type { CellValue } from './cell-value';
import type { SheetSnapshot } from './snapshot';

/** Ranges of so many rows are kept row by row; taller ones are few. */
const TALL = 64;

/**
 * Tells which cells merged ranges cover: all of theirs but the first one. What programs keep in them is seen by nobody.
 * @param merges 0-based ranges
 */
export function coveredBy(merges: readonly CellRange[]): (row: number, column: number) => boolean {
  const byRow = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  for (const range of merges) {
    if (countCells([range]) === 1) continue;
    if (range.lastRow - range.firstRow >= TALL) {
      tall.push(range);
      continue;
    }
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const inRow = byRow.get(row);
      if (inRow) inRow.push(range);
      else byRow.set(row, [range]);
    }
  }
  return (row, column) => {
    const isCovered = (range: CellRange): boolean =>
      row >= range.firstRow &&
      row <= range.lastRow &&
      column >= range.firstColumn &&
      column <= range.lastColumn &&
      !(row === range.firstRow && column === range.firstColumn);
    return (byRow.get(row)?.some(isCovered) ?? false) || tall.some(isCovered);
  };
}

/**
 * The worksheet as its reader sees it: cells that a merged range covers are blank and have no formula. Where merges lie
 * over one another, as no program leaves them, those that come late may be passed over.
 */
export function withoutCovered(sheet: SheetSnapshot): SheetSnapshot {
  const merges = sheet.merges ?? [];
  const values: (readonly CellValue[])[] = [...sheet.values];
  const formulas: (readonly (string | null)[])[] = [...sheet.formulas];
  let changed = false;
  let left = sheet.rowCount * sheet.columnCount + merges.length;
  for (const range of merges) {
    const firstRow = Math.max(range.firstRow, sheet.firstRow) - sheet.firstRow;
    const lastRow = Math.min(range.lastRow - sheet.firstRow, sheet.rowCount - 1);
    const first = Math.max(range.firstColumn, sheet.firstColumn) - sheet.firstColumn;
    const last = Math.min(range.lastColumn - sheet.firstColumn, sheet.columnCount - 1);
    if (lastRow < firstRow || last < first) continue;
    left -= (lastRow - firstRow + 1) * (last - first + 1);
    if (left < 0) break;
    for (let row = firstRow; row <= lastRow; row++) {
      const isAnchored =
        row === range.firstRow - sheet.firstRow && first === range.firstColumn - sheet.firstColumn;
      const from = isAnchored ? first + 1 : first;
      if (!holdsAny(values[row], from, last) && !holdsAny(formulas[row], from, last)) continue;
      values[row] = blanked(values[row]!, from, last);
      formulas[row] = blanked(formulas[row]!, from, last);
      changed = true;
    }
  }
  return changed ? { ...sheet, values, formulas } : sheet;
}

function holdsAny(row: readonly unknown[] | undefined, first: number, last: number): boolean {
  if (!row) return false;
  for (let i = first; i <= last && i < row.length; i++) if (row[i] !== null) return true;
  return false;
}

function blanked<T>(row: readonly T[], first: number, last: number): (T | null)[] {
  return row.map((item, i) => (i >= first && i <= last ? null : item));
}
