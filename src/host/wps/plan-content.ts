import type { CellRange } from '../../engine/sheet/address';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { HostError } from '../port';
import type { CellWrite } from '../protocol/cell-port';
import { cellsOfStyle, contentOfPlan, inputOf, isPlanned, type GridCell } from '../protocol/plan-cells';
import { joinRuns } from '../protocol/runs';
import { holds } from '../protocol/written-content';
import type { EtWorksheet } from './et-types';
import { manyRanges } from './many-ranges';
import { readNow, type BuildTraits } from './read-cells';
import type { Piece } from './session';
import { rangeOf } from './sheets';
import { statesOf, writeCells } from './write-cells';

/** Cells of one block. */
const BLOCK_CELLS = 2_000;

/**
 * Writes the cells of a plan on a blank worksheet: number formats, then all constants in blocks that are read back, then
 * the formulas, so that every cell they refer to is there already.
 * @throws HostError `not-written`
 */
export function writePlan(piece: Piece, sheet: EtWorksheet, plan: SheetPlan, traits: BuildTraits): void {
  const { et, application } = piece;
  plan.styles.forEach(({ numberFormat }, style) => {
    const ranges = numberFormat === undefined ? [] : cellsOfStyle(plan, style);
    if (ranges.length > 0) et.set(manyRanges(et, application, sheet, ranges), 'NumberFormat', numberFormat);
  });
  const { rows } = contentOfPlan(plan);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return;
  const height = Math.max(1, Math.floor(BLOCK_CELLS / width));
  for (let first = 0; first < rows.length; first += height)
    writeBlock(piece, sheet, rows.slice(first, first + height), first, width, traits);
  const formulas = writesOf(rows, ({ content }) => 'formula' in content);
  for (const run of joinRuns(formulas)) mustHold(piece, sheet, run, traits);
}

function writeBlock(
  { et }: Piece,
  sheet: EtWorksheet,
  rows: readonly (readonly (GridCell | null)[])[],
  firstRow: number,
  width: number,
  traits: BuildTraits,
): void {
  const area: CellRange = {
    ...{ firstRow, lastRow: firstRow + rows.length - 1, firstColumn: 0, lastColumn: width - 1 },
  };
  const isOne = rows.length === 1 && width === 1;
  if (isOne || traits.bulkWrites !== false) {
    const matrix = rows.map((row) => Array.from({ length: width }, (_, c) => inputOf(row[c] ?? null)));
    try {
      et.set(rangeOf(et, sheet, area), 'Value2', isOne ? matrix[0]![0] : matrix);
    } catch {
      // What is missing is written cell by cell.
    }
  }
  const { values, formulas } = readNow(et, sheet, area, traits);
  const isThere = ({ row, column, content }: CellWrite): boolean => {
    const held = {
      value: values[row - firstRow]![column]!,
      formula: formulas[row - firstRow]![column]!,
    };
    return holds({ row, column, held, numberFormat: '' }, content);
  };
  const constants = writesOf(rows, ({ content }) => 'value' in content, firstRow).filter(
    ({ content }) => 'value' in content && content.value !== null && content.value !== '',
  );
  const lost = constants.filter((write) => !isThere(write));
  if (lost.length > 0) {
    if (!isOne && lost.length >= constants.length - 1 && constants.length > 1) traits.bulkWrites = false;
    for (const run of joinRuns(lost)) mustHold({ et } as Piece, sheet, run, { ...traits, bulkWrites: false });
  } else if (!isOne && constants.length > 1) traits.bulkWrites = true;
}

/**
 * Writes cells and reads them back; a text that did not come back as it was gets the number format "@", which keeps it.
 * @throws HostError `not-written`
 */
export function mustHold(
  { et }: Pick<Piece, 'et'>,
  sheet: EtWorksheet,
  writes: readonly CellWrite[],
  traits: BuildTraits,
): void {
  const lostOf = (some: readonly CellWrite[]): CellWrite[] => {
    const states = new Map(statesOf(et, sheet, some, traits).map((state) => [nameOf(state), state]));
    return some.filter((write) => !holds(states.get(nameOf(write))!, write.content));
  };
  writeCells(et, sheet, writes, traits);
  let lost = lostOf(writes);
  if (lost.length > 0) {
    writeCells(
      et,
      sheet,
      lost.map((write): CellWrite => {
        const isText = 'value' in write.content && typeof write.content.value === 'string';
        return isText ? { ...write, numberFormat: '@', plain: true } : write;
      }),
      { ...traits, bulkWrites: false },
    );
    lost = lostOf(lost);
  }
  if (lost.length === 0) return;
  throw new HostError('not-written', `${lost.length} cells do not hold what was written`, {
    cells: lost.map(({ row, column }) => ({ row, column })),
  });
}

function writesOf(
  rows: readonly (readonly (GridCell | null)[])[],
  which: (cell: GridCell) => boolean,
  firstRow = 0,
): CellWrite[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, column) =>
      cell && which(cell) ? [{ row: firstRow + r, column, content: cell.content, numberFormat: null }] : [],
    ),
  );
}

/** The cells of a rollup that differ from what a plan has. */
export function changesOf(before: SheetSnapshot, plan: SheetPlan): CellWrite[] {
  const { rows } = contentOfPlan(plan);
  const lastRow = Math.max(rows.length, before.firstRow + before.rowCount) - 1;
  const width = Math.max(before.firstColumn + before.columnCount, ...rows.map((row) => row.length));
  const changes: CellWrite[] = [];
  for (let row = 0; row <= lastRow; row += 1)
    for (let column = 0; column < width; column += 1) {
      const next = rows[row]?.[column] ?? null;
      const content = next?.content ?? { value: null };
      const held = { value: valueAt(before, row, column), formula: formulaAt(before, row, column) };
      const format = next?.numberFormat ?? null;
      // Only of numbers it is known how they are shown.
      const isSame =
        format === null || typeof held.value !== 'number' || format === numberFormatAt(before, row, column);
      if (!isPlanned(held, content) || !isSame) changes.push({ row, column, content, numberFormat: format });
    }
  return changes;
}

function nameOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row},${column}`;
}
