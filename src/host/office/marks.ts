import { countCells, type CellRange } from '../../engine/sheet/address';
import {
  mayWriteAfter,
  type MarkResult,
  type MarkSeverity,
  type SheetMarks,
  type UnmarkResult,
} from '../port';
import { MARK_COLORS } from '../protocol/mark-colors';
import { markFormula } from '../protocol/mark-signature';
import {
  cellsOf,
  isMarked,
  LAST_TO_FIRST,
  leftOn,
  notesOf,
  settleMarks,
  settleUnmarked,
  sumOf,
  type OverlayPort,
  type OverlaysPort,
} from '../protocol/overlay';
import { addressLists } from '../protocol/address-lists';
import { askEach } from './ask-each';
import { toHostError } from './errors';
import { formatsOf } from './mark-formats';
import { lookAtMarks, lookAtMarksOf, type SheetLook } from './marks-look';
import { noteSteps, settleNotes } from './notes';
import { LONGEST_ADDRESS, REQUEST_LIMIT } from './payload';
import type { Requirements } from './requirements';
import type { Batch } from './session';
import { runSteps, type Step } from './step-queue';
import { mustBeWritable } from './worksheets';

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
  const oldNotes = before.notes?.ours() ?? [];
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
    const settled = await settleMarks(
      overlayOf(batch, requirements, sheet),
      before,
      { cells, notes },
      failure,
    );
    return { ...settled, replaced };
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
  const left = marked.filter((look) => look.isProtected).map((look) => leftOn(look, 'protected'));
  const writable = marked.filter((look) => !look.isProtected);
  const unreadable = looks.reduce((sum, { formats }) => sum + formats.unread, 0);
  const notesUnread = looks.flatMap(({ sheet, notesUnreadable }) => (notesUnreadable ? [sheet.name] : []));
  if (writable.length > 0) {
    try {
      for (const { sheet, formats } of writable)
        for (const { id } of formats.ours) formatsOf(sheet).getItem(id).delete();
      for (const { notes } of writable) for (const note of notes?.ours() ?? []) note.delete();
      await batch.commit();
    } catch (error) {
      const failure = toHostError(error);
      if (!mayWriteAfter(failure) || batch.outcome() === 'unchanged') throw failure;
      left.push(...(await settleUnmarked(overlaysOf(batch, requirements, writable), writable, failure)));
    }
  }
  return {
    markedCells: sumOf(marked, cellsOf) - sumOf(left, ({ markedCells }) => markedCells),
    notes: sumOf(marked, notesOf) - sumOf(left, ({ notes }) => notes),
    left,
    unreadable,
    ...(notesUnread.length > 0 ? { notesUnread } : {}),
  };
}

/** The marks of a worksheet, once a request to lay them has failed. */
function overlayOf(batch: Batch, requirements: Requirements, sheet: Excel.Worksheet): OverlayPort {
  return {
    look: () => lookAtMarksOf(batch, requirements, sheet.id),
    deleteFormats: (ids) => deleteFormats(batch, sheet, ids),
    settleNotes: (wanted) => settleNotes(batch, sheet, requirements, wanted),
    toHostError,
  };
}

function overlaysOf(
  batch: Batch,
  requirements: Requirements,
  before: readonly SheetLook[],
): OverlaysPort<SheetLook> {
  const ids = before.map(({ sheet }) => sheet.id);
  return {
    look: async () => (await lookAtMarks(batch, requirements, ids)).filter((one) => one !== null),
    async takeOff({ sheet, formats, notes }) {
      await deleteFormats(
        batch,
        sheet,
        formats.ours.map(({ id }) => id),
      );
      await askEach(batch, notes?.ours() ?? [], deleting, 'commit');
    },
    toHostError,
  };
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

function addMark(sheet: Excel.Worksheet, severity: MarkSeverity, ranges: readonly CellRange[]): void {
  for (const addresses of addressLists(ranges, LONGEST_ADDRESS)) {
    const areas = sheet.getRanges(addresses).untrack();
    const format = areas.conditionalFormats.add('Custom');
    format.custom.rule.formula = markFormula(severity);
    format.custom.format.fill.color = MARK_COLORS[severity];
    format.priority = 0;
    format.stopIfTrue = false;
  }
}
