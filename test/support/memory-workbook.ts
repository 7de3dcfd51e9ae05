import type { CellRange } from '../../src/engine/sheet/address';
import type { CellValue } from '../../src/engine/sheet/cell-value';
import type {
  DefinedName,
  ModelEvent,
  PropertyValue,
  WorkbookModel,
} from '../../workbench/model/workbook-model';
import type { SheetData } from './workbooks/memory-sheet';
import { MemorySheet, emptySheetData } from './workbooks/memory-sheet';

interface State {
  readonly sheets: readonly { readonly sheet: MemorySheet; readonly data: SheetData }[];
  readonly names: DefinedName[];
  readonly customXml: [string, string][];
  readonly properties: [string, PropertyValue][];
}

/** All that a workbook was at some moment. */
export interface KeptWorkbook extends State {
  readonly active: MemorySheet;
  readonly selection: CellRange;
}

/** A workbook in memory: fast, without calculation, with undo. For tests of what stands over a workbook. */
export class MemoryWorkbook implements WorkbookModel {
  readonly name = '绩效自评.xlsx';
  sheets: MemorySheet[] = [];
  names: DefinedName[] = [];
  readonly customXml = new Map<string, string>();
  readonly properties = new Map<string, PropertyValue>();
  activeSheet: MemorySheet;
  selection: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
  /** How often somebody waited for a calculation. */
  settledCount = 0;
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private undoSteps: State[] = [];
  private redoSteps: State[] = [];
  /** The state before the change that is under way, once something has changed. */
  private before: State | null = null;
  private depth = 0;
  private undoable = true;
  private last = 0;

  constructor(sheetName = 'Sheet1', rows: readonly (readonly CellValue[])[] = []) {
    this.activeSheet = this.addSheet(sheetName);
    if (rows.length > 0) {
      const columns = Math.max(...rows.map((row) => row.length));
      this.activeSheet.setCells(
        { firstRow: 0, firstColumn: 0, lastRow: rows.length - 1, lastColumn: columns - 1 },
        rows.map((row) => row.map((value) => ({ value }))),
      );
    }
    this.clearUndo();
  }

  get undoDepth(): number {
    return this.undoSteps.length;
  }

  sheet(name: string): MemorySheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  select(sheetId: string, range: CellRange): void {
    this.selection = range;
    this.emit({ type: 'selected', sheetId, range });
  }

  activate(sheetId: string): void {
    this.activeSheet = this.sheets.find((sheet) => sheet.id === sheetId)!;
    this.emit({ type: 'activated', sheetId });
  }

  addSheet(name: string, kind: 'worksheet' | 'chart' = 'worksheet'): MemorySheet {
    if (this.sheets.some((sheet) => sheet.name === name)) throw new Error(`the name ${name} is taken`);
    this.changing();
    const owner = {
      changing: () => this.changing(),
      emit: (event: ModelEvent) => this.emit(event),
      nextId: () => ++this.last,
      renamed: (from: string, to: string) => {
        this.names = this.names.map((one) => ({ ...one, refersTo: renamedIn(one.refersTo, from, to) }));
      },
    };
    const id = `{00000000-0000-0000-0000-${String(++this.last).padStart(12, '0')}}`;
    const sheet = new MemorySheet(owner, id, kind, emptySheetData(name));
    this.sheets = [...this.sheets, sheet];
    this.emit({ type: 'added', sheetId: id });
    return sheet;
  }

  deleteSheet(sheetId: string): void {
    this.changing();
    this.sheets = this.sheets.filter((sheet) => sheet.id !== sheetId);
    this.names = this.names.filter((item) => item.scope !== sheetId);
    this.emit({ type: 'deleted', sheetId });
    if (this.activeSheet.id === sheetId) this.activate(this.sheets[0]!.id);
  }

  /** Copies a worksheet behind the last one, with all that lies over it and the names of its scope, as Excel does. */
  copySheet(sheetId: string): MemorySheet {
    const from = this.sheets.find((sheet) => sheet.id === sheetId)!;
    const name = `${from.name} (2)`;
    const copy = this.addSheet(name, from.kind);
    copy.data = { ...structuredClone(from.data), name };
    copy.visible = from.visible;
    copy.data.conditionalFormats = copy.data.conditionalFormats.map((format) => ({
      ...format,
      id: `format-${++this.last}`,
    }));
    const scoped = this.names.filter(({ scope }) => scope === sheetId);
    for (const one of scoped)
      this.addName({ ...one, refersTo: renamedIn(one.refersTo, from.name, name), scope: copy.id });
    return copy;
  }

  addName(name: DefinedName): void {
    this.changing();
    this.names = [...this.names, name];
  }

  deleteName(name: string, scope: string | null): void {
    this.changing();
    this.names = this.names.filter((item) => item.name !== name || item.scope !== scope);
  }

  settled(): Promise<void> {
    this.settledCount++;
    return Promise.resolve();
  }

  transact<T>(change: () => T): T {
    this.depth++;
    try {
      return change();
    } finally {
      if (--this.depth === 0) this.close();
    }
  }

  undo(): void {
    this.exchange(this.undoSteps, this.redoSteps);
  }

  redo(): void {
    this.exchange(this.redoSteps, this.undoSteps);
  }

  clearUndo(): void {
    this.undoSteps = [];
    this.redoSteps = [];
  }

  /** What the workbook is now, to come back to as often as is wanted. */
  keep(): KeptWorkbook {
    return { ...this.state(), active: this.activeSheet, selection: this.selection };
  }

  /** Makes the workbook what it was; nothing can be undone then, and nobody is told. */
  comeBackTo({ sheets, names, customXml, properties, active, selection }: KeptWorkbook): void {
    this.sheets = sheets.map(({ sheet, data }) => {
      sheet.data = structuredClone(data);
      return sheet;
    });
    this.names = [...names];
    this.customXml.clear();
    for (const [id, xml] of customXml) this.customXml.set(id, xml);
    this.properties.clear();
    for (const [name, value] of properties) this.properties.set(name, value);
    this.activeSheet = active;
    this.selection = selection;
    this.before = null;
    this.clearUndo();
  }

  /** Stops keeping what can be undone, which takes a copy of everything with each change. */
  keepNoUndo(): void {
    this.undoable = false;
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
  }

  /** Called before every change: outside a transaction each is a step of its own. */
  private changing(): void {
    if (!this.undoable) return;
    this.before ??= this.state();
    if (this.depth === 0) this.close();
  }

  private close(): void {
    if (!this.before) return;
    this.undoSteps.push(this.before);
    this.redoSteps = [];
    this.before = null;
  }

  private exchange(from: State[], to: State[]): void {
    const state = from.pop();
    if (!state) return;
    to.push(this.state());
    this.sheets = state.sheets.map(({ sheet, data }) => {
      sheet.data = data;
      return sheet;
    });
    this.names = state.names;
    this.customXml.clear();
    for (const [id, xml] of state.customXml) this.customXml.set(id, xml);
    this.properties.clear();
    for (const [name, value] of state.properties) this.properties.set(name, value);
  }

  private state(): State {
    return {
      sheets: this.sheets.map((sheet) => ({ sheet, data: structuredClone(sheet.data) })),
      names: this.names,
      customXml: [...this.customXml],
      properties: [...this.properties],
    };
  }

  private emit(event: ModelEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function renamedIn(formula: string, from: string, to: string): string {
  return formula.replaceAll(`'${from}'!`, `'${to}'!`).replaceAll(`=${from}!`, `='${to}'!`);
}
