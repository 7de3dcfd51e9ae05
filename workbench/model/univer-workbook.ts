import type { IWorkbookData, IWorksheetData, Univer, Workbook } from '@univerjs/core';
import {
  IUniverInstanceService,
  UniverInstanceType,
  mergeWorksheetSnapshotWithDefault,
} from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { CellRange } from '../../src/engine/sheet/address';
import type { ModelLocale } from './create-univer';
import { createHeadlessUniver } from './create-univer';
import { GridEngine } from './grid-engine';
import { calculateOpened } from './calculate-opened';
import { completeRange, toModelEvents } from './model-events';
import { openAnnotations } from './open-annotations';
import { covers, toEngineRange } from './ranges';
import { followShifts } from './row-shifts';
import { aspectsOf } from './sheet-aspects';
import { StructureLog } from './structure-log';
import { UncalculatedFormulas } from './uncalculated-formulas';
import { UniverSheet } from './univer-sheet';
import { DEFAULTS, toWorkbookData } from './workbook-data';
import type {
  CellOfSheet,
  DefinedName,
  ModelEvent,
  OpenedWorkbook,
  OpenedWorkbookModel,
  OpenedWorksheetModel,
  PropertyValue,
  SheetAspects,
  WorksheetModel,
} from './workbook-model';
import { WorkbookNames } from './workbook-names';

export interface WorkbookOptions extends OpenedWorkbook {
  /** File name, for people. */
  readonly name: string;
  readonly locale?: ModelLocale;
  /**
   * An engine that is shown on a page, made with MODEL_SERVICES, its plugins registered; without it one without a
   * user interface is made.
   */
  readonly univer?: Univer;
}

let workbooks = 0;

/**
 * Opens worksheets, and what comes with them, as a workbook that can be changed and calculated.
 * @throws Error where there is no worksheet at all
 */
export function createWorkbookModel(options: WorkbookOptions): OpenedWorkbookModel {
  return new UniverWorkbook(options);
}

class UniverWorkbook implements OpenedWorkbookModel {
  readonly name: string;
  readonly opened: OpenedWorkbook;
  readonly customXml: Map<string, string>;
  readonly properties: Map<string, PropertyValue>;
  readonly asOpened: ReadonlyMap<string, SheetAspects>;
  private readonly univer: Univer;
  private readonly ownsUniver: boolean;
  private readonly engine: GridEngine;
  private readonly definedNames: WorkbookNames;
  private readonly formulas: UncalculatedFormulas;
  private readonly structure = new StructureLog();
  private readonly sheetModels = new Map<string, UniverSheet>();
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private readonly endings: (() => void)[] = [];
  /** Events of an open transaction, told when it ends. */
  private held: ModelEvent[] | null = null;
  private isSilent = false;
  private lastSelected = '';

  constructor({ name, locale = 'zh-CN', univer, ...opened }: WorkbookOptions) {
    const { sheets, names = [], customXml = [] } = opened;
    if (sheets.length === 0) throw new Error('a workbook has at least one worksheet');
    this.name = name;
    this.opened = opened;
    this.customXml = new Map(customXml.map(({ id, xml }) => [id, xml]));
    this.properties = new Map(opened.properties);
    this.ownsUniver = univer === undefined;
    this.univer = univer ?? createHeadlessUniver(locale);
    const id = `workbook-${++workbooks}`;
    const data = toWorkbookData(id, name, sheets, locale);
    const workbook = this.univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
    this.engine = new GridEngine(workbook, this.univer.__getInjector());
    for (const sheet of sheets) openAnnotations(this.engine, sheet);
    this.definedNames = new WorkbookNames(this.engine);
    this.definedNames.open(names);
    this.formulas = new UncalculatedFormulas(this.engine, sheets, (word) =>
      this.definedNames.referenceOf(word),
    );
    calculateOpened(this.engine, opened);
    this.asOpened = new Map(this.sheets.map((sheet) => [sheet.id, aspectsOf(sheet)]));
    this.focus();
    this.endings.push(
      // The conditional formats' user interface moves them itself.
      followShifts(this.engine, this.ownsUniver),
      this.engine.onExecuted((id, params, executed) => this.follow(id, params, executed)),
    );
  }

  get sheets(): readonly OpenedWorksheetModel[] {
    return this.engine.workbook.getSheets().map((sheet) => this.sheet(sheet.getSheetId()));
  }

  get activeSheet(): WorksheetModel {
    return this.sheet(this.engine.workbook.getActiveSheet().getSheetId());
  }

  get selection(): CellRange {
    const range = this.selections.getCurrentLastSelection()?.range;
    return range ? completeRange(range) : { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };
  }

  select(sheetId: string, range: CellRange): void {
    this.activate(sheetId);
    const { firstRow: row, firstColumn: column } = range;
    const merge = this.sheet(sheetId).merges.find((merged) => covers(merged, { row, column }));
    const isCell = row === range.lastRow && column === range.lastColumn;
    const first = merge ?? { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column };
    const isMergedMainCell = merge?.firstRow === row && merge.firstColumn === column;
    const primary = {
      ...toEngineRange(first),
      actualRow: row,
      actualColumn: column,
      isMerged: merge !== undefined,
      isMergedMainCell,
    };
    // As in Excel, a cell of merged ones is selected with all of them.
    const selected = toEngineRange(isCell ? first : range);
    this.engine.command(SetSelectionsOperation.id, {
      unitId: this.engine.unitId,
      subUnitId: sheetId,
      // Scrolls to the cells where they are not in view already.
      reveal: true,
      selections: [{ range: selected, primary, style: null }],
    });
  }

