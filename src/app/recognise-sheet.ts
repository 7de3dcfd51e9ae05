import { HostError, type ReadOptions, type SheetRef, type SpreadsheetHost } from '../host/port';
import type { OpenedSheet } from './engine/engine';
import type { Recognition } from './reviewer';
import type { PresentOptions, SheetCopies } from './sheet-copies';

/** What the sheet in view is, and the engine's copy of it; `null` where it is none that can hold an annex. */
export interface ReadRecognition {
  readonly recognition: Recognition;
  readonly opened: OpenedSheet | null;
}

/** Recognises the annexes of the sheet in view. Rollups of ours hold none. */
export async function recogniseActiveSheet(
  host: SpreadsheetHost,
  copies: SheetCopies,
  options?: PresentOptions,
): Promise<ReadRecognition> {
  return recogniseSheet(host, copies, await host.activeSheet(), options);
}

/** The same of any sheet. */
export async function recogniseSheet(
  host: SpreadsheetHost,
  copies: SheetCopies,
  sheet: SheetRef,
  options?: PresentOptions,
): Promise<ReadRecognition> {
  const none = (reason: Recognition['reason']): ReadRecognition => ({
    recognition: { sheet, annexes: [], reason },
    opened: null,
  });
  if (sheet.kind !== 'worksheet') return none('not-a-worksheet');
  const opened = await copies.present(sheet.id, options);
  // The host is asked only of worksheets that begin like one, for it has to look for hidden names.
  if (opened.likeOwn && (await host.ownSheetIds()).has(sheet.id)) return none('own-sheet');
  return recognisedAs(opened, sheet);
}

/** What a worksheet that was taken over is. */
export function recognisedAs(opened: OpenedSheet, sheet: SheetRef): ReadRecognition {
  const { annexes, empty, notUnderstood, guess } = opened;
  const reason = annexes.length > 0 ? null : empty ? 'empty' : 'no-annex';
  const more = { ...(notUnderstood && { notUnderstood }), ...(guess && { guess }) };
  return { recognition: { sheet, annexes, reason, ...more }, opened };
}

/** So many other worksheets are looked at for an annex: each of them has to be read. */
const MOST_LOOKED_AT = 20;
/** After these nothing more is asked of a host. */
export const ENDS: readonly string[] = ['cancelled', 'busy', 'no-answer', 'session-lost', 'workbook-changed'];

/** The first other worksheet in view of the user that holds an annex, or `null` where none is found. */
export async function annexElsewhere(
  host: SpreadsheetHost,
  copies: SheetCopies,
  from: SheetRef,
  options?: ReadOptions,
): Promise<SheetRef | null> {
  const own = await host.ownSheetIds();
  const others = (await host.sheets()).filter(
    ({ id, kind, visible }) => kind === 'worksheet' && visible && id !== from.id && !own.has(id),
  );
  for (const sheet of others.slice(0, MOST_LOOKED_AT)) {
    try {
      if ((await copies.present(sheet.id, options)).annexes.length > 0) return sheet;
    } catch (thrown) {
      // A worksheet that cannot be read is passed over; it may be too large, or be gone by now.
      if (!(thrown instanceof HostError) || ENDS.includes(thrown.code)) throw thrown;
    }
  }
  return null;
}
