import type { DateParts, Quantity } from './statement';

/** Where the true amount lies, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far from the figure the amount may lie where it is only approximately given. */
const APPROXIMATE_SHARE = 0.2;

/** The amount in the base of its unit (or in the unit as written, with `factor` 1). */
export function intervalOf(quantity: Quantity, factor = quantity.unit.factor): Interval {
  const low = quantity.value * factor;
  const high = (quantity.upper ?? quantity.value) * factor;
  switch (quantity.approximation) {
    case null:
      return { low, high };
    case 'above':
      return { low, high: high + Math.abs(high) * APPROXIMATE_SHARE };
    case 'below':
      return { low: low - Math.abs(low) * APPROXIMATE_SHARE, high };
    case 'around':
      return {
        low: low - Math.abs(low) * APPROXIMATE_SHARE,
        high: high + Math.abs(high) * APPROXIMATE_SHARE,
      };
  }
}

const FIRST_DAY = 1;
const LAST_DAY = 31;
const DAYS_OF_MONTH = 31;
const MONTHS_OF_YEAR = 12;

/** A number of days that orders the dates of one calendar (months count 31 days). */
function dayNumber(year: number, month: number, day: number): number {
  return (year * MONTHS_OF_YEAR + month - 1) * DAYS_OF_MONTH + day;
}

/** The days that a date may mean; `null` where it names no month. `withYear` leaves the year out otherwise. */
export function daysOf(date: DateParts, withYear: boolean): Interval | null {
  if (date.month === null) return null;
  const year = withYear ? (date.year ?? 0) : 0;
  return {
    low: dayNumber(year, date.month, date.day ?? FIRST_DAY),
    high: dayNumber(year, date.month, date.day ?? LAST_DAY),
  };
}
