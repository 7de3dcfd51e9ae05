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
/** Rates are rounded to whole percents at worst. */
const RATE_ROUNDING = 0.0051;
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
    ...rates.flatMap((rate) => quotients(rate, amounts)),
    ...pairSums(amounts),
    ...runSums(amounts),
    ...products(figures, rates),
  ];
}

/** A row agrees, does not, or (`null`) does not tell. */
type Test = (row: number) => boolean | null;

interface Tally {
  readonly agree: number;
  readonly rows: number;
  readonly distinct: number;
}

function tally(result: Float64Array, test: Test): Tally | null {
  let agree = 0;
  let rows = 0;
  const allowed = result.length * (1 - MOSTLY);
  const seen = new Set<number>();
  for (let i = 0; i < result.length; i++) {
    const holds = test(i);
    if (holds === null) continue;
    rows++;
    if (holds) {
      agree++;
      if (seen.size < 8) seen.add(result[i]!);
    } else if (rows - agree > allowed) return null;
  }
  return agree >= FEWEST && agree >= rows * MOSTLY && seen.size > 1
    ? { agree, rows, distinct: seen.size }
    : null;
}

/** How often what is asked holds, however seldom; `null` where no row tells. */
export function countRows(length: number, test: Test): { readonly agree: number; readonly rows: number } {
  let agree = 0;
  let rows = 0;
  for (let i = 0; i < length; i++) {
    const holds = test(i);
    if (holds === null) continue;
    rows++;
    if (holds) agree++;
  }
  return { agree, rows };
}

/** The rates of a column as fractions, however they are written. */
export function fractionsOf({ sample, looks }: LookedAt): Float64Array {
  if (looks.percent > 0.5 || looks.withinOne > 0.5) return sample.numbers;
  return sample.numbers.map((number) => (number === 1 ? 1 : number / 100));
}

/** c = a / b, where it is neither 0 nor 1. */
export function quotientTest(rate: Float64Array, a: Float64Array, b: Float64Array): Test {
  return (i) => {
    const [c, dividend, divisor] = [rate[i]!, a[i]!, b[i]!];
    if (!(divisor !== 0 && dividend !== 0) || Number.isNaN(c + dividend + divisor)) return null;
    if (dividend === divisor) return null;
    return Math.abs(c - dividend / divisor) <= RATE_ROUNDING;
  };
}

/** c = (a - b) / b, where a and b differ. */
export function changeTest(rate: Float64Array, a: Float64Array, b: Float64Array): Test {
  return (i) => {
    const [c, after, before] = [rate[i]!, a[i]!, b[i]!];
    if (!(before !== 0) || after === before || Number.isNaN(c + after + before)) return null;
    return Math.abs(c - (after - before) / before) <= RATE_ROUNDING;
  };
}

/** total = Σ parts, where at least two parts are not 0; a blank part counts as 0. */
export function sumTest(total: Float64Array, parts: readonly Float64Array[], sign = 1): Test {
  return (i) => {
    const t = total[i]!;
    if (Number.isNaN(t)) return null;
    let sum = 0;
    let stated = 0;
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k]![i]!;
      if (Number.isNaN(part) || part === 0) continue;
      stated++;
      sum += k === 0 ? part : sign * part;
    }
    if (stated < 2) return null;
    return Math.abs(t - sum) <= Math.max(0.0101, Math.abs(t) * 1e-7);
  };
}

/** c = weight × rate, no more than the weight, where the rate is below 1. */
export function productTest(score: Float64Array, weight: Float64Array | number, rate: Float64Array): Test {
  return (i) => {
    const [c, w, r] = [score[i]!, typeof weight === 'number' ? weight : weight[i]!, rate[i]!];
    if (Number.isNaN(c + w + r) || r <= 0 || r >= 1 || w === 0) return null;
    return Math.abs(c - w * r) <= 0.051;
  };
}

function quotients(rate: LookedAt, amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  const fractions = fractionsOf(rate);
  const result = rate.sample.column;
  for (const a of amounts) {
    for (const b of amounts) {
      if (a === b || a === rate || b === rate) continue;
      const operands = [a.sample.column, b.sample.column];
      const quotient = tally(fractions, quotientTest(fractions, a.sample.numbers, b.sample.numbers));
      if (quotient) found.push({ relation: 'quotient', result, operands, ...quotient });
      const change = tally(fractions, changeTest(fractions, a.sample.numbers, b.sample.numbers));
      if (change) found.push({ relation: 'change', result, operands, ...change });
    }
  }
  return found;
}

/** Sums of two columns anywhere: what is left, what was changed. */
function pairSums(amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  for (const total of amounts) {
    for (let p = 0; p < amounts.length; p++) {
      for (let q = p + 1; q < amounts.length; q++) {
        const parts = [amounts[p]!, amounts[q]!];
        if (parts.includes(total)) continue;
        const sum = sumOf(total, parts);
        if (sum) found.push(sum);
      }
    }
  }
  return found;
}

/** Sums of columns that stand side by side, on either side of their total. */
function runSums(amounts: readonly LookedAt[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  for (const [at, total] of amounts.entries()) {
    for (const side of [1, -1]) {
      const parts: LookedAt[] = [];
      for (let next = at + side; parts.length < LONGEST_RUN; next += side) {
        const part = amounts[next];
        if (!part) break;
        parts.push(part);
        const sum = parts.length > 2 ? sumOf(total, parts) : null;
        if (!sum) continue;
        found.push(sum);
        break;
      }
    }
  }
  return found;
}

function sumOf(total: LookedAt, parts: readonly LookedAt[]): FoundRelation | null {
  const { numbers } = total.sample;
  const found = tally(
    numbers,
    sumTest(
      numbers,
      parts.map(({ sample }) => sample.numbers),
    ),
  );
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
  for (const score of figures) {
    if (score.looks.above200 > 0 || score.looks.percent > 0.5) continue;
    const { numbers } = score.sample;
    const result = score.sample.column;
    for (const rate of rates) {
      if (rate === score) continue;
      const fractions = fractionsOf(rate);
      const weight = constantWeight(numbers, fractions);
      const by = weight === null ? null : tally(numbers, productTest(numbers, weight, fractions));
      if (by) found.push({ relation: 'product', result, operands: [rate.sample.column], ...by });
    }
  }
  return found;
}

/** The number that most scores are of their rates; `null` where there is none. */
function constantWeight(scores: Float64Array, rates: Float64Array): number | null {
  const counted = new Map<number, number>();
  for (let i = 0; i < scores.length; i++) {
    const [score, rate] = [scores[i]!, rates[i]!];
    if (Number.isNaN(score + rate) || rate <= 0 || rate >= 1) continue;
    const weight = Math.round((score / rate) * 2) / 2;
    if (weight >= 1 && weight <= 100) counted.set(weight, (counted.get(weight) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [weight, count] of counted) if (best === null || count > counted.get(best)!) best = weight;
  return best;
}
