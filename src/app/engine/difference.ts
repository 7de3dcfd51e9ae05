import type { ReviewedAnnex } from '../../engine/review/review-sheet';
import type { Finding } from '../../engine/rule/finding';
import type { Severity } from '../../engine/severity';
import { toAddress } from '../../engine/sheet/address';
import type { TriedOut } from './engine';

type Reviewed = Pick<ReviewedAnnex, 'findings' | 'outcomes'>;

/** What of a review of a worksheet differs from another one of the same cells. */
export function differenceOf(
  before: readonly Reviewed[],
  after: readonly Reviewed[],
): Omit<TriedOut, 'annexes'> {
  const [was, is] = [checkedIn(before), checkedIn(after)];
  return {
    checked: [...is].filter((rule) => !was.has(rule)),
    notChecked: [...was].filter((rule) => !is.has(rule)),
    come: notAmong(after, before),
    gone: notAmong(before, after),
  };
}

/** Ids of the rules that were checked in any annex. */
function checkedIn(reviewed: readonly Reviewed[]): ReadonlySet<string> {
  return new Set(
    reviewed.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ rule, outcome }) => (outcome === 'not-checked' || outcome === 'off' ? [] : rule)),
    ),
  );
}

/** How many findings of some annexes are not among those of others, by severity. */
function notAmong(some: readonly Reviewed[], others: readonly Reviewed[]): Record<Severity, number> {
  const there = new Map<string, number>();
  for (const { findings } of others)
    for (const finding of findings) there.set(keyOf(finding), (there.get(keyOf(finding)) ?? 0) + 1);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { findings } of some)
    for (const finding of findings) {
      const left = there.get(keyOf(finding)) ?? 0;
      if (left > 0) there.set(keyOf(finding), left - 1);
      else counts[finding.severity]++;
    }
  return counts;
}

function keyOf({ rule, cell, message, severity, data }: Finding): string {
  return JSON.stringify([rule, toAddress(cell.row, cell.column), message, severity, data]);
}
