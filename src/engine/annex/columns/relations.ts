import type { Relation } from '../place';
import type { ColumnLooks } from './looks';
import { isNumeric, isRateLike } from './looks';
import type { ColumnSample } from './body-sample';

/** What the figures of most rows are to each other: the `result` column follows from the `operands`. */
export interface FoundRelation {
  readonly relation: Relation;
  /** 0-based sheet columns. A quotient: dividend, divisor; a product with a number that is the same in all rows: the rate alone. */
  readonly result: number;
  readonly operands: readonly number[];
  /** How many of the rows that tell agree. */
  readonly agree: number;
  readonly rows: number;
  /** How many different results there are among those that agree. */
  readonly distinct: number;
}

/** A column with what it looks like. */
export interface LookedAt {
  readonly sample: ColumnSample;
  readonly looks: ColumnLooks;
}

/** Two rows in ten may be wrong. */
const MOSTLY = 0.75;
/** Fewer rows that tell are chance. */
const FEWEST = 3;
/** Longer runs of columns are no sum of their neighbours. */
const LONGEST_RUN = 9;

/**
 * Looks for quotients, sums and products that hold in most rows in which they are not trivial. What holds may be chance:
 * it is one witness among others.
 */
export function findRelations(columns: readonly LookedAt[]): FoundRelation[] {
  const figures = columns.filter(({ looks }) => isNumeric(looks) && !looks.counts && looks.distinct > 1);
  const rates = figures.filter(({ looks }) => isRateLike(looks));
  const amounts = figures.filter(({ looks }) => looks.percent <= 0.5);
  return [
    ...quotients(rates, amounts),
    ...pairSums(amounts),
    ...runSums(amounts),
    ...products(figures, rates),
  ];
}

/** How far a figure may be from what it should be: so much, and so much for each of its own. */
interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

/** Rates are rounded to whole percents at worst. */
const OF_RATES: Tolerance = { absolute: 0.0051, relative: 0 };
const OF_SUMS: Tolerance = { absolute: 0.0101, relative: 1e-7 };
const OF_POINTS: Tolerance = { absolute: 0.051, relative: 0 };

const TOLERANCES: Readonly<Record<Relation, Tolerance>> = {
  quotient: OF_RATES,
  change: OF_RATES,
  sum: OF_SUMS,
  difference: OF_SUMS,
  product: OF_POINTS,
};

interface Tally {
  readonly agree: number;
  readonly rows: number;
  readonly distinct: number;
}

/** More different results are not counted. */
const ENOUGH_DIFFERENT = 8;

/** What holds in most rows that tell; `null` where it does not. `expected` is NaN where a row does not tell. */
function tally(result: Float64Array, expected: Float64Array, tolerance: Tolerance): Tally | null {
  const allowed = result.length * (1 - MOSTLY);
  let agree = 0;
  let others = 0;
  for (let i = 0; i < result.length; i++) {
    const own = result[i]!;
    const other = expected[i]!;
    if (Number.isNaN(own) || Number.isNaN(other)) continue;
    if (isNear(own, other, tolerance)) agree++;
    else if (++others > allowed) return null;
  }
  const rows = agree + others;
  if (agree < FEWEST || agree < rows * MOSTLY) return null;
  const seen = new Set<number>();
  for (let i = 0; i < result.length && seen.size < ENOUGH_DIFFERENT; i++)
    if (isNear(result[i]!, expected[i]!, tolerance)) seen.add(result[i]!);
  return seen.size > 1 ? { agree, rows, distinct: seen.size } : null;
}

/** How often a column is what it should be by a relation, however seldom, of the rows that tell. */
export function countAgreeing(
  relation: Relation,
  result: Float64Array,
  expected: Float64Array,
): Pick<Tally, 'agree' | 'rows'> {
  const tolerance = TOLERANCES[relation];
  let agree = 0;
  let rows = 0;
  for (let i = 0; i < result.length; i++) {
    const own = result[i]!;
    const other = expected[i]!;
    if (Number.isNaN(own) || Number.isNaN(other)) continue;
    rows++;
    if (isNear(own, other, tolerance)) agree++;
  }
  return { agree, rows };
}

