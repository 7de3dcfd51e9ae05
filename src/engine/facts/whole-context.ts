import type { AnnexView } from '../annex/annex';
import type { Profile } from '../profile/profile';
import type { FactContext } from '../rule/rule';
import { annexFacts, learnFacts, noFacts } from './annex-facts';
import { FactBook } from './fact-book';
import { sumsLearning, type LearntSums } from './money/learnt-sums';

/** The facts of an annex for rules that are shown all of it at once. */
export function wholeContext(annex: AnnexView, profile: Profile): FactContext {
  const learnt = noFacts();
  for (const project of annex.projects) learnFacts(learnt, project);
  return new FactBook(annexFacts(annex, learnt), profile);
}

/** What the rows of sums of an annex are checked against, for rules that are shown all of it at once. */
export function sumsOf(annex: AnnexView, profile: Profile): LearntSums {
  const context = wholeContext(annex, profile);
  const learnt = sumsLearning.empty();
  for (const project of annex.projects) sumsLearning.add(learnt, project, context);
  return learnt;
}
