import { leadsAway, ownSheetSigns, SIGN_COLUMNS, SIGN_ROWS } from '../../engine/sheet/own-sheet';
import type { CellRange } from '../../engine/sheet/address';
import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import type { SheetRef } from '../port';
import { ownSheetKey, type OwnSheets } from '../protocol/own-sheets';
import { boundsOf } from './many-ranges';
import type { EtCalls } from './et-call';
import type { EtWorksheet } from './et-types';
import { readNow } from './read-cells';
import type { SheetReader } from './read-sheet';
import type { Piece } from './session';
import { isProtected } from './sheets';

/** What is known of the worksheets after looking for ours: words, which outlive the piece. */
export interface FoundSheets extends OwnSheets<SheetRef> {
  /** All sheets in the order of their tabs. */
  readonly sheets: readonly SheetRef[];
}

/** Looks for the worksheets that carry our hidden names and hold what a rollup of ours holds. */
export function findOwnSheets(
  piece: Piece,
  { ids, traits }: Pick<SheetReader, 'ids' | 'traits'>,
  keys: readonly OwnSheetKey[],
): FoundSheets {
  const { et, book } = piece;
  const sheets = ids.list(piece);
  const signed = new Map<OwnSheetKey, SheetRef[]>();
  const locked = new Set<string>();
  const all = et.need(book, 'Sheets');
  sheets.forEach((ref, index) => {
    if (ref.kind !== 'worksheet') return;
    const sheet = et.item(all, index + 1) as EtWorksheet | null;
    if (!sheet) return;
    const others = sheets.filter((one) => one !== ref).map(({ name }) => name);
    for (const key of keysOf(et, sheet, others)) {
      if (!keys.includes(key)) continue;
      const head = headOf(et, sheet);
      if (!head || ownSheetSigns(key, readNow(et, sheet, head, traits).values) === null) continue;
      signed.set(key, [...(signed.get(key) ?? []), ref]);
      if (isProtected(et, sheet)) locked.add(ref.id);
    }
  });
  const structureProtected = et.get(book, 'ProtectStructure') !== false;
  return {
    sheets,
    signed: (key) => signed.get(key) ?? [],
    refOf: (ref) => ref,
    isProtected: ({ id }) => locked.has(id),
    structureProtected,
  };
}

/** The kinds of rollups whose hidden names a worksheet bears. */
function keysOf(et: EtCalls, sheet: EtWorksheet, others: readonly string[]): Set<OwnSheetKey> {
  const keys = new Set<OwnSheetKey>();
  for (const one of et.items(et.need(sheet, 'Names'))) {
    const name = String(et.get(one, 'Name'));
    // One of the whole workbook has no worksheet before it.
    const key = name.includes('!') ? ownSheetKey(name.slice(name.lastIndexOf('!') + 1)) : null;
    if (key && !leadsAway(String(et.get(one, 'RefersTo')), others)) keys.add(key);
  }
  return keys;
}

/** What is looked at; user's rows may stand above the first of ours. */
function headOf(et: EtCalls, sheet: EtWorksheet): CellRange | null {
  const used = boundsOf(et, et.need(sheet, 'UsedRange'));
  const lastRow = Math.min(used.lastRow, SIGN_ROWS * 2 - 1);
  const lastColumn = Math.min(used.lastColumn, SIGN_COLUMNS - 1);
  return used.firstRow > lastRow || used.firstColumn > lastColumn ? null : { ...used, lastRow, lastColumn };
}
