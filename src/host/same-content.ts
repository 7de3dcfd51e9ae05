import { isCellError, type CellValue } from '../engine/sheet/cell-value';
import type { CellPosition } from '../engine/sheet/address';
import type { Edit, Guard } from '../engine/sheet/edit';

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

/** The cells of edits and guards that hold something else by now, each once. */
export function changedCells(
  edits: readonly Edit[],
  guards: readonly Guard[],
  contentOf: (cell: CellPosition) => Content,
): CellPosition[] {
  const changed = new Map<string, CellPosition>();
  const look = (cell: CellPosition, expected: Content): void => {
    const { row, column } = cell;
    if (!sameContent(contentOf(cell), expected)) changed.set(`${row},${column}`, { row, column });
  };
  for (const edit of edits) look(edit, edit.expectedBefore);
  for (const guard of guards) look(guard, guard.expected);
  return [...changed.values()];
}
