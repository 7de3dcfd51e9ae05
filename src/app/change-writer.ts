import type { CellPosition } from '../engine/sheet/address';
import type { Edit } from '../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot } from '../engine/sheet/snapshot';
import { HostError, leavesDoubt, mayWriteAfter, type AppliedEdit, type SpreadsheetHost } from '../host/port';
import { holds } from './cell-content';
import { changeId, madeChange, plannedChange, toEntry, undoEdits, type PlannedFix } from './changes';
import { findSheetOf } from './find-sheet';
import type { ChangeEntry } from './reviewer';
import { markUndone } from './state/recover';
import type { Journal, StateDocument, StoredChange } from './state/state-document';
import type { StateStore } from './state/state-store';

/** Applies fixes and takes them back, each recorded in the workbook before and after it is done. */
export class ChangeWriter {
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly store: StateStore,
    private readonly now: () => Date,
  ) {}

  /**
   * Applies fixes of one worksheet, all or none.
   * @param sheet what was reviewed, if it is at hand
   * @returns one entry a fix, in their order
   */
  async apply(fixes: readonly PlannedFix[], sheet: SheetSnapshot | null): Promise<ChangeEntry[]> {
    const state = await this.store.load();
    const at = this.now();
    const taken = new Set(state.changes.map((change) => change.id));
    const ids = fixes.map((_, i) => {
      const id = changeId(at, i + 1, taken);
      taken.add(id);
      return id;
    });
    const step = fixes.length > 1 ? ids[0] : undefined;
    const planned = fixes.map((fix, i) => plannedChange(fix, sheet, ids[i]!, at, step));
    const edits = fixes.flatMap(({ fix }) => fix.edits);
    let made: StoredChange[] = [];
    const journal: Journal = { kind: 'apply', changes: planned };
    await this.recorded(state, journal, fixes[0]!.finding.sheetId, edits, (applied) => {
      let from = 0;
      made = planned.map((change) => madeChange(change, applied.slice(from, (from += change.edits.length))));
      return { ...state, changes: [...state.changes, ...made] };
    });
    return made.map(toEntry);
  }

  /**
   * Applies as many fixes of one worksheet as its cells allow, each of them all or none, in one batch. Passed over
   * are fixes of cells that have been edited since the review, and second fixes of one cell: the sheet has to be
   * reviewed again before those can be right.
   * @throws HostError `changed` where none is left
   */
  async applyMany(fixes: readonly PlannedFix[], sheet: SheetSnapshot | null): Promise<ChangeEntry[]> {
    let left = withoutSharedCells(fixes);
    for (;;) {
      try {
        return await this.apply(left, sheet);
      } catch (thrown) {
        const cells = thrown instanceof HostError && thrown.code === 'changed' ? thrown.detail.cells : null;
        const changed = new Set(cells?.map(({ row, column }) => `${row},${column}`));
        const kept = left.filter(({ fix }) => !fix.edits.some((edit) => changed.has(cellOf(edit))));
        if (kept.length === 0 || kept.length === left.length) throw thrown;
        left = kept;
      }
    }
  }

  /**
   * Takes changes back as one step: content and number format of their cells become what they were. Passed over are
   * changes whose cells have been edited since; what is undone is what the entries say.
   * @returns the changes asked for, in their order
   * @throws HostError `changed` where all of them have been edited since, `sheet-gone`, `failed` where a change is
   *   not in this workbook's log
   */
  async undo(ids: readonly string[]): Promise<ChangeEntry[]> {
    let state = await this.store.load();
    const wanted = logged(state, ids);
    const sheets = new Map<string, StoredChange[]>();
    for (const change of wanted) {
      if (change.undone) continue;
      const sheet = await findSheetOf(this.host, change);
      if (!sheet) throw new HostError('sheet-gone', 'the worksheet is gone', { sheet: change.sheetName });
      const own = sheets.get(sheet.id);
      if (own) own.push(change);
      else sheets.set(sheet.id, [change]);
    }
    let edited: HostError | null = null;
    const before = state;
    for (const [sheetId, changes] of sheets) {
      for (const round of withoutSharedCellsIn(newestFirst(changes))) {
        try {
          state = await this.undoTogether(state, sheetId, round);
        } catch (thrown) {
          if (!isChanged(thrown)) throw thrown;
          edited = thrown;
        }
      }
    }
    if (edited && state === before) throw edited;
    return logged(state, ids).map(toEntry);
  }

  /** Takes back as many changes of one worksheet as its cells allow, in one batch. @returns what is recorded then */
  private async undoTogether(
    state: StateDocument,
    sheetId: string,
    changes: readonly StoredChange[],
  ): Promise<StateDocument> {
    const attempt = async (some: readonly StoredChange[], edits: readonly Edit[]): Promise<StateDocument> => {
      const ids = new Set(some.map(({ id }) => id));
      const after = { ...state, changes: markUndone(state.changes, ids) };
      await this.recorded(state, { kind: 'undo', changes: [...ids] }, sheetId, edits, () => after);
      return after;
    };
    try {
      return await attempt(changes, changes.flatMap(undoEdits));
    } catch (thrown) {
      if (!isChanged(thrown)) throw thrown;
      // The value of a formula moves with other cells: as long as the formula is ours, the cell is unchanged.
      const sheet = await this.host.read(sheetId);
      const held = changes.filter((change) => holdsAfter(change, sheet));
      const formulas = held.some(({ edits }) => edits.some(({ after }) => after.formula !== null));
      if (held.length === 0 || (held.length === changes.length && !formulas)) throw thrown;
      return attempt(
        held,
        held.flatMap((change) => withCurrentValues(undoEdits(change), sheet)),
      );
    }
  }

  /** Journal, batch, record. Where the batch was not done, the journal is taken back; the error is passed on. */
  private async recorded(
    state: StateDocument,
    journal: Journal,
    sheetId: string,
    edits: readonly Edit[],
    settle: (applied: readonly AppliedEdit[]) => StateDocument,
  ): Promise<void> {
    await this.store.save({ ...state, journal });
    let applied: readonly AppliedEdit[];
    try {
      applied = await this.host.edit(sheetId, edits);
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

function holdsAfter({ edits }: StoredChange, sheet: SheetSnapshot): boolean {
  return edits.every(({ row, column, after }) =>
    holds({ value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) }, after),
  );
}

/** The edits expecting what the cells hold now. */
function withCurrentValues(edits: readonly Edit[], sheet: SheetSnapshot): Edit[] {
  return edits.map((edit) => {
    const { row, column } = edit;
    const expectedBefore = { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
    return { ...edit, expectedBefore };
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
