import {
  isCellError,
  isUnknown,
  UNKNOWN_FORMULA,
  type CellError,
  type CellUnknown,
  type CellValue,
} from '../sheet/cell-value';

/** What stands for a value that was not got: an error to hand on, or that it is not known. */
export type NoValue = CellError | CellUnknown;

export const VALUE_ERROR: CellError = { error: '#VALUE!' };

export function isNoValue(value: CellValue): value is NoValue {
  return isCellError(value) || isUnknown(value);
}

/** A number as it may be typed: with a sign, separators of thousands, an exponent or a percent sign. */
const NUMERIC = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?%?$/i;

/**
 * The number that a value is in arithmetic: texts that are numbers count, a blank is 0. A text of another kind is an
 * error, unless it might be a date or money to a spreadsheet, which nobody knows who does not know its language.
 */
export function toNumber(value: CellValue): number | NoValue {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (!/\d/.test(text)) return VALUE_ERROR;
  if (!NUMERIC.test(text)) return UNKNOWN_FORMULA;
  const number = Number(text.replace(/[,%]/g, ''));
  if (!Number.isFinite(number)) return UNKNOWN_FORMULA;
  return text.endsWith('%') ? number / 100 : number;
}

/** The text that a value is where texts are joined. */
export function toText(value: CellValue): string | NoValue {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return value;
  const text = String(Number(value.toPrecision(15)));
  // Where spreadsheets turn to powers of ten is not where we do.
  return /e/.test(text) || text.length > 12 ? UNKNOWN_FORMULA : text;
}

/** Whether a value holds where a condition is due. */
export function toCondition(value: CellValue): boolean | NoValue {
  if (typeof value === 'string') {
    const word = value.toUpperCase();
    return word === 'TRUE' ? true : word === 'FALSE' ? false : VALUE_ERROR;
  }
  const number = toNumber(value);
  return typeof number === 'number' ? number !== 0 : number;
}

/** A number that a spreadsheet can hold, else the error that it shows. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : { error: '#NUM!' };
}
