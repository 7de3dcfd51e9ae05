/** The error values that spreadsheets name. */
export const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#GETTING_DATA',
] as const;

/** The error values a worksheet cell can hold; "#UNKNOWN!" is whatever else a spreadsheet calls an error. */
export type ErrorCode = (typeof ERROR_CODES)[number] | '#UNKNOWN!';

/** A cell that shows an error: a type of its own, so that the text "#REF!" stays a text. */
export interface CellError {
  readonly error: ErrorCode;
}

/**
 * A cell that shows something we do not know, so that nothing may be said of it: neither that it is blank nor that it
 * is wrong. `formula`: the file keeps no value of its formula, and it is not one that is calculated here. `picture`: it
 * shows a picture or another thing that is no value.
 */
export interface CellUnknown {
  readonly unknown: 'formula' | 'picture';
}

export const UNKNOWN_FORMULA: CellUnknown = Object.freeze({ unknown: 'formula' });
export const UNKNOWN_PICTURE: CellUnknown = Object.freeze({ unknown: 'picture' });

/**
 * The raw value of a cell: numbers stay numbers (dates are serial numbers whose number format says so),
 * errors are objects, and a blank cell is `null`.
 */
export type CellValue = string | number | boolean | CellError | CellUnknown | null;

/** Whether the value is one of the worksheet's errors. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** Whether it is not known what the cell shows. */
export function isUnknown(value: CellValue): value is CellUnknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

/** Whether two values are the same. An empty text is a blank: neither hosts nor files tell them apart. */
export function sameCellValue(left: CellValue, right: CellValue): boolean {
  const a = left === '' ? null : left;
  const b = right === '' ? null : right;
  if (isCellError(a)) return isCellError(b) && a.error === b.error;
  if (isUnknown(a)) return isUnknown(b) && a.unknown === b.unknown;
  return a === b;
}

/** Whether the cell holds nothing that a person would see: no value, or white space only. */
export function isBlankValue(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

const knownCodes: ReadonlyMap<string, ErrorCode> = new Map(ERROR_CODES.map((code) => [code, code]));

/** The error of that name, or `null`. The name returned is our own string, not a piece of the text given. */
export function knownErrorCode(text: string): ErrorCode | null {
  return knownCodes.get(text) ?? null;
}

/** The error that a spreadsheet's word for it names; "#UNKNOWN!" where we have no name for it. */
export function errorCode(text: string): ErrorCode {
  return knownErrorCode(text) ?? '#UNKNOWN!';
}

/** The functions by which Excel and WPS put a picture into a cell. */
const PICTURE = /^=\s*[@+]?\s*(?:_xlfn\.)?(?:_xlws\.)?(?:IMAGE|DISPIMG)\s*\(/i;

/**
 * Whether a formula puts a picture into its cell. Programs that cannot show it keep an error or the formula's text as
 * its value.
 */
export function showsPicture(formula: string): boolean {
  return PICTURE.test(formula);
}
