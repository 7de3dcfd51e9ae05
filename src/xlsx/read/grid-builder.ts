import type { CellValue } from '../../engine/sheet/cell-value';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { XlsxError } from '../xlsx-error';
import { GENERAL } from './number-formats';

export type Grid = Pick<
  SheetSnapshot,
  'firstRow' | 'firstColumn' | 'rowCount' | 'columnCount' | 'values' | 'formulas' | 'numberFormats'
>;

export const EMPTY_GRID: Grid = {
  firstRow: 0,
  firstColumn: 0,
  rowCount: 0,
  columnCount: 0,
  values: [],
  formulas: [],
  numberFormats: [],
};

interface BuiltRow {
  readonly index: number;
  readonly values: readonly CellValue[];
  readonly formulas: readonly (string | null)[];
  readonly formats: readonly string[];
}

const NONE: readonly never[] = Object.freeze([]);

/**
 * Gathers the cells of a worksheet row by row and makes the matrices of a snapshot of them: the used range is where
 * values and formulas are, rows end at their last used cell, rows without any share one array, and so do
 * successive rows with the same number formats.
 */
export class GridBuilder {
  private readonly rows: BuiltRow[] = [];
  private readonly values = new RowBuffer<CellValue>(null);
  private readonly formulas = new RowBuffer<string | null>(null);
  private readonly formats = new RowBuffer<string>(GENERAL);
  private row = -1;
  private inOrder = true;
  private previousFormats: readonly string[] = NONE;
  private slots = 0;
  private firstColumn = Infinity;

  /** @param maxCells slots (cells and the blanks before them) after which the sheet is refused */
  constructor(private readonly maxCells: number) {}

  /** Begins a row, by its 0-based sheet index. Rows may come in any order and more than once. */
  startRow(row: number): void {
    if (row <= this.row) this.inOrder = false;
    this.row = row;
  }

  /** Sets the value of a cell of the row, by its 0-based sheet column; not to be called for blanks. */
  setValue(column: number, value: CellValue): void {
    if (column < this.firstColumn) this.firstColumn = column;
    this.values.set(column, value);
  }

  /** Sets the formula, "=" included, of a cell of the row. */
  setFormula(column: number, formula: string): void {
    if (column < this.firstColumn) this.firstColumn = column;
    this.formulas.set(column, formula);
  }

  /** Sets the number format of a cell of the row; not to be called for "General". */
  setFormat(column: number, format: string): void {
    this.formats.set(column, format);
  }

  /**
   * Ends the row.
   * @throws XlsxError 'too-large' when the rows have become too many or too long
   */
  endRow(): void {
    const { values, formulas, formats } = this;
    if (values.length + formulas.length + formats.length === 0) return;
    const sameFormats = formats.equals(this.previousFormats);
    this.slots += values.length + formulas.length + (sameFormats ? 0 : formats.length);
    if (this.slots > this.maxCells) {
      throw new XlsxError('too-large', `a worksheet of over ${this.maxCells} cells`, {
        limit: this.maxCells,
      });
    }
    if (!sameFormats) this.previousFormats = formats.take();
    formats.clear();
    this.rows.push({
      index: this.row,
      values: values.take(),
      formulas: formulas.take(),
      formats: this.previousFormats,
    });
  }

  /** The matrices; an empty sheet has no rows and lies at A1. */
  build(): Grid {
    const rows = this.inOrder ? this.rows : mergedInOrder(this.rows);
    const used = (row: BuiltRow) => row.values.length > 0 || row.formulas.length > 0;
    const firstUsed = rows.findIndex(used);
    if (firstUsed < 0) return EMPTY_GRID;
    let lastUsed = rows.length - 1;
    while (!used(rows[lastUsed]!)) lastUsed--;
    const firstRow = rows[firstUsed]!.index;
    const rowCount = rows[lastUsed]!.index - firstRow + 1;
    const firstColumn = this.firstColumn;
    let width = 0;
    for (const row of rows) width = Math.max(width, row.values.length, row.formulas.length);

    const values = new Array<readonly CellValue[]>(rowCount).fill(NONE);
    const formulas = new Array<readonly (string | null)[]>(rowCount).fill(NONE);
    const numberFormats = new Array<readonly string[]>(rowCount).fill(NONE);
    let uncut: readonly string[] = NONE;
    let cutFormats: readonly string[] = NONE;
    for (let i = firstUsed; i <= lastUsed; i++) {
      const row = rows[i]!;
      const at = row.index - firstRow;
      values[at] = cut(row.values, firstColumn, width);
      formulas[at] = cut(row.formulas, firstColumn, width);
      if (row.formats !== uncut) cutFormats = cut((uncut = row.formats), firstColumn, width);
      numberFormats[at] = cutFormats;
    }
    return {
      firstRow,
      firstColumn,
      rowCount,
      columnCount: width - firstColumn,
      values,
      formulas,
      numberFormats,
    };
  }
}

/** One row in the making; its memory is used again for the next. */
class RowBuffer<T> {
  length = 0;
  private readonly slots: T[] = [];

  constructor(private readonly blank: T) {}

  set(column: number, item: T): void {
    const slots = this.slots;
    while (this.length <= column) slots[this.length++] = this.blank;
    slots[column] = item;
  }

  equals(other: readonly T[]): boolean {
    if (other.length !== this.length) return false;
    for (let i = 0; i < this.length; i++) if (this.slots[i] !== other[i]) return false;
    return true;
  }

  /** A copy of just the size, and the buffer is empty again. */
  take(): readonly T[] {
    const taken = this.length === 0 ? NONE : this.slots.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  clear(): void {
    this.length = 0;
  }
}

function cut<T>(row: readonly T[], first: number, end: number): readonly T[] {
  if (first === 0 && row.length <= end) return row;
  return row.length <= first ? NONE : row.slice(first, end);
}

/** Rows sorted by index; of a row that comes more than once, the later cells count. */
function mergedInOrder(rows: readonly BuiltRow[]): BuiltRow[] {
  const merged: BuiltRow[] = [];
  for (const row of [...rows].sort((a, b) => a.index - b.index)) {
    const previous = merged[merged.length - 1];
    if (previous?.index !== row.index) merged.push(row);
    else {
      merged[merged.length - 1] = {
        index: row.index,
        values: overlay<CellValue>(previous.values, row.values, null),
        formulas: overlay<string | null>(previous.formulas, row.formulas, null),
        formats: overlay(previous.formats, row.formats, GENERAL),
      };
    }
  }
  return merged;
}

function overlay<T>(under: readonly T[], over: readonly T[], blank: T): readonly T[] {
  if (under.length === 0 || over.length === 0) return over.length === 0 ? under : over;
  const result = under.slice();
  while (result.length < over.length) result.push(blank);
  over.forEach((item, i) => {
    if (item !== blank) result[i] = item;
  });
  return result;
}
