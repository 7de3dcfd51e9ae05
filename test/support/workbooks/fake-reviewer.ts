import { ROLLUP_TEXTS } from '../../../src/engine/rollup/texts';
import type { WordsOfFindings } from '../../../src/app/engine/engine';
import { chartFigures, type ChartFigures } from '../../../src/engine/rollup/chart-figures';
import type {
  ChangeEntry,
  ColumnChange,
  Dismissal,
  FindingOrigin,
  FollowedReview,
  MarkChoice,
  PartProblem,
  ProfileSetting,
  ProfilesInUse,
  ReceivedKind,
  ReceivedRecords,
  Recognition,
  ReviewFinding,
  Reviewer,
  SheetChange,
  SheetReview,
  StoredCorrection,
  TriedHeader,
  TriedOut,
  Vocabulary,
  WorkbookOptions,
  RollupChoice,
  WorkbookRollupOptions,
  WorkbookSheet,
} from '../../../src/app/reviewer';
import { vocabularyOf } from '../../../src/app/state/stored-correction';
import { inBulk } from '../../../src/app/bulk-fix';
import { outlineOf } from '../../../src/app/engine/outline';
import { effectsOf } from '../../../src/app/profile-setting';
import type { AnnexView } from '../../../src/engine/annex/annex';
import type { LabelPath } from '../../../src/engine/annex/corrections/vocabulary';
import { builtInProfile, DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { chosenProfile, profileFor } from '../../../src/engine/profile/choose-profile';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { overallRate } from '../../../src/engine/rollup/overall-rate';
import { rateClasses } from '../../../src/engine/rollup/rate-classes';
import type { Fix } from '../../../src/engine/rule/finding';
import { toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import { isCellError, isUnknown, type CellValue } from '../../../src/engine/sheet/cell-value';
import { HostError, type Capabilities, type SheetRef, type UnmarkResult } from '../../../src/host/port';
import { buildAnnex, type AnnexRow } from '../annexes/annex-builder';

export const ANNEX_SHEET: SheetRef = { id: 'sheet1', name: 'Sheet1', kind: 'worksheet', visible: true };

const EVERYTHING: Capabilities = {
  host: 'excel',
  writes: true,
  marks: true,
  notes: true,
  charts: true,
  undo: true,
  interactive: true,
  events: 'told',
  record: 'part',
  merges: false,
  renames: true,
  tellsChanges: true,
};

/** A wide annex with known defects; the satisfaction column has the same one all the way down. */
export function annexWithDefects(projects = 24): AnnexView {
  const rows = Array.from({ length: projects }, (_, i): AnnexRow => {
    const budget = 20 + ((i * 37) % 180);
    const actual = Math.round(budget * (i % 6 === 1 ? 0.82 : 0.97) * 100) / 100;
    const rate = i % 9 === 3 ? 0.985 : Math.round((actual / budget) * 10_000) / 10_000;
    return {
      sequence: i + 1,
      unit: i < projects / 2 ? '市水务处' : '市园林站',
      projectName: `${['河道巡查', '公园养护', '设备检测', '安全培训'][i % 4]!}（第${i + 1}批）`,
      budget,
      actual,
      executionRate: i % 10 === 5 ? `${(rate * 100).toFixed(2)}%` : { value: rate, format: '0.00%' },
      'indicator.quantity.target': i % 8 === 2 ? '巡查次数》120次' : '巡查次数≥120次',
      'indicator.quantity.result': i % 11 === 4 ? null : '126次',
      'indicator.quality.target': i % 12 === 7 ? '验收合格率≥100%' : '验收合格率100%',
      'indicator.quality.result': '100%',
      'indicator.satisfaction.target': '居民满意度≥90%',
      'indicator.satisfaction.result': '已完成',
      problems: i % 6 === 1 && i % 4 === 1 ? null : '受汛期影响，部分款项次年支付。',
    };
  });
  return buildAnnex({ rows }).annex;
}

/** An annex in which nothing is wrong, with few columns, so that some rules cannot check. */
export function cleanAnnex(): AnnexView {
  const rows = Array.from({ length: 6 }, (_, i): AnnexRow => ({
    unit: '市水务处',
    projectName: `河道巡查（第${i + 1}批）`,
    budget: 100,
    actual: 95,
    executionRate: { value: 0.95, format: '0.00%' },
  }));
  return buildAnnex({ rows }).annex;
}

/** What the real thing would make of an annex. */
export function reviewOf(annex: AnnexView): SheetReview {
  const { findings, outcomes } = reviewAnnex(annex);
  return {
    sheet: ANNEX_SHEET,
    annexes: [outlineOf(annex)],
    reason: null,
    findings: inBulk(findings, [annex]).map((finding) => ({
      ...finding,
      id: `${finding.rule}!${toAddress(finding.cell.row, finding.cell.column)}!${finding.message}`,
      state: 'open',
      ignoredBecause: null,
      origin: {
        workbookId: 'workbook',
        fingerprint: toAddress(finding.cell.row, finding.cell.column),
        among: '1/1',
      },
    })),
    outcomes: [outcomes],
    notJudged: [],
    byNote: [],
    heldToProfile: [],
    figures: { ...overallRate([annex]), rates: rateClasses([annex]) },
    reviewedAt: new Date('2025-03-01T08:00:00Z'),
  };
}

type Method = Exclude<keyof Reviewer, 'capabilities'>;

/** A reviewer over one annex in memory, with a record of what was asked of it. */
export class FakeReviewer implements Reviewer {
  capabilities: Capabilities;
  readonly calls: (readonly [Method, ...unknown[]])[] = [];
  recognition: Recognition;
  /** Set to keep a review from ending until it is called. */
  hold: Promise<void> | null = null;
  /** Outcomes of rules, or cells not judged, in place of those of the review. */
  /** What cannot be taken off when marks are cleared. */
  leftBehind: Pick<UnmarkResult, 'left' | 'unreadable'> = { left: [], unreadable: 0 };
  outcomes: Partial<Pick<SheetReview, 'outcomes' | 'notJudged' | 'byNote' | 'heldToProfile'>> = {};
  private readonly errors = new Map<Method, unknown>();
  private listener: ((change: SheetChange) => void) | null = null;
  /** The change log, oldest first. */
  log: ChangeEntry[] = [];
  private aside: readonly Dismissal[] = [];
  private steps = 0;
  /** What the annex is checked with; `null`: what fits it. */
  profiles: ProfilesInUse | null = null;
  /** What received records say of findings, by their ids. */
  receivedReasons: Readonly<Record<string, string>> = {};

  constructor(
    readonly annex: AnnexView | null = annexWithDefects(),
    capabilities: Partial<Capabilities> = {},
  ) {
    this.capabilities = { ...EVERYTHING, ...capabilities };
    this.recognition = {
      sheet: ANNEX_SHEET,
      annexes: annex ? [outlineOf(annex)] : [],
      reason: annex ? null : 'no-annex',
    };
  }

  /** Makes the next call of a method fail. */
  fail(method: Method, error: unknown): void {
    this.errors.set(method, error);
  }

  /** Tells the pane of something that the user did in the sheet. */
  tell(change: SheetChange): void {
    this.listener?.(change);
  }

  called(method: Method): readonly (readonly unknown[])[] {
    return this.calls.filter(([name]) => name === method).map(([, ...rest]) => rest);
  }

  async recognise(): Promise<Recognition> {
    this.record('recognise');
    return this.look();
  }

  private look(): Recognition {
    if (!this.annex || this.recognition.annexes.length === 0) return this.recognition;
    const auto = { setting: null, unusable: false, effects: null, annexes: [profileFor(this.annex)] };
    return { ...this.recognition, profiles: this.profiles ?? auto };
  }

  /** The sheet of the annex, and one that is none. */
  async reviewWorkbook(options: WorkbookOptions = {}): Promise<readonly WorkbookSheet[]> {
    this.record('reviewWorkbook', options.hidden ?? false);
    const cover: WorkbookSheet = {
      sheet: { id: 'cover', name: '封面', kind: 'worksheet', visible: true },
      annexes: [],
      reason: 'no-annex',
      review: null,
      error: null,
    };
    const sheets = [cover];
    options.onSheet?.(cover, 1, 2);
    await this.hold;
    if (options.signal?.aborted) throw new HostError('cancelled', 'cancelled');
    if (this.annex) {
      const review = reviewOf(this.annex);
      const { sheet, annexes, reason } = review;
      sheets.push({ sheet, annexes, reason, review, error: null });
      options.onSheet?.(sheets[1]!, 2, 2);
    }
    return sheets;
  }

  async review(options: Parameters<Reviewer['review']>[0] = {}): Promise<SheetReview> {
    this.record('review', ...(options.heldToProfile ? [options.heldToProfile] : []));
    options.onProgress?.({ step: 'reading', done: 10, total: 28 });
    options.onProgress?.({ step: 'checking', done: 12, total: 24 });
    await this.hold;
    const { profiles } = this.look();
    if (this.annex) {
      const review = reviewOf(this.annex);
      const findings = review.findings.map((finding): ReviewFinding => {
        const reason = this.receivedReasons[finding.id];
        return reason === undefined ? finding : { ...finding, receivedDismissal: { reason, desk: null } };
      });
      return { ...review, findings, profiles, ...this.outcomes };
    }
    return {
      ...this.recognition,
      findings: [],
      outcomes: [],
      notJudged: [],
      byNote: [],
      heldToProfile: [],
      figures: null,
      reviewedAt: new Date(),
    };
  }

  /** What edits have made of the findings: ids of those that are gone by now. */
  solved: readonly string[] = [];
  /** What edits have made wrong. */
  wrong: readonly ReviewFinding[] = [];

  async reviewAgain(before: SheetReview): Promise<FollowedReview> {
    this.record('reviewAgain', before.sheet.id);
    await this.hold;
    const { settled = [] } = before;
    const gone = ({ id }: ReviewFinding): boolean => this.solved.includes(id);
    const { findings } = before;
    const now = findings.filter((finding) => !gone(finding));
    const leaving = findings.filter(gone).map((finding): ReviewFinding => ({
      ...finding,
      state: finding.state === 'fixed' ? 'fixed' : 'solved',
    }));
    const review = { ...before, findings: [...now, ...this.wrong], settled: [...settled, ...leaving] };
    const all = [...findings, ...settled];
    return { review, became: Object.fromEntries(all.map(({ id }) => [id, id])), also: [] };
  }

  async followMarks(sheetId: string): Promise<void> {
    this.record('followMarks', sheetId);
  }

  async apply(finding: ReviewFinding, fix: Fix): Promise<ChangeEntry> {
    this.record('apply', finding.id, fix.title);
    return this.change(finding, fix);
  }

  async applyAll(findings: readonly ReviewFinding[]): Promise<readonly ChangeEntry[]> {
    this.record(
      'applyAll',
      findings.map(({ id }) => id),
    );
    const step = `change-${this.log.length + 1}`;
    return findings.map((finding) => this.change(finding, finding.fix!, step));
  }

  async undo(entries: readonly ChangeEntry[]): Promise<readonly ChangeEntry[]> {
    const ids = entries.map(({ id }) => id);
    this.record('undo', ...ids);
    this.log = this.log.map((one) => (ids.includes(one.id) ? { ...one, undone: true } : one));
    return entries.map((entry) => ({ ...entry, undone: true }));
  }

  async changeLog(): Promise<readonly ChangeEntry[]> {
    this.record('changeLog');
    return [...this.log].reverse();
  }

  async ignore(findings: readonly ReviewFinding[], reason: string): Promise<readonly Dismissal[]> {
    this.record(
      'ignore',
      findings.map(({ id }) => id),
      reason,
    );
    const step = `step-${++this.steps}`;
    const made = findings.map(({ id, sheetId, sheetName, project, origin }): Dismissal => {
      const at = '2025-03-01T08:06:00.000Z';
      return { finding: id, sheetId, sheetName, project, reason, at, step, ...fingerprintsOf(origin) };
    });
    this.aside = [...made.reverse(), ...this.aside];
    return this.aside;
  }

  async restore(findings: readonly ReviewFinding[]): Promise<readonly Dismissal[]> {
    const ids = findings.map(({ id }) => id);
    this.record('restore', ids);
    this.aside = this.aside.filter(({ finding }) => !ids.includes(finding));
    return this.aside;
  }

  async dismissals(): Promise<readonly Dismissal[]> {
    this.record('dismissals');
    return this.aside;
  }

  async lift(dismissals: readonly Dismissal[]): Promise<readonly Dismissal[]> {
    const ids = dismissals.map(({ finding }) => finding);
    this.record('lift', ids);
    this.aside = this.aside.filter(({ finding }) => !ids.includes(finding));
    return this.aside;
  }

  /** What came with the workbook, as the test says. */
  cameWithIt: ReceivedRecords = {
    dismissals: [],
    changes: [],
    profiles: [],
    corrections: [],
    unreadable: [],
    dropped: 0,
  };
  deskLasts = true;

  /** What a correction would do, as the test says. */
  wouldDo: TriedOut = {
    annexes: [],
    checked: [],
    notChecked: [],
    come: { error: 0, warning: 0, info: 0 },
    gone: { error: 0, warning: 0, info: 0 },
  };
  said: readonly StoredCorrection[] = [];

  async tryCorrection(change: ColumnChange): Promise<TriedOut> {
    this.record('tryCorrection', change.index, change.field);
    return this.wouldDo;
  }

  async correct({ columns, index, field }: ColumnChange): Promise<readonly StoredCorrection[]> {
    this.record('correct', index, field);
    const column = columns[index]!;
    this.said =
      field === undefined ? [] : [...this.said, { columns, said: { column, field }, at: '2024-01-01' }];
    return this.said;
  }

  /** What the selected rows would be as a header, as the test says. */
  wouldBeHeader: TriedHeader | null = null;

  async tryHeader(): Promise<TriedHeader | null> {
    this.record('tryHeader');
    return this.wouldBeHeader;
  }

  async pointAtHeader(
    columns: readonly LabelPath[],
    rows: number | null,
  ): Promise<readonly StoredCorrection[]> {
    this.record('pointAtHeader', columns, rows);
    this.said = rows === null ? [] : [...this.said, { columns, said: { rows }, at: '2024-01-01' }];
    return this.said;
  }

  async corrections(): Promise<readonly StoredCorrection[]> {
    this.record('corrections');
    return this.said;
  }

  async vocabulary(): Promise<Vocabulary> {
    return vocabularyOf(this.said);
  }

  async takeOver(vocabulary: Vocabulary): Promise<readonly StoredCorrection[]> {
    this.record('takeOver', vocabulary);
    return this.said;
  }

  async received(): Promise<ReceivedRecords> {
    this.record('received');
    return this.cameWithIt;
  }

  async adopt(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords> {
    this.record('adopt', kind, ...(sources ? [sources] : []));
    if (kind === 'dismissals') this.aside = [...this.cameWithIt.dismissals, ...this.aside];
    if (kind === 'changes') this.log = [...this.log, ...this.cameWithIt.changes];
    return this.settled(kind);
  }

  async refuse(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords> {
    this.record('refuse', kind, ...(sources ? [sources] : []));
    return this.settled(kind);
  }

  async discard(unreadable: readonly PartProblem[]): Promise<ReceivedRecords> {
    this.record(
      'discard',
      unreadable.map(({ part }) => part),
    );
    this.cameWithIt = { ...this.cameWithIt, unreadable: [] };
    return this.cameWithIt;
  }

  async desk(): Promise<{ readonly id: string; readonly lasting: boolean }> {
    this.record('desk');
    return { id: 'desk', lasting: this.deskLasts };
  }

  private settled(kind: ReceivedKind): ReceivedRecords {
    this.cameWithIt = { ...this.cameWithIt, [kind]: [] };
    return this.cameWithIt;
  }

  async chooseProfile(setting: ProfileSetting): Promise<void> {
    this.record('chooseProfile', setting);
    const chosen = typeof setting === 'string' ? builtInProfile(setting) : undefined;
    const profile = chosen ?? { ...DEFAULT_PROFILE, name: { 'zh-CN': '本市口径', en: 'Ours' } };
    this.profiles = {
      setting,
      unusable: false,
      effects: setting === null ? null : effectsOf(profile),
      annexes: this.annex ? [setting === null ? profileFor(this.annex) : chosenProfile(profile)] : [],
    };
  }

  /** Makes the chosen profile one that cannot be used. */
  spoilProfile(): void {
    if (this.profiles) this.profiles = { ...this.profiles, unusable: true };
  }

  async mark(review: SheetReview, which?: MarkChoice): ReturnType<Reviewer['mark']> {
    this.record('mark', which);
    const markedCells = which?.findings?.length ?? review.findings.length;
    return {
      markedCells,
      notes: this.capabilities.notes ? 3 : 0,
      ...{ notesLeftOut: 1, notesRefused: 0, left: [], unreadable: 0 },
    };
  }

  async clearMarks(where: 'sheet' | 'workbook'): ReturnType<Reviewer['clearMarks']> {
    this.record('clearMarks', where);
    return { markedCells: 7, notes: 3, ...this.leftBehind };
  }

  /** What was typed into 问题清单, by the ids of findings. */
  words: WordsOfFindings = {};

  async unitWords(): Promise<WordsOfFindings> {
    this.record('unitWords');
    return this.words;
  }

  async insertRollups(_: SheetReview, choice: RollupChoice): Promise<readonly SheetRef[]> {
    this.record('insertRollups', choice);
    return rollupSheets(choice);
  }

  async insertWorkbookRollups(
    sheets: readonly WorkbookSheet[],
    choice: RollupChoice,
    { onSheet, signal }: WorkbookRollupOptions = {},
  ): Promise<readonly SheetRef[]> {
    const reviewed = sheets.filter(({ review }) => review !== null);
    this.record(
      'insertWorkbookRollups',
      reviewed.map(({ sheet }) => sheet.name),
      choice,
    );
    onSheet?.(1, reviewed.length);
    await this.hold;
    if (signal?.aborted) throw new HostError('cancelled', 'cancelled');
    return rollupSheets(choice);
  }

  async charts(): Promise<ChartFigures> {
    return chartFigures(this.annex ? [this.annex] : []);
  }

  async goTo(sheetId: string, cell: CellPosition): Promise<void> {
    this.record('goTo', sheetId, toAddress(cell.row, cell.column));
  }

  async listen(listener: (change: SheetChange) => void): Promise<() => void> {
    this.record('listen');
    this.listener = listener;
    return () => {
      this.listener = null;
    };
  }

  private record(method: Method, ...rest: unknown[]): void {
    this.calls.push([method, ...rest]);
    if (!this.errors.has(method)) return;
    const error = this.errors.get(method);
    this.errors.delete(method);
    throw error;
  }

  private change(finding: ReviewFinding, fix: Fix, step?: string): ChangeEntry {
    const numberFormat = finding.rule.startsWith('execution-rate') ? '0.00%' : 'General';
    const entry: ChangeEntry = {
      id: `change-${this.log.length + 1}`,
      at: '2025-03-01T08:05:00.000Z',
      rule: finding.rule,
      finding: finding.id,
      sheetId: finding.sheetId,
      sheetName: finding.sheetName,
      project: finding.project,
      edits: fix.edits.map(({ row, column, after, expectedBefore }) => ({
        row,
        column,
        before: {
          value: plain(expectedBefore.value),
          formula: expectedBefore.formula,
          numberFormat,
        },
        after: {
          value: 'value' in after ? plain(after.value) : 0,
          formula: 'formula' in after ? after.formula : null,
          numberFormat,
        },
      })),
      undone: false,
      ...(step === undefined ? {} : { step }),
    };
    this.log.push(entry);
    return entry;
  }
}

function fingerprintsOf(origin: FindingOrigin | undefined): { fingerprint: string; among: string } {
  return { fingerprint: origin?.fingerprint ?? '', among: origin?.among ?? '' };
}

function plain(value: CellValue): string | number | boolean | null {
  if (isUnknown(value)) return null;
  return isCellError(value) ? value.error : value;
}

function rollupSheets(choice: RollupChoice): SheetRef[] {
  const names = ROLLUP_TEXTS['zh-CN'].sheetNames;
  const keys = choice === 'all' ? (['unit-summary', 'issue-list'] as const) : choice;
  return keys.map((key) => ({ ...ANNEX_SHEET, id: key, name: names[key] }));
}
