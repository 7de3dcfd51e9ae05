import { SEVERITIES, type Severity } from '../engine/severity';
import { isUnvouched } from '../engine/review/not-read';
import type { FailOn } from './arguments';
import type { Notice, WorkbookResult } from './review-workbook';

export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

export type FindingInFile = WorkbookResult['annexes'][number]['findings'][number];

/** What a record in the file says of a finding, trusted or not; `null` where none says anything. */
export function dismissalOf(
  finding: FindingInFile,
): { readonly reason: string; readonly trusted: boolean } | null {
  if (finding.state === 'ignored') return { reason: finding.ignoredBecause ?? '', trusted: true };
  const { receivedDismissal } = finding;
  return receivedDismissal ? { reason: receivedDismissal.reason, trusted: false } : null;
}

/** Whether a finding counts: all do but those that were set aside by records that are trusted. */
export function isCounted(finding: FindingInFile): boolean {
  return finding.state !== 'ignored';
}

/** What one workbook adds to the totals. */
export interface Counts {
  readonly unreadable: boolean;
  readonly annexes: number;
  readonly projects: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly habits: HabitCounts;
  readonly dismissed: number;
  /** A workbook without an annex; else the worksheets and annexes that nobody can vouch for. */
  readonly unrecognised: number;
}

/** Habits of the findings that count: how many there are, and how many of the findings belong to them. */
export interface HabitCounts {
  readonly habits: number;
  readonly findings: number;
}

/** The habits of one workbook. */
export function habitCounts(counted: readonly FindingInFile[]): HabitCounts {
  const ids = counted.flatMap(({ habit }) => habit?.id ?? []);
  return { habits: new Set(ids).size, findings: ids.length };
}

export function countsOf({ problems, annexes, notices }: WorkbookResult): Counts {
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const all = annexes.flatMap((one) => one.findings);
  const counted = all.filter(isCounted);
  for (const { severity } of counted) findings[severity]++;
  return {
    unreadable: problems.length > 0,
    annexes: annexes.length,
    projects: annexes.reduce((sum, { annex }) => sum + annex.projects.length, 0),
    findings,
    habits: habitCounts(counted),
    dismissed: all.filter((finding) => dismissalOf(finding) !== null).length,
    unrecognised: unrecognisedIn({ problems, annexes, notices }),
  };
}

/**
 * What was not understood or is not vouched for in a workbook: 1 where no annex was recognised in what could be read, else
 * its worksheets that look like one and the annexes whose figures stand in unsure places, each once.
 */
function unrecognisedIn({
  problems,
  annexes,
  notices,
}: Pick<WorkbookResult, 'problems' | 'annexes' | 'notices'>): number {
  const sheets = notices.filter(isOfAnnexLeftOut).length;
  if (annexes.length === 0) return problems.length === 0 || sheets > 0 ? 1 : 0;
  return sheets + annexes.filter(({ annex }) => isUnvouched(annex)).length;
}

function isOfAnnexLeftOut(notice: Notice): boolean {
  return notice.code === 'sheet-not-understood' || (notice.code === 'hidden-worksheet' && notice.annex);
}

/** Counts over all workbooks. */
export interface Totals {
  readonly workbooks: number;
  readonly unreadable: number;
  readonly annexes: number;
  readonly projects: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many habits there are: findings that are one to the reader. */
  readonly habits: number;
  /** How many of the findings belong to them. */
  readonly inHabits: number;
  /** Findings that records in the files say were set aside. */
  readonly dismissed: number;
  /** Workbooks without an annex, and worksheets and annexes that nobody can vouch for. */
  readonly unrecognised: number;
  /** Whether such findings are not counted among the others. */
  readonly trusted: boolean;
}

/** Counts workbook by workbook. */
export class Summary implements Totals {
  workbooks = 0;
  unreadable = 0;
  annexes = 0;
  projects = 0;
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  habits = 0;
  inHabits = 0;
  dismissed = 0;
  unrecognised = 0;

  constructor(readonly trusted: boolean) {}

  add({ unreadable, annexes, projects, findings, habits, dismissed, unrecognised }: Counts): void {
    this.workbooks++;
    if (unreadable) this.unreadable++;
    this.annexes += annexes;
    this.projects += projects;
    for (const severity of SEVERITIES) this.findings[severity] += findings[severity];
    this.habits += habits.habits;
    this.inHabits += habits.findings;
    this.dismissed += dismissed;
    this.unrecognised += unrecognised;
  }

  /** The exit status: a file that could not be read weighs more than any finding. */
  exitStatus({ level, unrecognised }: FailOn): number {
    if (this.unreadable > 0) return EXIT.failure;
    if (unrecognised && this.unrecognised > 0) return EXIT.findings;
    if (level === 'never') return EXIT.clean;
    const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(level) + 1);
    return counted.some((severity) => this.findings[severity] > 0) ? EXIT.findings : EXIT.clean;
  }
}
