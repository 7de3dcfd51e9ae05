import type { Looks } from '../place';
import type { ColumnSample } from './body-sample';

/** What a column looks like, in numbers. */
export interface ColumnLooks {
  readonly filled: number;
  /** Shares of the answers, 0 to 1: numbers, shown with a percent sign, grades. */
  readonly numeric: number;
  readonly percent: number;
  readonly grade: number;
  /** Shares of the numbers: within -0.5…1.5, beyond 200, beyond 30, beyond 130. */
  readonly withinOne: number;
  readonly above200: number;
  readonly above30: number;
  readonly above130: number;
  readonly median: number;
  readonly distinct: number;
  /** Whether all numbers are whole and each is one more than the one before. */
  readonly counts: boolean;
}

export function looksOf({ numbers, filled, numeric, percents, grades }: ColumnSample): ColumnLooks {
  const sorted: number[] = [];
  let counts = true;
  let before = NaN;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    if (!Number.isInteger(number) || (!Number.isNaN(before) && number !== before + 1)) counts = false;
    before = number;
    sorted.push(number);
  }
  sorted.sort((a, b) => a - b);
  const share = (test: (number: number) => boolean): number =>
    sorted.length === 0 ? 0 : sorted.filter(test).length / sorted.length;
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  return {
    filled,
    numeric: filled === 0 ? 0 : numeric / filled,
    percent: numeric === 0 ? 0 : percents / numeric,
    grade: filled === 0 ? 0 : grades / filled,
    withinOne: share((n) => n >= -0.5 && n <= 1.5),
    above200: share((n) => n > 200),
    above30: share((n) => n > 30),
    above130: share((n) => n > 130),
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    distinct,
    counts: counts && sorted.length > 2,
  };
}

/** Most answers are numbers. */
export function isNumeric({ filled, numeric }: ColumnLooks): boolean {
  return filled > 0 && numeric >= 0.6;
}

/** Numbers that could be rates, as fractions or as percentages. */
export function isRateLike(looks: ColumnLooks): boolean {
  return isNumeric(looks) && !looks.counts && (looks.percent > 0.5 || looks.above200 < 0.2);
}

/** In one word, for people. */
export function lookOf(looks: ColumnLooks): Looks {
  if (looks.filled === 0) return 'blank';
  if (looks.grade >= 0.8) return 'grades';
  if (!isNumeric(looks)) return looks.numeric < 0.2 ? 'texts' : 'no-numbers';
  if (looks.percent > 0.5) return 'percent-format';
  if (looks.withinOne > 0.8) return 'fractions';
  if (looks.above130 > 0.3) return 'amounts';
  return looks.above30 > 0.5 ? 'up-to-hundred' : 'numbers';
}
