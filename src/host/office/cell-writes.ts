import type { CellPosition } from '../../engine/sheet/address';
import { WrittenCells, type CellState, type CellWrite, type WriteOptions } from '../protocol/cell-port';
import { inputOf, wouldBecomeText } from '../protocol/written-content';
import { mayBeError, toFormula, toValue } from './cell-content';
import { jsonSize, REQUEST_LIMIT } from './payload';
import { joinLines, joinRuns } from '../protocol/runs';
import type { Batch } from './session';
import { rangeOf } from './worksheets';

/** Ranges in one round trip; each takes a few actions of some hundred bytes. */
const RUNS_PER_TRIP = 500;

/** Reads single cells: one round trip for each few hundred runs. The first one also answers what was queued before. */
export async function readCells(
  batch: Batch,
  sheet: Excel.Worksheet,
  cells: readonly CellPosition[],
  afterFirstTrip: () => void = () => undefined,
): Promise<CellState[]> {
  const states: CellState[] = [];
  const runs = joinLines(cells);
  for (let first = 0; first === 0 || first < runs.length; first += RUNS_PER_TRIP) {
    const asked = runs.slice(first, first + RUNS_PER_TRIP).map((run) => ask(sheet, run));
    await batch.sync();
    if (first === 0) afterFirstTrip();
    states.push(...asked.flatMap(answered));
  }
  return states;
}

/**
 * Writes cells in the given order of kinds (constants first, so that formulas find them) and reads them back in the
 * same round trip, one for each megabyte. Each round trip asks first what its cells hold: Excel does what a request
 * says in its order, so that nobody can type between that answer and the write.
 * @returns what the cells hold now
 */
export async function writeCells(
  batch: Batch,
  sheet: Excel.Worksheet,
  writes: readonly CellWrite[],
  { record = new WrittenCells(), guards = [], onTrip }: WriteOptions = {},
): Promise<readonly CellState[]> {
  const constants = joinRuns(writes.filter(({ content }) => 'value' in content));
  const formulas = joinRuns(writes.filter(({ content }) => 'formula' in content));
  const waiting = [...constants, ...formulas];
  let guarded = joinLines(guards).map((run) => ask(sheet, run));
  while (waiting.length > 0) {
    const runs: CellWrite[][] = [];
    let size = 0;
    while (waiting.length > 0 && runs.length < RUNS_PER_TRIP && size < REQUEST_LIMIT) {
      const run = waiting.shift()!;
      size += run.reduce((sum, write) => sum + jsonSize(inputOf(write)) + 20, 0);
      runs.push(run);
    }
    const before = runs.map((run) => ask(sheet, run));
    for (const run of runs) writeRun(sheet, run);
    const now = runs.map((run) => ask(sheet, run));
    record.sent.push(...runs.flat());
    await batch.commit();
    const images = before.flatMap(answered);
    record.before.push(...images);
    record.after.push(...now.flatMap(answered));
    onTrip?.(images, guarded.flatMap(answered));
    guarded = [];
  }
  return record.after;
}

function writeRun(sheet: Excel.Worksheet, run: readonly CellWrite[]): void {
  const range = rangeOf(sheet, boundsOf(run));
  const setFormats = (formatOf: (write: CellWrite) => string | null): void => {
    const formats = run.map((write) => [formatOf(write)]);
    // A cell that is null in a matrix stays as it is.
    if (formats.some(([format]) => format !== null)) range.numberFormat = formats;
  };
  setFormats((write) => (wouldBecomeText(write) ? 'General' : write.numberFormat));
  const matrix = run.map((write) => [inputOf(write)]);
  if ('formula' in run[0]!.content) range.formulas = matrix;
  else range.values = matrix;
  setFormats((write) => (wouldBecomeText(write) ? '@' : null));
}

/** Cells that stand in a line, and the range that was asked about them. */
interface Asked {
  readonly run: readonly CellPosition[];
  readonly range: Excel.Range;
}

function ask(sheet: Excel.Worksheet, run: readonly CellPosition[]): Asked {
  const range = rangeOf(sheet, boundsOf(run));
  range.load('values,formulas,numberFormat,valueTypes');
  return { run, range };
}

function answered({ run, range }: Asked): CellState[] {
  const { row: firstRow, column: firstColumn } = run[0]!;
  return run.map(({ row, column }) => {
    const [i, j] = [row - firstRow, column - firstColumn];
    const raw: unknown = range.values[i]![j];
    const type = mayBeError(raw) ? range.valueTypes[i]![j] : undefined;
    const formula = toFormula(range.formulas[i]![j], raw);
    return {
      row,
      column,
      held: { value: toValue(raw, type, formula), formula },
      numberFormat: String(range.numberFormat[i]![j]),
    };
  });
}

function boundsOf(run: readonly CellPosition[]) {
  const { row: firstRow, column: firstColumn } = run[0]!;
  const { row: lastRow, column: lastColumn } = run[run.length - 1]!;
  return { firstRow, lastRow, firstColumn, lastColumn };
}
