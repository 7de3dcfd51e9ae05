import type { SheetSnapshot } from '../sheet/snapshot';
import type { Annex } from './annex';
import { LabelReader } from './header/label-features';
import { columnsBelow, recogniseWide } from './layouts/wide';
import type { Place } from './place';
import type { RecogniseOptions } from './recognise-options';

/** Headers are much alike from workbook to workbook. */
const labels = new LabelReader();

/**
 * Recognises the annexes of one worksheet, in the order of their first rows. An empty worksheet, or one that
 * holds no annex, gives an empty list. Never throws on any content.
 */
export function recognise(sheet: SheetSnapshot, options: RecogniseOptions = {}): Annex[] {
  const annexes: Annex[] = [];
  for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount;) {
    const found = recogniseWide(sheet, row, labels, `${sheet.id}!${annexes.length}`, options);
    if (!found) break;
    annexes.push(found.annex);
    row = Math.max(found.nextRow, row + 1);
  }
  return annexes;
}

/**
 * What the columns of an annex are as the worksheet is now: its figures may say something else of them than before.
 * `null` where its header is not found any more.
 */
export function columnsNow(
  sheet: SheetSnapshot,
  { range }: Pick<Annex, 'range'>,
  options: RecogniseOptions = {},
): readonly Place[] | null {
  return columnsBelow(sheet, range.firstRow, labels, options);
}
