import { parseReference } from './references';
import type { WorkbookModel, WorksheetModel } from './workbook-model';

/**
 * Whether a worksheet is one that a program has made and writes anew as a whole: it has a hidden name of its own for its
 * first cell, by which that program knows it again. Of such a worksheet nothing is lost when all of it is written.
 */
export function isSheetOfProgram({ names }: WorkbookModel, { id, name }: WorksheetModel): boolean {
  return names.some(({ scope, visible, refersTo }) => {
    if (scope !== id || visible) return false;
    const reference = parseReference(refersTo.replace(/^=/, ''));
    if (!reference || (reference.sheetName ?? name).toLowerCase() !== name.toLowerCase()) return false;
    return Object.values(reference.range).every((index) => index === 0);
  });
}
