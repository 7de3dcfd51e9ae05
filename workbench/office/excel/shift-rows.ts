import type { CellRange } from '../../../src/engine/sheet/address';
import { LAST_ROW } from '../../../src/engine/sheet/address';
import { hasWholeColumns } from '../../model/area';

/**
 * Where a range is after rows were inserted before a row (or, with a negative count, deleted from it on);
 * `null` where all its rows are gone.
 */
export function shiftRows(range: CellRange, before: number, count: number): CellRange | null {
  if (hasWholeColumns(range)) return range;
  if (count > 0) {
    return {
      ...range,
      firstRow: range.firstRow >= before ? range.firstRow + count : range.firstRow,
      lastRow: Math.min(LAST_ROW, range.lastRow >= before ? range.lastRow + count : range.lastRow),
    };
  }
  const deleted = -count;
  const end = before + deleted;
  const firstRow =
    range.firstRow >= end ? range.firstRow - deleted : Math.min(range.firstRow, Math.max(before, 0));
  const lastRow = range.lastRow >= end ? range.lastRow - deleted : Math.min(range.lastRow, before - 1);
  return firstRow <= lastRow ? { ...range, firstRow, lastRow } : null;
}
