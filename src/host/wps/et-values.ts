import {
  errorCode,
  isCellError,
  knownErrorCode,
  showsPicture,
  UNKNOWN_PICTURE,
  type CellValue,
  type ErrorCode,
} from '../../engine/sheet/cell-value';
import type { EtCalls } from './et-call';

/*
 * The shapes in which WPS hands values over, and what they mean.
 */

/** An error is the number of its kind above this one. */
const ERROR_BASE = -2146828288;
const ERRORS: ReadonlyMap<number, ErrorCode> = new Map([
  [2000, '#NULL!'],
  [2007, '#DIV/0!'],
  [2015, '#VALUE!'],
  [2023, '#REF!'],
  [2029, '#NAME?'],
  [2036, '#NUM!'],
  [2042, '#N/A'],
  [2043, '#GETTING_DATA'],
  [2045, '#SPILL!'],
  [2046, '#CONNECT!'],
  [2047, '#BLOCKED!'],
  [2048, '#UNKNOWN!'],
  [2049, '#FIELD!'],
  [2050, '#CALC!'],
]);

/** A matrix of one kind of value, `rows` × `columns`. */
export type EtMatrix = readonly (readonly unknown[])[];

interface ItemObject {
  Item(row: number, column: number): unknown;
}

/**
 * Decodes what a bulk property gave: an array of rows; a flat array of a single row or column; the value itself of one
 * cell; or an object that has to be asked for each cell. Shapes are told by their length: arrays may come from another
 * page, and are then none of ours.
 * @returns `null` where it is none of them, so that the cells have to be asked for one by one
 */
export function toMatrix(et: EtCalls, raw: unknown, rows: number, columns: number): EtMatrix | null {
  const lines = toList(raw);
  if (lines) {
    const nested = lines.map(toList);
    if (nested.every((line) => line !== null))
      return lines.length === rows && nested.every((line) => line.length === columns) ? nested : null;
    if (rows === 1 && lines.length === columns) return [lines];
    if (columns === 1 && lines.length === rows) return lines.map((value) => [value]);
    return null;
  }
  if (isItemObject(raw))
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => et.call(raw, 'Item', row + 1, column + 1)),
    );
  const isOne = rows === 1 && columns === 1;
  return isOne && (typeof raw !== 'object' || raw === null) ? [[raw]] : null;
}

function toList(raw: unknown): unknown[] | null {
  if (Array.isArray(raw)) return raw as unknown[];
  if (typeof raw !== 'object' || raw === null || isItemObject(raw)) return null;
  const { length } = raw as { readonly length?: unknown };
  return typeof length === 'number' ? Array.from(raw as ArrayLike<unknown>) : null;
}

function isItemObject(raw: unknown): raw is ItemObject {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && hasItem(raw);
}

function hasItem(raw: object): boolean {
  try {
    return typeof (raw as Partial<ItemObject>).Item === 'function';
  } catch {
    return false;
  }
}

/** What a cell holds, of its `Value2` and its `Formula`. */
export function toHeld(value: unknown, formula: unknown): { value: CellValue; formula: string | null } {
  const known = toFormula(formula, value);
  return { value: toValue(value, known, formula), formula: known };
}

/** A formula, or `null` for a constant, which is its own formula. */
function toFormula(raw: unknown, value: unknown): string | null {
  return typeof raw === 'string' && raw.startsWith('=') && raw.length > 1 && raw !== value ? raw : null;
}

function toValue(raw: unknown, formula: string | null, rawFormula: unknown): CellValue {
  if (typeof raw === 'number') {
    const error = ERRORS.get(raw - ERROR_BASE);
    // A constant says itself whether it is the number or the error: its formula is the text of it.
    const isNumber = formula === null && String(rawFormula) === String(raw) && rawFormula !== raw;
    const value = error !== undefined && !isNumber ? { error } : raw;
    return formula !== null && isCellError(value) && showsPicture(formula) ? UNKNOWN_PICTURE : value;
  }
  if (typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string' || raw === '') return null;
  if (formula !== null && showsPicture(formula)) return UNKNOWN_PICTURE;
  // Some builds may name errors. Only of a formula it is known that it is none of its texts.
  if (formula !== null && knownErrorCode(raw)) return { error: errorCode(raw) };
  return raw;
}

/** "#RRGGBB" as the number of a colour: red + 256 × green + 65536 × blue. */
export function toEtColor(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return red! + 256 * green! + 65_536 * blue!;
}
