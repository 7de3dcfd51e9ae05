import type { CellRange } from '../../../src/engine/sheet/address';
import type { WorksheetModel } from '../../model/workbook-model';
import { isHostObject } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import { isOnSheet } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import { Cells } from './targets';

/** @throws OfficeError InvalidArgument */
export function textArgument(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** @throws OfficeError InvalidArgument */
export function numberArgument(value: unknown, fallback?: number): number {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

/** @throws OfficeError InvalidArgument */
export function wholeArgument(value: unknown, fallback?: number): number {
  const number = numberArgument(value, fallback);
  if (!Number.isInteger(number)) throw invalidArgument();
  return number;
}

/** An object of options. @throws OfficeError InvalidArgument where it is none */
export function recordArgument(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Record<string, unknown>;
}

/** The cells of a Range that was given as an argument, or `null` where it is none. */
export function cellsArgument(value: unknown): Cells | null {
  return isHostObject(value) && value.self instanceof Cells ? value.self : null;
}

/**
 * The range meant by an argument of a worksheet's call: a Range, or an address, with or without that
 * worksheet's name.
 * @throws OfficeError InvalidArgument where it is neither or lies on another worksheet
 */
export function areaArgument(sheet: WorksheetModel, value: unknown): CellRange {
  const cells = cellsArgument(value);
  if (cells) {
    if (cells.sheetId !== sheet.id) throw invalidArgument();
    return cells.area;
  }
  const { sheetName, address: rest } = splitReference(textArgument(value));
  if (sheetName !== null && sheetName.toLowerCase() !== sheet.name.toLowerCase()) throw invalidArgument();
  const area = parseArea(rest);
  if (!area) throw invalidArgument();
  return area;
}

/** @throws OfficeError InvalidArgument where the range leaves the worksheet */
export function onSheet(range: CellRange): CellRange {
  if (!isOnSheet(range)) throw invalidArgument();
  return range;
}
