import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import type { SpreadsheetHost } from '../../host/port';
import { HostError } from '../../host/port';
import { ChangedSheet, moved } from '../bound/change-place';
import { holds } from '../cell-content';
import { findSheetOf } from '../find-sheet';
import { annexesOf } from '../recognise-sheet';
import type { Journal, StoredCell, StoredChange } from './state-document';

/**
 * The change log after batches that were interrupted. Hosts write a batch all or none, so the cells tell what became
 * of it: a change whose cells all hold what it was to write has been made, any other has not.
 */
export async function recover(
  host: SpreadsheetHost,
  changes: readonly StoredChange[],
  journal: Journal,
): Promise<readonly StoredChange[]> {
  const sheets = new Map<string, ChangedSheet | null>();
  const made = async (change: StoredChange, what: 'before' | 'after'): Promise<boolean> => {
    let sheet = sheets.get(change.sheetId);
    if (sheet === undefined) {
      sheet = await readSheet(host, change);
      sheets.set(change.sheetId, sheet);
    }
    if (sheet === null || change.edits.length === 0) return false;
    // What was written stays known where it was written; what was taken back must be found for certain.
    const shift = sheet.shiftOf(change) ?? (what === 'after' ? 0 : null);
    return (
      shift !== null && moved(change.edits, shift).every((cell) => cellHolds(sheet.snapshot, cell, what))
    );
  };
  if (journal.kind === 'apply') {
    const logged = new Set(changes.map(({ id }) => id));
    const done: StoredChange[] = [];
    for (const change of journal.changes)
      if (!logged.has(change.id) && (await made(change, 'after'))) done.push(change);
    return done.length === 0 ? changes : [...changes, ...done];
  }
  const meant = new Set(journal.changes);
  const undone = new Set<string>();
  for (const change of changes)
    if (meant.has(change.id) && !change.undone && (await made(change, 'before'))) undone.add(change.id);
  return undone.size === 0 ? changes : markUndone(changes, undone);
}

/** The change log with some changes taken back. */
export function markUndone(changes: readonly StoredChange[], ids: ReadonlySet<string>): StoredChange[] {
  return changes.map((change) => (ids.has(change.id) ? { ...change, undone: true } : change));
}

function cellHolds(sheet: SheetSnapshot, cell: StoredCell, what: 'before' | 'after'): boolean {
  const { row, column } = cell;
  return holds({ value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) }, cell[what]);
}

/** Where a worksheet cannot be read for these, nothing of ours was written into it that could be told or undone. */
const CANNOT_HOLD: ReadonlySet<string> = new Set(['sheet-gone', 'not-a-worksheet', 'too-large']);

/** `null` where the sheet is gone: then nobody can tell, and nothing can be undone either. */
async function readSheet(host: SpreadsheetHost, change: StoredChange): Promise<ChangedSheet | null> {
  const sheet = await findSheetOf(host, change);
  if (!sheet) return null;
  try {
    const snapshot = await host.read(sheet.id);
    return new ChangedSheet(snapshot, annexesOf(snapshot));
  } catch (thrown) {
    if (thrown instanceof HostError && CANNOT_HOLD.has(thrown.code)) return null;
    throw thrown;
  }
}
