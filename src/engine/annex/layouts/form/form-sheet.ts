import type { CellRange } from '../../../sheet/address';
import { isBlankValue, type CellValue } from '../../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../../sheet/snapshot';
import type { LabelFeatures, LabelReader } from '../../header/label-features';
import { splitAnswer } from './form-terms';

/** A cell of a form, or the merged range that is one to its reader. 0-based sheet positions, all included. */
export interface FormCell extends CellRange {
  readonly value: CellValue;
  /** What stands in it, on one line and without white space at its ends; '' for anything but a text. */
  readonly text: string;
  readonly blank: boolean;
}

/** Blocks are looked for row by row, each time some dozens of rows down: so many are kept. */
const ROWS_KEPT = 256;

/** A worksheet as the reader of a form sees it: merged ranges are one cell, whatever their size. */
export class FormSheet {
  private readonly mergesByRow = new Map<number, CellRange[]>();
  private readonly read = new Map<number, readonly FormCell[]>();

  constructor(
    readonly sheet: SheetSnapshot,
    private readonly labels: LabelReader,
  ) {
    for (const merge of sheet.merges ?? []) {
      const last = Math.min(merge.lastRow, this.lastRow);
      for (let row = merge.firstRow; row <= last; row++) {
        const inRow = this.mergesByRow.get(row);
        if (inRow) inRow.push(merge);
        else this.mergesByRow.set(row, [merge]);
      }
    }
  }

  get lastRow(): number {
    return this.sheet.firstRow + this.sheet.rowCount - 1;
  }

  /** Whether the host told which cells are merged. */
  get knowsMerges(): boolean {
    return this.sheet.merges !== null;
  }

  /** The cell that covers a position. */
  at(row: number, column: number): FormCell {
    const merge = this.mergesByRow
      .get(row)
      ?.find(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn);
    return this.cell(merge ?? { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
  }

  /** The merged ranges that reach into some rows, in the order of their first ones. */
  mergesIn(firstRow: number, lastRow: number): CellRange[] {
    const merges = new Set<CellRange>();
    for (let row = firstRow; row <= lastRow; row++)
      for (const merge of this.mergesByRow.get(row) ?? []) merges.add(merge);
    return [...merges];
  }

  /** The cells that begin in a row and hold something, from left to right. */
  begun(row: number): readonly FormCell[] {
    let cells = this.read.get(row);
    if (!cells) {
      cells = this.filled(row).filter(({ firstRow }) => firstRow === row);
      if (this.read.size >= ROWS_KEPT) this.read.clear();
      this.read.set(row, cells);
    }
    return cells;
  }

  /** The cells that reach into a row and hold something, those that are merged down from above too. */
  filled(row: number): FormCell[] {
    const cells: FormCell[] = [];
    const { firstColumn, columnCount } = this.sheet;
    for (let column = firstColumn; column < firstColumn + columnCount;) {
      const cell = this.at(row, column);
      if (!cell.blank) cells.push(cell);
      column = cell.lastColumn + 1;
    }
    return cells;
  }

  isBlank(row: number): boolean {
    return (this.sheet.values[row - this.sheet.firstRow] ?? []).every(isBlankValue);
  }

  features({ text }: FormCell): LabelFeatures | null {
    return text === '' ? null : this.labels.features(text);
  }

  /** What the label of a cell says, which may have its answer behind it ("总分：96.5"). */
  featuresOfLabel(cell: FormCell): LabelFeatures | null {
    const label = splitAnswer(cell.text)?.label;
    return this.features(label === undefined ? cell : { ...cell, text: label });
  }

  private cell({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): FormCell {
    const value = valueAt(this.sheet, firstRow, firstColumn);
    return {
      firstRow,
      lastRow,
      firstColumn,
      lastColumn,
      value,
      text: typeof value === 'string' ? value.replace(/\s*\n\s*/g, '').trim() : '',
      blank: isBlankValue(value),
    };
  }
}

/** The cell as a label: where it begins, and what it says. */
export function labelOf({ firstRow, firstColumn, text }: FormCell): {
  readonly row: number;
  readonly column: number;
  readonly text: string;
} {
  return { row: firstRow, column: firstColumn, text };
}

/** Whether two cells begin at the same place. */
export function isSameCell(one: CellRange, other: CellRange): boolean {
  return one.firstRow === other.firstRow && one.firstColumn === other.firstColumn;
}
