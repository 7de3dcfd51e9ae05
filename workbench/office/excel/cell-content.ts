import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { isCellError, isUnknown } from '../../../src/engine/sheet/cell-value';
import { invalidArgument } from '../interpreter/office-error';
import type { TypedInput } from '../../model/typed-input';
import { readTyped } from '../../model/typed-input';

/** A value as Office reports it: a blank is "", an error its text, and a picture the error of those that see none. */
export function officeValue(value: CellValue): string | number | boolean {
  if (isPicture(value)) return '#VALUE!';
  if (value === null || isUnknown(value)) return '';
  return isCellError(value) ? value.error : value;
}

/** `Excel.RangeValueType` of a value. */
export function officeValueType(value: CellValue): string {
  if (isPicture(value)) return 'Error';
  if (value === null || isUnknown(value)) return 'Empty';
  if (isCellError(value)) return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'number' ? 'Double' : 'Boolean';
}

function isPicture(value: CellValue): boolean {
  return isUnknown(value) && value.unknown === 'picture';
}

/**
 * Reads what an add-in writes into one cell; `null` leaves the cell as it is.
 * @throws OfficeError InvalidArgument where it is no value of a cell
 */
export function readWritten(value: unknown, numberFormat: string): TypedInput | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    if (value.length > 32_767) throw invalidArgument();
    return readTyped(value, numberFormat);
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return { value: numberFormat === '@' ? String(value).toUpperCase() : value };
  }
  throw invalidArgument();
}
