import { dismissalKey, dismissalsOf, partsOfId, sameSheet } from '../../app/dismissals';
import type { Dismissal, ReviewFinding, SheetReview } from '../../app/reviewer';
import { parseAddress, type CellPosition } from '../../engine/sheet/address';

/** Something set aside, with what the reviews of the pane know of it. */
export interface Dismissed {
  readonly key: string;
  readonly dismissal: Dismissal;
  readonly rule: string;
  /** Where it stands now, or else stood then; `null` where the record does not tell. */
  readonly cell: CellPosition | null;
  /** What it was said of; `null` where its sheet was not reviewed, or nothing is found any more. */
  readonly finding: ReviewFinding | null;
  /** Its sheet was reviewed, and there is no such finding any more. */
  readonly lapsed: boolean;
}

/**
 * What is set aside, the last step first and each step in the order of the sheet; with the finding where a review
 * has it.
 * @param dismissals newest first
 * @param current reviews that are not out of date
 */
export function dismissedOf(
  dismissals: readonly Dismissal[],
  reviews: readonly SheetReview[],
  current: (review: SheetReview) => boolean,
): Dismissed[] {
  const findings = new Map<Dismissal, ReviewFinding>();
  for (const review of reviews) {
    const byId = new Map(review.findings.map((finding) => [finding.id, finding]));
    for (const [id, dismissal] of dismissalsOf(review.findings, dismissals))
      findings.set(dismissal, byId.get(id)!);
  }
  const inOrder = [...dismissals].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return inOrder.map((dismissal) => {
    const { rule, address } = partsOfId(dismissal.finding);
    const finding = findings.get(dismissal) ?? null;
    const review = reviews.find(({ sheet }) =>
      sameSheet(dismissal, { sheetId: sheet.id, sheetName: sheet.name }),
    );
    return {
      key: dismissalKey(dismissal),
      dismissal,
      rule,
      cell: finding?.cell ?? parseAddress(address),
      finding,
      lapsed: finding === null && review !== undefined && current(review),
    };
  });
}
