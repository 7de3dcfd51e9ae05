import { REVIEWED_LAYOUTS, type AnnexView } from '../annex/annex';
import type { LearntFacts } from '../facts/annex-facts';
import { RULES } from '../rules';
import { DEFAULT_PROFILE } from '../profile/built-in';
import type { Profile } from '../profile/profile';
import type { AnnexFacts } from '../rule/annex-facts';
import type { Rule } from '../rule/rule';
import { AnnexRun, type FirstLook, type Learnt, type Portion, type Said } from './annex-run';
import type { AnnexReview } from './review-annex';
import type { AcrossOfAnnex, ToldOfAnnex } from './review-workbook';
import { sameValue } from './same-value';

/** How far a review has come: pieces of work done, of all of them. */
export interface ReviewProgress {
  readonly done: number;
  readonly total: number;
}

/** What a review has seen, portion by portion: what an edit does not touch need not be looked at again. Plain. */
export interface AnnexMemory {
  readonly profile: Profile;
  readonly size: number;
  readonly facts: readonly LearntFacts[];
  readonly together: AnnexFacts;
  readonly looks: readonly FirstLook[];
  readonly settled: readonly Learnt[];
  readonly again: readonly (readonly Said[])[];
}

/** An annex that was looked at by itself. */
export interface LookedAtAnnex {
  /** What it tells the rules that compare annexes; `null` for one that is no self-evaluation. */
  readonly told: ToldOfAnnex | null;
  /** `null` for an annex that is no self-evaluation. */
  readonly memory: AnnexMemory | null;
  /**
   * Puts the review together.
   * @param across what the rules that compare annexes said of it; `null`: they were not asked
   */
  conclude(across: AcrossOfAnnex | null): AnnexReview;
}

/** An annex that rules are not run on. */
export const LEFT_ALONE: LookedAtAnnex = {
  told: null,
  memory: null,
  conclude: () => ({ findings: [], outcomes: [] }),
};

export interface StepOptions {
  readonly rules?: readonly Rule[];
  readonly profile?: Profile;
  /** How many projects are looked at together; absent: as many as are quickest. */
  readonly size?: number;
  /** What was seen of the same annex before some of its projects were edited, with the same rules. */
  readonly before?: {
    readonly memory: AnnexMemory;
    /** Whether a project of a portion was edited since. */
    readonly isTouched: (portion: Portion) => boolean;
  };
}

/**
 * Looks at one annex in pieces of some milliseconds; the progress is told before each. Of an annex that was seen before,
 * only the portions that were edited are looked at, and others only by the rules for which what all projects tell together
 * has changed.
 */
export function* annexInSteps(
  annex: AnnexView,
  { rules = RULES, profile = DEFAULT_PROFILE, size, before }: StepOptions = {},
): Generator<ReviewProgress, LookedAtAnnex> {
  if (!REVIEWED_LAYOUTS.includes(annex.layout)) return LEFT_ALONE;
  const seen = before && sameValue(before.memory.profile, profile) ? before : null;
  const run = new AnnexRun(annex, rules, profile, seen ? seen.memory.size : size);
  const { portions } = run;
  const total = portions.length * (run.looksAgain ? 3 : 2) + 1;
  let done = 0;
  function* over<Result>(
    known: readonly Result[] | null,
    look: (portion: Portion, index: number) => Result,
  ): Generator<ReviewProgress, Result[]> {
    const results: Result[] = [];
    for (const [i, portion] of portions.entries()) {
      const kept = known && !seen!.isTouched(portion) ? known[i] : undefined;
      if (kept === undefined) yield { done, total };
      done++;
      results.push(kept ?? look(portion, i));
    }
    return results;
  }

  const facts = yield* over(seen && seen.memory.facts, (portion) => run.facts(portion));
  const together = run.useFacts(facts);
  const sameFacts = seen !== null && sameValue(seen.memory.together, together);
  const looks = yield* over(sameFacts ? seen.memory.looks : null, (portion) => run.look(portion));
  const settled = run.useLooks(looks);
  const anew = sameFacts ? run.toldAnew(seen.memory.settled) : null;
  const kept = anew?.includes(true) === false ? seen!.memory.again : null;
  const again = run.looksAgain
    ? yield* over(kept, (portion, i) => {
        const same = anew && !seen!.isTouched(portion) ? seen!.memory.again[i]! : [];
        return run.lookAgain(
          portion,
          same.map((said, rule) => (anew![rule] ? null : said)),
        );
      })
    : [];
  yield { done: total - 1, total };
  const memory = { profile, size: portionSize(portions), facts, together, looks, settled, again };
  const gathered = run.gather(looks, again);
  return { told: run.told, memory, conclude: (across) => run.conclude(gathered, across) };
}

function portionSize([first]: readonly Portion[]): number {
  return Math.max(1, first ? first.to - first.from : 1);
}
