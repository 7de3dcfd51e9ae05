import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import {
  parseAddress,
  parseRangeAddress,
  toAddress,
  toRangeAddress,
} from '../../../src/engine/sheet/address';
import type { CellContent } from '../../../src/engine/sheet/edit';
import { leadsAway } from '../../../src/engine/sheet/own-sheet';
import type { SheetPlan } from '../../../src/engine/sheet/sheet-plan';
import type { SheetSnapshot, Span } from '../../../src/engine/sheet/snapshot';
import type { HostEvent } from '../../../src/host/port';
import type { Highlight, SeenCell, StartSheet, WorkbookUser } from '../../host/contract/subject';
import { buildSheet } from '../annexes/sheet-builder';

/** A worksheet of the fake workbook. */
export interface FakeSheet {
  readonly id: string;
  name: string;
  kind: 'worksheet' | 'other';
  visible: boolean;
  protected: boolean;
  /** By "row,column"; a cell that is not there is blank and "General". */
  readonly cells: Map<string, SeenCell>;
  readonly fills: Map<string, string>;
  readonly notes: Map<string, string>;
  /** Conditional formats, highest priority first. */
  highlights: { readonly ranges: readonly CellRange[]; readonly formula: string; readonly fill: string }[];
  /** Names scoped to the worksheet. */
  readonly names: Set<string>;
  /** What a plan brings besides its cells. */
  dress: Pick<SheetPlan, 'merges' | 'freeze' | 'links' | 'choices' | 'charts'> | null;
  hiddenRows: readonly Span[];
  hiddenColumns: readonly Span[];
  merges: readonly CellRange[] | null;
}

export const BLANK: SeenCell = { value: null, formula: null, numberFormat: 'General' };

/** The number of cells of ranges. */
export function countCells(ranges: readonly CellRange[]): number {
  return ranges.reduce(
    (sum, range) => sum + (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1),
    0,
  );
}

function covers(range: CellRange, { row, column }: CellPosition): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}

function isSnapshot(sheet: StartSheet | SheetSnapshot): sheet is SheetSnapshot {
  return 'values' in sheet;
}

/**
 * The workbook behind the fake host: plain maps, and the person at the keyboard. It calculates nothing: a formula
 * has the value it was given, or `calculate`'s.
 */
export class FakeWorkbook implements WorkbookUser {
  readonly sheets: FakeSheet[] = [];
  active: FakeSheet;
  selection: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
  /** Changes when another workbook comes to the front. */
  id = 'workbook-1';
  name: string;
  busy = false;
  private readonly xmlParts = new Map<string, string>();
  private xmlCount = 0;
  private steps = 0;
  private made = 0;
  private readonly listeners = new Set<(event: HostEvent) => void>();

  constructor(
    sheets: readonly (StartSheet | SheetSnapshot)[],
    name = '附件2.xlsx',
    readonly calculate: (formula: string, sheet: FakeSheet) => SeenCell['value'] = () => null,
  ) {
    this.name = name;
    for (const sheet of sheets) {
      const visible = isSnapshot(sheet) || sheet.visible !== false;
      this.open(isSnapshot(sheet) ? sheet : { ...buildSheet(sheet.rows, sheet), ...hidden(sheet) }, visible);
    }
    if (this.sheets.length === 0) this.addSheet('Sheet1');
    this.active = this.sheets.find((sheet) => sheet.visible)!;
  }

  private open(snapshot: SheetSnapshot, visible: boolean): void {
    const sheet = this.append(snapshot.name);
    Object.assign(sheet, {
      visible,
      protected: snapshot.protected,
      hiddenRows: snapshot.hiddenRows,
      hiddenColumns: snapshot.hiddenColumns,
      merges: snapshot.merges,
    });
    for (let row = 0; row < snapshot.rowCount; row += 1) {
      for (let column = 0; column < snapshot.columnCount; column += 1) {
        this.put(
          sheet,
          { row: row + snapshot.firstRow, column: column + snapshot.firstColumn },
          {
            value: snapshot.values[row]?.[column] ?? null,
            formula: snapshot.formulas[row]?.[column] ?? null,
            numberFormat: snapshot.numberFormats[row]?.[column] ?? 'General',
          },
        );
      }
    }
  }

