import type { CellPosition } from '../engine/sheet/address';
import type { Edit, Guard } from '../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot } from '../engine/sheet/snapshot';
import { snapshotAfter } from '../engine/sheet/snapshot-after';
import {
  HostError,
  leavesDoubt,
  mayWriteAfter,
  type AppliedEdit,
  type SheetRef,
  type SpreadsheetHost,
} from '../host/port';
import { FixBinder, type BoundFix } from './bound/bind-fix';
import { ChangedSheet, moved } from './bound/change-place';
import { FollowedSheet } from './bound/followed-sheet';
import type { ReviewedSheet } from './bound/reviewed-sheet';
import { holds } from './cell-content';
import {
  changeId,
  isMadeBy,
  madeChange,
  plannedChange,
  toEntry,
  undoEdits,
  type PlannedFix,
} from './changes';
import { findSheetOf } from './find-sheet';
import { annexesOf } from './recognise-sheet';
import { withReceivedChanges } from './received';
import type { ChangeEntry } from './reviewer';
import { markUndone } from './state/recover';
import type { Journal, StateDocument, StoredChange } from './state/state-document';
import type { StateStore } from './state/state-store';
import { undoable } from './undoable';

/** Applies fixes and takes them back, each recorded in the workbook before and after it is done. */
export class ChangeWriter {
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly store: StateStore,
    private readonly now: () => Date,
  ) {}

  /**
   * Applies one fix, wherever its row has moved since the review.
   * @throws HostError `changed` where what it was computed from, or its project, is not certainly the same
   */
  async apply(planned: PlannedFix, reviewed: ReviewedSheet): Promise<ChangeEntry> {
    const sheet = await this.followed(reviewed);
    const [entry] = await this.write([new FixBinder(sheet).bind(planned)], sheet);
    return entry!;
  }

  /**
   * Applies as many fixes of one worksheet as its cells allow, each of them all or none, in one batch. Passed over
   * are fixes of cells that have been edited since the review, and second fixes of one cell: the sheet has to be
   * reviewed again before those can be right.
   * @throws HostError `changed` where none is left
   */
  async applyMany(fixes: readonly PlannedFix[], reviewed: ReviewedSheet): Promise<ChangeEntry[]> {
    const wanted = withoutSharedCells(fixes);
    for (let attempt = 1; ; attempt++) {
      const sheet = await this.followed(reviewed);
      const { bound, refused } = bindAll(wanted, sheet);
      if (bound.length === 0) throw attempt > 1 ? refused!.say('unchanged') : refused!;
      try {
        return await this.write(bound, sheet);
      } catch (thrown) {
        // Somebody typed a moment ago: what is left is seen in what the cells hold now.
        if (!isChanged(thrown) || attempt === MOST_ATTEMPTS) throw thrown;
      }
    }
  }

  /**
   * Takes changes back as one step: content and number format of their cells become what they were, wherever their rows
   * have moved. Cells that hold the old contents already count as taken back. Passed over are changes whose cells have
   * been edited since or whose row is not certain; what is undone is what the entries say.
   * @returns the changes asked for, in their order
   * @throws HostError `changed` where that is all of them, `sheet-gone`, `failed` where a change is not in this
   *   workbook's log
   */
  async undo(ids: readonly string[]): Promise<ChangeEntry[]> {
    const before = withReceivedChanges(await this.store.load(), ids);
    const meant = await undoable(this.host, before, ids);
    const work: UndoWork = { state: before, already: new Set(), left: [] };
    const sheets = new Map<string, StoredChange[]>();
    let gone: StoredChange | null = null;
    for (const change of logged(before, ids)) {
      if (change.undone || !meant.has(change.id)) continue;
      const sheet = await this.sheetOf(change);
      if (!sheet) {
        gone = change;
        continue;
      }
      const own = sheets.get(sheet.id);
      if (own) own.push(change);
      else sheets.set(sheet.id, [change]);
    }
    for (const [sheetId, changes] of sheets)
      for (const round of withoutSharedCellsIn(newestFirst(changes)))
        await this.undoTogether(work, sheetId, round);
    if (work.state === before) {
      if (work.left.length > 0) throw editedSince(work.left);
      if (gone) throw new HostError('sheet-gone', 'the worksheet is gone', { sheet: gone.sheetName });
    }
    return logged(work.state, ids).map((change) =>
      work.already.has(change.id) ? { ...toEntry(change), already: true } : toEntry(change),
    );
  }

  /**
   * The changes with those marked as taken back whose cells hold the old contents, as after the user's own undo.
   * @param known snapshots that are at hand, by the ids of their sheets
   */
  async asFound(
    { changes }: StateDocument,
    known: ReadonlyMap<string, SheetSnapshot> = new Map(),
  ): Promise<readonly StoredChange[]> {
    const sheets = new Map<string, ChangedSheet | null>();
    const undone = new Set<string>();
    const taken = new Set<string>();
    for (const change of newestFirst(changes.filter((one) => !one.undone))) {
      const key = `${change.sheetId} ${change.sheetName}`;
      let sheet = sheets.get(key);
      if (sheet === undefined) {
        sheet = await this.lookAt(change, known);
        sheets.set(key, sheet);
      }
      const cells = change.edits.map((edit) => `${change.sheetId} ${cellOf(edit)}`);
      // What a later change has written over tells nothing of this one.
      if (sheet && !cells.some((cell) => taken.has(cell)) && whatHolds(change, sheet)?.holds === 'before')
        undone.add(change.id);
      else cells.forEach((cell) => taken.add(cell));
    }
    return undone.size === 0 ? changes : markUndone(changes, undone);
  }

  /** `null` where it cannot be told. */
  private async lookAt(
    change: StoredChange,
    known: ReadonlyMap<string, SheetSnapshot>,
  ): Promise<ChangedSheet | null> {
    try {
      const atHand = known.get(change.sheetId);
      if (atHand) return changedSheet(atHand);
      const ref = await this.sheetOf(change);
      if (!ref) return null;
      return changedSheet(known.get(ref.id) ?? (await this.host.read(ref.id)));
    } catch (thrown) {
      if (thrown instanceof HostError && mayWriteAfter(thrown)) return null;
      throw thrown;
    }
  }

  private sheetOf(change: StoredChange): Promise<SheetRef | null> {
    return findSheetOf(this.host, change, isMadeBy(this.store.writer, change) ? 'id' : 'name');
  }

  private async followed(reviewed: ReviewedSheet): Promise<FollowedSheet> {
    return new FollowedSheet(reviewed, await this.host.read(reviewed.snapshot.id));
  }

  /** Applies fixes of one worksheet, all or none. @returns one entry a fix, in their order */
  private async write(fixes: readonly BoundFix[], sheet: FollowedSheet): Promise<ChangeEntry[]> {
    const state = await this.store.load();
    const at = this.now();
    const taken = new Set(state.changes.map((change) => change.id));
    const ids = fixes.map((_, i) => {
      const id = changeId(at, i + 1, taken, this.store.writer);
      taken.add(id);
      return id;
    });
    const step = fixes.length > 1 ? ids[0] : undefined;
    const edits = fixes.flatMap(({ fix }) => fix.edits);
    const after = new ChangedSheet(snapshotAfter(sheet.present, edits.map(written)), sheet.annexes);
    const planned = fixes.map((fix, i) => ({
      ...plannedChange(fix, sheet.present, ids[i]!, at, step),
      place: after.placeOf(fix.fix.edits),
    }));
    let made: StoredChange[] = [];
    const journal: Journal = { kind: 'apply', changes: planned };
    const guards = fixes.flatMap((fix) => fix.guards);
    const { id } = sheet.present;
    await this.recorded(state, journal, { sheetId: id, edits, guards }, (applied) => {
      let from = 0;
      made = planned.map((change) => madeChange(change, applied.slice(from, (from += change.edits.length))));
      const reviewed = fixes.flatMap((fix) => fix.reviewed);
      sheet.reviewed.wrote(applied.map(({ now }, i) => ({ ...reviewed[i]!, ...now })));
      return { ...state, changes: [...state.changes, ...made] };
    });
    return made.map(toEntry);
  }

  /** Takes back as many changes of one worksheet as its cells allow, in one batch. */
  private async undoTogether(
    work: UndoWork,
    sheetId: string,
    changes: readonly StoredChange[],
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const snapshot = await this.host.read(sheetId);
      const sheet = changedSheet(snapshot);
      const ids = new Set<string>();
      const already: string[] = [];
      const left: StoredChange[] = [];
      const edits: Edit[] = [];
      const guards: Guard[] = [];
      for (const change of changes) {
        const found = whatHolds(change, sheet);
        if (!found?.holds) {
          left.push(change);
          continue;
        }
        ids.add(change.id);
        if (found.holds === 'before') {
          already.push(change.id);
          continue;
        }
        edits.push(...moved(undoEdits(change), found.shift).map((edit) => expecting(edit, snapshot)));
        const { place } = change;
        for (const column of place?.columns ?? [])
          guards.push(guardOf({ row: place!.row + found.shift, column }, snapshot));
      }
      const after = { ...work.state, changes: markUndone(work.state.changes, ids) };
      try {
        if (edits.length > 0) {
          const journal: Journal = { kind: 'undo', changes: [...ids] };
          await this.recorded(work.state, journal, { sheetId, edits, guards }, () => after);
        } else if (ids.size > 0) await this.store.save(after);
      } catch (thrown) {
        if (!isChanged(thrown) || attempt === MOST_ATTEMPTS) throw thrown;
        continue;
      }
      if (ids.size > 0) work.state = after;
      already.forEach((id) => work.already.add(id));
      work.left.push(...left);
      return;
    }
  }

  /** Journal, batch, record. Where the batch was not done, the journal is taken back; the error is passed on. */
  private async recorded(
    state: StateDocument,
    journal: Journal,
    { sheetId, edits, guards }: Batch,
    settle: (applied: readonly AppliedEdit[]) => StateDocument,
  ): Promise<void> {
    try {
      await this.store.save({ ...state, journal });
    } catch (thrown) {
      // Whatever has become of the journal, no cell was written; the next to look settles it.
      throw thrown instanceof HostError ? thrown.say('unchanged') : thrown;
    }
    let applied: readonly AppliedEdit[];
    try {
      applied = await this.host.edit(sheetId, edits, guards);
    } catch (thrown) {
      // Where nobody knows whether the batch was done, the journal tells the next to look; and to a host that does
      // not answer nothing more is sent.
      if (!(thrown instanceof HostError && (leavesDoubt(thrown) || !mayWriteAfter(thrown))))
        await this.quietly(state);
      throw thrown;
    }
    await this.quietly(settle(applied));
  }

  /**
   * Saves what only repeats what journal and cells tell already. Its failure must not make a change that was made
   * look as if it had failed; the next reading of the state settles the journal.
   */
  private async quietly(state: StateDocument): Promise<void> {
    try {
      await this.store.save(state);
    } catch (thrown) {
      if (thrown instanceof HostError && !mayWriteAfter(thrown)) return;
      await this.store.save(state).catch(() => undefined);
    }
  }
}

