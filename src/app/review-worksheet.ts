import type { Annex } from '../engine/annex/annex';
import { StatementCache } from '../engine/quantity';
import { recognise } from '../engine/annex/recognise';
import { chosenProfile, profileFor, type ProfileChoice } from '../engine/profile/choose-profile';
import type { Profile } from '../engine/profile/profile';
import { reviewAnnex, type RuleOutcome } from '../engine/review/review-annex';
import type { Finding } from '../engine/rule/finding';
import type { SheetSnapshot } from '../engine/sheet/snapshot';
import { notJudged, type NotJudged } from './not-judged';

/** An annex with what the rules say of it. */
export interface ReviewedAnnex {
  readonly annex: Annex;
  /** The limits that it was checked against, and why these. */
  readonly profile: ProfileChoice;
  readonly findings: readonly Finding[];
  readonly outcomes: readonly RuleOutcome[];
  /** Cells that no rule could judge. */
  readonly notJudged: readonly NotJudged[];
}

/**
 * Recognises and reviews one worksheet.
 *
 * @param statements pass one cache for all worksheets of a workbook, so that equal texts are read once
 * @param chosen the profile for all annexes; absent: the one that fits each
 * @returns one entry an annex, in the order of their first rows; empty where the worksheet holds none
 */
export function reviewWorksheet(
  sheet: SheetSnapshot,
  statements: StatementCache = new StatementCache(),
  chosen?: Profile,
): ReviewedAnnex[] {
  const choice = chosen && chosenProfile(chosen);
  return reviewAnnexes(sheet, statements, (annex) => choice ?? profileFor(annex));
}

/** As `reviewWorksheet`, with the profile that is found for each annex. */
export function reviewAnnexes(
  sheet: SheetSnapshot,
  statements: StatementCache,
  profileOf: (annex: Annex) => ProfileChoice,
): ReviewedAnnex[] {
  return recognise(sheet, statements).map((annex) => {
    const profile = profileOf(annex);
    const review = reviewAnnex(annex, undefined, profile.profile);
    return { annex, profile, ...review, notJudged: notJudged(sheet, annex.range) };
  });
}
