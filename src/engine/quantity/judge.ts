import { directionOf, namesInverse, type Direction } from './direction';
import { daysOf, intervalOf, type Interval } from './interval';
import type { IndicatorKind } from './indicator-kind';
import type { Quantity, Shortfall, Statement, Verdict } from './statement';

/** Two amounts that differ by less than this share of the larger are the same number. */
const ROUNDING = 1e-9;
/** A bare number is taken to be in a unit only where it comes this close to what the target says in that unit. */
const PLAUSIBLE = 10;
const WHOLE_PERCENT = 100;

/** The amounts of both sides in one unit. */
interface Pair {
  readonly target: Interval;
  readonly result: Interval;
}

/** Judges one quantity of a target against one of a result; `inverse` where less is better. */
export function compareQuantities(
  target: Quantity,
  result: Quantity,
  kind: IndicatorKind,
  inverse = false,
): Verdict {
  if (target.date !== undefined || result.date !== undefined) return compareDates(target, result);
  if (target.change !== result.change || isBound(result)) return notComparable(target, result);
  const pair = inOneUnit(target, result);
  if (pair === null) return notComparable(target, result);
  const verdict = decide(directionOf(target, kind, inverse), pair, target);
  if (verdict === null) return notComparable(target, result);
  const ratio = ratioOf(target, result, pair) ?? undefined;
  return verdict === 'met'
    ? { verdict, target, result, ratio }
    : { verdict: 'short', reason: verdict, target, result, ratio };
}

/**
 * Whether the result reaches the target. Says `not-comparable` wherever that is not certain.
 * @param name the name of the indicator, where it stands in a cell of its own: a rate of complaints or
 *   accidents turns the direction of a bare number
 */
export function judge(target: Statement, result: Statement, kind: IndicatorKind, name = ''): Verdict {
  if (result.isInequality) return UNCERTAIN;
  const happened = whatHappened(target, result);
  if (happened) return { verdict: 'short', reason: 'above', result: happened };
  const { quantities: wantedAll } = target;
  const { quantities: reachedAll } = result;
  if (wantedAll.length === 0 || reachedAll.length === 0) return UNCERTAIN;
  const inverse = wantedAll.some(asksByItsName) && (namesInverse(name) || target.inverse);
  if (wantedAll.length === 1 && reachedAll.length === 1) {
    const verdict = compareQuantities(wantedAll[0]!, reachedAll[0]!, kind, inverse);
    return verdict.verdict === 'not-comparable' ? UNCERTAIN : verdict;
  }
  const pairs = pairUp(wantedAll, reachedAll);
  let first: Verdict | null = null;
  let uncertain = pairs.length === 0;
  for (const [wanted, reached] of pairs) {
    const verdict = compareQuantities(wanted, reached, kind, inverse);
    if (verdict.verdict === 'short') return verdict;
    if (verdict.verdict === 'not-comparable') uncertain = true;
    first ??= verdict;
  }
  return uncertain || first === null ? UNCERTAIN : first;
}

const UNCERTAIN: Verdict = { verdict: 'not-comparable' };

/** Whether only what the target names tells which side of its figure is the better one. */
function asksByItsName({ operator }: Quantity): boolean {
  return operator === null || operator === '=';
}

const HAPPENED = /(?:发生|出现)[^\d，。；,;]{0,8}$/;

/** What a result says to have happened (发生1起) where the target wants nothing to happen (零事故). */
function whatHappened(target: Statement, result: Statement): Quantity | null {
  if (!target.negated || target.quantities.length > 0 || result.negated) return null;
  const [only, ...others] = result.quantities;
  if (only === undefined || others.length > 0 || only.unit.dimension !== 'count' || only.value <= 0)
    return null;
  return HAPPENED.test(result.text.slice(Math.max(0, only.span.start - 12), only.span.start)) ? only : null;
}

/** The quantities that belong together; none unless every one of the target's has exactly one of the result's. */
function pairUp(targets: readonly Quantity[], results: readonly Quantity[]): [Quantity, Quantity][] {
  const byBase = uniqueByBase(results);
  const targetByBase = uniqueByBase(targets);
  const pairs: [Quantity, Quantity][] = [];
  for (const target of targets) {
    const result = byBase.get(target.unit.base);
    if (!result || !targetByBase.get(target.unit.base)) return [];
    pairs.push([target, result]);
  }
  return pairs;
}

