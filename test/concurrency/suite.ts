import type { ChangeEntry, ReviewFinding, SheetReview } from '../../src/app/reviewer';
import type { Edit } from '../../src/engine/sheet/edit';
import type { DeskKey } from '../../src/host/desk-key';
import { HostError } from '../../src/host/port';
import type { MemoryWorkbook } from '../support/memory-workbook';
import {
  ANNEX,
  COLLEAGUE,
  Desk,
  ISSUES,
  MINE,
  openPane,
  OTHER_ROW,
  TARGET_ROW,
  type Pane,
  type Setting,
} from './desk';
import { DEEDS, FEEDBACK, FEEDBACK_CELL, type Deed } from './events';
import { look, placeOf, recordsOf, RowAnchors, rollupsOf, type Place, type Records, type Seen } from './seen';
import { USE_CASES, type Prepared, type UseCase } from './use-cases';

/** Something that happens between two requests of a use case: a deed at the grid, or all of another pane's use case. */
export type Interruption =
  | { readonly name: string; readonly kind: string; readonly deed: Deed }
  | {
      readonly name: string;
      readonly kind: string;
      readonly useCase: UseCase;
      readonly row: number;
      readonly key: DeskKey;
    };

const DEED_INTERRUPTIONS: readonly Interruption[] = DEEDS.map((deed) => ({
  name: deed.name,
  kind: deed.kind,
  deed,
}));

/** What the other pane may do meanwhile: at this desk or another, about the same project or another. */
const PANE_INTERRUPTIONS: readonly Interruption[] = USE_CASES.flatMap((useCase): Interruption[] =>
  [MINE, COLLEAGUE].flatMap((key) =>
    [OTHER_ROW, TARGET_ROW].map((row) => ({
      name: `${key === MINE ? 'another pane' : 'a colleague'}: ${useCase.name}, ${row === TARGET_ROW ? 'the same' : 'another'}`,
      kind: key === MINE ? 'another pane' : 'a colleague',
      ...{ useCase, row, key },
    })),
  ),
);

/** All that may happen to a workbook of a setting. */
export function interruptionsOf(setting: Setting): readonly Interruption[] {
  const panes = PANE_INTERRUPTIONS.filter(
    (one) => 'useCase' in one && one.useCase.settings.includes(setting),
  );
  return [...DEED_INTERRUPTIONS, ...panes];
}

/** What became of a call. */
interface Outcome {
  readonly error?: unknown;
  readonly result?: unknown;
}

/** A use case of one pane, prepared and then called. */
interface Part {
  readonly key: DeskKey;
  readonly prepared: Prepared;
  outcome: Outcome;
}

/** A use case in a setting, without any interruption. */
export interface Course {
  readonly useCase: UseCase;
  readonly setting: Setting;
  readonly requests: number;
  readonly after: Seen;
  /** Whether it inserts rollups. */
  readonly rollups: boolean;
}

/** A deed done to the workbook without us. */
interface Twin {
  readonly possible: boolean;
  readonly seen: Seen;
  /** The rollups of a pane that reviews after it. */
  readonly rollups: Seen['rollups'];
}

export interface Injection {
  readonly name: string;
  /** Counted from 1. */
  readonly gap: number;
  readonly outcome: 'done' | 'refused' | 'in doubt' | 'not possible';
  /** What must not be; empty where all is well. */
  readonly bad: readonly string[];
}

/** Runs use cases while others are at the workbook, and judges what was promised. */
export class Suite {
  private readonly desk = new Desk();
  private readonly courses = new Map<string, Course>();
  private readonly rollups = new Map<string, Seen['rollups']>();

  async course(useCase: UseCase, setting: Setting): Promise<Course> {
    const key = `${useCase.name} ${setting}`;
    const known = this.courses.get(key);
    if (known) return known;
    const model = await this.desk.workbook(setting);
    const pane = await openPane(model, MINE);
    const { act, announced } = await useCase.ready(pane.reviewer, TARGET_ROW);
    pane.requests.mend();
    await act();
    const requests = pane.requests.sent;
    const course = {
      useCase,
      setting,
      requests,
      after: look(model),
      rollups: announced.rollups !== undefined,
    };
    pane.dispose();
    this.courses.set(key, course);
    return course;
  }

