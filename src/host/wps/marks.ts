import { countCells, toAddress } from '../../engine/sheet/address';
import { HostError, type MarkResult, type MarksLeft, type SheetMarks, type UnmarkResult } from '../port';
import { LAST_TO_FIRST } from '../protocol/overlay';
import type { EtCalls } from './et-call';
import { toHostError } from './et-errors';
import type { EtWorksheet } from './et-types';
import {
  deleteFormats,
  layFormats,
  lookAtFormats,
  rememberFormats,
  type LaidFormats,
  type OwnFormat,
  type OwnFormats,
} from './mark-formats';
import { deleteNotes, lookAtNotes, standsAs, takenCells, writeNotes, type SeenNote } from './notes';
import type { SheetReader } from './read-sheet';
import type { Piece } from './session';
import { isProtected, mustBeWritable, worksheetOf, type FoundSheet } from './sheets';
import { mustNotBeShared } from './takes-changes';

/** What was found out about this WPS while marks were laid. */
export interface MarkSupport {
  /** Whether it keeps conditional formats; absent: not known yet. */
  marks?: boolean;
  /** Whether it keeps notes. */
  notes?: boolean;
  /** Whether a new conditional format can be put before the others. */
  firstPriority?: boolean;
}

interface Look {
  readonly formats: OwnFormats;
  /** `null`: they cannot be listed. */
  readonly notes: readonly SeenNote[] | null;
}

/**
 * Lays marks in place of those there, all or none, within one piece: those of before are remembered, taken off, the new
 * ones laid and looked at. What fails on the way is taken back.
 */
export function markSheet(
  reader: SheetReader,
  support: MarkSupport,
  sheetId: string,
  marks: SheetMarks,
): Promise<MarkResult> {
  return reader.session.quietly(() =>
    reader.session.piece((piece) => {
      const found = writableSheet(piece, reader, sheetId);
      return markNow(piece, support, found, marks, lookAt(piece, found));
    }),
  );
}

/** As `markSheet`, where there are marks or notes of ours; else nothing is laid. */
export async function remarkSheet(
  reader: SheetReader,
  support: MarkSupport,
  sheetId: string,
  marks: SheetMarks,
): Promise<MarkResult | null> {
  return (await hasMarks(reader, sheetId)) ? markSheet(reader, support, sheetId, marks) : null;
}

/** Whether a worksheet has marks or notes of ours. */
export function hasMarks({ session, ids }: SheetReader, sheetId: string): Promise<boolean> {
  return settled(() => session.piece((piece) => isMarked(lookAt(piece, worksheetOf(piece, ids, sheetId)))));
}

/** Takes marks off one worksheet, or off all of the workbook. */
export function unmarkSheets(
  reader: SheetReader,
  sheetIds: readonly string[] | 'all',
): Promise<UnmarkResult> {
  const { session, ids } = reader;
  return session.quietly(async () => {
    const alone = sheetIds !== 'all';
    const all = alone
      ? sheetIds
      : session.piece((piece) =>
          ids.list(piece).flatMap(({ id, kind }) => (kind === 'worksheet' ? [id] : [])),
        );
    const result = { markedCells: 0, notes: 0, unreadable: 0 };
    const left: MarksLeft[] = [];
    const notesUnread: string[] = [];
    let failure: HostError | null = null;
    const unmarkOne = (id: string): void =>
      session.piece((piece) => {
        const found = alone ? worksheetOf(piece, ids, id) : stillThere(() => worksheetOf(piece, ids, id));
        if (!found) return;
        const before = lookAt(piece, found);
        result.unreadable += before.formats.unreadable;
        if (!before.notes) notesUnread.push(found.name);
        if (!isMarked(before)) return;
        if (alone) mustBeWritable(piece.et, found);
        if (isProtected(piece.et, found.sheet)) {
          left.push(leftOf(found, before, 'protected'));
          return;
        }
        try {
          deleteFormats(piece.et, found.sheet);
          if (before.notes) deleteNotes(piece.et, found.sheet);
        } catch (error) {
          failure = toHostError(error);
          // A single refusal passes: what is still there is tried once more.
          attempt(() => deleteFormats(piece.et, found.sheet));
          if (before.notes) attempt(() => deleteNotes(piece.et, found.sheet));
        }
        const after = lookAt(piece, found);
        const still = leftOf(found, after, 'refused');
        result.markedCells += cellsOf(before) - still.markedCells;
        result.notes += notesOf(before) - still.notes;
        if (still.markedCells + still.notes > 0) left.push(still);
      });
    for (const id of all) {
      if (session.isDue) await session.turn();
      try {
        unmarkOne(id);
      } catch (error) {
        const failed = toHostError(error);
        throw result.markedCells + result.notes > 0 ? failed.say('partly') : failed;
      }
    }
    const { markedCells, notes } = result;
    const refused = left.some(({ because }) => because === 'refused');
    if (refused && markedCells + notes === 0)
      throw ((failure as HostError | null) ?? new HostError('failed', 'WPS does not let marks go')).say(
        'unchanged',
      );
    return { ...result, left, ...(notesUnread.length > 0 ? { notesUnread } : {}) };
  });
}

