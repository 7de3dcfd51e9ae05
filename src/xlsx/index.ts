/** Reading and editing .xlsx and .xlsm workbooks as bytes, in Node and in browsers. */
export type { XlsxLimits } from './limits';
export { DEFAULT_LIMITS } from './limits';
export type { OpenOptions } from './read/open-workbook';
export { openWorkbook, XlsxWorkbook } from './read/open-workbook';
export type { SheetInfo, SheetKind, SheetState, StoredCalculation } from './read/workbook-part';
export type { CellEdit } from './write/cells/edit-cells';
export { CellsLocked } from './write/cells/cells-locked';
export type { Dressing, HighlightPlan, Traces } from './write/dressing';
export type { DefinedName } from './write/sheets/defined-names';
export type { ChartNames } from './write/sheets/sheet-charts';
export type { OwnSheets } from './write/sheets/own-sheets';
export type { Signature } from './write/signature';
export { WorkbookDraft, type DraftOptions } from './write/workbook-draft';
export { type SheetPatch, WorkbookPatch } from './write/workbook-patch';
export type { XlsxErrorCode, XlsxErrorDetail } from './xlsx-error';
export { XlsxError } from './xlsx-error';
export type { Deflate } from './zip/deflate';
export type { Inflate } from './zip/inflate';
