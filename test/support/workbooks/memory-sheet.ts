import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { isCellError, isUnknown } from '../../../src/engine/sheet/cell-value';
import { displayNumber } from '../../../src/engine/sheet/number-format';
import type {
  CellFormat,
  ChartModel,
  ConditionalFormatModel,
  ModelCell,
  ModelEvent,
  WorksheetModel,
} from '../../../workbench/model/workbook-model';

interface MemoryCell {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  format: CellFormat;
  note: string | null;
  link: { sheetName: string; address: string } | null;
}

/** All that can be undone of a worksheet: plain data, to be cloned. */
export interface SheetData {
  name: string;
  protected: boolean;
  cells: Map<string, MemoryCell>;
  merges: CellRange[];
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hidden: Set<string>;
  frozen: { rows: number; columns: number };
  conditionalFormats: ConditionalFormatModel[];
  choices: { range: CellRange; values: string[] }[];
  charts: ChartModel[];
  page: Map<string, unknown>;
}

export function emptySheetData(name: string): SheetData {
  return {
    name,
    protected: false,
    cells: new Map(),
    merges: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hidden: new Set(),
    frozen: { rows: 0, columns: 0 },
    conditionalFormats: [],
    choices: [],
    charts: [],
    page: new Map(),
  };
}

/** What a sheet needs of its workbook. */
export interface SheetOwner {
  changing(): void;
  emit(event: ModelEvent): void;
  nextId(): number;
  /** Excel lets names follow a worksheet that is renamed. */
  renamed(from: string, to: string): void;
}

/** A worksheet in memory: no calculation, everything else as the model promises. */
export class MemorySheet implements WorksheetModel {
  visible = true;

  constructor(
    private readonly owner: SheetOwner,
    readonly id: string,
    readonly kind: 'worksheet' | 'chart',
    public data: SheetData,
  ) {}

  get name() {
    return this.data.name;
  }
  get protected() {
    return this.data.protected;
  }
  get merges() {
    return this.data.merges;
  }
  get frozen() {
    return this.data.frozen;
  }
  get conditionalFormats() {
    return this.data.conditionalFormats;
  }
  get choices() {
    return this.data.choices;
  }
  get charts() {
    return this.data.charts;
  }
  get page() {
    return this.data.page;
  }

  setProtected(on: boolean): void {
    this.owner.changing();
    this.data.protected = on;
  }

  rename(name: string): void {
    this.owner.changing();
    this.owner.renamed(this.data.name, name);
    this.data.name = name;
    this.owner.emit({ type: 'renamed', sheetId: this.id });
  }

  usedRange(): CellRange | null {
    const filled = [...this.data.cells].filter(([, cell]) => cell.value !== null || cell.formula !== null);
    if (filled.length === 0) return null;
    const used = { firstRow: Infinity, firstColumn: Infinity, lastRow: 0, lastColumn: 0 };
    for (const [key] of filled) {
      const { row, column } = position(key);
      used.firstRow = Math.min(used.firstRow, row);
      used.firstColumn = Math.min(used.firstColumn, column);
      used.lastRow = Math.max(used.lastRow, row);
      used.lastColumn = Math.max(used.lastColumn, column);
    }
    return used;
  }

  values(range: CellRange): CellValue[][] {
    return this.map(range, (cell) => cell?.value ?? null);
  }
  formulas(range: CellRange): (string | null)[][] {
    return this.map(range, (cell) => cell?.formula ?? null);
  }
  numberFormats(range: CellRange): string[][] {
    return this.map(range, (cell) => cell?.numberFormat ?? 'General');
  }
  texts(range: CellRange): string[][] {
    return this.map(range, (cell) => shown(cell));
  }

  setCells(range: CellRange, cells: readonly (readonly (ModelCell | null)[])[]): void {
    this.owner.changing();
    each(range, (row, column) => {
      const written = cells[row - range.firstRow]?.[column - range.firstColumn];
      if (!written) return;
      const cell = this.cell(row, column);
      cell.formula = written.formula ?? null;
      cell.value = cell.formula === null ? written.value : 0;
    });
    this.owner.emit({ type: 'changed', sheetId: this.id, range, structural: false });
  }

  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void {
    this.owner.changing();
    each(range, (row, column) => {
      const format = formats[row - range.firstRow]?.[column - range.firstColumn];
      if (format != null) this.cell(row, column).numberFormat = format;
    });
    this.owner.emit({ type: 'formatted', sheetId: this.id, range });
  }