/** The quantities by the base of their unit; `null` where several share it. */
function uniqueByBase(quantities: readonly Quantity[]): Map<string, Quantity | null> {
  const byBase = new Map<string, Quantity | null>();
  for (const quantity of quantities) {
    const { base } = quantity.unit;
    byBase.set(base, byBase.has(base) ? null : quantity);
  }
  return byBase;
}

function notComparable(target: Quantity, result: Quantity): Verdict {
  return { verdict: 'not-comparable', target, result };
}

/** A result that only says on which side it lies. */
function isBound(result: Quantity): boolean {
  return result.operator !== null && result.operator !== '=';
}

/** A target that may be exceeded and not undershot. */
function isFloor(target: Quantity): boolean {
  return target.operator === '≥' || target.operator === '>';
}

/** Both amounts in one unit; `null` where there is none that both certainly are in. */
function inOneUnit(target: Quantity, result: Quantity): Pair | null {
  const wanted = target.unit;
  const reached = result.unit;
  // 4.2万 of what a column of its own says, answered by 4.86.
  const bareOfAnotherScale = wanted.dimension === 'none' && target.scale !== result.scale;
  if (wanted.base === reached.base && !bareOfAnotherScale)
    return { target: intervalOf(target), result: intervalOf(result) };
  if (reached.dimension === 'none' && reached.per === null) return bareNumber(target, result);
  if (wanted.dimension === 'none' && wanted.per === null) {
    const pair = bareNumber(result, target);
    return pair === null ? null : { target: pair.result, result: pair.target };
  }
  return null;
}

/** A quantity with a unit beside a number without one. */
function bareNumber(withUnit: Quantity, bare: Quantity): Pair | null {
  const written = { target: intervalOf(withUnit, 1), result: intervalOf(bare, 1) };
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
  return inScale ? { target: written.target, result: scaled } : written;
}

function isPlausible(one: Interval, other: Interval): boolean {
  return one.low > 0 && other.low > 0 && other.low <= one.low * PLAUSIBLE && one.low <= other.low * PLAUSIBLE;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

function atMost(a: number, b: number): boolean {
  return a < b || same(a, b);
}

function below(a: number, b: number): boolean {
  return a < b && !same(a, b);
}

/** `null` where the two amounts overlap so that nobody can tell. */
function decide(direction: Direction, pair: Pair, target: Quantity): 'met' | Shortfall | null {
  const { result } = pair;
  // The ends of a range are bounds of what is right; those of an approximate figure are what it may mean.
  const range = target.upper !== null && target.approximation === null;
  const { low, high } = pair.target;
  switch (direction) {
    case 'least': {
      const sure = range ? low : high;
      if (atMost(sure, result.low)) return 'met';
      return below(result.high, low) ? 'below' : null;
    }
    case 'above':
      if (below(high, result.low)) return 'met';
      return atMost(result.high, low) ? 'below' : null;
    case 'most': {
      const sure = range ? high : low;
      if (atMost(result.high, sure)) return 'met';
      return below(high, result.low) ? 'above' : null;
    }
    case 'under':
      if (below(result.high, low)) return 'met';
      return atMost(high, result.low) ? 'above' : null;
    case 'exact':
      if (below(result.high, low)) return 'below';
      return target.approximation === null && atMost(low, result.low) && atMost(result.high, high)
        ? 'met'
        : null;
    case 'equal':
      if (target.approximation !== null || !atMost(low, result.low) || !atMost(result.high, high))
        return null;
      return 'met';
  }
}

function ratioOf(target: Quantity, result: Quantity, pair: Pair): number | null {
  if (target.approximate || result.approximate || pair.target.low === 0) return null;
  return pair.result.low / pair.target.low;
}

/** Dates are compared where both name a month and both or neither the year. */
function compareDates(target: Quantity, result: Quantity): Verdict {
  const wanted = target.date;
  const reached = result.date;
  if (wanted === undefined || reached === undefined) return notComparable(target, result);
  if ((wanted.year === null) !== (reached.year === null)) return notComparable(target, result);
  if (target.approximate || result.approximate || isBound(result) || isFloor(target))
    return notComparable(target, result);
  const due = daysOf(wanted, wanted.year !== null);
  const done = daysOf(reached, reached.year !== null);
  if (due === null || done === null) return notComparable(target, result);
  if (done.high <= due.high) return { verdict: 'met', target, result };
  // A result that is only a deadline itself may have been reached earlier.
  if (done.low <= due.high || reached.boundary === 'by') return notComparable(target, result);
  return { verdict: 'short', reason: 'late', target, result };
}
