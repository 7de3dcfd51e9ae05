import type { CellRange } from '../../src/engine/sheet/address';
import { parseRangeAddress } from '../../src/engine/sheet/address';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';

/**
 * The cells of a table that its own part repeats, the scanner standing before its root: the names of its columns and the
 * words of its totals. An office program repairs a workbook where the two differ.
 */
export function readTableTexts(scanner: XmlScanner): CellRange[] {
  scanner.root('table');
  const range = parseRangeAddress(scanner.attribute('ref') ?? '');
  if (!range) return [];
  const rows = (attribute: string, otherwise: number) => Number(scanner.attribute(attribute) ?? otherwise);
  const texts: CellRange[] = [];
  if (rows('headerRowCount', 1) > 0) texts.push({ ...range, lastRow: range.firstRow });
  if (rows('totalsRowCount', 0) > 0) texts.push({ ...range, firstRow: range.lastRow });
  return texts;
}
