import type { AnnexView } from '../annex/annex';
import { readAnnexes } from '../annex/reading';
import type { RecogniseOptions } from '../annex/recognise-options';
import { profileFor, type ProfileChoice } from '../profile/choose-profile';
import { StatementCache } from '../quantity';
import type { Finding } from '../rule/finding';
import type { SheetSnapshot } from '../sheet/snapshot';
import { notJudgedOf, type NotJudged } from './not-judged';
import { rulesByNote, type RulesByNote } from './rules-by-note';
import { annexInSteps, type LookedAtAnnex, type ReviewProgress, type StepOptions } from './annex-in-steps';
import type { AcrossOfAnnex } from './review-workbook';
import type { RuleOutcome } from './rule-outcome';

/** An annex with what the rules say of it. */
export interface ReviewedAnnex {
  readonly annex: AnnexView;
  /** The limits that it was checked against, and why these. */
  readonly profile: ProfileChoice;
  /** By row, then column, then severity. */
  readonly findings: readonly Finding[];
  /** One entry a rule; empty for an annex that is no self-evaluation. */
  readonly outcomes: readonly RuleOutcome[];
  /** Cells that no rule could judge. */
  readonly notJudged: readonly NotJudged[];
  /** What was checked by texts of the annex in place of the profile. */
  readonly byNote: readonly RulesByNote[];
}

export interface ReviewSheetOptions extends RecogniseOptions {
  /** One cache for all worksheets of a workbook, so that equal texts are read once. */
  readonly statements?: StatementCache;
  /** The profile of each annex; absent: the one that fits it. */
  readonly profileOf?: (annex: AnnexView) => ProfileChoice;
}

/** An annex of a worksheet that was looked at by itself. */
export interface LookedAt extends Pick<LookedAtAnnex, 'told' | 'memory'> {
  readonly annex: AnnexView;
  readonly profile: ProfileChoice;
  /** As `LookedAtAnnex` does. */
  conclude(across: AcrossOfAnnex | null): ReviewedAnnex;
}

/**
 * Recognises one worksheet and looks at its annexes: the one review behind the pane, the ribbon's buttons and the command,
 * all but what is said when the annexes of the workbook are compared.
 *
 * @returns one entry an annex, in the order of their first rows; empty where the worksheet holds none
 */
export function lookAtAnnexes(
  sheet: SheetSnapshot,
  { statements = new StatementCache(), profileOf = profileFor, ...options }: ReviewSheetOptions = {},
): LookedAt[] {
  const steps = lookInSteps(sheet, readAnnexes(sheet, statements, options), profileOf);
  for (;;) {
    const step = steps.next();
    // What was seen on the way is of no use any more.
    if (step.done) return step.value.map((looked) => ({ ...looked, memory: null }));
  }
}

/**
 * Recognises and reviews one worksheet by itself.
 *
 * @returns as `lookAtAnnexes`
 */
export function reviewSheet(sheet: SheetSnapshot, options: ReviewSheetOptions = {}): ReviewedAnnex[] {
  return lookAtAnnexes(sheet, options).map((looked) => looked.conclude(null));
}

/** How annexes are looked at in portions. */
export interface PortionOptions {
  /** How many projects are looked at together; absent: as many as are quickest. */
  readonly size?: number;
  /** What was seen of an annex before some of its projects were edited, by its place among the annexes. */
  readonly before?: (annex: number) => StepOptions['before'];
}

/**
 * Looks at the annexes that were recognised in a worksheet, in pieces of some milliseconds. The progress over all of
 * them is told before each piece, in hundredths of an annex.
 */
export function* lookInSteps(
  sheet: SheetSnapshot,
  annexes: readonly AnnexView[],
  profileOf: (annex: AnnexView) => ProfileChoice,
  { size, before }: PortionOptions = {},
): Generator<ReviewProgress, LookedAt[]> {
  const total = annexes.length * PIECES;
  const looked: LookedAt[] = [];
  for (const [i, annex] of annexes.entries()) {
    const profile = profileOf(annex);
    const steps = annexInSteps(annex, {
      profile: profile.profile,
      ...(size !== undefined && { size }),
      ...(before && { before: before(i) }),
    });
    let step = steps.next();
    for (; !step.done; step = steps.next())
      yield { done: Math.floor((i + step.value.done / step.value.total) * PIECES), total };
    looked.push(lookedAt(sheet, annex, profile, step.value));
  }
  return looked;
}

/** An annex that was looked at, with what is told of it when it is concluded. */
export function lookedAt(
  sheet: SheetSnapshot,
  annex: AnnexView,
  profile: ProfileChoice,
  { told, memory, conclude }: LookedAtAnnex,
): LookedAt {
  return {
    annex,
    profile,
    told,
    memory,
    conclude(across) {
      const review = conclude(across);
      const byNote = rulesByNote(annex, profile.profile, review.outcomes);
      return { annex, profile, ...review, notJudged: notJudgedOf(sheet, annex), byNote };
    },
  };
}

/** What the progress of one annex is told in. */
const PIECES = 100;