  activate(sheetId: string): void {
    this.engine.worksheet(sheetId);
    if (this.activeSheet.id === sheetId) return;
    this.engine.command(SetWorksheetActiveOperation.id, { unitId: this.engine.unitId, subUnitId: sheetId });
  }

  addSheet(name: string): WorksheetModel {
    const taken = this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (taken) throw new Error(`the worksheet name ${name} is taken`);
    const { unitId, commands, history } = this.engine;
    const id = this.newSheetId();
    const sheet: Partial<IWorksheetData> = mergeWorksheetSnapshotWithDefault({ id, name, ...DEFAULTS });
    const params = { unitId, index: this.engine.workbook.getSheets().length, sheet };
    history.transact(() => {
      // As if it came from somebody else: the engine then does not bring the new sheet into view.
      commands.syncExecuteCommand(InsertSheetMutation.id, params, { fromCollab: true });
      history.note(
        [{ id: InsertSheetMutation.id, params }],
        [{ id: RemoveSheetMutation.id, params: { unitId, subUnitId: id, subUnitName: name } }],
      );
    });
    return this.sheet(id);
  }

  deleteSheet(sheetId: string): void {
    this.leave(sheetId);
    this.engine.command(RemoveSheetCommand.id, { unitId: this.engine.unitId, subUnitId: sheetId });
  }

  get names(): DefinedName[] {
    return this.definedNames.list();
  }

  addName(name: DefinedName): void {
    this.definedNames.add(name);
  }

  deleteName(name: string, scope: string | null): void {
    this.definedNames.delete(name, scope);
  }

  get uncalculated(): CellOfSheet[] {
    return this.formulas.list();
  }

  settled(): Promise<void> {
    return this.engine.calculation.settled();
  }

  transact<T>(change: () => T): T {
    if (this.held) return this.engine.history.transact(change);
    const held: ModelEvent[] = (this.held = []);
    let done = false;
    try {
      const result = this.engine.history.transact(change);
      done = true;
      return result;
    } finally {
      this.held = null;
      if (done) for (const event of held) this.tell(event);
    }
  }

  undo(): void {
    this.focus();
    this.engine.history.undo();
  }

  redo(): void {
    this.focus();
    this.engine.history.redo();
  }

  clearUndo(): void {
    this.engine.history.clear();
  }

  get undoDepth(): number {
    return this.engine.history.depth;
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    for (const end of this.endings.splice(0)) end();
    this.listeners.clear();
    this.formulas.dispose();
    this.engine.dispose();
    this.instances.disposeUnit(this.engine.unitId);
    if (this.ownsUniver) this.univer.dispose();
  }

  get restructured(): ReadonlySet<string> {
    return this.structure.sheets;
  }

  private sheet(id: string): UniverSheet {
    let sheet = this.sheetModels.get(id);
    if (!sheet) {
      sheet = new UniverSheet(this.engine, id, (change) => this.withActive(id, change));
      this.sheetModels.set(id, sheet);
    }
    return sheet;
  }

  /** Brings a neighbour into view, for the engine would do so only later. */
  private leave(sheetId: string): void {
    const { sheets } = this;
    const index = sheets.findIndex(({ id }) => id === sheetId);
    if (this.activeSheet.id !== sheetId) return;
    const visible = (sheet: WorksheetModel) => sheet.visible && sheet.id !== sheetId;
    const next = sheets.slice(0, index).reverse().find(visible) ?? sheets.slice(index).find(visible);
    if (next) this.activate(next.id);
  }

  /** Brings a sheet into view for the time of a change, unnoticed. */
  private withActive(sheetId: string, change: () => void): void {
    const before = this.activeSheet.id;
    if (before === sheetId) return change();
    const activate = (id: string) => {
      this.isSilent = true;
      this.activate(id);
      this.isSilent = false;
    };
    activate(sheetId);
    try {
      change();
    } finally {
      activate(before);
    }
  }

  private follow(id: string, params: { subUnitId?: string }, executed: object): void {
    this.structure.note(id, params);
    const events = toModelEvents(id, params, executed);
    // Results of formulas may be the first value of a cell, without being an event.
    const touched = [params.subUnitId ?? '', ...events.map(({ sheetId }) => sheetId)];
    for (const sheetId of touched) this.sheetModels.get(sheetId)?.forgetUsedRange();
    if (!this.isSilent) for (const event of events) if (!this.isToldAlready(event)) this.tell(event);
  }

  /** The grid sets a selection when the mouse goes down and again when it goes up. */
  private isToldAlready(event: ModelEvent): boolean {
    if (event.type !== 'selected') return false;
    const selected = JSON.stringify(event);
    const isSame = selected === this.lastSelected;
    this.lastSelected = selected;
    return isSame;
  }

  private tell(event: ModelEvent): void {
    if (this.held) this.held.push(event);
    else for (const listener of [...this.listeners]) listener(event);
  }

  /** The engine undoes what is in focus. */
  private focus(): void {
    this.instances.focusUnit(this.engine.unitId);
  }

  private newSheetId(): string {
    let id: string;
    do id = this.engine.newId('sheet-new');
    while (this.engine.workbook.getSheetBySheetId(id));
    return id;
  }

  private get instances(): IUniverInstanceService {
    return this.engine.injector.get(IUniverInstanceService);
  }

  private get selections(): SheetsSelectionsService {
    return this.engine.injector.get(SheetsSelectionsService);
  }
}
