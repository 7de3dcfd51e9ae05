import { SEVERITIES, type Severity } from '../engine/severity';
import type { FailOn } from './arguments';
import type { WorkbookResult } from './review-workbook';

export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

/** Counts over all workbooks. */
export class Summary {
  workbooks = 0;
  unreadable = 0;
  annexes = 0;
  projects = 0;
  readonly findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  add(result: WorkbookResult): void {
    this.workbooks++;
    if (result.problem) this.unreadable++;
    this.annexes += result.annexes.length;
    for (const { annex, findings } of result.annexes) {
      this.projects += annex.projects.length;
      for (const { severity } of findings) this.findings[severity]++;
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
