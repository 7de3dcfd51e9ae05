import type { CellPosition } from '../../engine/sheet/address';
import type { PackageDraft } from '../package/package-draft';
import { removeFromCalcChain } from './cells/calc-chain';
import { editCells, type CellEdit } from './cells/edit-cells';
import { askForRecalculation } from './cells/recalculate';
import { joinSheet, splitSheet } from './sheet-text';
import { StyleSheet } from './styles/style-sheet';
import { stylesPartOf } from './styles/styles-part';

/** Cells of one worksheet to be edited, in a workbook and in the same workbook without anything of ours. */
export interface SheetEdit {
  readonly plain: PackageDraft;
  readonly dressed: PackageDraft;
  readonly workbookPart: string;
  readonly part: string;
  readonly sheetId: string;
  readonly edits: readonly CellEdit[];
}

/**
 * Edits cells in both drafts. Where cells get styles, the workbook without anything of ours gets the style sheet of the
 * other whole: the styles of its cells must have the same numbers in both.
 * @throws CellsLocked
 */
export function editSheetCells(edit: SheetEdit): void {
  const { plain, dressed, workbookPart, part } = edit;
  const isInBoth = plain.has(part);
  const isSame = isInBoth && plain.sameIn(dressed, part);
  const removed = editIn(dressed, edit);
  if (!isInBoth) return;
  const before = stylesPartOf(plain, workbookPart);
  // Whole where there is none yet, with what relates to it and declares it.
  if (before === null || !plain.has(before)) StyleSheet.open(plain, workbookPart).save();
  const styles = stylesPartOf(dressed, workbookPart);
  if (styles !== null) plain.takeFrom(dressed, styles);
  if (!isSame) editIn(plain, edit);
  else {
    plain.takeFrom(dressed, part);
    afterEdit(plain, edit, removed);
  }
}

/** @returns the cells that have no formula any more */
function editIn(draft: PackageDraft, edit: SheetEdit): readonly CellPosition[] {
  const { workbookPart, part, edits } = edit;
  const styles = StyleSheet.open(draft, workbookPart);
  const before = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  const { sheet, removedFormulas } = editCells(before, part, edits, styles);
  styles.save();
  draft.replace(part, joinSheet(sheet));
  afterEdit(draft, edit, removedFormulas);
  return removedFormulas;
}

function afterEdit(
  draft: PackageDraft,
  { workbookPart, sheetId }: SheetEdit,
  removed: readonly CellPosition[],
): void {
  if (removed.length > 0) removeFromCalcChain(draft, workbookPart, sheetId, removed);
  askForRecalculation(draft, workbookPart);
}
