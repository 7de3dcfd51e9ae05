import { toAddress, type CellPosition } from '../../engine/sheet/address';
import type { SheetMarks } from '../port';
import { isOwnNote, noteText } from '../protocol/mark-signature';
import type { EtCalls } from './et-call';
import type { EtComment, EtWorksheet } from './et-types';
import { rangeOf } from './sheets';

/** A note as it stands. */
export interface SeenNote extends CellPosition {
  readonly text: string;
  readonly ours: boolean;
}

/** All notes of a worksheet, in their order. @throws EtFailure where they cannot be listed */
export function lookAtNotes(et: EtCalls, sheet: EtWorksheet): SeenNote[] {
  const notes: SeenNote[] = [];
  for (const note of et.items(et.need(sheet, 'Comments'))) {
    const cell = et.need(note, 'Parent');
    const text = textOf(et, note);
    notes.push({
      row: Number(et.get(cell, 'Row')) - 1,
      column: Number(et.get(cell, 'Column')) - 1,
      text,
      ours: isOwnNote(text),
    });
  }
  return notes;
}

/** Deletes the notes of ours, from the last on; each is looked at right before. */
export function deleteNotes(et: EtCalls, sheet: EtWorksheet): void {
  for (const note of et.itemsBackwards(et.need(sheet, 'Comments')))
    if (isOwnNote(textOf(et, note))) et.call(note, 'Delete');
}

/** Writes notes where none stands. One that this WPS refuses is left out: what stands in the end is looked at. */
export function writeNotes(et: EtCalls, sheet: EtWorksheet, notes: SheetMarks['notes']): void {
  for (const { row, column, text } of notes) {
    try {
      const cell = rangeOf(et, sheet, {
        ...{ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
      });
      et.call(cell, 'AddComment', noteText(text));
    } catch {
      // It is missing when the notes are looked at.
    }
  }
}

/** Whether a note that is wanted stands as it is wanted. */
export function standsAs(seen: readonly SeenNote[], wanted: SheetMarks['notes'][number]): boolean {
  const there = seen.find(({ row, column }) => row === wanted.row && column === wanted.column);
  return there?.ours === true && lines(there.text) === lines(noteText(wanted.text));
}

/** The cells where notes of the user's stand. */
export function takenCells(seen: readonly SeenNote[]): ReadonlySet<string> {
  return new Set(seen.filter(({ ours }) => !ours).map(({ row, column }) => toAddress(row, column)));
}

function textOf(et: EtCalls, note: EtComment): string {
  const text: unknown = et.call(note, 'Text');
  return typeof text === 'string' ? text : '';
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
