import type { Worksheet } from '@univerjs/core';
import { BooleanNumber, Direction } from '@univerjs/core';
import { InsertRowByRangeCommand, RemoveRowByRangeCommand, SetWorksheetNameCommand } from '@univerjs/sheets';
import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import { fromStyle, toStyle } from './cell-style';
import type { GridEngine } from './grid-engine';
import { covers } from './ranges';
import { SheetCells } from './sheet-cells';
import { SheetChoices } from './sheet-choices';
import { SheetLayout } from './sheet-layout';
import { SheetNotes } from './sheet-notes';
import type { SheetState } from './sheet-state';
import type {
  CellFormat,
  ChartModel,
  ConditionalFormatModel,
  LineLayout,
  ModelCell,
  OpenedLink,
  StoredCell,
  OpenedWorksheetModel,
  WorksheetModel,
} from './workbook-model';

/** A worksheet of the model, over one of the engine. After its deletion its calls throw. */
export class UniverSheet implements OpenedWorksheetModel {
  private readonly cells: SheetCells;
  private readonly layout: SheetLayout;
  private readonly noteBook: SheetNotes;
  private readonly choiceLists: SheetChoices;

  constructor(
    private readonly engine: GridEngine,
    readonly id: string,
    /** Runs a change while the worksheet is the one in view. */
    private readonly inView: (change: () => void) => void,
  ) {
    this.cells = new SheetCells(engine, id);
    this.layout = new SheetLayout(engine, id);
    this.noteBook = new SheetNotes(engine, id);
    this.choiceLists = new SheetChoices(engine, id);
  }

  get name(): string {
    return this.worksheet.getName();
  }
  get kind(): WorksheetModel['kind'] {
    return this.state.kind;
  }
  get visible(): boolean {
    return this.worksheet.isSheetHidden() !== BooleanNumber.TRUE;
  }
  get protected(): boolean {
    return this.state.protected;
  }
  setProtected(on: boolean): void {
    if (on !== this.protected) this.setState({ protected: on });
  }
  rename(name: string): void {
    this.engine.command(SetWorksheetNameCommand.id, { ...this.target, name });
  }

  usedRange(): CellRange | null {
    return this.cells.usedRange();
  }
  values(range: CellRange): CellValue[][] {
    return this.cells.values(range);
  }
  formulas(range: CellRange): (string | null)[][] {
    return this.cells.formulas(range);
  }
  numberFormats(range: CellRange): string[][] {
    return this.cells.numberFormats(range);
  }
  texts(range: CellRange): string[][] {
    return this.cells.texts(range);
  }
  forEachCell(visit: (cell: StoredCell) => void): void {
    this.cells.forEachCell(visit);
  }
  hasCell(cell: CellPosition): boolean {
    return this.cells.has(cell);
  }
  spills(cell: CellPosition): boolean {
    return this.cells.spills(cell);
  }
  setCells(range: CellRange, cells: readonly (readonly (ModelCell | null)[])[]): void {
    this.cells.write(range, cells);
  }
  setNumberFormats(range: CellRange, formats: readonly (readonly (string | null)[])[]): void {
    this.cells.restyle(range, (r, c) => {
      const pattern = formats[r]?.[c];
      if (pattern == null) return null;
      return { n: pattern === 'General' || pattern === '' ? null : { pattern } };
    });
  }
  clear(range: CellRange, what: 'contents' | 'all'): void {
    this.engine.history.transact(() => {
      this.cells.clear(range, what === 'all');
      if (what === 'all') this.clearLinks(range);
    });
  }
  format(cell: CellPosition): CellFormat {
    return fromStyle(this.cells.style(cell));
  }
  setFormat(range: CellRange, format: CellFormat): void {
    const style = toStyle(format);
    if (Object.keys(style).length > 0) this.cells.restyle(range, () => style);
  }
  shownFill(cell: CellPosition): string | null {
    return this.engine.formats.fill(this.id, cell) ?? this.cells.style(cell)?.bg?.rgb ?? null;
  }

