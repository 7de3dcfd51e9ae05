import type { IRange } from '@univerjs/core';
import type { CellPosition, CellRange } from '../../src/engine/sheet/address';

/** A range in the engine's words. */
export function toEngineRange(range: CellRange): IRange {
  return {
    startRow: range.firstRow,
    startColumn: range.firstColumn,
    endRow: range.lastRow,
    endColumn: range.lastColumn,
  };
}

/** A range of the engine in our words. */
export function fromEngineRange(range: IRange): CellRange {
  return {
    firstRow: range.startRow,
    firstColumn: range.startColumn,
    lastRow: range.endRow,
    lastColumn: range.endColumn,
  };
}

/** Whether a range holds a cell. */
export function covers(range: CellRange, { row, column }: CellPosition): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}

/** Whether two ranges have a cell in common. */
export function overlap(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow &&
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn
  );
}

/** What is left of a range without the cells of another: up to four ranges. */
export function subtract(range: CellRange, hole: CellRange): CellRange[] {
  if (!overlap(range, hole)) return [range];
  const firstRow = Math.max(range.firstRow, hole.firstRow);
  const lastRow = Math.min(range.lastRow, hole.lastRow);
  return [
    { ...range, lastRow: firstRow - 1 },
    { ...range, firstRow: lastRow + 1 },
    { ...range, firstRow, lastRow, lastColumn: hole.firstColumn - 1 },
    { ...range, firstRow, lastRow, firstColumn: hole.lastColumn + 1 },
  ].filter((rest) => rest.firstRow <= rest.lastRow && rest.firstColumn <= rest.lastColumn);
}

/** Rows or columns put in (`count` > 0, before `at`) or taken out (`count` < 0, from `at` on). */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Where a range is after a shift, as spreadsheets move references; `null` where all of it was taken out. */
export function shiftRange(range: CellRange, shift: Shift): CellRange | null {
  if (shift.axis === 'row') {
    const rows = shiftSpan(range.firstRow, range.lastRow, shift);
    return rows && { ...range, firstRow: rows[0], lastRow: rows[1] };
  }
  const columns = shiftSpan(range.firstColumn, range.lastColumn, shift);
  return columns && { ...range, firstColumn: columns[0], lastColumn: columns[1] };
}

/** Where a cell is after a shift; `null` where it was taken out. */
export function shiftCell<T extends CellPosition>(cell: T, { axis, at, count }: Shift): T | null {
  const index = cell[axis];
  if (index < at) return cell;
  if (count < 0 && index < at - count) return null;
  return { ...cell, [axis]: index + count };
}

function shiftSpan(first: number, last: number, { at, count }: Shift): [number, number] | null {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  if (first >= at && last < end) return null;
  return [
    first < at ? first : Math.max(at, first + count),
    last < at ? last : last < end ? at - 1 : last + count,
  ];
}