/** Recorded changes by their ids. */
function logged({ changes }: StateDocument, ids: readonly string[]): StoredChange[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return ids.map((id) => {
    const change = byId.get(id);
    if (!change) throw new HostError('failed', 'the change is not in the log of this workbook');
    return change;
  });
}

function isChanged(thrown: unknown): thrown is HostError {
  return thrown instanceof HostError && thrown.code === 'changed';
}

/** One batch of edits. */
interface Batch {
  readonly sheetId: string;
  readonly edits: readonly Edit[];
  readonly guards: readonly Guard[];
}

/** How far taking changes back has come. */
interface UndoWork {
  state: StateDocument;
  readonly already: Set<string>;
  /** Changes whose cells were edited, or are not certain. */
  readonly left: StoredChange[];
}

/** How often a batch is looked at anew where somebody types at the same time. */
const MOST_ATTEMPTS = 3;

function bindAll(
  fixes: readonly PlannedFix[],
  sheet: FollowedSheet,
): { readonly bound: readonly BoundFix[]; readonly refused: HostError | null } {
  const binder = new FixBinder(sheet);
  const bound: BoundFix[] = [];
  let refused: HostError | null = null;
  for (const fix of fixes) {
    try {
      bound.push(binder.bind(fix));
    } catch (thrown) {
      if (!isChanged(thrown)) throw thrown;
      refused ??= thrown;
    }
  }
  return { bound, refused };
}

