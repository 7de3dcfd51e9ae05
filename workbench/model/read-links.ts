import type { CellPosition } from '../../src/engine/sheet/address';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement } from './element-path';
import { parseRangeList, parseReference, splitReference } from './references';
import type { OpenedLink } from './workbook-model';

/** A link may stand on a range; on one larger than this it was meant for no cell in particular. */
const MOST_CELLS = 1000;

/**
 * Reads the links of a `hyperlinks` element, the scanner standing on its start. Links out of the workbook, and those to
 * defined names, are left out.
 * @param sheetName of the worksheet itself: a link that names none leads there
 */
export function readLinks(scanner: XmlScanner, sheetName: string): OpenedLink[] {
  const links: OpenedLink[] = [];
  eachElement(scanner, ['hyperlink'], () => {
    const location = scanner.attribute('location')?.replace(/^#/, '');
    // With a relationship the location lies in another file.
    if (!location || scanner.prefixedAttribute('id') || !parseReference(location)) return;
    const target = splitReference(location);
    const address = target.address.replace(/\$/g, '');
    for (const cell of cellsOf(scanner.attribute('ref') ?? '')) {
      links.push({ ...cell, sheetName: target.sheetName ?? sheetName, address });
    }
  });
  return links;
}

function cellsOf(ref: string): CellPosition[] {
  return parseRangeList(ref).flatMap(({ firstRow, firstColumn, lastRow, lastColumn }) => {
    const width = lastColumn - firstColumn + 1;
    const count = width * (lastRow - firstRow + 1);
    if (count > MOST_CELLS) return [];
    return Array.from({ length: count }, (_, index) => ({
      row: firstRow + Math.floor(index / width),
      column: firstColumn + (index % width),
    }));
  });
}
