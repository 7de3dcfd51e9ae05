import { parseAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import type { PackageDraft } from '../../../src/xlsx/package/package-draft';
import type { CellEdit, EditedCells } from '../../../src/xlsx/write/cells/edit-cells';
import { editCells } from '../../../src/xlsx/write/cells/edit-cells';
import { joinSheet, splitSheet } from '../../../src/xlsx/write/sheet-text';
import { StyleSheet } from '../../../src/xlsx/write/styles/style-sheet';
import { reread, SHEET, WORKBOOK } from '../xlsx/edited-package';

/** An edit of what a cell holds, not of its format alone. */
export type ContentEdit = CellEdit & Required<Pick<CellEdit, 'content'>>;

/** A cell's content in short: a value, or a formula, known by its "=". */
export function editOf(
  address: string,
  content: CellValue,
  more: Pick<CellEdit, 'cached' | 'numberFormat'> = {},
): ContentEdit {
  const isFormula = typeof content === 'string' && content.startsWith('=');
  return {
    ...parseAddress(address)!,
    content: isFormula ? { formula: content } : { value: content },
    ...more,
  };
}

/** Edits cells of the first worksheet of a draft as a workbook being edited does. */
export function editFirstSheet(draft: PackageDraft, edits: readonly CellEdit[]): EditedCells {
  const styles = StyleSheet.open(draft, WORKBOOK);
  const edited = editCells(splitSheet(draft.bytes(SHEET), SHEET), SHEET, edits, styles);
  styles.save();
  draft.replace(SHEET, joinSheet(edited.sheet));
  return edited;
}

/** What the reader finds in a cell of the first worksheet. */
export function cellIn(
  snapshot: SheetSnapshot,
  address: string,
): { value: CellValue; formula: string | null; format: string } {
  const { row, column } = parseAddress(address)!;
  const r = row - snapshot.firstRow;
  const c = column - snapshot.firstColumn;
  return {
    value: snapshot.values[r]?.[c] ?? null,
    formula: snapshot.formulas[r]?.[c] ?? null,
    format: snapshot.numberFormats[r]?.[c] ?? 'General',
  };
}

export function firstSheet(draft: PackageDraft): SheetSnapshot {
  return reread(draft).readSheet(0);
}