  /** @param gap before which request, counted from 1 */
  async inject(course: Course, interruption: Interruption, gap: number): Promise<Injection> {
    const { useCase, setting } = course;
    const name = `${useCase.name}, ${setting} | ${interruption.name}`;
    const rollups =
      'deed' in interruption && course.rollups ? await this.rollupsAfter(course, interruption.deed) : [];
    const model = await this.desk.workbook(setting);
    const pane = await openPane(model, MINE);
    const panes = [pane];
    try {
      const part: Part = { key: MINE, prepared: await useCase.ready(pane.reviewer, TARGET_ROW), outcome: {} };
      const parts = [part];
      let interrupt: () => Promise<boolean>;
      if ('deed' in interruption)
        interrupt = async () => Promise.resolve(interruption.deed.happen(model) !== false);
      else {
        const other = await openPane(model, interruption.key);
        panes.push(other);
        const theirs: Part = {
          key: interruption.key,
          prepared: await interruption.useCase.ready(other.reviewer, interruption.row),
          outcome: {},
        };
        parts.push(theirs);
        interrupt = async () => {
          theirs.outcome = await outcomeOf(theirs.prepared.act());
          return true;
        };
      }
      const records = new Map<DeskKey, Records>();
      for (const { key } of parts) records.set(key, await recordsIn(model, key));
      const before = look(model);
      const twin = 'deed' in interruption ? twinOf(model, interruption.deed, rollups) : null;
      const anchors = new RowAnchors(model);
      let happened: boolean | null = null;
      let answered: string | null = null;
      pane.requests.beforeEach(async (nth) => {
        if (nth !== gap || happened !== null) return;
        happened = false;
        answered = firstIssueKey(model);
        happened = await interrupt();
      });
      part.outcome = await outcomeOf(part.prepared.act());
      pane.requests.mend();
      if (!happened) return { name, gap, outcome: 'not possible', bad: [] };
      const bad = await new Judgement({
        ...{ model, panes, parts, before, records, anchors, answered, course },
        ...{ interruption, twin: twin?.possible ? twin : null },
      }).judge();
      return { name, gap, outcome: nameOf(part.outcome), bad };
    } finally {
      panes.forEach(({ dispose }) => dispose());
    }
  }

  /** The rollups of a pane that reviews after a deed; nothing where they cannot be inserted then. */
  private async rollupsAfter({ useCase, setting }: Course, deed: Deed): Promise<Seen['rollups']> {
    const key = `${useCase.name} ${setting} ${deed.name}`;
    const known = this.rollups.get(key);
    if (known) return known;
    const model = await this.desk.workbook(setting);
    const pane = await openPane(model, MINE);
    const { announced } = await useCase.ready(pane.reviewer, TARGET_ROW);
    deed.happen(model);
    const { result } = await outcomeOf(
      pane.reviewer.review().then((review) => pane.reviewer.insertRollups(review, announced.rollups!)),
    );
    const { rollups } = look(model);
    pane.dispose();
    const made = result ? rollups : [];
    this.rollups.set(key, made);
    return made;
  }
}

/** Does a deed and looks, and makes the workbook what it was. */
function twinOf(model: MemoryWorkbook, deed: Deed, rollups: Seen['rollups']): Twin {
  const kept = model.keep();
  const possible = deed.happen(model) !== false;
  const seen = look(model);
  model.comeBackTo(kept);
  return { possible, seen, rollups };
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await call };
  } catch (error) {
    return { error };
  }
}

function nameOf({ error }: Outcome): Injection['outcome'] {
  if (!error) return 'done';
  return error instanceof HostError && ['in-doubt', 'partly'].includes(error.write) ? 'in doubt' : 'refused';
}

async function recordsIn(model: MemoryWorkbook, key: DeskKey): Promise<Records> {
  const reader = await openPane(model, key);
  try {
    return await recordsOf(reader.reviewer);
  } finally {
    reader.dispose();
  }
}

