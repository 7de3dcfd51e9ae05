import { intervalOf, type Interval } from './interval';
import type { Quantity, QuantityUnit } from './statement';
import { INEXACT } from './vocabulary/measures';

/** The amounts of both sides in one unit. */
export interface Pair {
  readonly target: Interval;
  readonly result: Interval;
  /** Whether the units were converted by a factor that is not exact, so that the ends are not either. */
  readonly inexact: boolean;
}

/** A number is taken to be in a unit that it does not say only where it comes this close to the other side. */
const PLAUSIBLE = 10;
const WHOLE_PERCENT = 100;

/**
 * The amounts of a target and a result in one unit; `null` where there is none that both certainly are in.
 * @param averaged whether the name of the indicator says that its figures are averages (人均费用)
 */
export function inOneUnit(target: Quantity, result: Quantity, averaged: boolean): Pair | null {
  const wanted = target.unit;
  const reached = result.unit;
  // 4.2万 of what a column of its own says, answered by 4.86.
  const bareOfAnotherScale = wanted.dimension === 'none' && target.scale !== result.scale;
  if (wanted.base === reached.base && !bareOfAnotherScale) return withTolerance(target, result);
  if (reached.dimension === 'none' && reached.per === null) return bareNumber(target, result);
  if (wanted.dimension === 'none' && wanted.per === null) {
    const pair = bareNumber(result, target);
    return pair && { ...pair, target: pair.result, result: pair.target };
  }
  return inDays(target, result) ?? perEach(target, result, averaged);
}

/** Both in the base of their unit, the target as wide as the factors between their measures are inexact. */
function withTolerance(target: Quantity, result: Quantity): Pair {
  const asked = intervalOf(target);
  const said = intervalOf(result);
  const share = inexactnessOf(target.unit, result.unit);
  if (share === 0) return { target: asked, result: said, inexact: false };
  // 6.67公顷 for 100亩: whoever converts rounds as well.
  const rounding = halfUnitOf(result) * result.unit.factor;
  const around = (amount: number, side: 1 | -1): number =>
    amount + side * Math.max(Math.abs(amount) * share, rounding);
  return {
    target: { low: around(asked.low, -1), high: around(asked.high, 1) },
    result: said,
    inexact: true,
  };
}

/** By what share the factor between two units of the same base may be off; 0 where it is exact. */
function inexactnessOf(a: QuantityUnit, b: QuantityUnit): number {
  const between = (one: string, other: string): number =>
    one === other ? 0 : Math.max(INEXACT[one] ?? 0, INEXACT[other] ?? 0);
  return between(a.measure, b.measure) + between(a.per ?? '', b.per ?? '');
}

/** Half of what one of the last digit of a figure is worth, in the measure that it is written in. */
function halfUnitOf({ value, scale }: Quantity): number {
  const digits = String(value / scale);
  const point = digits.indexOf('.');
  return (scale / 2) * 10 ** (point < 0 ? 0 : -(digits.length - point - 1));
}

/** Days that a month may have; no stretch of months is shorter than so many days each less the two of February. */
const DAYS_OF_MONTH = { least: 30, most: 31 } as const;
const SHORT_OF_FEBRUARY = 2;

/** Months against days: both in days, of which nobody knows exactly how many the months have. */
function inDays(target: Quantity, result: Quantity): Pair | null {
  const days = daysOf(target);
  const said = daysOf(result);
  return days && said && { target: days, result: said, inexact: true };
}

function daysOf(quantity: Quantity): Interval | null {
  const { dimension, base, per } = quantity.unit;
  if (dimension !== 'duration' || per !== null) return null;
  const interval = intervalOf(quantity);
  if (base === '天') return interval;
  if (base !== '月') return null;
  return {
    low: Math.max(0, interval.low * DAYS_OF_MONTH.least - SHORT_OF_FEBRUARY),
    high: interval.high * DAYS_OF_MONTH.most,
  };
}

/**
 * Money by head, household or 亩 on one side and money on the other: 人均费用≤0.2万元 is answered by 0.26万元. It is
 * only where the two come close to each other that a sum is none. That the result alone says what it is divided by is
 * enough only where the name of the indicator says so as well.
 */
function perEach(target: Quantity, result: Quantity, averaged: boolean): Pair | null {
  const [divided, plain] = target.unit.per === null ? [result, target] : [target, result];
  if (divided.unit.dimension !== 'money' || plain.unit.dimension !== 'money') return null;
  if (plain.unit.per !== null || PERIODS.has(divided.unit.per ?? '')) return null;
  if (divided === result && !averaged) return null;
  const [base] = divided.unit.base.split('/');
  if (base !== plain.unit.base) return null;
  const pair: Pair = { target: moneyOf(target), result: moneyOf(result), inexact: false };
  return isPlausible(pair.target, pair.result) ? pair : null;
}

/** What is paid by the month or the year may be summed up; a sum is then near a payment by chance. */
const PERIODS: ReadonlySet<string> = new Set(['月', '季度', '年', '天', '周', '小时', '学期', '学年']);

/** Money in its currency, whatever it is divided by. */
function moneyOf(quantity: Quantity): Interval {
  return intervalOf(quantity, 1);
}

/** A quantity with a unit beside a number without one. */
function bareNumber(withUnit: Quantity, bare: Quantity): Pair | null {
  const written: Pair = { target: intervalOf(withUnit, 1), result: intervalOf(bare, 1), inexact: false };
  if (withUnit.unit.dimension === 'percent') {
    // 1 may be 100 %, and 0.95 may be 95 %.
    if (withUnit.unit.measure !== '%' || bare.value <= 1 || bare.value > WHOLE_PERCENT) return null;
    return written;
  }
  if (withUnit.scale === bare.scale) return written;
  if (bare.scale !== 1) return withUnit.scale === 1 ? written : null;
  // 90 beside 90万元 is in 万元, 900000 is in 元.
  const scaled = { low: written.result.low * withUnit.scale, high: written.result.high * withUnit.scale };
  const inScale = isPlausible(written.target, scaled);
  const inUnit = isPlausible(written.target, written.result);
  if (inScale === inUnit) return null;
  return inScale ? { ...written, result: scaled } : written;
}

/** Whether two amounts are so near each other that they may be the same kind of amount in the same unit. */
export function isPlausible(one: Interval, other: Interval): boolean {
  return one.low > 0 && other.low > 0 && other.low <= one.low * PLAUSIBLE && one.low <= other.low * PLAUSIBLE;
}
