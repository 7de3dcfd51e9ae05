import { parseRangeAddress, type CellRange } from '../../engine/sheet/address';
import { addressLists } from '../protocol/address-lists';
import type { EtCalls } from './et-call';
import type { EtApplication, EtRange, EtWorksheet } from './et-types';

/** The longest text of a range, and the most ranges of `Union`: the limits of VBA, as nobody has seen others. */
const LONGEST_TEXT = 255;
const MOST_UNITED = 30;

/** One range of many: of short texts, united. At least one range is needed. @throws EtFailure */
export function manyRanges(
  et: EtCalls,
  application: EtApplication,
  sheet: EtWorksheet,
  ranges: readonly CellRange[],
): EtRange {
  const parts = addressLists(ranges, LONGEST_TEXT).map((text) => et.ask(sheet, 'Range', text));
  let [united, ...waiting] = parts as [EtRange, ...EtRange[]];
  while (waiting.length > 0) {
    const [next, ...more] = waiting.slice(0, MOST_UNITED - 1) as [EtRange, ...EtRange[]];
    united = et.ask(application, 'Union', united, next, ...more);
    waiting = waiting.slice(MOST_UNITED - 1);
  }
  return united;
}

/**
 * How many cells a range has. Whether `Count` counts all areas is not known: where it is not what is expected, each area
 * is counted.
 */
export function cellsOf(et: EtCalls, range: EtRange, expected: number | null = null): number {
  const count: unknown = et.get(range, 'Count');
  if (typeof count === 'number' && count === expected) return count;
  const areas = et.need(range, 'Areas');
  const size = et.size(areas);
  if (size <= 1) return Number(count);
  let cells = 0;
  for (const area of et.items(areas)) cells += Number(et.get(area, 'Count'));
  return cells;
}

/** The ranges that a range is made of. Its address as a whole is cut short where it is long, so its areas are asked. */
export function areasOf(et: EtCalls, range: EtRange): CellRange[] {
  const areas = et.need(range, 'Areas');
  const ranges: CellRange[] = [];
  for (const area of et.items(areas)) {
    const address: unknown = et.call(area, 'Address', false, false);
    // A property in some builds, and then an absolute one.
    const local = String(address).replace(/\$/g, '');
    const known = parseRangeAddress(local.slice(local.lastIndexOf('!') + 1));
    if (known) ranges.push(known);
    else ranges.push(boundsOf(et, area));
  }
  return ranges;
}

/** Where a range of one area stands. */
export function boundsOf(et: EtCalls, range: EtRange): CellRange {
  const firstRow = Number(et.get(range, 'Row')) - 1;
  const firstColumn = Number(et.get(range, 'Column')) - 1;
  const rows = Number(et.get(et.need(range, 'Rows'), 'Count'));
  const columns = Number(et.get(et.need(range, 'Columns'), 'Count'));
  return { firstRow, firstColumn, lastRow: firstRow + rows - 1, lastColumn: firstColumn + columns - 1 };
}
