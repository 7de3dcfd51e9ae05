import type { AnnexView } from '../annex/annex';
import { DEFAULT_PROFILE } from '../profile/built-in';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Rule } from '../rule/rule';
import { RULES } from '../generated/rules';
import { annexInSteps, type ReviewProgress } from './annex-in-steps';
import type { RuleOutcome } from './rule-outcome';

export type { ReviewProgress } from './annex-in-steps';
export { RULE_FAILED, type RuleOutcome } from './rule-outcome';

export interface AnnexReview {
  /** By row, then column, then severity. */
  readonly findings: readonly Finding[];
  /** One entry a rule; empty for an annex that is no self-evaluation. */
  readonly outcomes: readonly RuleOutcome[];
}

/**
 * Runs the rules over one annex. Annexes that are no self-evaluations (targets only, allocation lists, reports
 * of a running year) are left alone. A rule that throws becomes a finding of its own; the others go on.
 *
 * @param profile the limits to check against, the rules to leave out and the severities to report with
 */
export function reviewAnnex(
  annex: AnnexView,
  rules: readonly Rule[] = RULES,
  profile: Profile = DEFAULT_PROFILE,
): AnnexReview {
  const steps = reviewInSteps(annex, rules, profile);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same review in pieces of some milliseconds, for callers who have something else to do in between. The
 * progress is told before each piece.
 */
export function* reviewInSteps(
  annex: AnnexView,
  rules: readonly Rule[] = RULES,
  profile: Profile = DEFAULT_PROFILE,
): Generator<ReviewProgress, AnnexReview> {
  const { findings, outcomes } = yield* annexInSteps(annex, { rules, profile });
  return { findings, outcomes };
}
