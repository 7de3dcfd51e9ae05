import type { CellValue } from '../engine/sheet/cell-value';
import { isCellError } from '../engine/sheet/cell-value';
import type { Edit } from '../engine/sheet/edit';

type Content = Edit['expectedBefore'];

/** Whether two values are the same; hosts do not tell an empty text from a blank cell, so neither do we. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  const a = left === '' ? null : left;
  const b = right === '' ? null : right;
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return a === b;
}

/** Whether a cell holds what an edit expects: value and formula. */
export function sameContent(left: Content, right: Content): boolean {
  return left.formula === right.formula && sameValue(left.value, right.value);
}