/** Whose row the first row of 问题清单 is. */
function firstIssueKey(model: MemoryWorkbook): string | null {
  const own = rollupsOf(model).find(({ key }) => key === 'issue-list');
  return own ? keyIn(own.sheet.values(row(FEEDBACK_CELL.row))[0]!) : null;
}

const row = (at: number) => ({ firstRow: at, lastRow: at, firstColumn: 0, lastColumn: 13 });

/** Rule, cell and message; the rest of the key tells what became of it. */
function keyIn(cells: readonly unknown[]): string | null {
  const key = cells.find((cell) => typeof cell === 'string' && cell.split('!').length >= 5) as
    string | undefined;
  return key ? key.split('!').slice(0, 3).join('!') : null;
}

/** What a row of 单位汇总 says of a unit's projects, whatever the annex is called and however many findings there are. */
function figuresOf(row: string): string {
  return row.split('"=SUMIFS')[0]!.replace(/'[^']*'!/g, '');
}

interface Evidence {
  readonly model: MemoryWorkbook;
  readonly panes: readonly Pane[];
  readonly parts: readonly Part[];
  readonly before: Seen;
  readonly records: ReadonlyMap<DeskKey, Records>;
  readonly anchors: RowAnchors;
  /** Whose answer is typed into the first row of 问题清单, where one is. */
  readonly answered: string | null;
  readonly course: Course;
  readonly interruption: Interruption;
  readonly twin: Twin | null;
}

/** What a cell is to hold because of a call. */
interface Planned {
  readonly finding: string | undefined;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly content: unknown;
  readonly certainty: 'done' | 'maybe';
}

/** Whether a call did what it was asked: all, nothing, or nobody can tell. */
type Doing = 'done' | 'maybe' | 'not';

class Judgement {
  private readonly bad: string[] = [];
  private readonly now: Seen;
  /** Whether a pane was told that marks are out of date. */
  private readonly outdated: boolean;
  /** The user's worksheets as they would be without us. */
  private readonly expected: Seen;

  constructor(private readonly evidence: Evidence) {
    this.now = look(evidence.model);
    this.outdated = evidence.panes.some((pane) => pane.marksOutdated());
    this.expected = evidence.twin?.seen ?? evidence.before;
  }

  async judge(): Promise<readonly string[]> {
    const { parts, panes, model, course } = this.evidence;
    for (const { outcome } of parts) this.judgeError(outcome);
    this.judgeCells();
    this.judgeThings();
    this.judgeRollups();
    const most = course.setting === 'plain' ? panes.length : panes.length + 1;
    this.must(this.now.parts <= most, `${this.now.parts} parts of records of ${most} writers`);
    for (const key of new Set(parts.map((part) => part.key)))
      this.judgeRecords(key, await recordsIn(model, key));
    const annex = model.sheets.find(({ name }) => name.startsWith(ANNEX));
    if (annex) model.activate(annex.id);
    const { error, result } = await outcomeOf(panes[0]!.reviewer.review({ keepMarks: true }));
    this.must(!error, `of no use afterwards: ${told(error)}`);
    if (!result) return this.bad;
    const review = result as SheetReview;
    this.must(!review.stateProblem, 'records cannot be read');
    this.judgeMarks(review);
    return this.bad;
  }

  private must(holds: boolean, what: string): void {
    if (!holds && !this.bad.includes(what)) this.bad.push(what);
  }

  private judgeError({ error }: Outcome): void {
    if (!error) return;
    this.must(error instanceof HostError, `no error of the host: ${told(error)}`);
    if (error instanceof HostError)
      this.must(error.write !== 'in-doubt', `doubt where the host answers: ${told(error)}`);
  }

