import { keyOfFinding, statusOf, type IssueFinding, type IssueKey } from './issue-key';
import type { RollupTexts } from './texts';
import { unitOfFinding } from './units';

/** What one row of 问题清单 stands for: a finding, or those of a habit that are of one unit and are handled alike. */
export interface IssueEntry {
  readonly key: IssueKey;
  /** As the row writes it. */
  readonly unit: string;
  /** In their order; the key names the cell of the first. */
  readonly findings: readonly [IssueFinding, ...IssueFinding[]];
}

/**
 * The rows of 问题清单, each where its first finding stands. Findings of a habit share one where unit, severity, state and
 * what is recorded of them are the same, so that counts by unit, severity and status are sums of rows.
 */
export function issueEntries(findings: readonly IssueFinding[], texts: RollupTexts): IssueEntry[] {
  const entries = new Map<unknown, IssueEntry & { readonly findings: [IssueFinding, ...IssueFinding[]] }>();
  for (const finding of findings) {
    const { habit, severity, ignoredBecause, receivedDismissal } = finding;
    const unit = unitOfFinding(finding, texts);
    const handled = [statusOf(finding), ignoredBecause ?? null, receivedDismissal?.reason ?? null];
    const alike = habit ? JSON.stringify([habit.id, unit, severity, ...handled]) : finding;
    const entry = entries.get(alike);
    if (entry) entry.findings.push(finding);
    else {
      const key = { ...keyOfFinding(finding), habit: habit?.shared ?? null };
      entries.set(alike, { key, unit, findings: [finding] });
    }
  }
  return [...entries.values()];
}
