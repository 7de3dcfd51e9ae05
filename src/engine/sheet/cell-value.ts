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
 * The raw value of a cell: numbers stay numbers (dates are serial numbers whose number format says so),
 * errors are objects, and a blank cell is `null`.
 */
export type CellValue = string | number | boolean | CellError | null;

/** Whether the value is one of the worksheet's errors. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
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