  /** Only what was announced differs from what people typed, and that is in the rows it was reviewed in. */
  private judgeCells(): void {
    const { anchors, model, before, interruption } = this.evidence;
    const allowed = new Map<Place, Planned[]>();
    for (const planned of this.evidence.parts.flatMap(plannedOf)) {
      const sheet = model.sheets.find(({ id }) => id === planned.sheetId);
      const now = anchors.rowNow(planned.sheetId, planned.row);
      const places = [placeOf(`${ANNEX} (2)`, planned.row, planned.column)];
      // A row that is copied after the write is copied with what was written.
      if (interruption.name === 'copies the row below itself')
        places.push(placeOf(ANNEX, planned.row + 1, planned.column));
      if (sheet && now !== null) {
        const place = placeOf(sheet.name, now, planned.column);
        const was = before.cells.get(placeOf(ANNEX, planned.row, planned.column));
        // What was typed there before the write refuses it, and what was typed after it stays.
        if (this.expected.cells.get(place) === was) {
          places.push(place);
          if (planned.certainty === 'done')
            this.must(
              sameContent(this.now.cells.get(place), planned.content),
              `told as written, and is not: ${place}`,
            );
        }
      }
      for (const place of places) allowed.set(place, [...(allowed.get(place) ?? []), planned]);
    }
    for (const place of new Set([...this.now.cells.keys(), ...this.expected.cells.keys()])) {
      const [is, typed] = [this.now.cells.get(place), this.expected.cells.get(place)];
      if (is === typed) continue;
      const ours = allowed.get(place)?.some(({ content }) => sameContent(is, content)) ?? false;
      this.must(ours, `${place} holds ${is}, without us ${typed}`);
    }
  }

  private judgeThings(): void {
    for (const name of new Set([...this.now.things.keys(), ...this.expected.things.keys()])) {
      const [is, was] = [this.now.things.get(name), this.expected.things.get(name)];
      this.must(is === was, `what lies over ${name} has changed: ${is} instead of ${was}`);
    }
  }

  private judgeMarks({ findings: open, sheet }: SheetReview): void {
    const { parts, model, interruption, anchors } = this.evidence;
    const places = new Set<Place>();
    const findings = parts.flatMap(({ prepared }) => prepared.review.findings);
    for (const { cell, sheetId } of findings) {
      const sheet = model.sheets.find(({ id }) => id === sheetId);
      const now = anchors.rowNow(sheetId, cell.row);
      if (sheet && now !== null) places.add(placeOf(sheet.name, now, cell.column));
      places.add(placeOf(`${ANNEX} (2)`, cell.row, cell.column));
    }
    const isOpen = ({ state }: ReviewFinding) => state === 'open';
    for (const { cell } of open.filter(isOpen)) places.add(placeOf(sheet.name, cell.row, cell.column));
    const [{ prepared, outcome }] = parts as [Part];
    const { announced } = prepared;
    const fresher =
      announced.marks === 'laid' ||
      announced.fixes ||
      announced.undone ||
      announced.setAside ||
      announced.taken;
    const stale = Boolean(outcome.error) || !fresher || this.outdated;
    for (const [kind, marked] of [['marked', this.now.marked] as const, ['noted', this.now.notes] as const])
      for (const place of marked) {
        const left = stale && this.expected[kind === 'marked' ? 'marked' : 'notes'].has(place);
        this.must(places.has(place) || left, `${place} is ${kind} beside its cell`);
      }
    if ('deed' in interruption && !outcome.error && announced.marks === 'laid' && !this.outdated) {
      for (const { cell, rule } of open.filter(isOpen)) {
        const place = placeOf(sheet.name, cell.row, cell.column);
        const known = prepared.review.findings.some(
          (one) =>
            one.rule === rule &&
            one.cell.column === cell.column &&
            anchors.rowNow(one.sheetId, one.cell.row) === cell.row,
        );
        this.must(!known || this.now.marked.has(place), `${place} is not marked, and was told to be`);
      }
    }
    const { error } = outcome;
    if (announced.marks && 'deed' in interruption && isUntouched(error))
      this.must(
        sameSet(this.now.marked, this.expected.marked),
        `told that marks are as they were, and they are not: ${told(error)}`,
      );
    if (
      !error &&
      announced.marks === 'off the workbook' &&
      'deed' in interruption &&
      !interruption.name.includes('copies')
    )
      this.must(this.now.marked.size === 0, 'marks are left, and were told to be off');
  }

