import type { CellPosition } from '../../../src/engine/sheet/address';
import { covers } from '../../model/ranges';
import type { EtHost } from '../host/et-host';
import type { RangeTarget, SheetTarget } from '../host/targets';
import { rangeRef, sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember } from '../object/et-type';
import { etType, method, property } from '../object/et-type';
import { changeSheet } from './changes';
import { item, missing } from './collection';
import { firstArea } from './range-places';

/** A note at a cell. */
export interface CommentTarget extends SheetTarget {
  readonly cell: CellPosition;
}

/** Notes are always signed by who is logged in. */
export const PERSON = '用户';

export const rangeComments: Readonly<Record<string, EtMember<RangeTarget>>> = {
  Comment: property((range, { host }) => {
    const cell = firstCell(range);
    return sheetOf(range).note(cell) === null ? missing(host, 'comment') : commentRef(range, cell);
  }),
  AddComment: method((range, [text = ''], { host }) => {
    const cell = firstCell(range);
    if (!host.does(host.switches.notes, 'AddComment')) return missing(host, 'comment');
    if (sheetOf(range).note(cell) !== null) throw new WpsError('the cell has a comment already');
    changeSheet(host, range, (sheet) => sheet.setNote(cell, String(text)));
    return commentRef(range, cell);
  }),
  ClearComments: method((range, _args, { host }) =>
    changeSheet(host, range, (sheet) => {
      for (const note of sheet.notes)
        if (range.areas.some((area) => covers(area, note))) sheet.setNote(note, null);
    }),
  ),
};

/** The notes of a worksheet, row by row. */
export const commentsType = etType<SheetTarget>('Et.Comments', {
  Count: property((self) => sheetOf(self).notes.length),
  Item: method((self, [index], { host }) =>
    item(host, sheetOf(self).notes, index, (note) => commentRef(self, note)),
  ),
});

export const commentType = etType<CommentTarget>('Et.Comment', {
  Parent: property((self) => cellRef(self)),
  Author: property((self) => textOf(self) && PERSON),
  Visible: property(
    (self) => textOf(self) === null,
    (_self, value) => {
      if (value) throw new NotEmulated('Et.Comment.Visible set to true');
    },
  ),
  Text: method((self, [text, start, overwrite], { host }) => {
    textOf(self);
    if (start !== undefined || overwrite !== undefined) throw new NotEmulated('Et.Comment.Text in part');
    if (text !== undefined) write(host, self, String(text));
    return textOf(self);
  }),
  Delete: method((self, _args, { host }) => {
    textOf(self);
    write(host, self, null);
  }),
});

function write(host: EtHost, self: CommentTarget, text: string | null): void {
  if (!host.does(host.switches.notes, 'Comment')) return;
  changeSheet(host, self, (sheet) => sheet.setNote(self.cell, text));
}

function textOf(self: CommentTarget): string {
  const text = sheetOf(self).note(self.cell);
  if (text === null) throw new WpsError('the comment is no longer there');
  return text;
}

function firstCell(range: RangeTarget): CellPosition {
  const { firstRow: row, firstColumn: column } = firstArea(range);
  return { row, column };
}

function commentRef({ book, sheetId }: SheetTarget, { row, column }: CellPosition): EtRef<CommentTarget> {
  return new EtRef('Et.Comment', { book, sheetId, cell: { row, column } });
}

function cellRef({ book, sheetId, cell: { row, column } }: CommentTarget): EtRef<RangeTarget> {
  return rangeRef(book, sheetId, [{ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }]);
}
