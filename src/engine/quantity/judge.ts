import { directionOf, namesInverse, type Direction } from './direction';
import type { IndicatorKind } from './indicator-kind';
import { daysOf } from './interval';
import { asksForNothing, judgeNothing } from './judge-nothing';
import { inOneUnit, type Pair } from './one-unit';
import { contradicts, turnsRound } from './judge-words';
import type { Quantity, Statement, Verdict } from './statement';

/** Two amounts that differ by less than this share of the larger are the same number. */
const ROUNDING = 1e-9;
/** What the name of an indicator says of its figures. */
export interface NamedSense {
  /** Less is better of what it names. */
  readonly inverse?: boolean;
  /** Its figures are averages: 人均费用. */
  readonly averaged?: boolean;
}

/** Judges one quantity of a target against one of a result. */
export function compareQuantities(
  target: Quantity,
  result: Quantity,
  kind: IndicatorKind,
  { inverse = false, averaged = false }: NamedSense = {},
): Verdict {
  if (target.date !== undefined || result.date !== undefined) return compareDates(target, result);
  if (target.change !== result.change || isBound(result)) return notComparable(target, result);
  if (target.sense && result.sense && target.sense !== result.sense) return notComparable(target, result);
  const pair = inOneUnit(target, result, averaged);
  if (pair === null) return notComparable(target, result);
  const direction = directionOf(target, kind, inverse);
  const verdict = decide(direction, pair, target);
  if (verdict !== null && verdict !== 'met')
    return { verdict: 'short', reason: verdict, target, result, ratio: ratioOf(target, result, pair) };
  const beside = besideTheSetValue(direction, target, result, pair);
  if (verdict === null) return { ...notComparable(target, result), ...beside };
  return { verdict, target, result, ratio: ratioOf(target, result, pair), ...beside };
}

/**
 * Whether the result reaches the target. Says `not-comparable` wherever that is not certain.
 * @param name the name of the indicator, where it stands in a cell of its own: a rate of complaints or
 *   accidents turns the direction of a bare number
 */
export function judge(target: Statement, result: Statement, kind: IndicatorKind, name = ''): Verdict {
  if (result.isInequality) return UNCERTAIN;
  const nothing = asksForNothing(target) ? judgeNothing(target, result, name) : null;
  if (nothing) return nothing;
  const { quantities: wantedAll } = target;
  const { quantities: reachedAll } = result;
  if (wantedAll.length === 0 && reachedAll.length === 0 && contradicts(target, result)) return OPPOSITE;
  if (wantedAll.length === 0 || reachedAll.length === 0) return UNCERTAIN;
  const sense: NamedSense = {
    inverse: wantedAll.some(asksByItsName) && (namesInverse(name) || target.inverse),
    averaged: reachedAll.some(({ unit }) => unit.per !== null) && AVERAGED.test(`${name} ${target.text}`),
  };
  if (wantedAll.length === 1 && reachedAll.length === 1) {
    if (turnsRound(target, result)) return { ...OPPOSITE, target: wantedAll[0]!, result: reachedAll[0]! };
    const verdict = compareQuantities(wantedAll[0]!, reachedAll[0]!, kind, sense);
    return verdict.verdict === 'not-comparable' && verdict.beside === undefined ? UNCERTAIN : verdict;
  }
  const pairs = pairUp(wantedAll, reachedAll);
  let first: Verdict | null = null;
  let uncertain = pairs.length === 0;
  for (const [wanted, reached] of pairs) {
    const verdict = compareQuantities(wanted, reached, kind, sense);
    if (verdict.verdict === 'short') return verdict;
    if (verdict.verdict === 'not-comparable') uncertain = true;
    first ??= verdict;
  }
  return uncertain || first === null ? UNCERTAIN : first;
}

const UNCERTAIN: Verdict = { verdict: 'not-comparable' };
const OPPOSITE: Verdict = { verdict: 'short', reason: 'opposite' };

/** Whether only what the target names tells which side of its figure is the better one. */
function asksByItsName({ operator }: Quantity): boolean {
  return operator === null || operator === '=';
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

/** Names of what is paid for one of something. */
const AVERAGED = /[人户亩生]均|单价|标准|定额|单位(?:面积|造价|成本)|每[人户亩]/;

/**
 * Where "=" sets a value and the result is another one: ten were to be bought and twelve were. Less than what was set
 * misses most targets; of a rate of payment (5000元/人) it is no saving either.
 */
function besideTheSetValue(
  direction: Direction,
  target: Quantity,
  result: Quantity,
  { target: set, result: said, inexact }: Pair,
): Pick<Verdict, 'beside'> {
  if (target.operator !== '=' || target.weak || target.upper !== null || target.value === 0) return {};
  if (target.approximate || result.approximate || inexact) return {};
  if (below(set.high, said.low)) return { beside: 'above' };
  const paidByRate = direction === 'equal' && target.unit.dimension === 'money' && target.unit.per !== null;
  return paidByRate && below(said.high, set.low) ? { beside: 'below' } : {};
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
function decide(direction: Direction, pair: Pair, target: Quantity): 'met' | 'below' | 'above' | null {
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
    case 'within':
      if (below(result.high, low)) return 'below';
      if (below(high, result.low)) return 'above';
      return atMost(low, result.low) && atMost(result.high, high) ? 'met' : null;
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

function ratioOf(target: Quantity, result: Quantity, pair: Pair): number | undefined {
  if (target.approximate || result.approximate || pair.inexact || pair.target.low <= 0) return undefined;
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