function isNear(own: number, expected: number, { absolute, relative }: Tolerance): boolean {
  return Math.abs(own - expected) <= Math.max(absolute, Math.abs(own) * relative);
}

/** The rates of a column as fractions, however they are written. */
export function fractionsOf({ sample, looks }: LookedAt): Float64Array {
  const { numbers } = sample;
  if (looks.percent > 0.5 || looks.withinOne > 0.5) return numbers;
  const fractions = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) fractions[i] = numbers[i] === 1 ? 1 : numbers[i]! / 100;
  return fractions;
}

/** a / b, where it is neither 0 nor 1; NaN elsewhere. */
export function quotientOf(
  a: Float64Array,
  b: Float64Array,
  into: Float64Array = new Float64Array(a.length),
): Float64Array {
  for (let i = 0; i < into.length; i++) {
    const dividend = a[i]!;
    const divisor = b[i]!;
    into[i] = dividend === 0 || divisor === 0 || dividend === divisor ? NaN : dividend / divisor;
  }
  return into;
}

/** (a - b) / b, where a and b differ; NaN elsewhere. */
export function changeOf(
  a: Float64Array,
  b: Float64Array,
  into: Float64Array = new Float64Array(a.length),
): Float64Array {
  for (let i = 0; i < into.length; i++) {
    const after = a[i]!;
    const before = b[i]!;
    into[i] = before === 0 || after === before ? NaN : (after - before) / before;
  }
  return into;
}

/** Sums that are taken together column by column, where at least two of them are not 0; a blank one counts as 0. */
class Sums {
  private readonly sums: Float64Array;
  private readonly stated: Uint8Array;

  constructor(rows: number) {
    this.sums = new Float64Array(rows);
    this.stated = new Uint8Array(rows);
  }

  add(part: Float64Array): void {
    for (let i = 0; i < part.length; i++) {
      const number = part[i]!;
      if (number === 0 || Number.isNaN(number)) continue;
      this.sums[i]! += number;
      if (this.stated[i]! < 2) this.stated[i]!++;
    }
  }

  /** NaN where too few parts say anything. */
  total(into: Float64Array = new Float64Array(this.sums.length)): Float64Array {
    for (let i = 0; i < into.length; i++) into[i] = this.stated[i]! < 2 ? NaN : this.sums[i]!;
    return into;
  }
}

/** Σ parts, where at least two of them are not 0; NaN elsewhere. */
export function sumOf(parts: readonly [Float64Array, ...Float64Array[]]): Float64Array {
  const sums = new Sums(parts[0].length);
  for (const part of parts) sums.add(part);
  return sums.total();
}

/** weight × rate, no more than the weight, where the rate is below 1; NaN elsewhere. */
export function productOf(weight: Float64Array | number, rate: Float64Array): Float64Array {
  const products = new Float64Array(rate.length);
  for (let i = 0; i < rate.length; i++) {
    const w = typeof weight === 'number' ? weight : weight[i]!;
    const r = rate[i]!;
    products[i] = r <= 0 || r >= 1 || w === 0 ? NaN : w * r;
  }
  return products;
}

