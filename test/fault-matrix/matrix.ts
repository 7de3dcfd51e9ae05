import { errorText } from '../../src/app/error-text';
import { HostError } from '../../src/host/port';
import { DEADLY, type Fault } from '../support/workbooks/faults';
import { openPane, type Desk, type Pane } from './desk';
import { eachCellAsIn, look, recordsOf, same, sameCells, type Records, type Seen } from './seen';
import type { MemoryWorkbook } from '../support/memory-workbook';
import type { UseCase } from './use-cases';

/** Milliseconds that a host may stay silent before it is given up, however many calls are made meanwhile. */
const PATIENCE = 25_000;

/** A use case without any fault: what it begins with, what it comes to, in how many requests. */
export interface Course {
  readonly useCase: UseCase;
  readonly requests: number;
  readonly before: Seen;
  readonly after: Seen;
  readonly recordsBefore: Records;
  readonly recordsAfter: Records;
}

/** One fault at one request of one use case, and what came of it. */
export interface Injection {
  readonly useCase: string;
  readonly fault: Fault;
  /** Counted from 1. */
  readonly request: number;
  readonly outcome: 'done' | 'refused' | 'in doubt' | 'partly';
  /** What must not be; empty where all is well. */
  readonly bad: readonly string[];
}

export async function courseOf(desk: Desk, useCase: UseCase): Promise<Course> {
  const pane = await desk.open(useCase.setting);
  try {
    const act = await useCase.ready(pane.reviewer);
    const before = look(pane.model);
    const recordsBefore = await records(pane);
    pane.requests.mend();
    await act();
    const requests = pane.requests.sent;
    return {
      useCase,
      requests,
      before,
      after: look(pane.model),
      recordsBefore,
      recordsAfter: await records(pane),
    };
  } finally {
    pane.dispose();
  }
}

/**
 * Runs a use case in which one request goes wrong, and judges everything that was promised.
 * @param lookAt looks at what is left, before anybody else does anything
 */
export async function inject(
  desk: Desk,
  course: Course,
  fault: Fault,
  request: number,
  lookAt?: (model: MemoryWorkbook) => Promise<void>,
): Promise<Injection> {
  const { useCase, before, after } = course;
  const pane = await desk.open(useCase.setting);
  const bad: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || bad.push(what));
  try {
    const act = await useCase.ready(pane.reviewer);
    pane.requests.breakAt(request, fault);
    const began = pane.clock.now;
    const became = await settled(pane, act());
    must(pane.clock.now - began <= PATIENCE, 'a dead host is waited for too long');
    must(pane.requests.writesAfterSilence === 0, 'written after silence');
    const now = look(pane.model);
    must(now.user === before.user || now.user === after.user, "the user's sheets are touched");
    must(eachCellAsIn(now, before, after), "the user's cells are touched");
    const silent = fault === 'hang' || DEADLY.includes(fault);
    const error = became.error;
    if (!error) {
      // Marks that could not follow are told to be out of date: they are as before then, or in doubt as the host is.
      const kept = pane.marksOutdated() && (silent || now.marks === before.marks) ? now.marks : after.marks;
      must(now.marks === kept && same(now, { ...after, marks: kept }), 'told as done, and is not');
    } else judgeError(error, { now, course, fault, silent, must });

    // The fault is over: a pane that is opened now finds the truth.
    pane.requests.mend();
    if (lookAt) {
      await lookAt(pane.model);
      return { useCase: useCase.name, fault, request, outcome: outcomeOf(error), bad };
    }
    const found = await records(pane);
    judgeRecords(found, now, course, error, must);
    await judgeUse(pane, useCase, must);
    return { useCase: useCase.name, fault, request, outcome: outcomeOf(error), bad };
  } catch (thrown) {
    if (lookAt) throw thrown;
    bad.push(`the matrix itself failed: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    return { useCase: useCase.name, fault, request, outcome: 'refused', bad };
  } finally {
    pane.dispose();
  }
}

interface Judging {
  readonly now: Seen;
  readonly course: Course;
  readonly fault: Fault;
  readonly silent: boolean;
  readonly must: (holds: boolean, what: string) => void;
}

/** Whether what is said of a failure is so. */
function judgeError(error: unknown, { now, course: { before, after }, fault, silent, must }: Judging): void {
  if (!(error instanceof HostError)) {
    must(false, `no error of the host: ${String(error)}`);
    return;
  }
  const { lost } = errorText(error, 'zh-CN');
  if (fault === 'busy') must(error.code === 'busy', `busy is told as ${error.code}`);
  if (silent) must(error.code === 'no-answer', `silence is told as ${error.code}`);
  const unchanged = same(now, before);
  if (/没有改动/.test(lost)) must(unchanged, 'told that nothing changed, and it has');
  if (error.write === 'not-tried')
    must(!/写入|不能确定/.test(lost), 'a write is spoken of that was not tried');
  if (error.write === 'done') must(same(now, after), 'told as done, and is not');
  if (error.write === 'in-doubt') must(silent, 'doubt where the host answers');
  else if (error.write !== 'partly')
    must(unchanged || same(now, after), 'neither as before nor as announced');
}

/** Whether the records tell what the cells hold, and nothing recorded is lost. */
export function judgeRecords(
  found: Records,
  now: Seen,
  { before, after, recordsBefore, recordsAfter }: Omit<Course, 'requests'>,
  error: unknown,
  must: Judging['must'],
): void {
  if (sameCells(before, after))
    must([recordsBefore.log, recordsAfter.log].includes(found.log), 'the log is wrong');
  else if (sameCells(now, before))
    must(found.log === recordsBefore.log, 'the log tells of what was not done');
  else if (sameCells(now, after))
    must(found.log === recordsAfter.log, 'the log does not tell of what was done');
  must([recordsBefore.aside, recordsAfter.aside].includes(found.aside), 'what was set aside is lost');
  if (!error) must(found.aside === recordsAfter.aside, 'told as recorded, and is not');
  else if (error instanceof HostError && ['not-tried', 'unchanged'].includes(error.write))
    must(found.aside === recordsBefore.aside, 'told as not recorded, and is');
}

/** Whether the same pane is of use again. */
async function judgeUse(pane: Pane, useCase: UseCase, must: Judging['must']): Promise<void> {
  try {
    await pane.reviewer.review();
    await (
      await useCase.ready(pane.reviewer)
    )();
  } catch (thrown) {
    const code = thrown instanceof HostError ? thrown.code : String(thrown);
    must(code === 'changed' || code === 'TypeError', `of no use afterwards: ${code}`);
  }
}

function outcomeOf(error: unknown): Injection['outcome'] {
  if (!error) return 'done';
  if (!(error instanceof HostError)) return 'refused';
  return error.write === 'in-doubt' ? 'in doubt' : error.write === 'partly' ? 'partly' : 'refused';
}

/** The records, as a pane that is opened now reads them. */
async function records({ model }: Pane): Promise<Records> {
  const other = openPane(model);
  try {
    return await recordsOf(other.reviewer);
  } finally {
    other.dispose();
  }
}

/** Waits for a call, letting time pass only where nothing else goes on. */
async function settled({ clock }: Pane, call: Promise<unknown>): Promise<{ readonly error?: unknown }> {
  let became: { readonly error?: unknown } | null = null;
  call.then(
    () => (became = {}),
    (error: unknown) => (became = { error }),
  );
  for (;;) {
    const end = clock.now;
    for (let quiet = 0; quiet < 30 && became === null; quiet++)
      await new Promise((resolve) => setImmediate(resolve));
    if (became !== null) return became;
    if (clock.waiting > 0) clock.next();
    else if (clock.now === end) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
