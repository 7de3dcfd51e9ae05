import { errorCode, showsPicture, UNKNOWN_PICTURE, type CellValue } from '../../engine/sheet/cell-value';

/** Whether only the value's type tells an error from a text. */
export function mayBeError(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('#');
}

/**
 * A value of Excel's matrices as the engine knows it. `type` matters only where `mayBeError`.
 * @param formula the cell's formula, `null` for a constant: a picture is told by it
 */
export function toValue(raw: unknown, type: string | undefined, formula: string | null = null): CellValue {
  // An Excel that cannot show the picture says #NAME?, #BLOCKED! and the like.
  if (formula !== null && typeof raw === 'string' && showsPicture(formula)) return UNKNOWN_PICTURE;
  if (type === 'Error') return { error: errorCode(String(raw)) };
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return typeof raw === 'string' && raw !== '' ? raw : null;
}

/**
 * A formula, or `null` for a constant. Excel's matrix repeats constants, texts that begin with "=" among them; a
 * formula is never its own value.
 */
export function toFormula(raw: unknown, value: unknown): string | null {
  return typeof raw === 'string' && raw.startsWith('=') && raw !== value ? raw : null;
}
