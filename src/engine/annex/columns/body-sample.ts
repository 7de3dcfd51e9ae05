import { isBlankValue, type CellValue } from '../../sheet/cell-value';
import { shownDigits } from '../../sheet/number-format';
import { numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { isHeaderRow, type HeaderBlock } from '../header/find-header';
import type { LabelReader } from '../header/label-features';
import { foldText } from '../text';
import { readTextNumber } from '../values/number-cell';
import { presenceOf } from '../values/presence';
import { readTextRate } from '../values/rate-cell';
import { SUBTOTAL_ROW, TOTAL_ROW } from '../vocabulary/row-terms';
import { saysGrade } from './grade-text';

/** What the cells of one column hold in the rows that were looked at. */
export interface ColumnSample {
  /** 0-based sheet column. */
  readonly column: number;
  /** The number of each row, in the order of the rows: percentages as fractions; NaN where there is none. */
  readonly numbers: Float64Array;
  /** How many cells hold an answer, a number, a number shown with a percent sign, a grade and nothing else. */
  readonly filled: number;
  readonly numeric: number;
  readonly percents: number;
  readonly grades: number;
}

/** Rows of a table's body, spread over all of it. */
export interface BodySample {
  /** 0-based sheet rows that carry a project's own figures. */
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<number, ColumnSample>;
}

/** Enough rows to tell what a column is: what most of them say does not change with more. */
const MOST_ROWS = 120;
/** How far down the end of the table is looked for, row by row. */
const LOOKED_AT = 400;

/**
 * Looks at the body under a header.
 *
 * @param columns 0-based sheet columns
 * @param isElsewhere whether another annex begins in a row below the header
 */
export function sampleBody(
  sheet: SheetSnapshot,
  labels: LabelReader,
  block: HeaderBlock,
  columns: readonly number[],
  isElsewhere: (row: number) => boolean,
): BodySample {
  const rows = sampleRows(sheet, labels, block, isElsewhere);
  return { rows, columns: new Map(columns.map((column) => [column, sampleColumn(sheet, rows, column)])) };
}

function sampleRows(
  sheet: SheetSnapshot,
  labels: LabelReader,
  block: HeaderBlock,
  isElsewhere: (row: number) => boolean,
): number[] {
  const end = sheet.firstRow + sheet.rowCount;
  const near = Math.min(end, block.bodyRow + LOOKED_AT);
  const rows: number[] = [];
  for (let row = block.bodyRow; row < near; row++) {
    // Neither labels nor titles stand beside numbers, and hardly any row of a project has none.
    if (!hasNumbers(sheet, row)) {
      if (isHeaderRow(sheet, labels, row)) {
        if (repeatsHeader(sheet, block, row)) continue;
        return thinned(rows);
      }
      if (isElsewhere(row)) return thinned(rows);
    }
    if (isOwnRow(sheet, block, row)) rows.push(row);
  }
  const step = Math.max(1, Math.ceil((end - near) / MOST_ROWS));
  for (let row = near; row < end; row += step) if (isOwnRow(sheet, block, row)) rows.push(row);
  return thinned(rows);
}

/** Whether the row says what a row of this table's own header says, on a new printed page. */
function repeatsHeader(
  sheet: SheetSnapshot,
  { firstRow, lastRow, firstColumn, lastColumn }: HeaderBlock,
  row: number,
): boolean {
  for (let header = firstRow; header <= lastRow; header++) {
    let [same, filled] = [0, 0];
    for (let column = firstColumn; column <= lastColumn; column++) {
      const value = valueAt(sheet, row, column);
      if (isBlankValue(value)) continue;
      filled++;
      if (valueAt(sheet, header, column) === value) same++;
    }
    if (same > 1 && same * 5 >= filled * 4) return true;
  }
  return false;
}

function thinned(rows: number[]): number[] {
  if (rows.length <= MOST_ROWS) return rows;
  const step = rows.length / MOST_ROWS;
  return Array.from({ length: MOST_ROWS }, (_, i) => rows[Math.floor(i * step)]!);
}

function hasNumbers(sheet: SheetSnapshot, row: number): boolean {
  return (sheet.values[row - sheet.firstRow] ?? []).some((value) => typeof value === 'number');
}

/** A row that names something and is no row of sums. */
function isOwnRow(sheet: SheetSnapshot, { firstColumn, nameColumn }: HeaderBlock, row: number): boolean {
  const name = valueAt(sheet, row, nameColumn);
  if (isBlankValue(name)) return false;
  for (let column = firstColumn; column <= nameColumn; column++) {
    const value = valueAt(sheet, row, column);
    if (typeof value !== 'string' || !/[计额l]/i.test(value)) continue;
    const folded = foldText(value);
    if (TOTAL_ROW.test(folded) || SUBTOTAL_ROW.test(folded)) return false;
  }
  return true;
}

function sampleColumn(sheet: SheetSnapshot, rows: readonly number[], column: number): ColumnSample {
  const numbers = new Float64Array(rows.length).fill(NaN);
  let [filled, numeric, percents, grades] = [0, 0, 0, 0];
  for (const [i, row] of rows.entries()) {
    const value = valueAt(sheet, row, column);
    if (presenceOf(value) !== 'value') continue;
    filled++;
    if (typeof value === 'string' && saysGrade(value)) grades++;
    const read = readNumber(value, () => numberFormatAt(sheet, row, column));
    if (!read) continue;
    numeric++;
    if (read.percent) percents++;
    numbers[i] = read.number;
  }
  return { column, numbers, filled, numeric, percents, grades };
}

function readNumber(
  value: CellValue,
  format: () => string,
): { readonly number: number; readonly percent: boolean } | null {
  if (typeof value === 'number') return { number: value, percent: shownDigits(format()).percent };
  if (typeof value !== 'string' || value.length > 24) return null;
  const rate = readTextRate(value);
  if (rate) return { number: rate.percent ? rate.number / 100 : rate.number, percent: rate.percent };
  const number = readTextNumber(value);
  return number && { number: number.number, percent: false };
}
