import type { CellPosition } from '../../engine/sheet/address';
import type { Edit, Guard } from '../../engine/sheet/edit';
import { HostError, mayWriteAfter, type AppliedEdit } from '../port';
import { WrittenCells, type CellPort, type CellState, type CellWrite } from './cell-port';
import { changedCells, sameContent } from './same-content';

/**
 * Applies edits all or none, in a host that does not do so by itself. First it looks (is the worksheet there, may we
 * write, do cells and guards hold what is expected?), then it writes and reads back; a text that did not come back as it
 * was gets a second try with the number format "@". Each request that writes asks first what the cells hold: what
 * somebody typed since the look is put back. Whatever fails after the first write is rolled back.
 */
export async function applyEdits(
  cells: CellPort,
  edits: readonly Edit[],
  guards: readonly Guard[],
): Promise<readonly AppliedEdit[]> {
  const written = new Set(edits.map(keyOf));
  const beside = [...new Map(guards.map((guard) => [keyOf(guard), guard])).values()].filter(
    (guard) => !written.has(keyOf(guard)),
  );
  const looked = byCell(await cells.look([...edits, ...beside], edits.length > 0));
  mustHold(cells, edits, guards, looked);
  if (edits.length === 0) return [];
  const attempt = new Attempt(cells, edits, beside, looked);
  try {
    return await attempt.make();
  } catch (error) {
    const failure = cells.toHostError(error);
    // Where the host does not answer at all, whatever we sent now would only pile up behind what it is busy with.
    // Where it refused the first write whole, there is nothing to take back.
    if (!mayWriteAfter(failure) || cells.refusedWhole()) throw failure;
    try {
      await attempt.takeBack(failure);
    } catch (doubt) {
      // With the worksheet went what was written, and there is nothing left to look at.
      if (await cells.isGone())
        throw new HostError('sheet-gone', 'the worksheet was deleted', {
          write: 'unchanged',
          cause: failure,
        });
      throw doubt;
    }
    throw failure.say('unchanged');
  }
}

/** @throws HostError `changed` where a cell or a guard holds something else */
function mustHold(
  { sheetName }: CellPort,
  edits: readonly Edit[],
  guards: readonly Guard[],
  states: ReadonlyMap<string, CellState>,
): void {
  const cells = changedCells(edits, guards, (cell) => stateOf(states, cell).held);
  if (cells.length > 0) throw changedError(sheetName, cells);
}

/** @throws HostError `changed` where somebody typed into a cell after it was looked at */
function mustBeUntouched(
  { sheetName }: CellPort,
  before: readonly CellState[],
  known: ReadonlyMap<string, CellState>,
): void {
  const cells = before.filter((state) => !sameState(state, stateOf(known, state)));
  if (cells.length > 0) throw changedError(sheetName, cells);
}

/** The error where cells do not hold what is expected. */
export function changedError(sheet: string, cells: readonly CellPosition[]): HostError {
  return new HostError('changed', `${cells.length} cells hold something else by now`, {
    sheet,
    cells: cells.map(({ row, column }) => ({ row, column })),
  });
}

function sameState(a: CellState, b: CellState): boolean {
  return sameContent(a.held, b.held) && a.numberFormat === b.numberFormat;
}

function toWrite(edit: Edit, before: ReadonlyMap<string, CellState>): CellWrite {
  const isText = 'value' in edit.after && typeof edit.after.value === 'string';
  const isKeptAsText = !isText && stateOf(before, edit).numberFormat === '@';
  return {
    row: edit.row,
    column: edit.column,
    content: edit.after,
    numberFormat: edit.numberFormat ?? (isKeptAsText ? 'General' : null),
  };
}

/** How often somebody may type into a cell while it is being put back. */
const MOST_TYPED = 3;

/** Edits that are being written after the look, and whatever is needed to take them back. */
class Attempt {
  private readonly record = new WrittenCells();
  /** The guards at the first write; `null` before it. */
  private around: ReadonlyMap<string, CellState> | null = null;
  /** Whether rows or columns were moved after the first write: then what we wrote may stand elsewhere. */
  private moved = false;

  constructor(
    private readonly cells: CellPort,
    private readonly edits: readonly Edit[],
    private readonly guards: readonly Guard[],
    private readonly looked: ReadonlyMap<string, CellState>,
  ) {}

  async make(): Promise<readonly AppliedEdit[]> {
    const { edits, looked } = this;
    const now = byCell(
      await this.write(
        edits.map((edit) => toWrite(edit, looked)),
        this.record,
        (before) => mustBeUntouched(this.cells, before, looked),
      ),
    );
    const failed = edits.filter((edit) => !this.cells.holds(stateOf(now, edit), edit.after));
    if (failed.length > 0) await this.writeAsTexts(failed, now);
    return edits.map((edit) => ({
      ...edit,
      now: stateOf(now, edit).held,
      numberFormatBefore: stateOf(looked, edit).numberFormat,
    }));
  }

