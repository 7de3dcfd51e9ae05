import type { CellRange } from '../../../sheet/address';
import { isBlankValue, type CellValue } from '../../../sheet/cell-value';
import { valueAt, type SheetSnapshot } from '../../../sheet/snapshot';
import type { LabelFeatures, LabelReader } from '../../header/label-features';
import type { LabelCell } from '../../place';
import { splitAnswer, type SplitAnswer } from './form-terms';

/** A cell of a form, or the merged range that is one to its reader. 0-based sheet positions, all included. */
export interface FormCell extends CellRange {
  readonly value: CellValue;
  /** What stands in it, on one line and without white space at its ends; '' for anything but a text. */
  readonly text: string;
  readonly blank: boolean;
  /** What its text says as a label; `null` where it is none. */
  readonly features: LabelFeatures | null;
  /** Its text as a label with its answer behind it ("总分：96.5"); `null` where it is none. */
  readonly split: SplitAnswer | null;
  /** What its label says, which may have its answer behind it. */
  readonly labelFeatures: LabelFeatures | null;
  /** The cell as a label of others. */
  readonly asLabel: LabelCell;
}

/** A cell of a form that finds out once what it says: every reader of a block asks for the labels around it. */
class ReadCell implements FormCell {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly text: string;
  readonly blank: boolean;
  private knownFeatures: LabelFeatures | null | undefined;
  private knownSplit: SplitAnswer | null | undefined;
  private knownLabel: LabelCell | undefined;

  constructor(
    { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
    readonly value: CellValue,
    private readonly labels: LabelReader,
  ) {
    this.firstRow = firstRow;
    this.lastRow = lastRow;
    this.firstColumn = firstColumn;
    this.lastColumn = lastColumn;
    this.text = typeof value === 'string' ? value.replace(/\s*\n\s*/g, '').trim() : '';
    this.blank = isBlankValue(value);
  }

  get features(): LabelFeatures | null {
    if (this.knownFeatures === undefined)
      this.knownFeatures = this.text === '' ? null : this.labels.features(this.text);
    return this.knownFeatures;
  }

  get split(): SplitAnswer | null {
    if (this.knownSplit === undefined) this.knownSplit = splitAnswer(this.text);
    return this.knownSplit;
  }

  get labelFeatures(): LabelFeatures | null {
    const label = this.split?.label;
    return label === undefined ? this.features : this.labels.features(label);
  }

  get asLabel(): LabelCell {
    return (this.knownLabel ??= { row: this.firstRow, column: this.firstColumn, text: this.text });
  }
}

/** Blocks are looked for row by row, each time some dozens of rows down: so many cells are kept. */
const CELLS_KEPT = 1 << 14;

/** A worksheet as the reader of a form sees it: merged ranges are one cell, whatever their size. */
export class FormSheet {
  private readonly mergesByRow = new Map<number, CellRange[]>();
  /** By row, and by how far a column is from the first of the sheet. */
  private readonly cells = new Map<number, FormCell[]>();
  private readonly merged = new Map<CellRange, FormCell>();
  private readonly read = new Map<number, readonly FormCell[]>();
  private kept = 0;

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
    const { firstColumn, columnCount } = this.sheet;
    const i = column - firstColumn;
    // Nothing stands outside the used range, and few ask.
    if (i < 0 || i >= columnCount) return this.cell(row, column);
    let inRow = this.cells.get(row);
    const known = inRow?.[i];
    if (known) return known;
    if (++this.kept > CELLS_KEPT) inRow = this.forget();
    if (!inRow) this.cells.set(row, (inRow = []));
    return (inRow[i] = this.cell(row, column));
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

  features(cell: FormCell): LabelFeatures | null {
    return cell.features;
  }

  /** What the label of a cell says, which may have its answer behind it ("总分：96.5"). */
  featuresOfLabel(cell: FormCell): LabelFeatures | null {
    return cell.labelFeatures;
  }

  private cell(row: number, column: number): FormCell {
    const merge = this.mergesByRow
      .get(row)
      ?.find(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn);
    if (!merge) return this.made({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
    let cell = this.merged.get(merge);
    if (!cell) this.merged.set(merge, (cell = this.made(merge)));
    return cell;
  }

  private made(range: CellRange): FormCell {
    return new ReadCell(range, valueAt(this.sheet, range.firstRow, range.firstColumn), this.labels);
  }

  private forget(): undefined {
    this.cells.clear();
    this.merged.clear();
    this.read.clear();
    this.kept = 0;
  }
}

/** Whether two cells begin at the same place. */
export function isSameCell(one: CellRange, other: CellRange): boolean {
  return one.firstRow === other.firstRow && one.firstColumn === other.firstColumn;
}
