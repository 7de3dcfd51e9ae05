import type { CellPosition } from '../../engine/sheet/address';
import { isCellError, isUnknown, sameCellValue, type CellValue } from '../../engine/sheet/cell-value';
import type { Edit, Guard } from '../../engine/sheet/edit';

export { sameCellValue as sameValue };

type Content = Edit['expectedBefore'];

/** Whether a cell holds what an edit expects: value and formula. */
export function sameContent(left: Content, right: Content): boolean {
  if (left.formula !== right.formula) return false;
  return sameCellValue(left.value, right.value) || isPictureAndItsError(left.value, right.value);
}

/** A host that is not asked for pictures answers their cells with an error. */
function isPictureAndItsError(left: CellValue, right: CellValue): boolean {
  const [picture, error] = isUnknown(left) ? [left, right] : [right, left];
  return (
    isUnknown(picture) && picture.unknown === 'picture' && isCellError(error) && error.error === '#VALUE!'
  );
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
