import type { OpcPackage } from '../../package/opc-package';
import { parseRangeAddress } from '../../../engine/sheet/address';
import { unlessDamaged } from '../../unless-damaged';
import { readComments } from './comments-part';
import { cellKey, type NoteText } from './note';
import { commentsParts, threadParts } from './note-parts';

/** A note as it stands on a worksheet. */
export interface FoundNote extends NoteText {
  /** "" where it is not said. */
  readonly author: string;
}

/**
 * The notes of a worksheet in the order of the file; a conversation is there as the text that stands in its place. None
 * where the part that holds them is damaged.
 */
export function notesIn(opc: OpcPackage, sheetPart: string): readonly FoundNote[] {
  return commentsParts(opc, sheetPart).flatMap((part) =>
    unlessDamaged([], () => {
      const { comments, authors } = readComments(opc.xml(part).text, part);
      return comments.map(({ row, column, text, authorId }) => ({
        row,
        column,
        text,
        author: authors[authorId]?.name ?? '',
      }));
    }),
  );
}

/**
 * The cells that have a note or a conversation, as keys (`cellKey`).
 * @throws XlsxError 'corrupt' where a part that would tell is damaged
 */
export function occupiedCells(opc: OpcPackage, sheetPart: string): Set<string> {
  const cells = new Set<string>();
  for (const part of commentsParts(opc, sheetPart)) {
    for (const { row, column } of readComments(opc.xml(part).text, part).comments)
      cells.add(cellKey(row, column));
  }
  for (const part of threadParts(opc, sheetPart)) {
    const scanner = opc.scan(part);
    scanner.root();
    while (scanner.nextChild(1)) {
      const cell = scanner.nameIs('threadedComment')
        ? parseRangeAddress(scanner.attribute('ref') ?? '')
        : null;
      if (cell) cells.add(cellKey(cell.firstRow, cell.firstColumn));
    }
  }
  return cells;
}
