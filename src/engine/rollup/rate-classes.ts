import type { AnnexView } from '../annex/annex';

/** The lower bounds of the classes of rates; a class goes up to the next bound. 1 stands alone, above it all else. */
export const RATE_BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** How many projects have a rate in each class: one an element of RATE_BOUNDS, then exactly 100 %, then above. */
export function rateClasses(annexes: readonly AnnexView[]): readonly number[] {
  const counts = Array.from({ length: RATE_BOUNDS.length + 2 }, () => 0);
  for (const { projects } of annexes) {
    for (const { rate } of projects) {
      if (rate?.fraction == null) continue;
      counts[classOf(rate.fraction)]!++;
    }
  }
  return counts;
}

function classOf(rate: number): number {
  // Less than what two decimals of a percentage show.
  if (Math.abs(rate - 1) < 0.000_05) return RATE_BOUNDS.length;
  if (rate > 1) return RATE_BOUNDS.length + 1;
  let at = RATE_BOUNDS.length - 1;
  while (at > 0 && rate < RATE_BOUNDS[at]!) at--;
  return at;
}