  clear(range: CellRange, what: 'contents' | 'all'): void {
    this.owner.changing();
    for (const [key, cell] of [...this.data.cells]) {
      const { row, column } = position(key);
      if (!contains(range, row, column)) continue;
      if (what === 'all') this.data.cells.delete(key);
      else Object.assign(cell, { value: null, formula: null });
    }
    if (what === 'all') {
      this.data.merges = this.data.merges.filter(
        (merge) => !contains(range, merge.firstRow, merge.firstColumn),
      );
    }
    this.owner.emit({ type: 'changed', sheetId: this.id, range, structural: false });
  }

  format({ row, column }: CellPosition): CellFormat {
    return this.data.cells.get(key(row, column))?.format ?? {};
  }
  setFormat(range: CellRange, format: CellFormat): void {
    this.owner.changing();
    each(range, (row, column) => {
      const cell = this.cell(row, column);
      cell.format = { ...cell.format, ...format };
    });
  }
  shownFill(cell: CellPosition): string | null {
    const over = this.data.conditionalFormats.find(
      ({ ranges, fill }) => fill !== null && ranges.some((range) => contains(range, cell.row, cell.column)),
    );
    return over?.fill ?? this.format(cell).fill ?? null;
  }

  merge(range: CellRange): void {
    this.owner.changing();
    this.data.merges = [...this.data.merges, range];
  }
  unmerge(range: CellRange): void {
    this.owner.changing();
    this.data.merges = this.data.merges.filter((merge) => JSON.stringify(merge) !== JSON.stringify(range));
  }

  setColumnWidth(column: number, width: number): void {
    this.owner.changing();
    this.data.columnWidths.set(column, width);
  }
  columnWidth(column: number): number {
    return this.data.columnWidths.get(column) ?? 8.43;
  }
  setRowHeight(row: number, height: number): void {
    this.owner.changing();
    this.data.rowHeights.set(row, height);
  }
  rowHeight(row: number): number | null {
    return this.data.rowHeights.get(row) ?? null;
  }
  setHidden(what: 'row' | 'column', index: number, hidden: boolean): void {
    this.owner.changing();
    if (hidden) this.data.hidden.add(`${what} ${index}`);
    else this.data.hidden.delete(`${what} ${index}`);
  }
  isHidden(what: 'row' | 'column', index: number): boolean {
    return this.data.hidden.has(`${what} ${index}`);
  }
  freeze(rows: number, columns: number): void {
    this.owner.changing();
    this.data.frozen = { rows, columns };
  }

  insertRows(before: number, count: number): void {
    this.moveRows(before, (row) => (row >= before ? row + count : row), count);
  }
  deleteRows(first: number, count: number): void {
    this.moveRows(first, (row) => (row < first ? row : row < first + count ? null : row - count), count);
  }

  /** Sorts rows as Excel does: cells go with their notes and formats, what lies over ranges stays. `order[i]` comes to `first + i`. */
  sortRows(first: number, order: readonly number[]): void {
    const to = new Map(order.map((row, index) => [row, first + index]));
    this.owner.changing();
    this.data.cells = new Map(
      [...this.data.cells].map(([at, cell]) => {
        const { row, column } = position(at);
        return [key(to.get(row) ?? row, column), cell];
      }),
    );
    const range = { firstRow: first, lastRow: first + order.length - 1, firstColumn: 0, lastColumn: 16_383 };
    this.owner.emit({ type: 'changed', sheetId: this.id, range, structural: false });
  }

  addConditionalFormat(format: Omit<ConditionalFormatModel, 'id'>): ConditionalFormatModel {
    this.owner.changing();
    const added = { ...format, id: `format-${this.owner.nextId()}` };
    this.data.conditionalFormats = [added, ...this.data.conditionalFormats];
    return added;
  }
  deleteConditionalFormat(id: string): void {
    this.owner.changing();
    this.data.conditionalFormats = this.data.conditionalFormats.filter((format) => format.id !== id);
  }

