import type { CellPosition } from '../../../engine/sheet/address';
import { parseAddress } from '../../../engine/sheet/address';
import type { PackageDraft } from '../../package/package-draft';
import type { SheetInfo } from '../../read/workbook-part';
import { unlessDamaged } from '../../unless-damaged';
import { editAttributes } from '../../xml/edit-attributes';
import { span } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';

/**
 * Takes cells that hold a formula no more, or all cells of a sheet, out of the order of calculation: programs refuse
 * workbooks where it names others, and add by themselves what is missing. An entry may leave it to the one before to say
 * which sheet it is on; what is taken away hands that on. A chain that gets empty, that cannot be read, or that may mean
 * another sheet, goes altogether: programs make it anew.
 * @param number see `numberInChain`
 */
export function removeFromCalcChain(
  draft: PackageDraft,
  workbookPart: string,
  number: string | null,
  cells: readonly CellPosition[] | 'all',
): void {
  if (cells.length === 0) return;
  const chains = draft
    .relationships(workbookPart)
    .filter(({ kind, external }) => kind === 'calcChain' && !external);
  const isGone = goneCells(cells);
  for (const { target } of chains) {
    if (number !== null && draft.has(target) && withoutCells(draft, target, number, isGone) > 0) continue;
    draft.remove(target);
    draft.removeRelationships(
      workbookPart,
      ({ kind, target: own }) => kind === 'calcChain' && own === target,
    );
  }
}

/** The number by which the chain of calculation means a sheet; `null` where it has none, or shares it with another. */
export function numberInChain(sheets: readonly SheetInfo[], { sheetId }: SheetInfo): string | null {
  const number = Number(sheetId);
  const isClear = number > 0 && sheets.filter((one) => Number(one.sheetId) === number).length === 1;
  return isClear ? sheetId : null;
}

/** @returns how many entries are left */
function withoutCells(
  draft: PackageDraft,
  part: string,
  number: string,
  isGone: (address: string) => boolean,
): number {
  let left = 0;
  return unlessDamaged(0, () => {
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
        const address = scanner.attribute('r') ?? '';
        const { start, openEnd, end } = span(scanner);
        if (Number(sheet) === Number(number) && isGone(address)) {
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
    return left;
  });
}

function goneCells(cells: readonly CellPosition[] | 'all'): (address: string) => boolean {
  if (cells === 'all') return () => true;
  const removed = new Set(cells.map(keyOf));
  return (address) => {
    const cell = parseAddress(address);
    return cell !== null && removed.has(keyOf(cell));
  };
}

function keyOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}
