import type { Annex } from '../engine/annex/annex';
import type { Profile } from '../engine/profile/profile';
import { byPosition } from '../engine/review/order';
import { reviewInSteps, type RuleOutcome } from '../engine/review/review-annex';
import { RULES } from '../engine/rules';
import type { Finding } from '../engine/rule/finding';
import type { Slices } from './slices';

/**
 * Runs the rules over annexes piece by piece, with a pause between the pieces. The result is that of
 * `reviewAnnex` for each annex.
 *
 * @param profileOf the limits to check an annex against; asked once an annex
 * @param onProgress called with the pieces done and all of them, of all annexes alike
 * @throws HostError `cancelled`
 */
export async function checkAnnexes(
  annexes: readonly Annex[],
  profileOf: (annex: Annex) => Profile,
  slices: Slices,
  onProgress: (done: number, total: number) => void,
): Promise<{ findings: Finding[]; outcomes: RuleOutcome[] }> {
  const total = annexes.length * PIECES;
  const findings: Finding[] = [];
  const outcomes = new Map<string, RuleOutcome>();
  for (const [i, annex] of annexes.entries()) {
    const steps = reviewInSteps(annex, RULES, profileOf(annex));
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      onProgress(Math.floor((i + step.value.done / step.value.total) * PIECES), total);
      await slices.pause();
    }
    for (const finding of step.value.findings) findings.push(finding);
    for (const outcome of step.value.outcomes) {
      const before = outcomes.get(outcome.rule);
      outcomes.set(outcome.rule, before ? worse(before, outcome) : outcome);
    }
  }
  onProgress(total, total);
  return { findings: findings.sort(byPosition), outcomes: [...outcomes.values()] };
}

/** What the progress of one annex is told in. */
const PIECES = 100;

const BADNESS: readonly RuleOutcome['outcome'][] = ['off', 'checked', 'not-checked', 'failed'];

/** A rule counts as checked only where every annex had its columns. */
function worse(a: RuleOutcome, b: RuleOutcome): RuleOutcome {
  return BADNESS.indexOf(b.outcome) > BADNESS.indexOf(a.outcome) ? b : a;
}
