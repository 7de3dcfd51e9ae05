import type { CellRange } from '../../../src/engine/sheet/address';
import type { WorkbookModel, WorksheetModel } from '../../model/workbook-model';
import type { ApiVersion } from '../description/api-version';
import { offers } from '../description/api-version';
import type { HostObject } from '../description/object-type';
import type { BatchHost } from '../interpreter/batch-host';
import { References } from '../interpreter/references';
import { ChartStore } from '../../model/chart-store';
import { ConditionalFormatStore } from '../../model/conditional-format-store';
import { ContentWrites } from './content-writes';
import { ExcelEvents } from './excel-events';
import type { ExcelSwitches } from './excel-switches';
import { RowHeights } from './lengths';
import { shiftRows } from './shift-rows';
import type { ExcelObjects } from './targets';
import { Cells } from './targets';

/** The objects that the object model begins with. */
export interface ObjectModel extends ExcelObjects {
  readonly workbook: HostObject;
  service(name: string): HostObject | null;
}

const CALCULATED: ReadonlySet<string> = new Set(['values', 'text', 'valuetypes', 'value', '*']);

/** The emulated Excel behind the interpreter: the workbook, and what Excel keeps beside it. */
export class ExcelHost implements BatchHost {
  readonly references = new References();
  readonly events: ExcelEvents;
  readonly contentWrites = new ContentWrites();
  readonly conditionalFormats = new ConditionalFormatStore();
  readonly charts: ChartStore;
  readonly rowHeights = new RowHeights();
  /** The add-in's settings; dates come and go as the client writes them. */
  readonly settings = new Map<string, unknown>();
  readonly objects: ObjectModel;
  calculationMode = 'Automatic';
  undoEmptied = false;
  private stale = true;
  private readonly stop: () => void;

  constructor(
    readonly model: WorkbookModel,
    readonly switches: ExcelSwitches,
    readonly warn: (message: string) => void,
    objects: (host: ExcelHost) => ObjectModel,
  ) {
    this.events = new ExcelEvents(model);
    this.charts = new ChartStore(model);
    this.stop = model.subscribe((event) => {
      if (event.type !== 'selected' && event.type !== 'activated') this.touched();
    });
    this.objects = objects(this);
  }

  get root(): HostObject {
    return this.objects.workbook;
  }

  service(name: string): HostObject | null {
    return this.objects.service(name);
  }

  offers(version: ApiVersion): boolean {
    return offers(this.switches.apiVersion, version);
  }

  /** Worksheets alone: Excel's add-ins do not see chart sheets. */
  get sheets(): WorksheetModel[] {
    return this.model.sheets.filter((sheet) => sheet.kind === 'worksheet');
  }

  findSheet(sheetId: string): WorksheetModel | undefined {
    return this.sheets.find((sheet) => sheet.id === sheetId);
  }

  transact(change: () => void): void {
    this.events.duringBatch(() => this.model.transact(change));
  }

  /** Says that something was taken without an error and is not kept: the workbook has no place for it. */
  ignored(what: string): void {
    this.warn(`taken and not kept: ${what}`);
  }

  /** Called by everything that Excel cannot undo. */
  clearUndo(): void {
    this.undoEmptied = true;
  }

  emptyUndo(): void {
    this.undoEmptied = false;
    this.model.clearUndo();
  }

  awaitsCalculation(properties: readonly string[]): boolean {
    return this.stale && properties.some((property) => CALCULATED.has(property.toLowerCase()));
  }

  /**
   * Something changes on which calculations may depend. Called before it does: a workbook may tell of its changes
   * only when a batch is over.
   */
  touched(): void {
    this.stale = true;
  }

  async calculated(): Promise<void> {
    await this.model.settled();
    this.stale = false;
  }

  handOver(): void {
    this.contentWrites.flush();
  }

  batchEnds(): void {
    this.contentWrites.flush();
    this.conditionalFormats.flush();
    this.charts.flush();
  }

  /** Inserts (or with a negative count deletes) rows; the ranges that the add-in holds move with their cells. */
  insertRows(sheet: WorksheetModel, before: number, count: number): void {
    if (count > 0) sheet.insertRows(before, count);
    else sheet.deleteRows(before, -count);
    for (const object of this.references.all()) {
      if (!(object.self instanceof Cells) || object.self.sheetId !== sheet.id) continue;
      object.self.areas = object.self.areas
        .map((range) => shiftRows(range, before, count))
        .filter((range): range is CellRange => range !== null);
    }
  }

  dispose(): void {
    this.stop();
    this.events.dispose();
  }
}
