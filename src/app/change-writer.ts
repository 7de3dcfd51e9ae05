import type { Edit, Guard } from '../engine/sheet/edit';
import {
  HostError,
  leavesDoubt,
  mayWriteAfter,
  type AppliedEdit,
  type SheetRef,
  type SpreadsheetHost,
} from '../host/port';
import { moved } from './bound/moved-cells';
import {
  changeId,
  isMadeBy,
  madeChange,
  plannedChange,
  toEntry,
  undoEdits,
  type PlannedFix,
} from './changes';
import {
  NotKept,
  type BoundFix,
  type BoundFixes,
  type Engine,
  type LookedChange,
  type OpenedSheet,
  type RefusedFix,
} from './engine/engine';
import { findSheetOf } from './find-sheet';
import { withReceivedChanges } from './received';
import type { ChangeEntry } from './reviewer';
import type { ReviewedCopy, SheetCopies } from './sheet-copies';
import { markUndone } from './state/recover';
import type { Journal, StateDocument, StoredChange } from './state/state-document';
import type { StateStore } from './state/state-store';
import { undoable } from './undoable';

/** Applies fixes and takes them back, each recorded in the workbook before and after it is done. */
export class ChangeWriter {
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly engine: Engine,
    private readonly copies: SheetCopies,
    private readonly store: StateStore,
    private readonly now: () => Date,
  ) {}

  /**
   * Applies one fix, wherever its row has moved since the review.
   * @throws HostError `changed` where what it was computed from, or its project, is not certainly the same
   */
  async apply(planned: PlannedFix, reviewed: ReviewedCopy): Promise<ChangeEntry> {
    const { bound, refused, sheet } = await this.bind([planned], reviewed, false);
    if (refused) throw refusal(refused, [planned]);
    const [entry] = await this.write([planned], bound, sheet, reviewed);
    return entry!;
  }

  /**
   * Applies as many fixes of one worksheet as its cells allow, each of them all or none, in one batch. Passed over
   * are fixes that do more than change how a text is written, those of cells that have been edited since the review, and
   * second fixes of one cell: the sheet has to be reviewed again before those can be right.
   * @throws HostError `changed` where none is left for the cells' sake
   */
  async applyMany(fixes: readonly PlannedFix[], reviewed: ReviewedCopy): Promise<ChangeEntry[]> {
    const wanted = withoutSharedCells(fixes);
    for (let attempt = 1; ; attempt++) {
      const { bound, refused, sheet } = await this.bind(wanted, reviewed, true);
      if (bound.length === 0) {
        if (!refused) return [];
        const error = refusal(refused, wanted);
        throw attempt > 1 ? error.say('unchanged') : error;
      }
      try {
        return await this.write(wanted, bound, sheet, reviewed);
      } catch (thrown) {
        // Somebody typed a moment ago: what is left is seen in what the cells hold now.
        if (!isChanged(thrown) || attempt === MOST_ATTEMPTS) throw thrown;
      }
    }
  }

  /** Ties fixes to the worksheet as it is now. */
  private bind(
    fixes: readonly PlannedFix[],
    reviewed: ReviewedCopy,
    bulk: boolean,
  ): Promise<BoundFixes & { readonly sheet: OpenedSheet }> {
    const about = fixes.map(({ finding }) => finding);
    return this.copies.withReviewed(reviewed, about, async (kept) => {
      const sheet = await this.copies.present(reviewed.sheet.id, { anew: true });
      return { ...(await this.engine.bind(kept, sheet.kept, fixes, bulk)), sheet };
    });
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
   * @param known worksheets that are at hand as they are now, by their ids
   */
  async asFound(
    { changes }: StateDocument,
    known: ReadonlyMap<string, OpenedSheet> = new Map(),
  ): Promise<readonly StoredChange[]> {
    const stand = newestFirst(changes.filter((one) => !one.undone));
    const bySheet = new Map<string, StoredChange[]>();
    for (const change of stand) {
      const key = `${change.sheetId} ${change.sheetName}`;
      const own = bySheet.get(key);
      if (own) own.push(change);
      else bySheet.set(key, [change]);
    }
    const looked = new Map<StoredChange, LookedChange>();
    for (const own of bySheet.values()) {
      const found = await this.lookAt(own, known);
      own.forEach((change, i) => found && looked.set(change, found[i]!));
    }
    const undone = new Set<string>();
    const taken = new Set<string>();
    for (const change of stand) {
      const found = looked.get(change);
      const cells = change.edits.map((edit) => `${change.sheetId} ${cellOf(edit)}`);
      // What a later change has written over tells nothing of this one.
      if (found && !cells.some((cell) => taken.has(cell)) && whatHolds(found) === 'before')
        undone.add(change.id);
      else cells.forEach((cell) => taken.add(cell));
    }
    return undone.size === 0 ? changes : markUndone(changes, undone);
  }

  /** Looks at changes of one worksheet; `null` where it cannot be told. */
  private async lookAt(
    changes: readonly StoredChange[],
    known: ReadonlyMap<string, OpenedSheet>,
  ): Promise<readonly LookedChange[] | null> {
    const [first] = changes as [StoredChange];
    try {
      let atHand = known.get(first.sheetId);
      if (!atHand) {
        const ref = await this.sheetOf(first);
        if (!ref) return null;
        atHand = known.get(ref.id);
        if (!atHand) return await this.copies.look(ref.id, changes);
      }
      return await this.engine.look(atHand.kept, changes);
    } catch (thrown) {
      if (thrown instanceof HostError && mayWriteAfter(thrown)) return null;
      throw thrown;
    }
  }

  private sheetOf(change: StoredChange): Promise<SheetRef | null> {
    return findSheetOf(this.host, change, isMadeBy(this.store.writer, change) ? 'id' : 'name');
  }

  /** Applies fixes of one worksheet, all or none. @returns one entry a fix, in their order */
  private async write(
    asked: readonly PlannedFix[],
    fixes: readonly BoundFix[],
    sheet: OpenedSheet,
    reviewed: ReviewedCopy,
  ): Promise<ChangeEntry[]> {
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
    const planned = fixes.map(({ at: i, fix, formats, place }, nth) => ({
      ...plannedChange({ finding: asked[i]!.finding, fix }, formats, ids[nth]!, at, step),
      place,
    }));
    let made: StoredChange[] = [];
    let written: readonly AppliedEdit[] = [];
    const journal: Journal = { kind: 'apply', changes: planned };
    const guards = fixes.flatMap((fix) => fix.guards);
    await this.recorded(state, journal, { sheetId: sheet.sheetId, edits, guards }, (applied) => {
      let from = 0;
      written = applied;
      made = planned.map((change) => madeChange(change, applied.slice(from, (from += change.edits.length))));
      return { ...state, changes: [...state.changes, ...made] };
    });
    const cells = fixes.flatMap((fix) => fix.reviewed);
    await this.engine
      .wrote(
        reviewed.kept,
        written.map(({ now }, i) => ({ ...cells[i]!, ...now })),
      )
      .catch(forgotten);
    return made.map(toEntry);
  }

  /** Takes back as many changes of one worksheet as its cells allow, in one batch. */
  private async undoTogether(
    work: UndoWork,
    sheetId: string,
    changes: readonly StoredChange[],
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const looked = await this.copies.look(sheetId, changes, { anew: true });
      const ids = new Set<string>();
      const already: string[] = [];
      const left: StoredChange[] = [];
      const edits: Edit[] = [];
      const guards: Guard[] = [];
      changes.forEach((change, i) => {
        const found = looked[i]!;
        const holds = whatHolds(found);
        if (!holds) {
          left.push(change);
          return;
        }
        ids.add(change.id);
        if (holds === 'before') {
          already.push(change.id);
          return;
        }
        // The value of a formula moves with other cells: what is expected is what is there.
        moved(undoEdits(change), found.shift!).forEach((edit, nth) =>
          edits.push({ ...edit, expectedBefore: found.now[nth]! }),
        );
        guards.push(...found.guards);
      });
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
      applied = await this.host.edit(sheetId, edits, guards).finally(() =>
        this.copies.wrote(
          sheetId,
          edits.map(({ row }) => ({ first: row, last: row })),
        ),
      );
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

function refusal({ at, because, cells }: RefusedFix, fixes: readonly PlannedFix[]): HostError {
  const message =
    because === 'changed'
      ? 'what the fix was computed from has changed since the review'
      : 'the fix is told in words alone';
  const sheet = fixes[at]!.finding.sheetName;
  return new HostError(because, message, {
    ...(because === 'changed' ? { sheet, cells } : {}),
    write: 'not-tried',
  });
}

/** Whatever comes of it, the cells are written: a worksheet that is not kept any more is reviewed again when it is needed. */
function forgotten(thrown: unknown): void {
  if (!(thrown instanceof NotKept)) throw thrown;
}

/** What the cells of a change hold, wherever they are by now; `null` where that is not certain. */
function whatHolds({ shift, holds }: LookedChange): 'before' | 'after' | null {
  if (shift === null) return null;
  return holds.after ? 'after' : holds.before ? 'before' : null;
}

function editedSince(changes: readonly StoredChange[]): HostError {
  return new HostError('changed', 'cells were edited since, or their rows are not certain', {
    sheet: changes[0]!.sheetName,
    cells: changes.flatMap(({ edits }) => edits.map(({ row, column }) => ({ row, column }))),
    write: 'not-tried',
  });
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

function cellOf({ row, column }: Pick<Edit, 'row' | 'column'>): string {
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
