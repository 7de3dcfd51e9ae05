import type { Annex } from '../engine/annex/annex';
import { settlePrecedence } from '../engine/review/precedence';
import { reviewAnnex, type RuleOutcome } from '../engine/review/review-annex';
import { RULES } from '../engine/rules';
import type { Finding } from '../engine/rules/support/finding';
import { SEVERITIES } from '../engine/severity';
import type { Slices } from './slices';

/**
 * Runs the rules over annexes, one rule and annex after the other with a pause between them. The result is that
 * of `reviewAnnex` for each annex.
 *
 * @param onProgress called with the checks done and all of them
 * @throws HostError `cancelled`
 */
export async function checkAnnexes(
  annexes: readonly Annex[],
  slices: Slices,
  onProgress: (done: number, total: number) => void,
): Promise<{ findings: Finding[]; outcomes: RuleOutcome[] }> {
  const total = annexes.length * RULES.length;
  let done = 0;
  const findings: Finding[] = [];
  const outcomes = new Map<string, RuleOutcome>();
  for (const annex of annexes) {
    const found: Finding[] = [];
    for (const rule of RULES) {
      onProgress(done++, total);
      await slices.pause();
      const review = reviewAnnex(annex, [rule]);
      for (const finding of review.findings) found.push(finding);
      for (const outcome of review.outcomes) {
        const before = outcomes.get(outcome.rule);
        outcomes.set(outcome.rule, before ? worse(before, outcome) : outcome);
      }
    }
    for (const finding of settlePrecedence(found, RULES)) findings.push(finding);
  }
  onProgress(total, total);
  return { findings: findings.sort(byPosition), outcomes: [...outcomes.values()] };
}

const BADNESS: readonly RuleOutcome['outcome'][] = ['off', 'checked', 'not-checked', 'failed'];

/** A rule counts as checked only where every annex had its columns. */
function worse(a: RuleOutcome, b: RuleOutcome): RuleOutcome {
  return BADNESS.indexOf(b.outcome) > BADNESS.indexOf(a.outcome) ? b : a;
}

function byPosition(a: Finding, b: Finding): number {
  return (
    a.cell.row - b.cell.row ||
    a.cell.column - b.cell.column ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
