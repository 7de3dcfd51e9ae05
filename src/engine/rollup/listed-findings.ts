import type { AnnexView } from '../annex/annex';
import type { Severity } from '../severity';
import { CellTexts } from './cell-texts';
import { FIRST_ROW } from './frame';
import { issueEntries } from './issue-entries';
import { keyOfFinding, type IssueFinding } from './issue-key';
import type { IssueListOptions } from './issue-list';
import { originalIn } from './issue-texts';
import type { FreshFinding } from './match-issue-rows';
import { ROLLUP_TEXTS } from './texts';

/** A finding with what it is found by in a 问题清单 that was written before. */
export interface ListedFinding extends FreshFinding {
  /** What it shares with the others of its row, where that is of a habit. */
  readonly habit: string | null;
  readonly finding: IssueFinding;
  readonly unit: string;
  readonly severity: Severity;
}

/** The findings that `issueList` lists, with the row of each; of the same arguments. */
export function listedFindings(
  annexes: readonly AnnexView[],
  findings: readonly IssueFinding[],
  { locale, found, words }: IssueListOptions,
): ListedFinding[] {
  const original = originalIn(new CellTexts(found ?? annexes));
  return issueEntries(findings, ROLLUP_TEXTS[locale]).flatMap(({ key, unit, findings: alike }, i) =>
    alike.map((finding) => ({
      index: FIRST_ROW + i,
      finding,
      key: keyOfFinding(finding),
      habit: key.habit,
      unit,
      severity: finding.severity,
      texts: {
        project: finding.project ?? '',
        original: original(finding),
        problem: words.problem(finding),
      },
    })),
  );
}
