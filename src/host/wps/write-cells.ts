import type { CellPosition, CellRange } from '../../engine/sheet/address';
import type { CellState, CellWrite } from '../protocol/cell-port';
import { joinLines, joinRuns } from '../protocol/runs';
import { inputOf, wouldBecomeText } from '../protocol/written-content';
import type { EtCalls } from './et-call';
import type { EtRange, EtWorksheet } from './et-types';
import { readNow, type BuildTraits } from './read-cells';
import { rangeOf } from './sheets';

/** Cells written in one call. */
const RUN = 500;

/** What single cells hold, read in lines. Within one piece. */
export function statesOf(
  et: EtCalls,
  sheet: EtWorksheet,
  cells: readonly CellPosition[],
  traits: BuildTraits,
): CellState[] {
  return joinLines(cells).flatMap((run): CellState[] => {
    const area = boundsOf(run);
    const { values, formulas } = readNow(et, sheet, area, traits);
    const formats = formatsOf(et, sheet, run, traits);
    return run.map(({ row, column }, index) => {
      const [r, c] = [row - area.firstRow, column - area.firstColumn];
      return {
        row,
        column,
        held: { value: values[r]![c]!, formula: formulas[r]![c]! },
        numberFormat: formats[index]!,
      };
    });
  });
}

/**
 * Writes cells in the given order of kinds: constants first, so that formulas find them. Nothing is read back.
 * What failed half-way stays as far as it came. Within one piece.
 */
export function writeCells(
  et: EtCalls,
  sheet: EtWorksheet,
  writes: readonly CellWrite[],
  traits: BuildTraits,
): void {
  const constants = writes.filter(({ content }) => 'value' in content);
  const formulas = writes.filter(({ content }) => 'formula' in content);
  for (const kind of [constants, formulas])
    for (const run of joinRuns(kind, (upper, lower) => formatBefore(upper) !== formatBefore(lower)))
      for (let first = 0; first < run.length; first += RUN)
        writeRun(et, sheet, run.slice(first, first + RUN), traits);
}

function writeRun(et: EtCalls, sheet: EtWorksheet, run: readonly CellWrite[], traits: BuildTraits): void {
  const property = 'formula' in run[0]!.content ? 'Formula' : 'Value2';
  const range = rangeOf(et, sheet, boundsOf(run));
  const format = formatBefore(run[0]!);
  if (format !== null) et.set(range, 'NumberFormat', format);
  if (!writeBulk(et, range, property, run, traits))
    for (const write of run) et.set(rangeOf(et, sheet, boundsOf([write])), property, inputOf(write));
  const texts = run.filter(wouldBecomeText);
  for (const again of joinRuns(texts)) et.set(rangeOf(et, sheet, boundsOf(again)), 'NumberFormat', '@');
}

/**
 * Writes a run in one call, and reads it back the first time: a build may refuse several values at once, or take them
 * without a word. @returns whether it did
 */
function writeBulk(
  et: EtCalls,
  range: EtRange,
  property: 'Formula' | 'Value2',
  run: readonly CellWrite[],
  traits: BuildTraits,
): boolean {
  if (run.length === 1) {
    et.set(range, property, inputOf(run[0]!));
    return true;
  }
  if (traits.bulkWrites === false) return false;
  try {
    et.set(
      range,
      property,
      run.map((write) => [inputOf(write)]),
    );
    return true;
  } catch {
    // Whether it takes several cells at once is known from the first that is read back: this may be another refusal.
    return false;
  }
}

/** The number format to set before the content; `null`: it stays as it is. */
function formatBefore(write: CellWrite): string | null {
  return wouldBecomeText(write) ? 'General' : write.numberFormat;
}

/** The number format of each cell of a line. */
function formatsOf(
  et: EtCalls,
  sheet: EtWorksheet,
  run: readonly CellPosition[],
  traits: BuildTraits,
): string[] {
  const answer: unknown = et.get(rangeOf(et, sheet, boundsOf(run)), 'NumberFormat');
  if (run.length === 1) return [typeof answer === 'string' && answer !== '' ? answer : 'General'];
  if (typeof answer === 'string' && answer !== '' && !traits.tellsFirst) {
    const last: unknown = et.get(rangeOf(et, sheet, boundsOf(run.slice(-1))), 'NumberFormat');
    if (last === answer) return run.map(() => answer);
  }
  const half = Math.ceil(run.length / 2);
  return [
    ...formatsOf(et, sheet, run.slice(0, half), traits),
    ...formatsOf(et, sheet, run.slice(half), traits),
  ];
}

function boundsOf(run: readonly CellPosition[]): CellRange {
  const { row: firstRow, column: firstColumn } = run[0]!;
  const { row: lastRow, column: lastColumn } = run[run.length - 1]!;
  return { firstRow, lastRow, firstColumn, lastColumn };
}