  note({ row, column }: CellPosition): string | null {
    return this.data.cells.get(key(row, column))?.note ?? null;
  }
  get notes() {
    return [...this.data.cells].flatMap(([at, { note }]) =>
      note === null ? [] : [{ ...position(at), text: note }],
    );
  }
  setNote({ row, column }: CellPosition, text: string | null): void {
    this.owner.changing();
    this.cell(row, column).note = text;
  }
  get links() {
    return [...this.data.cells].flatMap(([at, { link }]) => {
      const [row, column] = at.split(' ').map(Number);
      return link ? [{ row: row!, column: column!, ...link }] : [];
    });
  }
  link({ row, column }: CellPosition) {
    return this.data.cells.get(key(row, column))?.link ?? null;
  }
  setLink({ row, column }: CellPosition, link: { sheetName: string; address: string } | null): void {
    this.owner.changing();
    this.cell(row, column).link = link;
  }
  setChoices(range: CellRange, values: readonly string[] | null): void {
    this.owner.changing();
    const others = this.data.choices.filter(
      (choice) => !contains(range, choice.range.firstRow, choice.range.firstColumn),
    );
    this.data.choices = values === null ? others : [...others, { range, values: [...values] }];
  }

  addChart(chart: Omit<ChartModel, 'id'>): ChartModel {
    this.owner.changing();
    const added = { ...chart, id: `chart-${this.owner.nextId()}` };
    this.data.charts = [...this.data.charts, added];
    return added;
  }
  deleteChart(id: string): void {
    this.owner.changing();
    this.data.charts = this.data.charts.filter((chart) => chart.id !== id);
  }

  private cell(row: number, column: number): MemoryCell {
    const at = key(row, column);
    let cell = this.data.cells.get(at);
    if (!cell) {
      cell = { value: null, formula: null, numberFormat: 'General', format: {}, note: null, link: null };
      this.data.cells.set(at, cell);
    }
    return cell;
  }

  private map<T>(range: CellRange, read: (cell: MemoryCell | undefined) => T): T[][] {
    const rows: T[][] = [];
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      const cells: T[] = [];
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        cells.push(read(this.data.cells.get(key(row, column))));
      }
      rows.push(cells);
    }
    return rows;
  }

  private moveRows(from: number, move: (row: number) => number | null, count: number): void {
    this.owner.changing();
    const moved = [...this.data.cells].flatMap(([at, cell]): [string, MemoryCell][] => {
      const { row, column } = position(at);
      const to = move(row);
      return to === null ? [] : [[key(to, column), cell]];
    });
    this.data.cells = new Map(moved);
    const ranges = (some: readonly CellRange[]): CellRange[] =>
      some.flatMap((one) => movedRange(one, move) ?? []);
    this.data.merges = ranges(this.data.merges);
    this.data.choices = this.data.choices.flatMap((choice) => {
      const to = movedRange(choice.range, move);
      return to ? [{ ...choice, range: to }] : [];
    });
    this.data.conditionalFormats = this.data.conditionalFormats
      .map((format) => ({ ...format, ranges: ranges(format.ranges) }))
      .filter((format) => format.ranges.length > 0);
    const range = { firstRow: from, lastRow: from + count - 1, firstColumn: 0, lastColumn: 16_383 };
    this.owner.emit({ type: 'changed', sheetId: this.id, range, structural: true });
  }
}

/** Where a range comes to when its rows move; `null` where all of them are deleted. */
function movedRange(range: CellRange, move: (row: number) => number | null): CellRange | null {
  const rows: number[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    const to = move(row);
    if (to !== null) rows.push(to);
  }
  if (rows.length === 0) return null;
  return { ...range, firstRow: rows[0]!, lastRow: rows.at(-1)! };
}

function key(row: number, column: number): string {
  return `${row} ${column}`;
}

function position(at: string): CellPosition {
  const [row, column] = at.split(' ').map(Number);
  return { row: row!, column: column! };
}

function contains(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}

function each(range: CellRange, visit: (row: number, column: number) => void): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) visit(row, column);
  }
}

function shown(cell: MemoryCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (isUnknown(value)) return '';
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return typeof value === 'number' ? displayNumber(value, cell?.numberFormat ?? 'General') : value;
}