  private judgeRollups(): void {
    const { parts, interruption, twin, course, model, answered } = this.evidence;
    const { name } = interruption;
    const copies = name === 'copies 问题清单' ? 1 : 0;
    for (const key of ['issue-list', 'unit-summary'] as const) {
      const there = this.now.rollups.filter((one) => one.key === key);
      this.must(there.length <= 1 + (key === 'issue-list' ? copies : 0), `${there.length} sheets of ${key}`);
      const asked = parts.some(
        ({ prepared, outcome }) => !outcome.error && prepared.announced.rollups?.includes(key),
      );
      if (asked && !/deletes/.test(name))
        this.must(there.length > 0, `${key} was told to be inserted, and is not`);
    }
    const [{ prepared, outcome }] = parts as [Part];
    const rollups = JSON.stringify(this.now.rollups);
    if (twin && (!prepared.announced.rollups || isUntouched(outcome.error)))
      this.must(rollups === JSON.stringify(this.expected.rollups), 'rollups are not as they were without us');
    if (twin && prepared.announced.rollups) {
      const known = new Set(
        [this.expected.rollups, twin.rollups, course.after.rollups].flatMap((some) =>
          some.filter(({ key }) => key === 'unit-summary').flatMap(({ rows }) => rows.map(figuresOf)),
        ),
      );
      for (const { rows } of this.now.rollups.filter(({ key }) => key === 'unit-summary'))
        for (const one of rows)
          this.must(known.has(figuresOf(one)), `单位汇总 holds figures of several units: ${one}`);
    }
    for (const { sheet } of rollupsOf(model)) {
      if (!sheet.name.includes(ISSUES)) continue;
      if (course.setting !== 'plain' && name !== 'deletes 问题清单')
        this.must(
          sheet.conditionalFormats.some(({ formula }) => formula === '=$A1="某市"'),
          `the user's conditional format of ${ISSUES} is lost`,
        );
    }
    if (/问题清单/.test(name) && /answers|types/.test(name))
      this.judgeFeedback(name.startsWith('answers') ? answered : null);
  }

  private judgeFeedback(answered: string | null): void {
    const rows = this.evidence.model.sheets.flatMap((sheet) => {
      const used = sheet.usedRange();
      return used ? sheet.values({ ...used, firstColumn: 0 }) : [];
    });
    const found = rows.filter((cells) => cells.includes(FEEDBACK));
    this.must(found.length === 1, `what was typed into ${ISSUES} stands there ${found.length} times`);
    if (answered !== null && found.length === 1)
      this.must(keyIn(found[0]!) === answered, `the answer to ${answered} stands at ${keyIn(found[0]!)}`);
  }

  /** Everything recorded is there once, and nothing is that was not done. */
  private judgeRecords(key: DeskKey, { log, aside }: Records): void {
    const { parts, records, before } = this.evidence;
    const own = parts.filter((part) => part.key === key);
    const known = new Map(records.get(key)!.log.map((entry) => [entry.id, entry]));
    const undoing = new Map(own.flatMap((part) => undoneBy(part)));
    for (const entry of known.values()) {
      const there = log.filter(({ id }) => id === entry.id);
      this.must(there.length === 1, `${entry.finding} is in the log ${there.length} times`);
      const undone = undoing.get(entry.id) ?? 'not';
      if (undone !== 'maybe' && there[0])
        this.must(
          there[0].undone === (entry.undone || undone === 'done'),
          `the log says of ${entry.finding}: undone ${there[0].undone}, and taking it back was ${undone}`,
        );
    }
    const made = log.filter(({ id }) => !known.has(id));
    const planned = own.flatMap((part) => fixesDoneBy(part));
    for (const { finding, doing } of planned) {
      const there = made.filter((entry) => entry.finding === finding.id).length;
      const tried = planned.filter((one) => one.finding.id === finding.id);
      const least = tried.filter((one) => one.doing === 'done').length;
      const most = tried.filter((one) => one.doing !== 'not').length;
      this.must(
        there >= least && there <= most,
        `${finding.id} was ${doing} and is in the log ${there} times`,
      );
    }
    for (const entry of made) {
      const one = planned.find(({ finding }) => finding.id === entry.finding);
      this.must(one !== undefined, `the log tells of ${entry.finding}, which nobody fixed`);
      for (const { row, column, before: was, after } of one ? entry.edits : []) {
        const edit = one!.finding.fix!.edits.find((edit) => edit.column === column);
        const held = before.cells.get(placeOf(ANNEX, one!.finding.cell.row, column));
        this.must(
          sameContent(held, was.formula ?? was.value),
          `a wrong "before" in the log: ${row},${column}`,
        );
        this.must(
          edit !== undefined && (after.formula ?? after.value) === contentOf(edit),
          'a wrong "after" in the log',
        );
      }
    }
    this.judgeAside(records.get(key)!.aside, own, aside);
  }

