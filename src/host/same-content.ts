import type { CellPosition } from '../engine/sheet/address';
import { sameCellValue } from '../engine/sheet/cell-value';
import type { Edit, Guard } from '../engine/sheet/edit';

export { sameCellValue as sameValue };

type Content = Edit['expectedBefore'];

/** Whether a cell holds what an edit expects: value and formula. */
export function sameContent(left: Content, right: Content): boolean {
  return left.formula === right.formula && sameCellValue(left.value, right.value);
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
