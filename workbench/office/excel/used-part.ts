import type { CellRange } from '../../../src/engine/sheet/address';
import type { WorksheetModel } from '../../model/workbook-model';
import { intersection } from '../../model/area';

/** The smallest range that holds all values and formulas within a range; `null` where there are none. */
export function usedPart(sheet: WorksheetModel, range: CellRange): CellRange | null {
  const used = sheet.usedRange();
  const part = used && intersection(used, range);
  if (!used || !part || isSame(part, used)) return part;
  const formulas = sheet.formulas(part);
  const filled = sheet
    .values(part)
    .map((row, r) => row.map((value, c) => value !== null || Boolean(formulas[r]?.[c])));
  const rows = filled.flatMap((row, r) => (row.includes(true) ? [r] : []));
  if (rows.length === 0) return null;
  const columns = filled.flatMap((row) => row.flatMap((isFilled, c) => (isFilled ? [c] : [])));
  const extent = columns.reduce(
    ({ first, last }, column) => ({ first: Math.min(first, column), last: Math.max(last, column) }),
    { first: Infinity, last: 0 },
  );
  return {
    firstRow: part.firstRow + rows[0]!,
    lastRow: part.firstRow + rows.at(-1)!,
    firstColumn: part.firstColumn + extent.first,
    lastColumn: part.firstColumn + extent.last,
  };
}

function isSame(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow === b.firstRow &&
    a.firstColumn === b.firstColumn &&
    a.lastRow === b.lastRow &&
    a.lastColumn === b.lastColumn
  );
}
