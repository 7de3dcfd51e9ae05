import type { IMutationInfo } from '@univerjs/core';
import type { ISheetNote } from '@univerjs/sheets-note';
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from '@univerjs/sheets-note';
import type { CellPosition } from '../../src/engine/sheet/address';
import type { GridEngine } from './grid-engine';
import type { OpenedNote } from './workbook-model';

const SIZE = { width: 260, height: 120 };

/** The notes of one worksheet, by cell. */
export class SheetNotes {
  private readonly model: SheetsNoteModel;

  constructor(
    private readonly engine: GridEngine,
    private readonly sheetId: string,
  ) {
    this.model = engine.injector.get(SheetsNoteModel);
  }

  get(cell: CellPosition): string | null {
    return this.find(cell)?.note ?? null;
  }

  list(): (CellPosition & { text: string })[] {
    const notes = this.model.getSheetNotes(this.engine.unitId, this.sheetId);
    return [...(notes?.values() ?? [])]
      .map(({ row, col, note }) => ({ row, column: col, text: note }))
      .sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** Takes the notes of a file; the cells have none yet. */
  open(notes: readonly OpenedNote[]): void {
    const updates = notes.map((note) => this.update(note, { ...this.blank(note), note: note.text }));
    this.engine.load(updates.map(({ mutation }) => mutation));
  }

  /** Writes a note, in place of the one that is there; `null` takes it away. */
  set(cell: CellPosition, text: string | null): void {
    const before = this.find(cell);
    if (text === null && !before) return;
    const redo =
      text === null
        ? this.removal(before!)
        : this.update(cell, { ...(before ?? this.blank(cell)), note: text });
    const undo = before ? this.update(cell, { ...before }) : this.removal(redo.note);
    this.engine.history.run([redo.mutation], [undo.mutation]);
  }

  private blank({ row, column }: CellPosition): ISheetNote {
    return { id: this.engine.newId('note'), row, col: column, ...SIZE, note: '', show: false };
  }

  private update({ row, column }: CellPosition, note: ISheetNote): NoteChange {
    const params = { unitId: this.engine.unitId, sheetId: this.sheetId, row, col: column, note };
    return { note, mutation: { id: UpdateNoteMutation.id, params } };
  }

  private removal(note: ISheetNote): NoteChange {
    const { row, col, id: noteId } = note;
    const params = { unitId: this.engine.unitId, sheetId: this.sheetId, noteId, row, col };
    return { note, mutation: { id: RemoveNoteMutation.id, params } };
  }

  private find({ row, column }: CellPosition): ISheetNote | null {
    return this.model.getNote(this.engine.unitId, this.sheetId, { row, col: column }) ?? null;
  }
}

interface NoteChange {
  readonly note: ISheetNote;
  readonly mutation: IMutationInfo;
}