function writableSheet(piece: Piece, { ids }: SheetReader, sheetId: string): FoundSheet {
  const found = worksheetOf(piece, ids, sheetId);
  mustBeWritable(piece.et, found);
  mustNotBeShared(piece.et, piece.book);
  return found;
}

function markNow(
  piece: Piece,
  support: MarkSupport,
  found: FoundSheet,
  { cells, notes }: SheetMarks,
  before: Look,
): MarkResult {
  const { et } = piece;
  const { sheet } = found;
  const wanted = Object.values(cells).flat().length > 0;
  const remembered = before.formats.ours.length > 0 ? rememberFormats(et, sheet) : null;
  let leftOut = 0;
  try {
    if (remembered) deleteFormats(et, sheet);
    if (support.marks !== false && wanted) leftOut = layAndLook(piece, support, found, cells);
  } catch (error) {
    throw takenBack(piece, found, remembered, toHostError(error));
  }
  const noted = note(piece, support, found, notes, before);
  // What was laid was read back: that it cannot be counted once more says nothing of it.
  const count = () => lookAtFormats(et, sheet);
  const after = attempt(count) ?? doubted(count);
  const stale = support.marks === false ? after.ours : [];
  const left: MarksLeft[] =
    stale.length + noted.stale > 0
      ? [{ sheet: found.name, markedCells: sumOf(stale), notes: noted.stale, because: 'refused' }]
      : [];
  return {
    markedCells: support.marks === false ? 0 : sumOf(after.ours),
    ...(leftOut > 0 ? { cellsLeftOut: leftOut } : {}),
    notes: noted.notes,
    notesLeftOut: noted.notesLeftOut,
    notesRefused: noted.notesRefused,
    left,
    unreadable: after.unreadable,
    replaced: isMarked(before),
  };
}

/**
 * Lays marks and looks whether they are there. Where none is kept, this WPS keeps none, and nothing is painted instead.
 * @returns how many cells were left out
 * @throws HostError `not-written` where some are there and others not
 */
function layAndLook(
  piece: Piece,
  support: MarkSupport,
  found: FoundSheet,
  cells: SheetMarks['cells'],
): number {
  const { et, application } = piece;
  const { sheet } = found;
  const lay = (behind: boolean): OwnFormats => {
    laid = layFormats(et, application, sheet, cells, behind);
    return lookAtFormats(et, sheet, cells);
  };
  let laid: LaidFormats = { leftOut: 0, taken: null };
  let there = lay(support.firstPriority === false);
  if (there.ours.length === 0 && laid.leftOut === 0) {
    support.marks = false;
    return 0;
  }
  // A single refusal passes; where it stays, the order in which they are laid has to do.
  for (let tries = 1; support.firstPriority !== false && !isFirst(there) && tries <= 2; tries += 1) {
    deleteFormats(et, sheet);
    if (tries === 2) support.firstPriority = false;
    there = lay(tries === 2);
  }
  const isWhole =
    sumOf(there.ours) + laid.leftOut === countCells(Object.values(cells).flat()) &&
    there.ours.every(({ coloured }) => coloured);
  if (isWhole) {
    if (there.ours.length > 0) support.marks = true;
    return laid.leftOut;
  }
  throw new HostError('not-written', 'WPS does not keep the marks as they were laid', { sheet: found.name });
}

