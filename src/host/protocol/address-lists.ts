import type { CellRange } from '../../engine/sheet/address';
import { toRangeAddress } from '../../engine/sheet/address';

/**
 * The addresses of ranges, joined by commas into few lists.
 * @param longest the most characters of one
 */
export function addressLists(ranges: readonly CellRange[], longest: number): string[] {
  const lists: string[] = [];
  let list = '';
  for (const range of stack(ranges)) {
    const address = toRangeAddress(range);
    if (list.length + 1 + address.length > longest) {
      lists.push(list);
      list = '';
    }
    list += list === '' ? address : `,${address}`;
  }
  if (list !== '') lists.push(list);
  return lists;
}

/** Joins ranges of the same columns that follow or overlap one another. */
function stack(ranges: readonly CellRange[]): CellRange[] {
  const sorted = [...ranges].sort(
    (a, b) => a.firstColumn - b.firstColumn || a.lastColumn - b.lastColumn || a.firstRow - b.firstRow,
  );
  const stacked: CellRange[] = [];
  for (const range of sorted) {
    const before = stacked[stacked.length - 1];
    if (
      before?.firstColumn === range.firstColumn &&
      before.lastColumn === range.lastColumn &&
      range.firstRow <= before.lastRow + 1
    ) {
      stacked[stacked.length - 1] = { ...before, lastRow: Math.max(before.lastRow, range.lastRow) };
    } else stacked.push(range);
  }
  return stacked;
}