/** Of two amounts, what one is of the other and how much more it is. By the rate, then by the amounts. */
function quotients(rates: readonly LookedAt[], amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[][] = rates.map(() => []);
  const fractions = rates.map(fractionsOf);
  const [quotient, change] = [columnLike(amounts), columnLike(amounts)];
  for (const a of amounts) {
    for (const b of amounts) {
      if (a === b) continue;
      quotientOf(a.sample.numbers, b.sample.numbers, quotient);
      changeOf(a.sample.numbers, b.sample.numbers, change);
      for (let r = 0; r < rates.length; r++) {
        const rate = rates[r]!;
        if (a === rate || b === rate) continue;
        const asQuotient = tally(fractions[r]!, quotient, OF_RATES);
        const asChange = tally(fractions[r]!, change, OF_RATES);
        if (!asQuotient && !asChange) continue;
        const result = rate.sample.column;
        const operands = [a.sample.column, b.sample.column];
        if (asQuotient) found[r]!.push({ relation: 'quotient', result, operands, ...asQuotient });
        if (asChange) found[r]!.push({ relation: 'change', result, operands, ...asChange });
      }
    }
  }
  return found.flat();
}

/** Numbers for as many rows as the columns have. */
function columnLike(columns: readonly LookedAt[]): Float64Array {
  return new Float64Array(columns[0]?.sample.numbers.length ?? 0);
}

/** Sums of two columns anywhere: what is left, what was changed. By their total, then by their parts. */
function pairSums(amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[][] = amounts.map(() => []);
  const expected = columnLike(amounts);
  for (let p = 0; p < amounts.length; p++) {
    for (let q = p + 1; q < amounts.length; q++) {
      const parts = [amounts[p]!, amounts[q]!];
      pairSum(parts[0]!.sample.numbers, parts[1]!.sample.numbers, expected);
      for (let t = 0; t < amounts.length; t++) {
        const sum = t === p || t === q ? null : asSum(amounts[t]!, parts, expected);
        if (sum) found[t]!.push(sum);
      }
    }
  }
  return found.flat();
}

function pairSum(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = a[i] === 0 || b[i] === 0 ? NaN : a[i]! + b[i]!;
}

/** Sums of columns that stand side by side, on either side of their total. */
function runSums(amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  const expected = columnLike(amounts);
  for (const [at, total] of amounts.entries()) {
    for (const side of [1, -1]) {
      const parts: LookedAt[] = [];
      const sums = new Sums(expected.length);
      for (let next = at + side; parts.length < LONGEST_RUN; next += side) {
        const part = amounts[next];
        if (!part) break;
        parts.push(part);
        sums.add(part.sample.numbers);
        const sum = parts.length > 2 ? asSum(total, parts, sums.total(expected)) : null;
        if (!sum) continue;
        found.push(sum);
        break;
      }
    }
  }
  return found;
}

function asSum(total: LookedAt, parts: readonly LookedAt[], expected: Float64Array): FoundRelation | null {
  const found = tally(total.sample.numbers, expected, OF_SUMS);
  return (
    found && {
      relation: 'sum',
      result: total.sample.column,
      operands: parts.map(({ sample }) => sample.column),
      ...found,
    }
  );
}

/** Points that are a weight times a rate: the weight in a column of its own, or the same in all rows. */
function products(figures: readonly LookedAt[], rates: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  const fractions = rates.map(fractionsOf);
  for (const score of figures) {
    if (score.looks.above200 > 0 || score.looks.percent > 0.5) continue;
    const { numbers } = score.sample;
    const result = score.sample.column;
    for (const [i, rate] of rates.entries()) {
      if (rate === score) continue;
      const weight = constantWeight(numbers, fractions[i]!);
      const by = weight === null ? null : tally(numbers, productOf(weight, fractions[i]!), OF_POINTS);
      if (by) found.push({ relation: 'product', result, operands: [rate.sample.column], ...by });
    }
  }
  return found;
}

/** The number that most scores are of their rates; `null` where there is none. */
function constantWeight(scores: Float64Array, rates: Float64Array): number | null {
  const counted = new Map<number, number>();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const rate = rates[i]!;
    if (Number.isNaN(score) || Number.isNaN(rate) || rate <= 0 || rate >= 1) continue;
    const weight = Math.round((score / rate) * 2) / 2;
    if (weight >= 1 && weight <= 100) counted.set(weight, (counted.get(weight) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [weight, count] of counted) if (best === null || count > counted.get(best)!) best = weight;
  return best;
}
