import { errorText } from '../../../src/app/error-text';
import { HostError, type InsertedSheet, type MarkResult, type UnmarkResult } from '../../../src/host/port';
import { isOwnNote, markSeverity } from '../../../src/host/protocol/mark-signature';
import { WpsError } from '../../../workbench/wps/object/et-errors';
import { countCells } from '../../support/workbooks/fake-workbook';
import type { MemoryWorkbook } from '../../support/memory-workbook';
import { judgeRecords } from '../matrix';
import {
  eachCellAsIn,
  look,
  recordsOf,
  rollupContents,
  same,
  sameCells,
  type Records,
  type Seen,
} from '../seen';
import type { UseCase } from '../use-cases';
import type { WpsDesk, WpsPane } from './wps-desk';

/** What can become of one call of the object model. */
export const WPS_FAULTS = ['throws', 'nothing', 'other workbook'] as const;
export type WpsFault = (typeof WPS_FAULTS)[number];

/** A use case without any fault: what it begins with, what it comes to, in how many calls. */
export interface WpsCourse {
  readonly useCase: UseCase;
  readonly calls: number;
  readonly before: Seen;
  readonly after: Seen;
  readonly recordsBefore: Records;
  readonly recordsAfter: Records;
  /** Contents of the rollups, without their looks. */
  readonly contentsAfter: string;
}

export interface WpsInjection {
  readonly useCase: string;
  readonly fault: WpsFault;
  /** Counted from 1. */
  readonly call: number;
  /** The member that was called. */
  readonly member: string;
  readonly outcome: 'done' | 'done in part' | 'refused' | 'in doubt' | 'partly';
  /** What must not be; empty where all is well. */
  readonly bad: readonly string[];
}

export async function courseOf(desk: WpsDesk, useCase: UseCase): Promise<WpsCourse> {
  const pane = await desk.open(useCase.setting);
  try {
    const act = await useCase.ready(pane.reviewer);
    const before = look(pane.model);
    const recordsBefore = await recordsNow(pane);
    const from = pane.wps.host.calls.total;
    await act();
    const calls = pane.wps.host.calls.total - from;
    const recordsAfter = await recordsNow(pane);
    const after = look(pane.model);
    const contentsAfter = rollupContents(pane.model);
    return { useCase, calls, before, after, recordsBefore, recordsAfter, contentsAfter };
  } finally {
    pane.dispose();
  }
}