  /**
   * Puts back what the cells held right before they were written, and after that what somebody typed into them since.
   * @throws HostError `failed` where not even that works; it names the cells
   */
  async takeBack(failure: HostError): Promise<void> {
    const images = byCell(this.record.before);
    const held = byCell(
      this.record.sent.map((write) => images.get(keyOf(write)) ?? stateOf(this.looked, write)),
    );
    const after = new Map(this.edits.map((edit) => [keyOf(edit), edit.after]));
    const written = byCell(this.record.after);
    const isKnown = (state: CellState): boolean => {
      const ours = written.get(keyOf(state));
      return (
        sameState(state, stateOf(held, state)) ||
        (ours ? sameState(state, ours) : this.cells.holds(state, after.get(keyOf(state))!))
      );
    };
    const doubt = (cause?: unknown): HostError =>
      new HostError('failed', `${failure.message}; and what was written could not be taken back`, {
        sheet: this.cells.sheetName,
        cells: [...held.values()].map(({ row, column }) => ({ row, column })),
        cause,
      });
    try {
      await this.putBack([...held.values()], isKnown);
    } catch (error) {
      throw doubt(error);
    }
    if (this.moved) throw doubt();
  }

  /** The second try for texts; anything else that did not come back as it was is a failure. */
  private async writeAsTexts(failed: readonly Edit[], now: Map<string, CellState>): Promise<void> {
    const texts = failed.filter(({ after }) => 'value' in after && typeof after.value === 'string');
    const again = texts.map(({ row, column, after }): CellWrite => ({
      row,
      column,
      content: after,
      numberFormat: '@',
      plain: true,
    }));
    const second = new WrittenCells();
    const first = new Map(now);
    try {
      const untouched = (before: readonly CellState[]): void => mustBeUntouched(this.cells, before, first);
      const states = await this.write(again, second, untouched);
      for (const [key, state] of byCell(states)) now.set(key, state);
    } finally {
      // Whatever else than our first try stood there was typed, and is what has to be there in the end.
      this.record.before.push(...second.before.filter((state) => !sameState(state, stateOf(first, state))));
      this.record.after.push(...second.after);
    }
    const lost = failed.filter((edit) => !this.cells.holds(stateOf(now, edit), edit.after));
    if (lost.length === 0) return;
    throw new HostError('not-written', `${lost.length} cells do not hold what was written`, {
      sheet: this.cells.sheetName,
      cells: lost.map(({ row, column }) => ({ row, column })),
    });
  }

  /** @param isKnown whether a cell holds what it is expected to hold right before; anything else was typed, and stays */
  private async putBack(states: readonly CellState[], isKnown: (state: CellState) => boolean): Promise<void> {
    let waiting = states;
    let known = isKnown;
    for (let round = 0; waiting.length > 0; round += 1) {
      const record = new WrittenCells();
      const writes = waiting.map(({ row, column, held, numberFormat }): CellWrite => {
        const content = held.formula === null ? { value: held.value } : { formula: held.formula };
        return { row, column, content, numberFormat, plain: numberFormat === '@' };
      });
      const restored = byCell(await this.write(writes, record));
      const lost = writes.filter((write) => !this.cells.holds(stateOf(restored, write), write.content));
      if (lost.length > 0 || round > MOST_TYPED)
        throw new HostError('not-written', 'not restored', { cells: lost });
      waiting = record.before.filter((state) => !known(state));
      // What is put back a second time was ours the first time.
      known = (state) => sameState(state, stateOf(restored, state));
    }
  }

  /** Writes cells, and looks at the guards before the first one: at the first write they must hold. */
  private write(
    writes: readonly CellWrite[],
    record: WrittenCells,
    check: (before: readonly CellState[]) => void = () => undefined,
  ): Promise<readonly CellState[]> {
    const { cells, guards } = this;
    let first = true;
    return cells.write(writes, {
      record,
      guards,
      onTrip: (before, around) => {
        if (first) this.compareGuards(byCell(around));
        first = false;
        check(before);
      },
    });
  }

  private compareGuards(around: ReadonlyMap<string, CellState>): void {
    const known = this.around;
    this.around = around;
    if (known)
      this.moved ||= this.guards.some((one) => !sameState(stateOf(around, one), stateOf(known, one)));
    else mustHold(this.cells, [], this.guards, around);
  }
}

function byCell(states: readonly CellState[]): Map<string, CellState> {
  return new Map(states.map((state) => [keyOf(state), state]));
}

function keyOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}

function stateOf(states: ReadonlyMap<string, CellState>, cell: CellPosition): CellState {
  return states.get(keyOf(cell))!;
}
