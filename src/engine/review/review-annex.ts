import type { AnnexView } from '../annex/annex';
import { DEFAULT_PROFILE } from '../profile/built-in';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Rule } from '../rule/rule';
import { RULES } from '../rules';
import { annexInSteps } from './annex-in-steps';
import type { RuleOutcome } from './rule-outcome';

export { RULE_FAILED, type RuleOutcome } from './rule-outcome';

export interface AnnexReview {
  /** By row, then column, then severity. */
  readonly findings: readonly Finding[];
  /** One entry a rule; empty for an annex that is no self-evaluation. */
  readonly outcomes: readonly RuleOutcome[];
}

/**
 * Runs the rules over one annex. Annexes that are no self-evaluations (targets only, allocation lists, reports
 * of a running year) are left alone. A rule that throws becomes a finding of its own; the others go on. Rules that compare
 * annexes are not asked.
 *
 * @param profile the limits to check against, the rules to leave out and the severities to report with
 */
export function reviewAnnex(
  annex: AnnexView,
  rules: readonly Rule[] = RULES,
  profile: Profile = DEFAULT_PROFILE,
): AnnexReview {
  const steps = annexInSteps(annex, { rules, profile });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.conclude(null);
  }
}
