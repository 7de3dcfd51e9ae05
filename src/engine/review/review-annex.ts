import { REVIEWED_LAYOUTS, type AnnexView } from '../annex/annex';
import { DEFAULT_PROFILE } from '../profile/built-in';
import type { Profile } from '../profile/profile';
import type { Finding } from '../rule/finding';
import type { Rule } from '../rule/rule';
import { RULES } from '../generated/rules';
import { AnnexRun } from './annex-run';
import type { RuleOutcome } from './rule-outcome';

export { RULE_FAILED, type RuleOutcome } from './rule-outcome';

export interface AnnexReview {
  /** By row, then column, then severity. */
  readonly findings: readonly Finding[];
  /** One entry a rule; empty for an annex that is no self-evaluation. */
  readonly outcomes: readonly RuleOutcome[];
}

/** How far a review has come: pieces of work done, of all of them. */
export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
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
  if (!REVIEWED_LAYOUTS.includes(annex.layout)) return { findings: [], outcomes: [] };
  const source = { project: (index: number) => annex.projects[index]! };
  const run = new AnnexRun(annex, source, rules, profile);
  const { portions } = run;
  const total = portions.length * (run.looksAgain ? 3 : 2) + 1;
  let done = 0;
  const facts = [];
  for (const portion of portions) {
    yield { done: done++, total };
    facts.push(run.facts(portion));
  }
  run.useFacts(facts);
  const looks = [];
  for (const portion of portions) {
    yield { done: done++, total };
    looks.push(run.look(portion));
  }
  run.useLooks(looks);
  const again = [];
  if (run.looksAgain)
    for (const portion of portions) {
      yield { done: done++, total };
      again.push(run.lookAgain(portion));
    }
  yield { done: done++, total };
  return run.review(looks, again);
}
