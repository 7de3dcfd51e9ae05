import { SEVERITIES, type Severity } from '../engine/severity';
import type { FailOn } from './arguments';
import type { WorkbookResult } from './review-workbook';

export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

type FindingInFile = WorkbookResult['annexes'][number]['findings'][number];

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

/** Counts over all workbooks. */
export class Summary {
  workbooks = 0;
  unreadable = 0;
  annexes = 0;
  projects = 0;
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** Findings that records in the files say were set aside. */
  dismissed = 0;

  /** @param trusted whether such findings are not counted among the others */
  constructor(readonly trusted = false) {}

  add(result: WorkbookResult): void {
    this.workbooks++;
    if (result.problems.length > 0) this.unreadable++;
    this.annexes += result.annexes.length;
    for (const { annex, findings } of result.annexes) {
      this.projects += annex.projects.length;
      for (const { severity } of findings.filter(isCounted)) this.findings[severity]++;
      this.dismissed += findings.filter((finding) => dismissalOf(finding) !== null).length;
    }
  }

  /** The exit status: a file that could not be read weighs more than any finding. */
  exitStatus(failOn: FailOn): number {
    if (this.unreadable > 0) return EXIT.failure;
    if (failOn === 'never') return EXIT.clean;
    const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
    return counted.some((severity) => this.findings[severity] > 0) ? EXIT.findings : EXIT.clean;
  }
}
