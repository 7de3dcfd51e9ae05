import type { ReviewFinding, SheetReview } from '../../app/reviewer';
import { byPosition } from '../../engine/review/order';

const merged = new WeakMap<SheetReview, readonly ReviewFinding[]>();

/** What the list shows of a review: its findings, and in their places those that are settled since reviews before it. */
export function allFindings(review: SheetReview): readonly ReviewFinding[] {
  const { findings, settled = [] } = review;
  if (settled.length === 0) return findings;
  let all = merged.get(review);
  if (!all) {
    all = [...findings, ...settled].sort(byPosition);
    merged.set(review, all);
  }
  return all;
}