function changedSheet(snapshot: SheetSnapshot): ChangedSheet {
  return new ChangedSheet(snapshot, annexesOf(snapshot));
}

/** What the cells of a change hold, wherever they are by now; `null` where that is not certain. */
function whatHolds(
  change: StoredChange,
  sheet: ChangedSheet,
): { readonly holds: 'before' | 'after' | null; readonly shift: number } | null {
  const shift = sheet.shiftOf(change);
  if (shift === null) return null;
  const all = (what: 'before' | 'after'): boolean =>
    moved(change.edits, shift).every((cell) => holds(contentAt(sheet.snapshot, cell), cell[what]));
  return { shift, holds: all('after') ? 'after' : all('before') ? 'before' : null };
}

function editedSince(changes: readonly StoredChange[]): HostError {
  return new HostError('changed', 'cells were edited since, or their rows are not certain', {
    sheet: changes[0]!.sheetName,
    cells: changes.flatMap(({ edits }) => edits.map(({ row, column }) => ({ row, column }))),
    write: 'not-tried',
  });
}

function contentAt(sheet: SheetSnapshot, { row, column }: CellPosition): Edit['expectedBefore'] {
  return { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
}

/** The edit expecting what its cell holds now: the value of a formula moves with other cells. */
function expecting(edit: Edit, sheet: SheetSnapshot): Edit {
  return { ...edit, expectedBefore: contentAt(sheet, edit) };
}

function guardOf(cell: CellPosition, sheet: SheetSnapshot): Guard {
  return { ...cell, expected: contentAt(sheet, cell) };
}

function written({ row, column, after }: Edit) {
  return 'formula' in after
    ? { row, column, value: null, formula: after.formula }
    : { row, column, value: after.value, formula: null };
}

function newestFirst(changes: readonly StoredChange[]): StoredChange[] {
  return [...changes].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Changes in as few batches as there may be: a batch edits no cell twice, and a later change goes first. */
function withoutSharedCellsIn(changes: readonly StoredChange[]): StoredChange[][] {
  const rounds: StoredChange[][] = [];
  const lastRound = new Map<string, number>();
  for (const change of changes) {
    const cells = change.edits.map(cellOf);
    const round = Math.max(-1, ...cells.map((cell) => lastRound.get(cell) ?? -1)) + 1;
    (rounds[round] ??= []).push(change);
    cells.forEach((cell) => lastRound.set(cell, round));
  }
  return rounds;
}

function cellOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}

function withoutSharedCells(fixes: readonly PlannedFix[]): PlannedFix[] {
  const taken = new Set<string>();
  return fixes.filter(({ fix }) => {
    const cells = fix.edits.map(cellOf);
    if (cells.some((cell) => taken.has(cell))) return false;
    cells.forEach((cell) => taken.add(cell));
    return true;
  });
}
