import type { CellPosition } from '../../engine/sheet/address';
import type { Edit } from '../../engine/sheet/edit';
import { HostError, mayWriteAfter, type AppliedEdit } from '../port';
import { sameContent } from '../same-content';
import { holds, readCells, writeCells, type CellState, type CellWrite } from './cell-writes';
import { toHostError } from './errors';
import type { Batch } from './session';
import { lookUp, mustBeWritable } from './worksheets';

/**
 * Applies edits all or none. One round trip looks (is the worksheet there, may we write, do the cells hold what is
 * expected?), one writes and reads back; a text that did not come back as it was gets a second try with the number
 * format "@". Whatever fails after the first write is rolled back.
 */
export async function applyEdits(
  batch: Batch,
  sheetId: string,
  edits: readonly Edit[],
): Promise<readonly AppliedEdit[]> {
  const sheet = lookUp(batch.context, sheetId);
  const before = byCell(await readCells(batch, sheet, edits, () => mustBeWritable(sheet)));
  const stale = edits.filter((edit) => !sameContent(stateOf(before, edit).held, edit.expectedBefore));
  if (stale.length > 0) {
    throw new HostError('changed', `${stale.length} cells hold something else by now`, {
      sheet: sheet.name,
      cells: stale.map(({ row, column }) => ({ row, column })),
    });
  }
  if (edits.length === 0) return [];
  try {
    const now = byCell(
      await writeCells(
        batch,
        sheet,
        edits.map((edit) => toWrite(edit, before)),
      ),
    );
    const failed = edits.filter((edit) => !holds(stateOf(now, edit), edit.after));
    if (failed.length > 0) await writeAsTexts(batch, sheet, failed, now);
    return edits.map((edit) => ({
      ...edit,
      now: stateOf(now, edit).held,
      numberFormatBefore: stateOf(before, edit).numberFormat,
    }));
  } catch (error) {
    const failure = toHostError(error);
    // Where Excel does not answer at all, whatever we sent now would only pile up behind what it is busy with.
    // Where it refused the first write whole, there is nothing to take back.
    if (!mayWriteAfter(failure) || batch.outcome() === 'unchanged') throw failure;
    await rollBack(batch, sheet, [...before.values()], failure);
    throw failure.say('unchanged');
  }
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

/** The second try for texts; anything else that did not come back as it was is a failure. */
async function writeAsTexts(
  batch: Batch,
  sheet: Excel.Worksheet,
  failed: readonly Edit[],
  now: Map<string, CellState>,
): Promise<void> {
  const texts = failed.filter(({ after }) => 'value' in after && typeof after.value === 'string');
  const again = texts.map(({ row, column, after }): CellWrite => ({
    row,
    column,
    content: after,
    numberFormat: '@',
    plain: true,
  }));
  for (const [key, state] of byCell(await writeCells(batch, sheet, again))) now.set(key, state);
  const lost = failed.filter((edit) => !holds(stateOf(now, edit), edit.after));
  if (lost.length === 0) return;
  throw new HostError('not-written', `${lost.length} cells do not hold what was written`, {
    sheet: sheet.name,
    cells: lost.map(({ row, column }) => ({ row, column })),
  });
}

/** Puts back what the cells held. @throws HostError `failed` where not even that works; it names the cells */
async function rollBack(
  batch: Batch,
  sheet: Excel.Worksheet,
  before: readonly CellState[],
  failure: HostError,
): Promise<void> {
  const writes = before.map(({ row, column, held, numberFormat }): CellWrite => {
    const content = held.formula === null ? { value: held.value } : { formula: held.formula };
    return { row, column, content, numberFormat, plain: numberFormat === '@' };
  });
  try {
    const restored = byCell(await writeCells(batch, sheet, writes));
    const lost = writes.filter((write) => !holds(stateOf(restored, write), write.content));
    if (lost.length === 0) return;
    throw new HostError('not-written', 'not restored', { cells: lost });
  } catch (error) {
    throw new HostError('failed', `${failure.message}; and what was written could not be taken back`, {
      sheet: sheet.name,
      cells: before.map(({ row, column }) => ({ row, column })),
      cause: error,
    });
  }
}

function byCell(states: readonly CellState[]): Map<string, CellState> {
  return new Map(states.map((state) => [`${state.row},${state.column}`, state]));
}

function stateOf(states: ReadonlyMap<string, CellState>, { row, column }: CellPosition): CellState {
  return states.get(`${row},${column}`)!;
}
