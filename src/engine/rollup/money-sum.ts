import type { NumberCell } from '../annex/values/number-cell';
import { toAbsoluteAddress, type CellRange } from '../sheet/address';
import { isCellError, isUnknown, type CellValue } from '../sheet/cell-value';
import { peopleNumber } from '../sheet/number-format';
import { sheetPrefix } from './sheet-reference';

/** A cell that belongs into a sum, the worksheet it is on, and what its figures are multiplied by. */
export interface Summand {
  readonly cell: NumberCell;
  readonly sheetName: string;
  /** 1 unless its annex is kept in another money unit than the sum: 元 into 万元 is 0.0001. */
  readonly factor: number;
}

/** A `SUM(…)` that fits a cell by itself. */
export interface SumTerm {
  readonly text: string;
  readonly value: CellValue;
}

export interface MoneySum {
  /** What makes up the sum; nearly always all of it fits one cell. */
  readonly terms: readonly SumTerm[];
  /** What the formula gives: a number, or the first error among the cells. */
  readonly value: CellValue;
  /** How many amounts are stored as text, which SUM passes over. */
  readonly textAmounts: number;
}

/** Limits of a formula in Excel (and WPS). */
export const MOST_ARGUMENTS = 255;
export const LONGEST_FORMULA = 8192;
/** A term leaves room for "=" and a factor. */
const LONGEST_TERM = LONGEST_FORMULA - 32;

/**
 * The sum of single cells as a formula over their runs of rows. Only the cells themselves are in the runs: rows
 * of 合计 or 小计, continuation rows and repeated headers between them break a run and are never summed.
 */
export function moneySum(summands: readonly Summand[]): MoneySum {
  const groups = new Map<string, { sheetName: string; factor: number; cells: NumberCell[] }>();
  for (const { cell, sheetName, factor } of summands) {
    const key = `${factor}!${sheetName}`;
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { sheetName, factor, cells: [cell] });
  }
  return {
    terms: [...groups.values()].flatMap(({ sheetName, factor, cells }) => termsOf(sheetName, cells, factor)),
    value: valueOf(summands),
    textAmounts: summands.filter(({ cell }) => cell.number !== null && typeof cell.raw !== 'number').length,
  };
}

/** What SUM makes of cells: it passes over texts and hands on the first error. */
function valueOf(summands: readonly Pick<Summand, 'cell' | 'factor'>[]): CellValue {
  let total = 0;
  for (const { cell, factor } of summands) {
    if (isCellError(cell.raw) || isUnknown(cell.raw)) return cell.raw;
    if (typeof cell.raw === 'number') total += cell.raw * factor;
  }
  return sumFigure(total);
}

/** A sum as a cell has it: without binary noise, and #NUM! where it is larger than any number. */
export function sumFigure(total: number): CellValue {
  // Eight decimals keep 元 in 亿元.
  return Number.isFinite(total) ? peopleNumber(Number(total.toFixed(8))) : { error: '#NUM!' };
}

/** What SUM makes of values: it passes over texts and hands on the first error. */
export function sumOfValues(values: readonly CellValue[]): CellValue {
  const failed = values.find((value) => isCellError(value) || isUnknown(value));
  if (failed) return failed;
  return sumFigure(values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0));
}

/** The terms as one formula, or `null` where it would be too long for a cell. */
export function sumFormula(terms: readonly SumTerm[]): string | null {
  const formula = `=${terms.map((term) => term.text).join('+')}`;
  return formula.length <= LONGEST_FORMULA ? formula : null;
}

interface Run {
  readonly range: CellRange;
  readonly cells: readonly NumberCell[];
}

/** Cells that follow each other down a column, in the order of the sheet. */
function runsOf(cells: readonly NumberCell[]): Run[] {
  const runs: { range: CellRange; cells: NumberCell[] }[] = [];
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const cell of sorted) {
    const { row, column } = cell;
    const last = runs[runs.length - 1];
    if (last && last.range.firstColumn === column && row === last.range.lastRow + 1) {
      last.range = { ...last.range, lastRow: row };
      last.cells.push(cell);
    } else {
      const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
      runs.push({ range, cells: [cell] });
    }
  }
  return runs;
}

function termsOf(sheetName: string, cells: readonly NumberCell[], factor: number): SumTerm[] {
  const prefix = sheetPrefix(sheetName);
  const terms: SumTerm[] = [];
  let open: Run[] = [];
  let length = 0;
  const close = (): void => {
    const references = open.map(({ range }) => prefix + toAbsoluteAddress(range));
    const summed = open.flatMap((run) => run.cells.map((cell) => ({ cell, factor })));
    terms.push({ text: `SUM(${references.join(',')})${factorText(factor)}`, value: valueOf(summed) });
    open = [];
    length = 0;
  };
  for (const run of runsOf(cells)) {
    const more = prefix.length + toAbsoluteAddress(run.range).length + 1;
    if (open.length === MOST_ARGUMENTS || length + more > LONGEST_TERM) close();
    open.push(run);
    length += more;
  }
  if (open.length > 0) close();
  return terms;
}

/** What stands behind a reference so that its figure is in another unit; '' where it is in that already. */
export function factorText(factor: number): string {
  if (factor === 1) return '';
  return factor > 1 ? `*${Math.round(factor)}` : `/${Math.round(1 / factor)}`;
}
