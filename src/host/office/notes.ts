import type { CellPosition } from '../../engine/sheet/address';
import { parseAddress, toAddress } from '../../engine/sheet/address';
import type { SheetMarks } from '../port';
import { isOwnNote, noteText } from '../protocol/mark-signature';
import type { SettledNotes } from '../protocol/overlay';
import { askEach, isAnswer } from './ask-each';
import { jsonSize } from './payload';
import type { Requirements } from './requirements';
import type { Batch } from './session';
import type { Step } from './step-queue';
import { rangeOf } from './worksheets';

/** The notes of a worksheet, in three steps: asked for, located, then known. */
export interface NotesOfSheet {
  readonly sheet: Excel.Worksheet;
  /** Asks where notes and comments of others stand. @returns whether there is anything to ask */
  locate(): boolean;
  /** As `locate`, where Excel refuses to tell it of all at once; what it refuses to tell is passed over. */
  locateEach(batch: Batch): Promise<void>;
  ours(): readonly Excel.Note[];
  /** Addresses of cells with a note of the user's or a threaded comment. */
  taken(): ReadonlySet<string>;
}

/** Asks for the notes and comments of a worksheet; `null` where this Excel has no notes for add-ins. */
export function askForNotes(sheet: Excel.Worksheet, requirements: Requirements): NotesOfSheet | null {
  if (!requirements.notes) return null;
  const { notes } = sheet;
  notes.load('items/content');
  const comments = requirements.comments ? sheet.comments : null;
  comments?.load('items/id');
  let places: (() => string)[] = [];
  const foreign = () => [...notes.items.filter((note) => !isOurs(note)), ...(comments?.items ?? [])];
  return {
    sheet,
    locate() {
      places = foreign().map(askPlace);
      return places.length > 0;
    },
    async locateEach(batch) {
      const found = await askEach(batch, foreign(), askPlace);
      places = found.filter(isAnswer).map((place) => () => place);
    },
    ours: () => notes.items.filter(isOurs),
    taken: () => new Set(places.map((place) => place())),
  };
}

/** The calls that write notes where none of the user's and no comment stands. */
export function noteSteps(
  sheet: Excel.Worksheet,
  there: NotesOfSheet,
  notes: SheetMarks['notes'],
): { readonly steps: readonly Step[]; readonly notesLeftOut: number } {
  const taken = there.taken();
  const free = notes.filter(({ row, column }) => !taken.has(toAddress(row, column)));
  const steps = free.map((note): Step => {
    const content = noteText(note.text);
    return { size: 1_500 + jsonSize(content), queue: () => void sheet.notes.add(at(sheet, note), content) };
  });
  return { steps, notesLeftOut: notes.length - free.length };
}

/**
 * Brings the notes of ours to what is wanted from wherever a failed request has left them: what is right stays, what is
 * not goes, what is missing is written, each by itself where Excel refuses several.
 */
export async function settleNotes(
  batch: Batch,
  sheet: Excel.Worksheet,
  requirements: Requirements,
  wanted: SheetMarks['notes'],
): Promise<SettledNotes> {
  const look = async () => {
    const there = askForNotes(sheet, requirements)!;
    await batch.sync();
    await there.locateEach(batch);
    const ours = there.ours();
    const places = await askEach(batch, ours, askPlace);
    const right = new Map<string, Excel.Note>();
    ours.forEach((note, index) => {
      const place = places[index];
      const want = typeof place === 'string' ? byCell.get(place) : undefined;
      if (want && sameText(noteText(want.text), note.content)) right.set(place as string, note);
    });
    const wrong = ours.filter((note) => ![...right.values()].includes(note));
    return { right, wrong, taken: there.taken() };
  };
  const byCell = new Map(wanted.map((note) => [toAddress(note.row, note.column), note]));
  const first = await look();
  await askEach(
    batch,
    first.wrong,
    (note) => {
      note.delete();
      return () => undefined;
    },
    'commit',
  );
  const missing = [...byCell].filter(([cell]) => !first.right.has(cell) && !first.taken.has(cell));
  for (let from = 0; from < missing.length; from += NOTES_AT_ONCE)
    await askEach(
      batch,
      missing.slice(from, from + NOTES_AT_ONCE),
      ([, note]) => {
        sheet.notes.add(at(sheet, note), noteText(note.text));
        return () => undefined;
      },
      'commit',
    );
  const { right, wrong, taken } = await look();
  const left = [...byCell.keys()].filter((cell) => !right.has(cell));
  const notesLeftOut = left.filter((cell) => taken.has(cell)).length;
  return { notes: right.size, notesLeftOut, notesRefused: left.length - notesLeftOut, stale: wrong.length };
}

/** A note takes a thousand characters at most, and a request a megabyte. */
const NOTES_AT_ONCE = 100;

function isOurs({ content }: Excel.Note): boolean {
  return typeof content === 'string' && isOwnNote(content);
}

function sameText(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n');
}

function askPlace(one: Excel.Note | Excel.Comment): () => string {
  const range = one.getLocation().untrack();
  range.load('address');
  return () => cellOf(range.address);
}

function at(sheet: Excel.Worksheet, { row, column }: CellPosition): Excel.Range {
  return rangeOf(sheet, { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
}

/** "'附件2'!$D$4:$E$4" → "D4": the first cell is where a note of merged cells stands. */
function cellOf(address: string): string {
  const first = address.slice(address.lastIndexOf('!') + 1).split(':', 1)[0]!;
  const cell = parseAddress(first);
  return cell ? toAddress(cell.row, cell.column) : first;
}