/** Whether ours stand before all others, the worst first. */
function isFirst({ ours, places }: OwnFormats): boolean {
  const rank = (format: OwnFormat): number => LAST_TO_FIRST.indexOf(format.severity);
  return (
    places.every((place, index) => place === index + 1) &&
    ours.every((format, index) => index === 0 || rank(ours[index - 1]!) >= rank(format))
  );
}

/** Makes the marks as they were before. @returns the failure, which says whether that worked */
function takenBack(
  piece: Piece,
  found: FoundSheet,
  before: SheetMarks['cells'] | null,
  failure: HostError,
): HostError {
  const { et, application } = piece;
  try {
    deleteFormats(et, found.sheet);
    if (before) layFormats(et, application, found.sheet, before);
    const now = lookAtFormats(et, found.sheet, before);
    const same = sumOf(now.ours) === (before ? countCells(Object.values(before).flat()) : 0);
    return failure.say(same ? 'unchanged' : 'in-doubt');
  } catch {
    return failure.say('in-doubt');
  }
}

interface Noted {
  readonly notes: number;
  readonly notesLeftOut: number;
  readonly notesRefused: number;
  /** Notes of before that did not go. */
  readonly stale: number;
}

/** Brings the notes of ours to what is wanted. What fails here fails no mark. */
function note(
  { et }: Piece,
  support: MarkSupport,
  { sheet }: FoundSheet,
  wanted: SheetMarks['notes'],
  { notes: before }: Look,
): Noted {
  if (!before) return { notes: 0, notesLeftOut: 0, notesRefused: wanted.length, stale: 0 };
  const taken = takenCells(before);
  const free = wanted.filter(({ row, column }) => !taken.has(toAddress(row, column)));
  const hadOwn = before.some(({ ours }) => ours);
  const remove = () => (deleteNotes(et, sheet), true);
  // A single refusal passes.
  if (hadOwn) void (attempt(remove) ?? attempt(remove));
  if (support.notes !== false) writeNotes(et, sheet, free);
  if (!hadOwn && free.length === 0)
    return { notes: 0, notesLeftOut: wanted.length, notesRefused: 0, stale: 0 };
  let after = notesOn(et, sheet) ?? [];
  const missing = free.filter((one) => !standsAs(after, one));
  if (missing.length > 0 && support.notes !== false) {
    writeNotes(et, sheet, missing);
    after = notesOn(et, sheet) ?? [];
  }
  const notes = free.filter((one) => standsAs(after, one)).length;
  if (free.length > 0) support.notes = notes > 0 || (support.notes ?? false);
  return {
    notes,
    notesLeftOut: wanted.length - free.length,
    notesRefused: free.length - notes,
    stale: after.filter((one) => one.ours && !free.some((want) => standsAs([one], want))).length,
  };
}

function lookAt({ et }: Piece, { sheet }: FoundSheet): Look {
  return { formats: lookAtFormats(et, sheet), notes: notesOn(et, sheet) };
}

/** The notes of a worksheet; `null`: they cannot be listed, also not when asked again. */
function notesOn(et: EtCalls, sheet: EtWorksheet): readonly SeenNote[] | null {
  const list = () => lookAtNotes(et, sheet);
  return attempt(list) ?? attempt(list);
}

function isMarked(look: Look): boolean {
  return look.formats.ours.length > 0 || notesOf(look) > 0;
}

function cellsOf({ formats }: Look): number {
  return sumOf(formats.ours);
}

function notesOf({ notes }: Look): number {
  return notes?.filter(({ ours }) => ours).length ?? 0;
}

function sumOf(formats: readonly OwnFormat[]): number {
  return formats.reduce((sum, { cells }) => sum + cells, 0);
}

function leftOf({ name }: FoundSheet, look: Look, because: MarksLeft['because']): MarksLeft {
  return { sheet: name, markedCells: cellsOf(look), notes: notesOf(look), because };
}

function settled<Result>(work: () => Result): Promise<Result> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(toHostError(error));
  }
}

/** What fails now fails after everything was written. */
function doubted<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toHostError(error).say('in-doubt');
  }
}

/** A worksheet that is gone by now has no marks; any other refusal is asked once more. */
function stillThere<Found>(find: () => Found): Found | null {
  const first = attempt(find);
  if (first !== null) return first;
  try {
    return find();
  } catch (error) {
    if (toHostError(error).code === 'sheet-gone') return null;
    throw error;
  }
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
