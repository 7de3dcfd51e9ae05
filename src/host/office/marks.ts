import { countCells, type CellRange } from '../../engine/sheet/address';
import {
  HostError,
  mayWriteAfter,
  type MarkResult,
  type MarkSeverity,
  type MarksLeft,
  type SheetMarks,
  type UnmarkResult,
} from '../port';
import { MARK_COLORS } from '../protocol/mark-colors';
import { markFormula } from '../protocol/mark-signature';
import { addressLists } from './address-lists';
import { askEach } from './ask-each';
import { toHostError } from './errors';
import { formatsOf, type MarkFormat } from './mark-formats';
import { lookAtMarks, lookAtMarksOf, type SheetLook } from './marks-look';
import { noteSteps, settleNotes } from './notes';
import { REQUEST_LIMIT } from './payload';
import type { Requirements } from './requirements';
import type { Batch } from './session';
import { runSteps, type Step } from './step-queue';
import { mustBeWritable } from './worksheets';

/** Reversed, because each is put before those already there. */
const LAST_TO_FIRST: readonly MarkSeverity[] = ['info', 'warning', 'error'];

/**
 * Lays marks in place of those there: one or two round trips look at the worksheet, and one writes, with more for notes
 * that are too many for one request.
 *
 * Excel makes the calls of a request in their order and stops at the first that fails. So new marks are made before the
 * old ones go: what has failed before all of them are made is taken back by deleting what is new, and from there on the
 * work is brought to its end.
 */
export async function markSheet(
  batch: Batch,
  requirements: Requirements,
  sheetId: string,
  marks: SheetMarks,
): Promise<MarkResult> {
  return markOver(batch, requirements, await lookAtMarksOf(batch, requirements, sheetId), marks);
}

/** As `markSheet`, where there are marks or notes of ours; else nothing is laid. */
export async function remarkSheet(
  batch: Batch,
  requirements: Requirements,
  sheetId: string,
  marks: SheetMarks,
): Promise<MarkResult | null> {
  const before = await lookAtMarksOf(batch, requirements, sheetId);
  return isMarked(before) ? markOver(batch, requirements, before, marks) : null;
}

async function markOver(
  batch: Batch,
  requirements: Requirements,
  before: SheetLook,
  { cells, notes }: SheetMarks,
): Promise<MarkResult> {
  const { sheet } = before;
  const oldNotes = notesOf(before);
  mustBeWritable(sheet);
  const { steps, notesLeftOut } = before.notes
    ? noteSteps(sheet, before.notes, notes)
    : { steps: [], notesLeftOut: 0 };
  let written = 0;
  const counted = steps.map((step): Step => ({ ...step, check: () => void (written += 1) }));
  const marks: Step = {
    // Sent with the first of the notes, or alone.
    size: REQUEST_LIMIT / 4,
    queue() {
      for (const severity of LAST_TO_FIRST) addMark(sheet, severity, cells[severity]);
      for (const { id } of before.formats.ours) formatsOf(sheet).getItem(id).delete();
      for (const note of oldNotes) note.delete();
    },
  };
  const markedCells = countCells(Object.values(cells).flat());
  const unreadable = before.formats.unread;
  const notesRefused = before.notesUnreadable ? notes.length : 0;
  const replaced = isMarked(before);
  try {
    await runSteps(batch, [marks, ...counted]);
    return { markedCells, notes: steps.length, notesLeftOut, notesRefused, left: [], unreadable, replaced };
  } catch (error) {
    const failure = toHostError(error);
    if (!mayWriteAfter(failure) || batch.outcome() === 'unchanged') throw failure;
    // Later requests hold notes alone.
    if (written > 0 && failure.code === 'busy')
      return {
        ...{ markedCells, notes: written, notesLeftOut, left: [], unreadable, replaced },
        notesRefused: steps.length - written,
      };
    return { ...(await settleMarks(batch, requirements, before, { cells, notes }, failure)), replaced };
  }
}