  /** Adds a worksheet at the end without telling anybody. */
  append(name: string): FakeSheet {
    this.made += 1;
    const sheet: FakeSheet = {
      id: `sheet-${this.made}`,
      name,
      kind: 'worksheet',
      visible: true,
      protected: false,
      cells: new Map(),
      fills: new Map(),
      notes: new Map(),
      highlights: [],
      names: new Set(),
      dress: null,
      hiddenRows: [],
      hiddenColumns: [],
      merges: null,
    };
    this.sheets.push(sheet);
    return sheet;
  }

  at(sheet: FakeSheet, { row, column }: CellPosition): SeenCell {
    return sheet.cells.get(`${row},${column}`) ?? BLANK;
  }

  put(sheet: FakeSheet, { row, column }: CellPosition, cell: SeenCell): void {
    const value = cell.value === '' ? null : cell.value;
    const key = `${row},${column}`;
    if (value === null && cell.formula === null && cell.numberFormat === 'General') sheet.cells.delete(key);
    else sheet.cells.set(key, { ...cell, value });
  }

  /** The range that holds values or formulas. */
  usedRange(sheet: FakeSheet): CellRange | null {
    const filled = [...sheet.cells].filter(([, cell]) => cell.value !== null || cell.formula !== null);
    if (filled.length === 0) return null;
    const places = filled.map(([key]) => key.split(',').map(Number) as [number, number]);
    const rows = places.map(([row]) => row);
    const columns = places.map(([, column]) => column);
    const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b));
    const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b));
    return {
      firstRow: least(rows),
      firstColumn: least(columns),
      lastRow: most(rows),
      lastColumn: most(columns),
    };
  }

  /** One more step of the user's undo, and an event of what happened. */
  changed(event: HostEvent): void {
    this.steps += 1;
    this.tell(event);
  }

  tell(event: HostEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // The person at the keyboard.

  sheetNames(): readonly string[] {
    return this.sheets.map((sheet) => sheet.name);
  }
  activeSheet(): string {
    return this.active.name;
  }
  activate(name: string): void {
    this.active = this.sheet(name);
    this.tell({ type: 'sheet-activated', sheetId: this.active.id });
  }
  select(address: string): void {
    this.selection = parseRangeAddress(address)!;
    const { firstRow: row, firstColumn: column } = this.selection;
    this.tell({ type: 'selection-changed', sheetId: this.active.id, cell: { row, column } });
  }
  selected(): string {
    return toAddress(this.selection.firstRow, this.selection.firstColumn);
  }
  addSheet(name: string): void {
    this.append(name);
    this.changed({ type: 'sheets-changed' });
  }
  renameSheet(from: string, to: string): void {
    this.sheet(from).name = to;
    this.changed({ type: 'sheets-changed' });
  }
  removeSheet(name: string): void {
    const sheet = this.sheet(name);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.active = this.sheets[0]!;
    this.changed({ type: 'sheets-changed' });
  }
  /** The reference of a name is looked at only for whether it leads to another worksheet, or nowhere. */
  nameSheet(name: string, hidden: string, refersTo = `='${name}'!$A$1`): void {
    const others = this.sheets.map((sheet) => sheet.name).filter((other) => other !== name);
    if (!leadsAway(refersTo, others)) this.sheet(name).names.add(hidden);
  }
  nameWorkbook(): void {
    // No worksheet is known by a name of the workbook.
  }
  protect(name: string): void {
    this.sheet(name).protected = true;
  }
  cell(name: string, address: string): SeenCell {
    return this.at(this.sheet(name), parseAddress(address)!);
  }
  type(name: string, address: string, content: CellContent): void {
    const sheet = this.sheet(name);
    const cell = parseAddress(address)!;
    const { numberFormat } = this.at(sheet, cell);
    this.put(
      sheet,
      cell,
      'formula' in content
        ? { value: this.calculate(content.formula, sheet), formula: content.formula, numberFormat }
        : { value: content.value, formula: null, numberFormat },
    );
    const range = parseRangeAddress(address);
    this.changed({ type: 'cells-changed', sheetId: sheet.id, range });
  }
  /**
   * Puts the rows of a worksheet in another order: each entry, from the first row on, is the row that stands there then,
   * or `null` for a blank one. Cells move with their rows, as when rows are inserted, deleted or sorted; formulas stay
   * as they are written.
   */
  arrangeRows(name: string, order: readonly (number | null)[]): void {
    const sheet = this.sheet(name);
    const cells = new Map(sheet.cells);
    sheet.cells.clear();
    for (const [key, cell] of cells) {
      const [row, column] = key.split(',').map(Number) as [number, number];
      order.forEach((from, to) => {
        if (from === row) this.put(sheet, { row: to, column }, cell);
      });
    }
    this.changed({ type: 'cells-changed', sheetId: sheet.id, range: null });
  }
  fill(name: string, address: string): string | null {
    return this.sheet(name).fills.get(address) ?? null;
  }
  paint(name: string, address: string, color: string): void {
    this.sheet(name).fills.set(address, color);
  }
  shownFill(name: string, address: string): string | null {
    const cell = parseAddress(address)!;
    const top = this.sheet(name).highlights.find(({ ranges }) => ranges.some((range) => covers(range, cell)));
    return top?.fill ?? this.fill(name, address);
  }
  highlights(name: string): readonly Highlight[] {
    return this.sheet(name).highlights.map(({ formula, fill, ranges }) => ({
      formula,
      fill,
      cells: countCells(ranges),
    }));
  }
  highlight(name: string, address: string, formula: string, fill: string): void {
    this.sheet(name).highlights.unshift({ ranges: [parseRangeAddress(address)!], formula, fill });
  }
  note(name: string, address: string): string | null {
    return this.sheet(name).notes.get(address) ?? null;
  }
  writeNote(name: string, address: string, text: string): void {
    this.sheet(name).notes.set(address, text);
  }
  link(name: string, address: string) {
    const cell = parseAddress(address)!;
    const link = this.sheet(name).dress?.links.find(
      ({ row, column }) => row === cell.row && column === cell.column,
    );
    return link ? { sheetName: link.sheetName, address: link.address } : null;
  }
  merges(name: string): readonly string[] {
    return (this.sheet(name).dress?.merges ?? []).map(toRangeAddress);
  }
  frozen(name: string) {
    return this.sheet(name).dress?.freeze ?? { rows: 0, columns: 0 };
  }
  choices(name: string, address: string): readonly string[] | null {
    const cell = parseAddress(address)!;
    return this.sheet(name).dress?.choices.find(({ range }) => covers(range, cell))?.values ?? null;
  }
  charts(name: string): number {
    return this.sheet(name).dress?.charts.length ?? 0;
  }
  undoSteps(): number {
    return this.steps;
  }
  openAnother(): void {
    this.id = `workbook-${Math.random()}`;
  }
  editCell(editing: boolean): void {
    this.busy = editing;
  }
  parts(): readonly string[] {
    return this.customXml;
  }
  addPart(xml: string): void {
    this.putPart(xml);
  }

  /** The custom XML parts by their ids, which are never given twice. */
  get partsById(): ReadonlyMap<string, string> {
    return this.xmlParts;
  }
  get customXml(): readonly string[] {
    return [...this.xmlParts.values()];
  }
  set customXml(parts: readonly string[]) {
    this.xmlParts.clear();
    for (const xml of parts) this.putPart(xml);
  }
  /** @returns the part's id */
  putPart(xml: string, id = `part-${(this.xmlCount += 1)}`): string {
    this.xmlParts.set(id, xml);
    return id;
  }
  removePart(id: string): void {
    this.xmlParts.delete(id);
  }

  private sheet(name: string): FakeSheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`the test names a worksheet that is not there: ${name}`);
    return sheet;
  }
}

function hidden(sheet: StartSheet) {
  return { hiddenRows: sheet.hiddenRows ?? [], hiddenColumns: sheet.hiddenColumns ?? [] };
}
