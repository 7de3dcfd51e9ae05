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

/** A row with cells far to the right: those before in one piece, and the far ones with their columns. */
class FarRow<T> {
  constructor(
    readonly near: readonly T[],
    readonly columns: readonly number[],
    readonly items: readonly T[],
    readonly length: number,
  ) {}
}

type TakenRow<T> = readonly T[] | FarRow<T>;

interface WaitingRow {
  readonly index: number;
  readonly values: TakenRow<CellValue>;
  readonly formulas: TakenRow<string | null>;
  readonly formats: TakenRow<string>;
}

/** So many blanks in a row are not written out before it is known that the worksheet has not too many of them. */
const FAR = 256;

const NONE: readonly never[] = Object.freeze([]);

/**
 * Gathers the cells of a worksheet row by row and makes the matrices of a snapshot of them: the used range is where
 * values and formulas are, rows end at their last used cell, rows without any share one array, and so do
 * successive rows with the same number formats. Blanks before cells far to the right are counted first and made last.
 */
export class GridBuilder {
  private readonly rows: WaitingRow[] = [];
  private readonly values = new RowBuffer<CellValue>(null);
  private readonly formulas = new RowBuffer<string | null>(null);
  private readonly formats = new RowBuffer<string>(GENERAL);
  private row = -1;
  private inOrder = true;
  private previousFormats: TakenRow<string> = NONE;
  private places = 0;
  private firstColumn = Infinity;

  /** @param maxCells places in rows (cells and the blanks before them) after which the sheet is refused */
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
    this.places += Math.max(values.length, formulas.length, sameFormats ? 0 : formats.length);
    if (this.places > this.maxCells) {
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
    const written = writtenOut(this.rows);
    const rows = this.inOrder ? written : mergedInOrder(written);
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
  private near = 0;
  private farColumns: number[] = [];
  private farItems: T[] = [];

  constructor(private readonly blank: T) {}

  set(column: number, item: T): void {
    if (column >= this.length) this.length = column + 1;
    if (column >= this.near + FAR || (column >= this.near && this.farColumns.length > 0)) {
      this.farColumns.push(column);
      this.farItems.push(item);
      return;
    }
    const slots = this.slots;
    while (this.near <= column) slots[this.near++] = this.blank;
    slots[column] = item;
  }

  equals(other: TakenRow<T>): boolean {
    if (other.length !== this.length) return false;
    const { near } = this;
    const others = other instanceof FarRow ? other.near : other;
    if (others.length !== near) return false;
    for (let i = 0; i < near; i++) if (this.slots[i] !== others[i]) return false;
    const { farColumns, farItems } = this;
    if (!(other instanceof FarRow)) return farColumns.length === 0;
    return (
      other.columns.length === farColumns.length &&
      farColumns.every((column, i) => column === other.columns[i] && farItems[i] === other.items[i])
    );
  }

  /** A copy of just the size, and the buffer is empty again. */
  take(): TakenRow<T> {
    if (this.length === 0) return NONE;
    const { length, farColumns, farItems } = this;
    const near = this.near === 0 ? NONE : this.slots.slice(0, this.near);
    this.clear();
    return farColumns.length === 0 ? near : new FarRow(near, farColumns, farItems, length);
  }

  clear(): void {
    this.length = 0;
    this.near = 0;
    if (this.farColumns.length > 0) {
      this.farColumns = [];
      this.farItems = [];
    }
  }
}

/** Rows with the blanks before their far cells; those that share their number formats go on sharing them. */
function writtenOut(rows: readonly WaitingRow[]): BuiltRow[] {
  let taken: TakenRow<string> = NONE;
  let formats: readonly string[] = NONE;
  return rows.map((row) => {
    if (isWrittenOut(row)) return row;
    if (row.formats !== taken) formats = filled((taken = row.formats), GENERAL);
    const { index } = row;
    return { index, values: filled(row.values, null), formulas: filled(row.formulas, null), formats };
  });
}

function isWrittenOut(row: WaitingRow): row is BuiltRow {
  return !(row.values instanceof FarRow || row.formulas instanceof FarRow || row.formats instanceof FarRow);
}

function filled<T>(row: TakenRow<T>, blank: T): readonly T[] {
  if (!(row instanceof FarRow)) return row;
  const all = row.near.slice();
  while (all.length < row.length) all.push(blank);
  row.columns.forEach((column, i) => (all[column] = row.items[i]!));
  return all;
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