/** Whether a worksheet has marks or notes of ours. */
export async function hasMarks(batch: Batch, requirements: Requirements, sheetId: string): Promise<boolean> {
  return isMarked(await lookAtMarksOf(batch, requirements, sheetId));
}

/** Takes marks off the given worksheets, which may be one or all. */
export async function unmarkSheets(
  batch: Batch,
  requirements: Requirements,
  sheetIds: readonly string[],
): Promise<UnmarkResult> {
  const alone = sheetIds.length === 1;
  const looks = alone
    ? [await lookAtMarksOf(batch, requirements, sheetIds[0]!)]
    : (await lookAtMarks(batch, requirements, sheetIds)).filter((look) => look !== null);
  const marked = looks.filter(isMarked);
  if (alone) marked.forEach(({ sheet }) => mustBeWritable(sheet));
  const isProtected = ({ sheet }: SheetLook): boolean => sheet.protection.protected;
  const left = marked.filter(isProtected).map((look) => leftOn(look, 'protected'));
  const writable = marked.filter((look) => !isProtected(look));
  const unreadable = looks.reduce((sum, { formats }) => sum + formats.unread, 0);
  const notesUnread = looks.flatMap(({ sheet, notesUnreadable }) => (notesUnreadable ? [sheet.name] : []));
  if (writable.length > 0) {
    try {
      for (const { sheet, formats } of writable)
        for (const { id } of formats.ours) formatsOf(sheet).getItem(id).delete();
      for (const look of writable) for (const note of notesOf(look)) note.delete();
      await batch.commit();
    } catch (error) {
      const failure = toHostError(error);
      if (!mayWriteAfter(failure) || batch.outcome() === 'unchanged') throw failure;
      left.push(...(await settleUnmarked(batch, requirements, writable, failure)));
    }
  }
  return {
    markedCells: sumOf(marked, cellsOf) - sumOf(left, ({ markedCells }) => markedCells),
    notes: sumOf(marked, (look) => notesOf(look).length) - sumOf(left, ({ notes }) => notes),
    left,
    unreadable,
    ...(notesUnread.length > 0 ? { notesUnread } : {}),
  };
}

/**
 * After a request that failed somewhere: looks how far it came, and either brings the work to its end or takes back what
 * was made.
 * @throws HostError the failure, where it was taken back or nobody can tell
 */
async function settleMarks(
  batch: Batch,
  requirements: Requirements,
  before: SheetLook,
  { cells, notes }: SheetMarks,
  failure: HostError,
): Promise<MarkResult> {
  try {
    const { sheet, formats } = await lookAtMarksOf(batch, requirements, before.sheet.id);
    const isNew = (id: string): boolean => !before.formats.ids.has(id);
    const added = formats.ours.filter(({ id }) => isNew(id));
    const halfMade = formats.unsigned.filter(isNew);
    if (!isComplete(added, cells) || halfMade.length > 0) {
      await deleteFormats(batch, sheet, [...added.map(({ id }) => id), ...halfMade]);
      const after = await lookAtMarksOf(batch, requirements, sheet.id);
      const lost = [...after.formats.ours.map(({ id }) => id), ...after.formats.unsigned].some(isNew);
      throw failure.say(lost ? 'in-doubt' : 'unchanged');
    }
    await deleteFormats(
      batch,
      sheet,
      formats.ours.filter(({ id }) => !isNew(id)).map(({ id }) => id),
    );
    const settled =
      before.notes === null
        ? { notes: 0, notesLeftOut: 0, notesRefused: before.notesUnreadable ? notes.length : 0, stale: 0 }
        : await settleNotes(batch, sheet, requirements, notes);
    const after = await lookAtMarksOf(batch, requirements, sheet.id);
    const old = after.formats.ours.filter(({ id }) => !isNew(id));
    const oldCells = sumOf(old, (mark) => mark.cells ?? 0);
    const left: MarksLeft = {
      sheet: sheet.name,
      markedCells: oldCells,
      notes: settled.stale,
      because: 'refused',
    };
    return {
      markedCells: countCells(Object.values(cells).flat()),
      notes: settled.notes,
      notesLeftOut: settled.notesLeftOut,
      notesRefused: settled.notesRefused,
      left: old.length + settled.stale > 0 ? [left] : [],
      unreadable: after.formats.unread,
    };
  } catch (error) {
    throw inDoubtAfter(failure, error);
  }
}

