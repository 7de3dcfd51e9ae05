import type { CellRange } from '../../../src/engine/sheet/address';
import { parseArea, splitReference, splitUnion } from '../../model/references';
import { isOnSheet } from '../../model/area';
import type { RangeTarget } from '../host/targets';
import { WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';

/** The range that an argument is, or `null`. */
export function rangeArgument(value: unknown): RangeTarget | null {
  return value instanceof EtRef && value.type === 'Et.Range' ? (value.self as RangeTarget) : null;
}

/** @throws WpsError where it is no text */
export function textArgument(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new WpsError(`${what} is not a text`);
  return value;
}

/** A whole number, or what is taken where the argument is left out. @throws WpsError */
export function wholeArgument(value: unknown, what: string, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new WpsError(`${what} is not a whole number`);
  return value;
}

/**
 * The ranges of a text such as "A1,$B$2:B9" or "5:6".
 * @throws WpsError where it is none, or names another worksheet
 */
export function areasOfText(text: string, sheetName: string): CellRange[] {
  return splitUnion(text).map((part) => {
    const { sheetName: named, address } = splitReference(part.trim());
    const area = parseArea(address);
    if (!area || (named !== null && named.toLowerCase() !== sheetName.toLowerCase()))
      throw new WpsError(`no range: ${part}`);
    return onSheet(area);
  });
}

/** @throws WpsError where a range leaves the worksheet */
export function onSheet(range: CellRange): CellRange {
  if (!isOnSheet(range)) throw new WpsError('the range leaves the worksheet');
  return range;
}