/** Runs a use case in which one call of the object model goes wrong, and judges everything that was promised. */
export async function inject(
  desk: WpsDesk,
  course: WpsCourse,
  fault: WpsFault,
  nth: number,
): Promise<WpsInjection> {
  const { useCase, before, after } = course;
  const pane = await desk.open(useCase.setting);
  const { host } = pane.wps;
  const bad: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || bad.push(what));
  const told = (outcome: WpsInjection['outcome']): WpsInjection => ({
    ...{ useCase: useCase.name, fault, call: nth, member, outcome, bad },
  });
  let member = '';
  try {
    const act = await useCase.ready(pane.reviewer);
    const others = all(pane.other);
    const at = host.calls.total + nth;
    host.beforeCall = ({ number, member: called }) => {
      if (number !== at) return undefined;
      member = called;
      if (fault === 'nothing') return 'nothing';
      if (fault === 'throws') throw new WpsError('refused for once');
      host.activate(pane.otherBook);
      return undefined;
    };
    const became = await settled(pane, act());
    host.beforeCall = null;
    host.activate(pane.book);
    const now = look(pane.model);
    must(all(pane.other) === others, 'another workbook is touched');
    must(host.screenUpdating && host.enableEvents && host.displayAlerts, 'what was switched off stays so');
    must(host.calculation === -4105, 'calculation stays switched off');
    must(host.faults.length === 0, `called as no page may: ${host.faults.join('; ')}`);
    must(now.user === before.user || now.user === after.user, "the user's sheets are touched");
    must(eachCellAsIn(now, before, after), "the user's cells are touched");
    const whole = same(now, after);
    if ('error' in became) judgeError(became.error, now, course, must);
    else if (!whole) judgePart(became.result, now, course, pane, must);
    judgeRecords(await recordsNow(pane), now, course, 'error' in became ? became.error : undefined, must);
    await judgeUse(pane, useCase, must);
    if (!('error' in became)) return told(whole ? 'done' : 'done in part');
    const { error } = became;
    if (!(error instanceof HostError)) return told('refused');
    return told(error.write === 'in-doubt' ? 'in doubt' : error.write === 'partly' ? 'partly' : 'refused');
  } catch (thrown) {
    bad.push(`the matrix itself failed: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    return told('refused');
  } finally {
    pane.dispose();
  }
}

type Must = (holds: boolean, what: string) => void;

/** Whether what is said of a failure is so. */
function judgeError(error: unknown, now: Seen, { before, after }: WpsCourse, must: Must): void {
  if (!(error instanceof HostError)) {
    must(false, `no error of the host: ${error instanceof Error ? error.stack : String(error)}`);
    return;
  }
  const { lost } = errorText(error, 'zh-CN');
  const unchanged = same(now, before);
  if (/没有改动/.test(lost)) must(unchanged, `told that nothing changed, and it has: ${error.message}`);
  if (error.write === 'done') must(same(now, after), 'told as done, and is not');
  if (error.write !== 'in-doubt' && error.write !== 'partly')
    must(unchanged || same(now, after), 'neither as before nor as announced');
}

/** Whether what was done only in part was announced so. */
function judgePart(
  result: unknown,
  now: Seen,
  { before, after, contentsAfter }: WpsCourse,
  pane: WpsPane,
  must: Must,
): void {
  must(sameCells(now, after), 'told as done, and cells are not as announced');
  if (now.marks !== after.marks) {
    const told = result as Partial<MarkResult & UnmarkResult> | null;
    const { cells, notes } = marksIn(pane.model);
    const isResult = typeof told?.markedCells === 'number';
    const isMark = isResult && 'notesLeftOut' in told;
    const left = isResult ? (told.left ?? []).reduce((sum, one) => sum + one.markedCells + one.notes, 0) : 0;
    const announced = isMark
      ? told.markedCells! + left === cells + (notes - told.notes!)
      : isResult && left === cells + notes;
    must(
      announced || pane.marksOutdated() || (now.marks === before.marks && before.marks === after.marks),
      'marks are not as announced',
    );
  }
  if (now.rollups === after.rollups) return;
  // Fonts, fills and borders are not read back: a look that was swallowed is not told.
  const sheets = Array.isArray(result) ? (result as InsertedSheet[]) : [];
  const announced = sheets.some(({ leftOut = [] }) => leftOut.length > 0);
  must(announced || rollupContents(pane.model) === contentsAfter, 'rollups are not as announced');
}

/** Whether the same pane is of use again. */
async function judgeUse(pane: WpsPane, useCase: UseCase, must: Must): Promise<void> {
  try {
    await pane.reviewer.review();
    await (
      await useCase.ready(pane.reviewer)
    )();
  } catch (thrown) {
    const code = thrown instanceof HostError ? thrown.code : String(thrown);
    // What was to be fixed may be fixed already.
    must(code === 'changed' || code.startsWith('TypeError'), `of no use afterwards: ${code}`);
  }
}

/** The records, as a pane that is opened now reads them. */
async function recordsNow(pane: WpsPane): Promise<Records> {
  return recordsOf((await pane.another()).reviewer);
}

/** Waits for a call; where it waits for its workbook, that is brought back in front. */
async function settled(
  pane: WpsPane,
  call: Promise<unknown>,
): Promise<{ readonly error: unknown } | { readonly result: unknown }> {
  let became: { readonly error: unknown } | { readonly result: unknown } | null = null;
  call.then(
    (result) => (became = { result }),
    (error: unknown) => (became = { error }),
  );
  const began = performance.now();
  for (let quiet = 0; became === null; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (quiet < 50) continue;
    quiet = 0;
    pane.wps.host.activate(pane.book);
    pane.second();
    if (performance.now() - began > 20_000) throw new Error('it never ends');
  }
  return became;
}

/** All there is in a workbook. */
function all(model: MemoryWorkbook): string {
  const { user, cells, marks, rollups } = look(model);
  return JSON.stringify([
    ...[user, [...cells], marks, rollups, model.names],
    ...[[...model.customXml], [...model.properties], model.activeSheet.name],
  ]);
}

/** How many cells are marked, and how many notes of ours there are. */
function marksIn(model: MemoryWorkbook): { readonly cells: number; readonly notes: number } {
  let [cells, notes] = [0, 0];
  for (const sheet of model.sheets) {
    for (const { formula, ranges } of sheet.conditionalFormats)
      if (markSeverity(formula) !== null) cells += countCells(ranges);
    for (const { text } of sheet.notes) if (isOwnNote(text)) notes += 1;
  }
  return { cells, notes };
}
