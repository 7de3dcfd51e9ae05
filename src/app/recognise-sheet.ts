import type { Annex } from '../engine/annex/annex';
import { StatementCache } from '../engine/quantity';
import { recognise } from '../engine/annex/recognise';
import type { SheetSnapshot } from '../engine/sheet/snapshot';
import { HostError, type ReadOptions, type SheetRef, type SpreadsheetHost } from '../host/port';
import type { Recognition } from './reviewer';

/** What the sheet in view is, and the snapshot that tells it; `null` where it was not read. */
export interface ReadRecognition {
  readonly recognition: Recognition;
  readonly snapshot: SheetSnapshot | null;
}

/** Reads the sheet in view and recognises its annexes. Rollups of ours are not read: they are no annexes. */
export async function recogniseActiveSheet(
  host: SpreadsheetHost,
  options?: ReadOptions,
): Promise<ReadRecognition> {
  const sheet = await host.activeSheet();
  const unread = (reason: Recognition['reason']): ReadRecognition => ({
    recognition: { sheet, annexes: [], reason },
    snapshot: null,
  });
  if (sheet.kind !== 'worksheet') return unread('not-a-worksheet');
  if ((await host.ownSheetIds()).has(sheet.id)) return unread('own-sheet');
  const snapshot = await host.read(sheet.id, options);
  const annexes = snapshot.rowCount === 0 ? [] : annexesOf(snapshot);
  const reason = annexes.length > 0 ? null : snapshot.rowCount === 0 ? 'empty' : 'no-annex';
  return { recognition: { sheet, annexes, reason }, snapshot };
}

/** So many other worksheets are looked at for an annex: each of them has to be read. */
const MOST_LOOKED_AT = 20;
/** After these nothing more is asked of a host. */
const ENDS: readonly string[] = ['cancelled', 'busy', 'no-answer', 'session-lost', 'workbook-changed'];

/** The first other worksheet in view of the user that holds an annex, or `null` where none is found. */
export async function annexElsewhere(
  host: SpreadsheetHost,
  from: SheetRef,
  options?: ReadOptions,
): Promise<SheetRef | null> {
  const own = await host.ownSheetIds();
  const others = (await host.sheets()).filter(
    ({ id, kind, visible }) => kind === 'worksheet' && visible && id !== from.id && !own.has(id),
  );
  for (const sheet of others.slice(0, MOST_LOOKED_AT)) {
    try {
      if (annexesOf(await host.read(sheet.id, options)).length > 0) return sheet;
    } catch (thrown) {
      // A worksheet that cannot be read is passed over; it may be too large, or be gone by now.
      if (!(thrown instanceof HostError) || ENDS.includes(thrown.code)) throw thrown;
    }
  }
  return null;
}

export function annexesOf(snapshot: SheetSnapshot): Annex[] {
  return recognise(snapshot, new StatementCache());
}
