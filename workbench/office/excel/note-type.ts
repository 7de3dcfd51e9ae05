import type { CellPosition } from '../../../src/engine/sheet/address';
import type { WorksheetModel } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { method, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../interpreter/office-error';
import { cellsArgument, textArgument, wholeArgument } from './arguments';
import { area } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import type { ExcelHost } from './excel-host';

/** The notes of a worksheet, or of the workbook where the sheet is `null`. */
interface Notes {
  readonly host: ExcelHost;
  readonly sheetId: string | null;
}

interface Note extends CellPosition {
  readonly host: ExcelHost;
  readonly sheet: WorksheetModel;
}

export const noteCollectionType = objectType<Notes>(
  'NoteCollection',
  '1.18',
  {
    add: method('1.18', (self, [cell, content]) => {
      const note = cellOf(self, cell);
      if (note.sheet.note(note) !== null) throw itemAlreadyExists();
      note.sheet.setNote(note, textArgument(content));
      return { type: noteType, self: note };
    }),
    getCount: method('1.18', (self) => notesOf(self).length),
    getItem: method('1.18', (self, [cell]) => {
      const note = existing(self, cell);
      if (!note) throw itemNotFound();
      return note;
    }),
    getItemOrNullObject: method('1.18', (self, [cell]) => existing(self, cell)),
    getItemAt: method('1.18', (self, [index]) => {
      const note = notesOf(self)[wholeArgument(index)];
      if (!note) throw itemNotFound();
      return { type: noteType, self: note };
    }),
  },
  { items: (self) => notesOf(self).map((note) => ({ type: noteType, self: note })) },
);

export const noteType = objectType<Note>('Note', '1.18', {
  content: scalar(
    '1.18',
    (note) => note.sheet.note(note) ?? '',
    (note, value) => note.sheet.setNote(note, textArgument(value)),
  ),
  authorName: scalar('1.18', () => ''),
  visible: scalar(
    '1.18',
    () => false,
    ({ host }) => host.ignored('Note.visible'),
  ),
  getLocation: method('1.18', ({ host, sheet, row, column }) =>
    host.objects.range(sheet.id, area(row, column, 1, 1)),
  ),
  delete: method('1.18', (note) => note.sheet.setNote(note, null)),
});

/** The notes of a worksheet, or of the workbook where the sheet is `null`. */
export function noteCollection(host: ExcelHost, sheetId: string | null): HostObject<Notes> {
  return { type: noteCollectionType, self: { host, sheetId } };
}

function notesOf({ host, sheetId }: Notes): Note[] {
  return host.sheets
    .filter((sheet) => sheetId === null || sheet.id === sheetId)
    .flatMap((sheet) => sheet.notes.map(({ row, column }) => ({ host, sheet, row, column })));
}

function existing(self: Notes, cell: unknown): HostObject<Note> | null {
  const note = cellOf(self, cell);
  return note.sheet.note(note) === null ? null : { type: noteType, self: note };
}

function cellOf({ host, sheetId }: Notes, cell: unknown): Note {
  const cells = cellsArgument(cell);
  if (cells) return { host, sheet: cells.sheet, row: cells.area.firstRow, column: cells.area.firstColumn };
  const { sheetName, address: rest } = splitReference(textArgument(cell));
  const sheet =
    sheetName === null ? host.findSheet(sheetId ?? '') : host.sheets.find((one) => one.name === sheetName);
  const range = parseArea(rest);
  if (!sheet || !range) throw invalidArgument();
  return { host, sheet, row: range.firstRow, column: range.firstColumn };
}
