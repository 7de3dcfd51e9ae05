import { decimalsOf, type NumberCell } from '../../annex/values/number-cell';
import { HALF_POINT, NOISE } from './scores';

/** How the scores of an annex are rounded, counted score by score before any of them is judged. Plain. */
export interface CountedRounding {
  /** Scores that are no whole points. */
  fractional: number;
  /** Whole scores that only rounding makes of the computed ones: less than full marks, and full marks. */
  rounded: number;
  roundedUp: number;
}

/** Whether one that is within half a point of the computed score is right. */
export interface Rounding {
  /** Whether scores are seen to be rounded, or several are full where only rounding makes them so. */
  readonly usual: boolean;
  /** Whether a score was rounded to a whole that is not the full marks. */
  readonly seen: boolean;
}

export function noRounding(): CountedRounding {
  return { fractional: 0, rounded: 0, roundedUp: 0 };
}

/**
 * Counts one score.
 * @param expected what it should be
 * @param full the most points there are: full marks need no rounding, and say little about it
 */
export function countRounding(
  counted: CountedRounding,
  cell: NumberCell,
  points: number,
  expected: number,
  full: number,
  tolerance: number,
): void {
  if (decimalsOf(cell) > 0 || !Number.isInteger(points)) {
    counted.fractional++;
    return;
  }
  const difference = Math.abs(points - expected);
  if (difference <= tolerance || difference > HALF_POINT + NOISE) return;
  if (points >= full) counted.roundedUp++;
  else counted.rounded++;
}

export function mergeRounding(counted: CountedRounding, further: CountedRounding): void {
  counted.fractional += further.fractional;
  counted.rounded += further.rounded;
  counted.roundedUp += further.roundedUp;
}

export function roundingOf({ fractional, rounded, roundedUp }: CountedRounding): Rounding {
  const seen = rounded > fractional;
  return { seen, usual: fractional > 0 ? seen : rounded > 0 || roundedUp > 1 };
}
