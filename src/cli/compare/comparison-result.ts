import { compareSubmissions, type Comparison } from '../../engine/comparison/compare-submissions';
import type { FailOn } from '../arguments';
import type { WorkbookResult } from '../review-workbook';
import { countsOf, EXIT, Summary } from '../summary';

/** Two workbooks that were reviewed, and what became of the first in the second. */
export interface ComparisonResult {
  readonly old: WorkbookResult;
  readonly new: WorkbookResult;
  /** `null` where one of them could not be read whole: what is missing there would look solved, or vanished. */
  readonly comparison: Comparison | null;
}

export function compareResults(old: WorkbookResult, fresh: WorkbookResult): ComparisonResult {
  const isWhole = old.problems.length === 0 && fresh.problems.length === 0;
  return { old, new: fresh, comparison: isWhole ? compareSubmissions(old.annexes, fresh.annexes) : null };
}

/** How much there is of each kind. Findings one by one, also those of one habit. */
export interface ComparisonCounts {
  readonly solved: number;
  readonly left: number;
  readonly fresh: number;
  readonly unchecked: number;
  readonly gone: number;
  readonly changed: number;
  readonly unasked: number;
  readonly paired: number;
  readonly renamed: number;
  readonly appeared: number;
  readonly vanished: number;
}

export function comparisonCounts({ findings, changes, projects }: Comparison): ComparisonCounts {
  return {
    solved: findings.solved.length,
    left: findings.left.length,
    fresh: findings.fresh.length,
    unchecked: findings.unchecked.length,
    gone: findings.gone.length,
    changed: changes.length,
    unasked: changes.filter(({ asked }) => !asked).length,
    paired: projects.paired,
    renamed: projects.renamed.length,
    appeared: projects.appeared.length,
    vanished: projects.vanished.length,
  };
}

/** As of `check` on the newer workbook: what is left and what is new counts alike. */
export function comparisonStatus({ new: fresh, comparison }: ComparisonResult, failOn: FailOn): number {
  if (!comparison) return EXIT.failure;
  const summary = new Summary(false);
  summary.add(countsOf(fresh));
  return summary.exitStatus(failOn);
}