  get merges(): readonly CellRange[] {
    return this.layout.merges;
  }
  /** As in Excel, only the first cell keeps what it holds. */
  merge(range: CellRange): void {
    this.engine.history.transact(() => {
      this.layout.removeMerges(range);
      const rest = { ...range, firstColumn: range.firstColumn + 1, lastRow: range.firstRow };
      if (rest.firstColumn <= rest.lastColumn) this.cells.clear(rest, false);
      if (range.firstRow < range.lastRow) this.cells.clear({ ...range, firstRow: range.firstRow + 1 }, false);
      this.layout.addMerge(range);
    });
  }
  unmerge(range: CellRange): void {
    this.layout.removeMerges(range);
  }
  setColumnWidth(column: number, width: number): void {
    this.layout.setColumnWidth(column, width);
  }
  columnWidth(column: number): number {
    return this.layout.columnWidth(column);
  }
  setRowHeight(row: number, height: number): void {
    this.layout.setRowHeight(row, height);
  }
  rowHeight(row: number): number | null {
    return this.layout.rowHeight(row);
  }
  setHidden(what: 'row' | 'column', index: number, hidden: boolean): void {
    this.layout.setHidden(what, index, hidden);
  }
  isHidden(what: 'row' | 'column', index: number): boolean {
    return this.layout.isHidden(what, index);
  }
  lines(what: 'row' | 'column'): readonly LineLayout[] {
    return this.layout.lines(what);
  }
  freeze(rows: number, columns: number): void {
    this.layout.freeze(rows, columns);
  }
  get frozen(): { readonly rows: number; readonly columns: number } {
    return this.layout.frozen;
  }

  insertRows(before: number, count: number): void {
    this.cells.growTo({ firstRow: before, firstColumn: 0, lastRow: before, lastColumn: 0 });
    const range = this.rows(before, count);
    this.inView(() =>
      this.engine.command(InsertRowByRangeCommand.id, { ...this.target, range, direction: Direction.UP }),
    );
  }
  deleteRows(first: number, count: number): void {
    const range = this.rows(first, Math.min(count, this.worksheet.getRowCount() - first));
    // The engine's command tells those who move references the range alone, and they take the sheet in view.
    if (range.startRow <= range.endRow) {
      this.inView(() => this.engine.command(RemoveRowByRangeCommand.id, { ...this.target, range }));
    }
  }

  get conditionalFormats(): readonly ConditionalFormatModel[] {
    return this.engine.formats.list(this.id);
  }
  addConditionalFormat(format: Omit<ConditionalFormatModel, 'id'>): ConditionalFormatModel {
    const id = this.engine.newId('cf');
    this.engine.apply(this.engine.formats.add(this.id, { ...format, id }));
    return this.conditionalFormats.find((added) => added.id === id)!;
  }
  deleteConditionalFormat(id: string): void {
    this.engine.apply(this.engine.formats.delete(this.id, id));
  }

  note(cell: CellPosition): string | null {
    return this.noteBook.get(cell);
  }
  get notes(): readonly (CellPosition & { readonly text: string })[] {
    return this.noteBook.list();
  }
  setNote(cell: CellPosition, text: string | null): void {
    this.noteBook.set(cell, text);
  }

  get links(): readonly OpenedLink[] {
    return this.state.links;
  }
  link(cell: CellPosition): { readonly sheetName: string; readonly address: string } | null {
    const link = this.state.links.find(({ row, column }) => row === cell.row && column === cell.column);
    return link ? { sheetName: link.sheetName, address: link.address } : null;
  }
  setLink(cell: CellPosition, link: { readonly sheetName: string; readonly address: string } | null): void {
    const others = this.state.links.filter(({ row, column }) => row !== cell.row || column !== cell.column);
    const { row, column } = cell;
    this.setState({ links: link ? [...others, { row, column, ...link }] : others });
  }
  get choices(): readonly { readonly range: CellRange; readonly values: readonly string[] }[] {
    return this.choiceLists.list();
  }
  setChoices(range: CellRange, values: readonly string[] | null): void {
    this.choiceLists.set(range, values);
  }

  get charts(): readonly ChartModel[] {
    return this.state.charts;
  }
  addChart(chart: Omit<ChartModel, 'id'>): ChartModel {
    const added = { ...chart, id: this.engine.newId('chart') };
    this.setState({ charts: [...this.charts, added] });
    return added;
  }
  deleteChart(id: string): void {
    this.setState({ charts: this.charts.filter((chart) => chart.id !== id) });
  }

  get page(): Map<string, unknown> {
    return this.engine.states.page(this.id);
  }

  /** To be called whenever cells may have changed. */
  forgetUsedRange(): void {
    this.cells.forgetUsedRange();
  }

  private clearLinks(range: CellRange): void {
    const links = this.state.links.filter((link) => !covers(range, link));
    if (links.length < this.state.links.length) this.setState({ links });
  }

  private get worksheet(): Worksheet {
    return this.engine.worksheet(this.id);
  }

  private get state(): SheetState {
    return this.engine.states.of(this.id);
  }

  private setState(change: Partial<SheetState>): void {
    const { redo, undo } = this.engine.states.change(this.id, change);
    this.engine.apply({ redos: [redo], undos: [undo] });
  }

  private get target(): { unitId: string; subUnitId: string } {
    return { unitId: this.engine.unitId, subUnitId: this.id };
  }

  private rows(first: number, count: number) {
    const endColumn = this.worksheet.getColumnCount() - 1;
    return { startRow: first, endRow: first + count - 1, startColumn: 0, endColumn };
  }
}
