/** Reading .xlsx and .xlsm workbooks from bytes, in Node and in browsers. */
export type { XlsxLimits } from './limits';
export { DEFAULT_LIMITS } from './limits';
export type { OpenOptions } from './read/open-workbook';
export { openWorkbook, XlsxWorkbook } from './read/open-workbook';
export type { SheetInfo, SheetKind, SheetState } from './read/workbook-part';
export type { XlsxErrorCode, XlsxErrorDetail } from './xlsx-error';
export { XlsxError } from './xlsx-error';
export type { Inflate } from './zip/inflate';
