import type { Edit } from '../engine/sheet/edit';
import { formulaAt, valueAt, type SheetSnapshot } from '../engine/sheet/snapshot';
import { HostError, leavesDoubt, type AppliedEdit, type SpreadsheetHost } from '../host/port';
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
    const planned = fixes.map((fix, i) => {
      const id = changeId(at, i + 1, taken);
      taken.add(id);
      return plannedChange(fix, sheet, id, at);
    });
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
   * Takes a change back: content and number format of its cells become what they were.
   * @throws HostError `changed` where a cell has been edited since, `sheet-gone`, `failed` where the change is not
   *   in this workbook's log
   */
  async undo(id: string): Promise<ChangeEntry> {
    const state = await this.store.load();
    const change = state.changes.find((candidate) => candidate.id === id);
    if (!change) throw new HostError('failed', 'the change is not in the log of this workbook');
    if (change.undone) return toEntry(change);
    const sheet = await findSheetOf(this.host, change);
    if (!sheet) throw new HostError('sheet-gone', 'the worksheet is gone', { sheet: change.sheetName });
    const settle = (): StateDocument => ({ ...state, changes: markUndone(state.changes, id) });
    const journal: Journal = { kind: 'undo', change: id };
    const edits = undoEdits(change);
    try {
      await this.recorded(state, journal, sheet.id, edits, settle);
    } catch (thrown) {
      // The value of a formula moves with other cells: as long as the formula is ours, the cell is unchanged.
      const current = changedOnly(thrown) ? await this.withCurrentValues(change, edits, sheet.id) : null;
      if (!current) throw thrown;
      await this.recorded(state, journal, sheet.id, current, settle);
    }
    return toEntry({ ...change, undone: true });
  }

  /** The edits expecting the values of now, or `null` where a cell holds something else than we wrote. */
  private async withCurrentValues(
    change: StoredChange,
    edits: readonly Edit[],
    sheetId: string,
  ): Promise<Edit[] | null> {
    if (change.edits.every(({ after }) => after.formula === null)) return null;
    const sheet = await this.host.read(sheetId);
    const current: Edit[] = [];
    for (const [i, edit] of edits.entries()) {
      const { row, column } = edit;
      const now = { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
      if (!holds(now, change.edits[i]!.after)) return null;
      current.push({ ...edit, expectedBefore: now });
    }
    return current;
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
      // Where nobody knows whether the batch was done, the journal tells the next to look.
      if (!(thrown instanceof HostError && leavesDoubt(thrown))) await this.quietly(state);
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
    } catch {
      await this.store.save(state).catch(() => undefined);
    }
  }
}

function changedOnly(thrown: unknown): boolean {
  return thrown instanceof HostError && thrown.code === 'changed';
}

function cellOf({ row, column }: Edit): string {
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
