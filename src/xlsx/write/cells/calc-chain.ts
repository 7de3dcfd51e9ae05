import type { CellPosition } from '../../../engine/sheet/address';
import { parseAddress } from '../../../engine/sheet/address';
import type { PackageDraft } from '../../package/package-draft';
import { XlsxError } from '../../xlsx-error';
import { editAttributes } from '../../xml/edit-attributes';
import { span } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';

/**
 * Takes cells that hold a formula no more out of the order of calculation: programs refuse workbooks where it names
 * others. An entry may leave it to the one before to say which sheet it is on; what is taken away hands that on. A chain
 * that gets empty, or that cannot be read, goes altogether: programs make it anew.
 * @param sheetId the number the workbook gives the sheet for good
 */
export function removeFromCalcChain(
  draft: PackageDraft,
  workbookPart: string,
  sheetId: string,
  cells: readonly CellPosition[],
): void {
  if (cells.length === 0) return;
  const chains = draft
    .relationships(workbookPart)
    .filter(({ kind, external }) => kind === 'calcChain' && !external);
  const removed = new Set(cells.map(keyOf));
  for (const { target } of chains) {
    if (draft.has(target) && withoutCells(draft, target, sheetId, removed) > 0) continue;
    draft.remove(target);
    draft.removeRelationships(
      workbookPart,
      ({ kind, target: own }) => kind === 'calcChain' && own === target,
    );
  }
}

/** @returns how many entries are left */
function withoutCells(
  draft: PackageDraft,
  part: string,
  sheetId: string,
  removed: ReadonlySet<string>,
): number {
  let left = 0;
  try {
    draft.edit(part, (text) => {
      const scanner = new XmlScanner(text, { part, maxDepth: draft.limits.maxDepth });
      scanner.root('calcChain');
      const splices = new Splices(text);
      let sheet = '';
      /** Of the last entry that stays. */
      let said = '';
      while (scanner.nextChild(1)) {
        if (!scanner.nameIs('c')) continue;
        const own = scanner.attribute('i');
        sheet = own ?? sheet;
        const cell = parseAddress(scanner.attribute('r') ?? '');
        const { start, openEnd, end } = span(scanner);
        if (cell && Number(sheet) === Number(sheetId) && removed.has(keyOf(cell))) {
          splices.remove(start, end);
          continue;
        }
        if (own === undefined && sheet !== said)
          splices.replace(start, openEnd, editAttributes(text.slice(start, openEnd), { i: sheet }));
        said = sheet;
        left++;
      }
      return left === 0 ? text : splices.result();
    });
  } catch (error) {
    if (error instanceof XlsxError) return 0;
    throw error;
  }
  return left;
}

function keyOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}
