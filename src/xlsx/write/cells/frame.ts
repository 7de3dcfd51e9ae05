import type { CellPosition } from '../../../engine/sheet/address';
import { parseRangeAddress, toRangeAddress } from '../../../engine/sheet/address';
import { editAttributes } from '../../xml/edit-attributes';
import { insertChild, outline } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import { WORKSHEET_ORDER } from '../schema-order';
import { joinSheet, type SheetText, splitSheet } from '../sheet-text';

const NAME = 'sheetData';
const IN_WORKSHEET = 1;

/** The style that cells of each column take which are not there yet; 0 where the column has none. */
export function columnStyles(frame: string, part: string): (column: number) => number {
  const spans: { first: number; last: number; style: number }[] = [];
  const scanner = rootOf(frame, part);
  while (scanner.nextChild(IN_WORKSHEET)) {
    if (!scanner.nameIs('cols')) continue;
    while (scanner.nextChild(IN_WORKSHEET + 1)) {
      const style = Number(scanner.attribute('style') ?? 0);
      const first = Number(scanner.attribute('min')) - 1;
      const last = Number(scanner.attribute('max')) - 1;
      if (Number.isInteger(style) && style > 0) spans.push({ first, last, style });
    }
  }
  return (column) => spans.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}

/** The frame with a `dimension`, where it has one, that takes in the cells. */
export function widenDimension(frame: string, part: string, cells: readonly CellPosition[]): string {
  const scanner = rootOf(frame, part);
  while (scanner.nextChild(IN_WORKSHEET)) {
    if (!scanner.nameIs('dimension')) continue;
    const range = parseRangeAddress(scanner.attribute('ref') ?? '');
    if (!range) return frame;
    let { firstRow, firstColumn, lastRow, lastColumn } = range;
    for (const { row, column } of cells) {
      firstRow = Math.min(firstRow, row);
      firstColumn = Math.min(firstColumn, column);
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
    const wide = { firstRow, firstColumn, lastRow, lastColumn };
    if (toRangeAddress(wide) === toRangeAddress(range)) return frame;
    const { start, end } = scanner;
    const tag = editAttributes(frame.slice(start, end), { ref: toRangeAddress(wide) });
    return frame.slice(0, start) + tag + frame.slice(end);
  }
  return frame;
}

/** A worksheet that has no element for its cells, with an empty one in its place. */
export function withCells(sheet: SheetText, part: string): SheetText {
  const scanner = rootOf(sheet.frame, part);
  const root = outline(scanner);
  const splices = new Splices(sheet.frame);
  insertChild(splices, root, WORKSHEET_ORDER, NAME, `<${root.prefix}${NAME}></${root.prefix}${NAME}>`);
  return splitSheet(joinSheet({ ...sheet, frame: splices.result() }), part);
}

function rootOf(frame: string, part: string): XmlScanner {
  const scanner = new XmlScanner(frame, { part });
  scanner.root('worksheet', 'macrosheet');
  return scanner;
}
