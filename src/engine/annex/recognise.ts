import type { SheetSnapshot } from '../sheet/snapshot';
import type { Annex } from './annex';
import { LabelReader } from './header/label-features';
import { recogniseForm } from './layouts/form/read-form';
import { columnsBelow, nextWideHeader, recogniseWide } from './layouts/wide';
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
  const end = sheet.firstRow + sheet.rowCount;
  // Where the next header of a wide table stands: a form that begins before it ends is one, whatever it looks like.
  let header: { readonly firstRow: number; readonly lastRow: number } | null | undefined;
  for (let row = sheet.firstRow; row < end;) {
    const id = `${sheet.id}!${annexes.length}`;
    if (header === undefined || (header && header.firstRow < row))
      header = nextWideHeader(sheet, labels, row, options);
    const found =
      recogniseForm(sheet, row, header?.lastRow ?? end, labels, id) ??
      (header && wideOrForm(sheet, row, id, options));
    if (!found) break;
    annexes.push(found.annex);
    row = Math.max(found.nextRow, row + 1);
  }
  return annexes;
}

/** The next wide table, or a form before it where what seemed to be its header was none. */
function wideOrForm(
  sheet: SheetSnapshot,
  row: number,
  id: string,
  options: RecogniseOptions,
): { readonly annex: Annex; readonly nextRow: number } | null {
  const wide = recogniseWide(sheet, row, labels, id, options);
  const before = wide?.annex.headerRows?.[1] ?? sheet.firstRow + sheet.rowCount;
  return recogniseForm(sheet, row, before, labels, id) ?? wide;
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
