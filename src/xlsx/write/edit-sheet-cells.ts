import type { CellPosition } from '../../engine/sheet/address';
import type { PackageDraft } from '../package/package-draft';
import { namedStylesPart, stylesPartOf } from '../read/styles-part';
import { removeFromCalcChain } from './cells/calc-chain';
import { editCells, type CellEdit } from './cells/edit-cells';
import { askForRecalculation } from './cells/recalculate';
import { joinSheet, splitSheet } from './sheet-text';
import { StyleSheet } from './styles/style-sheet';
import { nameStylesPart } from './styles/styles-part';

/** Cells of one worksheet to be edited. */
export interface SheetEdit {
  readonly workbookPart: string;
  readonly part: string;
  /** What the chain of calculation calls the sheet, see `numberInChain`. */
  readonly number: string | null;
  readonly edits: readonly CellEdit[];
}

/**
 * Edits cells in a workbook and in the same workbook without anything of ours. Where cells get styles, `plain` gets the
 * style sheet of the other whole: the styles of its cells must have the same numbers in both.
 * @throws CellsLocked
 */
export function editSheetInBoth(plain: PackageDraft, dressed: PackageDraft, edit: SheetEdit): void {
  const { workbookPart, part } = edit;
  const isInBoth = plain.has(part);
  const isSame = isInBoth && plain.sameIn(dressed, part);
  const removed = editSheetCells(dressed, edit);
  if (!isInBoth) return;
  const before = stylesPartOf(plain, workbookPart);
  // Whole where there is none yet, with what relates to it and declares it.
  if (before === null || !plain.has(before)) StyleSheet.open(plain, workbookPart).save();
  const styles = stylesPartOf(dressed, workbookPart);
  if (styles !== null) plain.takeFrom(dressed, styles);
  if (styles === namedStylesPart(dressed, workbookPart)) nameStylesPart(plain, workbookPart);
  if (!isSame) editSheetCells(plain, edit);
  else {
    plain.takeFrom(dressed, part);
    afterEdit(plain, edit, removed);
  }
}

/**
 * Edits cells in one draft.
 * @returns the cells that have no formula any more
 * @throws CellsLocked
 */
export function editSheetCells(draft: PackageDraft, edit: SheetEdit): readonly CellPosition[] {
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
  { workbookPart, number }: SheetEdit,
  removed: readonly CellPosition[],
): void {
  removeFromCalcChain(draft, workbookPart, number, removed);
  askForRecalculation(draft, workbookPart);
}
