import { parseAddress } from '../../src/engine/sheet/address';
import { readStringItem } from '../../src/xlsx/read/string-item';
import { TextPool } from '../../src/xlsx/read/text-pool';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement } from './element-path';
import type { OpenedNote } from './workbook-model';

/**
 * Reads the notes of a comments part, the scanner standing before its root: by row and column, one for a cell. Who
 * wrote them is left out, unless it stands in the text. A conversation is read as the text that stands in its place.
 */
export function readNotes(scanner: XmlScanner): OpenedNote[] {
  const notes = new Map<string, OpenedNote>();
  const pool = new TextPool();
  scanner.root('comments');
  eachElement(scanner, ['commentList', 'comment'], () => {
    const cell = parseAddress(scanner.attribute('ref') ?? '');
    if (!cell) return;
    eachElement(scanner, ['text'], () => {
      const text = readStringItem(scanner, pool).replace(/\r\n?/g, '\n');
      notes.set(`${cell.row} ${cell.column}`, { ...cell, text });
    });
  });
  return [...notes.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
