import type { PackageDraft } from '../../package/package-draft';
import { XlsxError } from '../../xlsx-error';
import { span } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';

/**
 * Takes all cells of a sheet out of the order of calculation: programs report a file as damaged in which a cell stands
 * there and has no formula; one that is missing they add by themselves. A chain that gets empty, or that cannot be read,
 * goes altogether.
 */
export function removeSheetFromCalcChain(draft: PackageDraft, workbookPart: string, sheetId: string): void {
  const chain = draft
    .relationships(workbookPart)
    .find(({ kind, external, target }) => kind === 'calcChain' && !external && draft.has(target));
  if (!chain || withoutSheet(draft, chain.target, sheetId) > 0) return;
  draft.removeRelationships(workbookPart, ({ id }) => id === chain.id);
  draft.remove(chain.target);
}

/** @returns how many entries are left */
function withoutSheet(draft: PackageDraft, part: string, sheetId: string): number {
  let left = 0;
  try {
    draft.edit(part, (text) => {
      const scanner = new XmlScanner(text, { part, maxDepth: draft.limits.maxDepth });
      scanner.root('calcChain');
      const splices = new Splices(text);
      // An entry that names no sheet is on that of the entry before it; all such go together.
      let sheet = '';
      while (scanner.nextChild(1)) {
        const { start } = scanner;
        sheet = scanner.attribute('i') ?? sheet;
        const { end } = span(scanner);
        if (Number(sheet) === Number(sheetId)) splices.remove(start, end);
        else left++;
      }
      return splices.result();
    });
  } catch (error) {
    if (error instanceof XlsxError) return 0;
    throw error;
  }
  return left;
}
