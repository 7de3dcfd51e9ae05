import type { CellRange } from '../../../src/engine/sheet/address';
import { parseRangeAddress, toRangeAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import type {
  ModelEvent,
  OpenedSheet,
  OpenedWorkbook,
  OpenedWorkbookModel,
  WorkbookModel,
  WorksheetModel,
} from '../../../workbench/model/workbook-model';
import type { CellInput } from '../annexes/sheet-builder';
import { buildSheet } from '../annexes/sheet-builder';

type Rows = readonly (readonly (CellInput | undefined)[])[];

const opened = new Set<WorkbookModel>();

/** A worksheet to open, from rows of cells. */
export function openedSheet(name: string, rows: Rows, more: Partial<OpenedSheet> = {}): OpenedSheet {
  const snapshot = { ...buildSheet(rows, { name, merges: [] }), id: name };
  return { snapshot, kind: 'worksheet', visible: true, ...more };
}

/** A workbook of worksheets by name. `closeWorkbooks` closes it. */
export function openWorkbook(sheets: Readonly<Record<string, Rows>>): WorkbookModel {
  return openSheets(Object.entries(sheets).map(([name, rows]) => openedSheet(name, rows)));
}

/** A workbook of opened worksheets. `closeWorkbooks` closes it. */
export function openSheets(sheets: readonly OpenedSheet[]): WorkbookModel {
  return openFile({ sheets });
}

/** A workbook as it was read from a file. `closeWorkbooks` closes it. */
export function openFile(file: OpenedWorkbook): OpenedWorkbookModel {
  const model = createWorkbookModel({ ...file, name: 'test.xlsx' });
  opened.add(model);
  return model;
}

/** To be called after each test that opened workbooks. */
export function closeWorkbooks(): void {
  for (const model of opened) model.dispose();
  opened.clear();
}

/** The range of an address. */
export function at(address: string): CellRange {
  return parseRangeAddress(address)!;
}

/** The first cell of an address. */
export function cellAt(address: string): { row: number; column: number } {
  const { firstRow: row, firstColumn: column } = at(address);
  return { row, column };
}

/** The value of one cell. */
export function valueOf(sheet: WorksheetModel, address: string): CellValue {
  return sheet.values(at(address))[0]![0]!;
}

/** Writes values, or formulas where a text begins with "=". */
export function write(sheet: WorksheetModel, address: string, rows: readonly (readonly CellValue[])[]): void {
  const toCell = (value: CellValue) =>
    typeof value === 'string' && value.startsWith('=') ? { value: null, formula: value } : { value };
  sheet.setCells(
    at(address),
    rows.map((row) => row.map(toCell)),
  );
}

/** Collects the events of a model as short texts: "changed 表1 A1:B2". */
export function listen(model: WorkbookModel): string[] {
  const told: string[] = [];
  model.subscribe((event) => told.push(describe(model, event)));
  return told;
}

function describe(model: WorkbookModel, event: ModelEvent): string {
  const name = model.sheets.find(({ id }) => id === event.sheetId)?.name ?? event.sheetId;
  const range = 'range' in event ? ` ${toRangeAddress(event.range)}` : '';
  return `${event.type} ${name}${range}${'structural' in event && event.structural ? ' structural' : ''}`;
}