/** Takes off what a failed request has left. @returns what Excel does not let go */
async function settleUnmarked(
  batch: Batch,
  requirements: Requirements,
  before: readonly SheetLook[],
  failure: HostError,
): Promise<MarksLeft[]> {
  const look = async () =>
    (
      await lookAtMarks(
        batch,
        requirements,
        before.map(({ sheet }) => sheet.id),
      )
    ).filter((one) => one !== null);
  try {
    const there = await look();
    for (const one of there) {
      await deleteFormats(
        batch,
        one.sheet,
        one.formats.ours.map(({ id }) => id),
      );
      await askEach(batch, notesOf(one), deleting, 'commit');
    }
    const after = (await look()).filter(isMarked);
    const cells = sumOf(after, cellsOf);
    const notes = sumOf(after, (one) => notesOf(one).length);
    const all = sumOf(before, cellsOf) + sumOf(before, (one) => notesOf(one).length);
    if (before.length === 1 && there.length === 0)
      throw new HostError('sheet-gone', 'the worksheet was deleted').say('unchanged');
    if (after.length > 0 && cells + notes >= all) throw failure.say('unchanged');
    return after.map((one) => leftOn(one, one.sheet.protection.protected ? 'protected' : 'refused'));
  } catch (error) {
    throw inDoubtAfter(failure, error);
  }
}

/** The error to tell where even looking or settling failed, or what settling has found out. */
function inDoubtAfter(failure: HostError, error: unknown): HostError {
  const later = toHostError(error);
  if (later === failure || later.code === 'sheet-gone') return later.say(later.write);
  return (mayWriteAfter(later) ? failure : later).say('in-doubt');
}

/** Whether all marks are there that were to be made, whole. */
function isComplete(added: readonly MarkFormat[], cells: SheetMarks['cells']): boolean {
  return LAST_TO_FIRST.every((severity) => {
    const own = added.filter((mark) => mark.severity === severity);
    const known = own.every((mark) => mark.coloured && mark.cells !== null);
    return known && sumOf(own, (mark) => mark.cells ?? 0) === countCells(cells[severity]);
  });
}

/** Deletes conditional formats, each by itself where Excel refuses several; one that is gone is gone. */
async function deleteFormats(batch: Batch, sheet: Excel.Worksheet, ids: readonly string[]): Promise<void> {
  await askEach(
    batch,
    ids,
    (id) => {
      formatsOf(sheet).getItem(id).delete();
      return () => undefined;
    },
    'commit',
  );
}

function deleting(note: Excel.Note): () => void {
  note.delete();
  return () => undefined;
}

function leftOn(look: SheetLook, because: MarksLeft['because']): MarksLeft {
  const { name } = look.sheet;
  return { sheet: name, markedCells: cellsOf(look), notes: notesOf(look).length, because };
}

function cellsOf({ formats }: SheetLook): number {
  return sumOf(formats.ours, ({ cells }) => cells ?? 0);
}

function notesOf({ notes }: SheetLook): readonly Excel.Note[] {
  return notes?.ours() ?? [];
}

function isMarked(look: SheetLook): boolean {
  return look.formats.ours.length + notesOf(look).length > 0;
}

function sumOf<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((sum, one) => sum + figure(one), 0);
}

function addMark(sheet: Excel.Worksheet, severity: MarkSeverity, ranges: readonly CellRange[]): void {
  for (const addresses of addressLists(ranges)) {
    const areas = sheet.getRanges(addresses).untrack();
    const format = areas.conditionalFormats.add('Custom');
    format.custom.rule.formula = markFormula(severity);
    format.custom.format.fill.color = MARK_COLORS[severity];
    format.priority = 0;
    format.stopIfTrue = false;
  }
}