  private judgeAside(before: readonly string[], own: readonly Part[], now: readonly string[]): void {
    const least = new Set(before);
    const most = new Set(before);
    for (const { prepared, outcome } of own) {
      const doing = doingOf(outcome);
      for (const id of prepared.announced.setAside ?? []) {
        if (doing === 'done') least.add(id);
        if (doing !== 'not') most.add(id);
      }
    }
    for (const { prepared, outcome } of own) {
      const doing = doingOf(outcome);
      for (const id of prepared.announced.taken ?? []) {
        if (doing !== 'not') least.delete(id);
        if (doing === 'done') most.delete(id);
      }
    }
    for (const id of least) this.must(now.includes(id), `what was set aside is lost: ${id}`);
    for (const id of now) this.must(most.has(id), `set aside by nobody: ${id}`);
  }
}

function told(error: unknown): string {
  if (error instanceof HostError) return `${error.code} (${error.write}): ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isUntouched(error: unknown): boolean {
  return error instanceof HostError && ['not-tried', 'unchanged'].includes(error.write);
}

function doingOf({ error }: Outcome): Doing {
  if (!error) return 'done';
  if (!(error instanceof HostError)) return 'maybe';
  return error.write === 'done' ? 'done' : isUntouched(error) ? 'not' : 'maybe';
}

/** What became of each fix of a call. */
function fixesDoneBy({
  prepared,
  outcome,
}: Part): { readonly finding: ReviewFinding; readonly doing: Doing }[] {
  const { fixes = [] } = prepared.announced;
  const made = outcome.result && fixes.length > 0 ? [outcome.result].flat() : null;
  return fixes.map((finding) => {
    const done = made?.some((entry) => (entry as ChangeEntry).finding === finding.id);
    return { finding, doing: made ? (done ? 'done' : 'not') : doingOf(outcome) };
  });
}

/** What became of each change that a call took back, by their ids. */
function undoneBy({ prepared, outcome }: Part): (readonly [string, Doing])[] {
  const { undone = [] } = prepared.announced;
  return undone.map(({ id }) => {
    const entries = outcome.result as readonly ChangeEntry[] | undefined;
    const entry = entries?.find((one) => one.id === id);
    return [id, entry ? (entry.undone ? 'done' : 'not') : doingOf(outcome)];
  });
}

/** What the cells of a call are to hold. */
function plannedOf(part: Part): Planned[] {
  const undoing = new Map(undoneBy(part));
  const planned: Planned[] = [];
  for (const { finding, doing } of fixesDoneBy(part))
    if (doing !== 'not')
      for (const edit of finding.fix!.edits)
        planned.push({
          ...{ finding: finding.id, sheetId: finding.sheetId, row: edit.row, column: edit.column },
          ...{ content: contentOf(edit), certainty: doing },
        });
  for (const { id, finding, sheetId, edits } of part.prepared.announced.undone ?? []) {
    const doing = undoing.get(id)!;
    if (doing === 'not') continue;
    for (const { row, column, before } of edits)
      planned.push({
        finding,
        sheetId,
        row,
        column,
        content: before.formula ?? before.value,
        certainty: doing,
      });
  }
  return planned;
}

function contentOf({ after }: Edit): unknown {
  return 'formula' in after ? after.formula : after.value;
}

/** @param seen as `look` keeps it */
function sameContent(seen: string | undefined, content: unknown): boolean {
  return (seen === undefined ? null : (JSON.parse(seen) as unknown[])[0]) === content;
}

function sameSet<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
