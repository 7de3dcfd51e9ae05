import type { SheetSnapshot } from '../sheet/snapshot';
import type { Annex } from './annex';
import { LabelReader } from './header/label-features';
import { recogniseWide } from './layouts/wide';
import { StatementCache } from '../quantity';

/**
 * Recognises the annexes of one worksheet, in the order of their first rows. An empty worksheet, or one that
 * holds no annex, gives an empty list. Never throws on any content.
 *
 * @param statements reads targets and results; pass one cache for a whole workbook, so that equal texts are
 *   read once
 */
export function recognise(sheet: SheetSnapshot, statements: StatementCache = new StatementCache()): Annex[] {
  const labels = new LabelReader();
  const annexes: Annex[] = [];
  for (let row = sheet.firstRow; row < sheet.firstRow + sheet.rowCount;) {
    const found = recogniseWide(sheet, row, labels, statements);
    if (!found) break;
    annexes.push({ ...found.annex, id: `${sheet.id}!${annexes.length}` });
    row = Math.max(found.nextRow, row + 1);
  }
  return annexes;
}
