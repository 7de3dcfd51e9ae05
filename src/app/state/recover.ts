import type { SpreadsheetHost } from '../../host/port';
import { HostError } from '../../host/port';
import type { LookedChange } from '../engine/engine';
import { findSheetOf } from '../find-sheet';
import type { Journal, StoredChange } from './state-document';

/** Tells what the cells of recorded changes hold in their worksheet by now. @throws HostError as `read` does */
export type LookAtChanges = (
  sheetId: string,
  changes: readonly StoredChange[],
) => Promise<readonly LookedChange[]>;

/**
 * The change log after batches that were interrupted. Hosts write a batch all or none, so the cells tell what became
 * of it: a change whose cells all hold what it was to write has been made, any other has not.
 */
export async function recover(
  host: SpreadsheetHost,
  look: LookAtChanges,
  changes: readonly StoredChange[],
  journal: Journal,
): Promise<readonly StoredChange[]> {
  if (journal.kind === 'apply') {
    const logged = new Set(changes.map(({ id }) => id));
    const meant = journal.changes.filter(({ id }) => !logged.has(id));
    const looked = await lookAt(host, look, meant);
    // What was written stays known where it was written.
    const done = meant.filter((change) => change.edits.length > 0 && looked.get(change)?.holds.after);
    return done.length === 0 ? changes : [...changes, ...done];
  }
  const ids = new Set(journal.changes);
  const meant = changes.filter(({ id, undone }) => ids.has(id) && !undone);
  const looked = await lookAt(host, look, meant);
  const undone = meant.filter((change) => {
    const found = looked.get(change);
    // What was taken back must be found for certain.
    return change.edits.length > 0 && found !== undefined && found.shift !== null && found.holds.before;
  });
  return undone.length === 0 ? changes : markUndone(changes, new Set(undone.map(({ id }) => id)));
}

/** The change log with some changes taken back. */
export function markUndone(changes: readonly StoredChange[], ids: ReadonlySet<string>): StoredChange[] {
  return changes.map((change) => (ids.has(change.id) ? { ...change, undone: true } : change));
}

/** Where a worksheet cannot be read for these, nothing of ours was written into it that could be told or undone. */
const CANNOT_HOLD: ReadonlySet<string> = new Set(['sheet-gone', 'not-a-worksheet', 'too-large']);

/** What is known of changes; of those whose worksheet is gone nobody can tell anything. */
async function lookAt(
  host: SpreadsheetHost,
  look: LookAtChanges,
  changes: readonly StoredChange[],
): Promise<ReadonlyMap<StoredChange, LookedChange>> {
  const bySheet = new Map<string, StoredChange[]>();
  for (const change of changes) {
    const own = bySheet.get(change.sheetId);
    if (own) own.push(change);
    else bySheet.set(change.sheetId, [change]);
  }
  const looked = new Map<StoredChange, LookedChange>();
  for (const own of bySheet.values()) {
    const sheet = await findSheetOf(host, own[0]!);
    if (!sheet) continue;
    try {
      const found = await look(sheet.id, own);
      own.forEach((change, i) => looked.set(change, found[i]!));
    } catch (thrown) {
      if (!(thrown instanceof HostError && CANNOT_HOLD.has(thrown.code))) throw thrown;
    }
  }
  return looked;
}
