/** The error values a worksheet cell can hold. */
export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#SPILL!'
  | '#CALC!'
  | '#FIELD!'
  | '#BLOCKED!'
  | '#CONNECT!'
  | '#GETTING_DATA'
  | '#UNKNOWN!';

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
