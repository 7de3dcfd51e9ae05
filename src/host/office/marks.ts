import { countCells, type CellRange } from '../../engine/sheet/address';
import {
  MARK_COLORS,
  markFormula,
  markSeverity,
  type MarkResult,
  type MarkSeverity,
  type SheetMarks,
  type UnmarkResult,
} from '../port';
import { addressLists } from './address-lists';
import { askForNotes, noteSteps, type NotesOfSheet } from './notes';
import { REQUEST_LIMIT } from './payload';
import type { Requirements } from './requirements';
import type { Batch } from './session';
import { runSteps, type Step } from './step-queue';
import { lookUp, mustBeWritable, mustExist } from './worksheets';

/** What a worksheet has that may be ours. */
interface MarksOfSheet {
  readonly sheet: Excel.Worksheet;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly notes: NotesOfSheet | null;
}

interface Mark {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly rule: Excel.ConditionalFormatRule;
  readonly ranges: Excel.RangeAreas;
}

/** Reversed, because each is put before those already there. */
const LAST_TO_FIRST: readonly MarkSeverity[] = ['info', 'warning', 'error'];

/**
 * Lays marks in place of those there: one round trip looks at the worksheet, one at the conditional formats by a
 * formula where it has any, and one writes, with more for notes that are too many for one request.
 */
export async function markSheet(
  batch: Batch,
  requirements: Requirements,
  sheetId: string,
  { cells, notes }: SheetMarks,
): Promise<MarkResult> {
  const there = askForMarks(batch, requirements, sheetId);
  await batch.sync();
  mustBeWritable(there.sheet);
  const [ours] = await ourMarks(batch, [there]);
  const { steps, notesLeftOut } = there.notes
    ? noteSteps(there.sheet, there.notes, notes)
    : { steps: [], notesLeftOut: 0 };
  remove(ours!, there.notes);
  let markedCells = 0;
  for (const severity of LAST_TO_FIRST) {
    markedCells += addMark(there.sheet, severity, cells[severity]);
  }
  // Sent with the first of the notes, or alone.
  const marks: Step = { size: REQUEST_LIMIT / 4, queue: () => undefined };
  await runSteps(batch, [marks, ...steps]);
  return { markedCells, notes: steps.length, notesLeftOut };
}

/** Takes marks off the given worksheets. A protected one is an obstacle only where it has marks of ours. */
export async function unmarkSheets(
  batch: Batch,
  requirements: Requirements,
  sheetIds: readonly string[],
): Promise<UnmarkResult> {
  const there = sheetIds.map((id) => askForMarks(batch, requirements, id));
  await batch.sync();
  for (const { sheet } of there) mustExist(sheet);
  const ours = await ourMarks(batch, there);
  there.forEach(({ sheet, notes }, index) => {
    if (ours[index]!.length > 0 || (notes?.ours().length ?? 0) > 0) mustBeWritable(sheet);
  });
  const markedCells = ours.flat().reduce((sum, { ranges }) => sum + ranges.cellCount, 0);
  const notes = there.reduce((sum, one) => sum + (one.notes?.ours().length ?? 0), 0);
  there.forEach((one, index) => remove(ours[index]!, one.notes));
  if (markedCells + notes > 0) await batch.commit();
  return { markedCells, notes };
}

function askForMarks(batch: Batch, requirements: Requirements, sheetId: string): MarksOfSheet {
  const sheet = lookUp(batch.context, sheetId);
  const formats = formatsOf(sheet);
  formats.load('items/id,items/type');
  return { sheet, formats, notes: askForNotes(sheet, requirements) };
}

/**
 * All conditional formats of a worksheet. Asked for anew in each round trip: kept over several, the range would cost
 * a request of its own to be let go.
 */
function formatsOf(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  return sheet.getRange().untrack().conditionalFormats;
}

/** The marks of ours on each worksheet; asks nothing where there is no conditional format by a formula. */
async function ourMarks(batch: Batch, sheets: readonly MarksOfSheet[]): Promise<Mark[][]> {
  const custom = sheets.map(({ sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === 'Custom')
      .map(({ id }): Mark => {
        const format = formatsOf(sheet).getItem(id);
        const { rule } = format.custom;
        rule.load('formula');
        const ranges = format.getRanges().untrack();
        ranges.load('cellCount');
        return { sheet, id, rule, ranges };
      }),
  );
  const located = sheets.map(({ notes }) => notes?.locate() ?? false);
  if (custom.some((marks) => marks.length > 0) || located.includes(true)) await batch.sync();
  return custom.map((marks) => marks.filter(({ rule }) => markSeverity(rule.formula) !== null));
}

function remove(marks: readonly Mark[], notes: NotesOfSheet | null): void {
  for (const { sheet, id } of marks) formatsOf(sheet).getItem(id).delete();
  for (const note of notes?.ours() ?? []) note.delete();
}

function addMark(sheet: Excel.Worksheet, severity: MarkSeverity, ranges: readonly CellRange[]): number {
  for (const addresses of addressLists(ranges)) {
    const areas = sheet.getRanges(addresses).untrack();
    const format = areas.conditionalFormats.add('Custom');
    format.custom.rule.formula = markFormula(severity);
    format.custom.format.fill.color = MARK_COLORS[severity];
    format.priority = 0;
    format.stopIfTrue = false;
  }
  return countCells(ranges);
}
