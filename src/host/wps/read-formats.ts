import type { CellRange } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import type { BuildTraits } from './read-cells';
import type { OpenedSheet } from './read-sheet';
import type { Question } from './session';
import { rangeOf } from './sheets';

/** Number formats of cells that hold numbers, by "row,column" (0-based); one that is not there is "General". */
export type NumberFormats = Map<string, string>;

/** Cells of one column that hold numbers, from the first to the last, whatever stands between. */
interface Column {
  readonly column: number;
  /** 0-based rows, in order. */
  readonly rows: readonly number[];
}

/**
 * The questions for the number formats of all cells that hold numbers. WPS has one answer for a range whose cells have
 * one format, and none else; so each column is asked as a whole, then by its runs of numbers, then by halves. A build may
 * answer with the first cell's format instead of none: the last cell is asked as well.
 */
export function askFormats(
  area: CellRange,
  values: readonly (readonly CellValue[])[],
  formulas: readonly (readonly (string | null)[])[],
  formats: NumberFormats,
  traits: BuildTraits,
): Question<OpenedSheet>[] {
  const columns: Column[] = [];
  for (let c = 0; c <= area.lastColumn - area.firstColumn; c += 1) {
    const rows = values.flatMap((row, r) => (isNumber(row[c]) ? [area.firstRow + r] : []));
    if (rows.length > 0) columns.push({ column: area.firstColumn + c, rows });
  }
  const questions = columns.map((column) => askColumn(column, formats, traits));
  return [...askFirst(area, values, formulas, traits), ...questions];
}

function isNumber(value: CellValue | undefined): boolean {
  return typeof value === 'number';
}

function isContent(value: CellValue | undefined): boolean {
  return typeof value === 'string' || isNumber(value);
}

function askColumn(
  { column, rows }: Column,
  formats: NumberFormats,
  traits: BuildTraits,
): Question<OpenedSheet> {
  return ({ et, sheet }) => {
    const [first, last] = [rows[0]!, rows[rows.length - 1]!];
    const formatOf = (from: number, to: number): unknown =>
      et.get(
        rangeOf(et, sheet, { firstRow: from, lastRow: to, firstColumn: column, lastColumn: column }),
        'NumberFormat',
      );
    if (first === last) {
      formats.set(`${first},${column}`, textOf(formatOf(first, last)));
      return;
    }
    const part = (some: readonly number[]) => askColumn({ column, rows: some }, formats, traits);
    if (traits.tellsFirst) return rows.map((row) => part([row]));
    const answer = formatOf(first, last);
    if (typeof answer === 'string' && answer !== '' && answer === formatOf(last, last)) {
      for (const row of rows) formats.set(`${row},${column}`, answer);
      return;
    }
    const runs = runsOf(rows);
    if (runs.length > 1) return runs.map(part);
    const half = Math.ceil(rows.length / 2);
    return [part(rows.slice(0, half)), part(rows.slice(half))];
  };
}

function textOf(answer: unknown): string {
  return typeof answer === 'string' && answer !== '' ? answer : 'General';
}

function runsOf(rows: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === row - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/**
 * Asks once what a build tells of cells that differ, where some are known to: two neighbours hold different texts, or
 * numbers that are shown differently. One that then tells a text of both tells that of the first.
 */
function askFirst(
  area: CellRange,
  values: readonly (readonly CellValue[])[],
  formulas: readonly (readonly (string | null)[])[],
  traits: BuildTraits,
): Question<OpenedSheet>[] {
  if (traits.tellsFirst !== undefined) return [];
  for (let r = 0; r + 1 < values.length; r += 1) {
    for (let c = 0; c < values[r]!.length; c += 1) {
      const [upper, lower] = [values[r]![c], values[r + 1]![c]];
      const differ = isContent(upper) && typeof upper === typeof lower && upper !== lower;
      if (!differ || formulas[r]![c] !== null || formulas[r + 1]![c] !== null) continue;
      const firstRow = area.firstRow + r;
      const column = area.firstColumn + c;
      return [
        ({ et, sheet }) => {
          const shown = (first: number, last: number): unknown =>
            et.get(
              rangeOf(et, sheet, { firstRow: first, lastRow: last, firstColumn: column, lastColumn: column }),
              'Text',
            );
          // Numbers may be rounded, or hidden behind the width of their column.
          if (isNumber(upper) && shown(firstRow, firstRow) === shown(firstRow + 1, firstRow + 1)) return;
          const answer = shown(firstRow, firstRow + 1);
          traits.tellsFirst = typeof answer === 'string' && answer !== '';
        },
      ];
    }
  }
  return [];
}
