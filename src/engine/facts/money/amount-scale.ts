import type { MoneyCells } from '../../annex/annex';
import type { AmountScale } from '../../rule/annex-facts';

/** Buckets of a tenth of a power of ten: amounts from 10^-10 to 10^20 of the annex's own unit. */
const PER_DECADE = 10;
const LOWEST = -10;
const BUCKETS = 30 * PER_DECADE;

/** Empty buckets that part the amounts of a table into two groups: a sixtyfold of nothing. */
const GAP = 1.8 * PER_DECADE;
/** The smaller group of the two is at most this share of the rows. */
const MINORITY = 0.25;
/** Rows that the other group needs to say what is usual. */
const ENOUGH_ROWS = 4;

/** The amount that tells how large a project is: its budget, else what was planned or spent; 0 where none stands. */
export function leadingAmount({ budget, initialBudget, actual }: MoneyCells): number {
  return Math.max(0, budget?.number || initialBudget?.number || actual?.number || 0);
}

/** What is counted for the scale: projects by the bucket of their amounts, and the first ones by themselves. Plain. */
export interface CountedAmounts {
  /** Pairs of a bucket and how many projects are in it, by bucket. */
  counts: Record<number, number>;
  /** The first projects with an amount; one more than a small table has. */
  first: { readonly index: number; readonly amount: number }[];
}

/** A table of up to so many projects has no usual size: its projects are compared one by one. */
export const FEW_ROWS = 4;

export function countAmount(counted: CountedAmounts, index: number, amount: number): void {
  if (amount === 0) return;
  if (counted.first.length <= FEW_ROWS) counted.first.push({ index, amount });
  const bucket = bucketOf(amount);
  counted.counts[bucket] = (counted.counts[bucket] ?? 0) + 1;
}

/** Takes in what was counted of the projects that follow. */
export function mergeAmounts(counted: CountedAmounts, { counts, first }: CountedAmounts): void {
  counted.first.push(...first.slice(0, FEW_ROWS + 1 - counted.first.length));
  for (const [bucket, count] of Object.entries(counts))
    counted.counts[Number(bucket)] = (counted.counts[Number(bucket)] ?? 0) + count;
}

/** How large the projects are beside one another. */
export function amountScale(counted: CountedAmounts): AmountScale {
  const counts = new Uint32Array(BUCKETS);
  let count = 0;
  for (const [bucket, own] of Object.entries(counted.counts)) {
    counts[Number(bucket)] = own;
    count += own;
  }
  let top = BUCKETS - 1;
  while (top >= 0 && counts[top] === 0) top--;
  const above = count < ENOUGH_ROWS ? null : edge(counts, count, 1);
  const below = count < ENOUGH_ROWS ? null : edge(counts, count, -1);
  return {
    count,
    median: count === 0 ? 0 : floorOf(medianOf(counts, count) + 0.5),
    farAbove: above === null ? null : floorOf(above),
    farBelow: below === null ? null : floorOf(below + 1),
    highest: top < 0 ? 0 : floorOf(top + 1),
    usual: usualRange(counts, below, above),
    few: count <= FEW_ROWS ? counted.first : [],
  };
}

/** The largest amount that does not stand far above the others, rounded up; 0 where there is none. */
export function highestUsual({ count, usual }: AmountScale): number {
  return count === 0 ? 0 : usual[1];
}

/** Whether an amount is one that the other projects of the annex might have, give or take a power of ten. */
export function isUsualAmount({ usual }: AmountScale, amount: number): boolean {
  return amount >= usual[0] / 10 && amount <= usual[1] * 10;
}

function bucketOf(amount: number): number {
  const bucket = Math.floor((Math.log10(amount) - LOWEST) * PER_DECADE);
  return Math.min(BUCKETS - 1, Math.max(0, bucket));
}

function floorOf(bucket: number): number {
  return 10 ** (bucket / PER_DECADE + LOWEST);
}

function medianOf(counts: Uint32Array, count: number): number {
  let seen = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    seen += counts[bucket]!;
    if (seen * 2 >= count) return bucket;
  }
  return 0;
}

/** The bucket nearest to the others of a minority that lies beyond a gap, from the top down or from the bottom up. */
function edge(counts: Uint32Array, count: number, direction: 1 | -1): number | null {
  let beyond = 0;
  let last: number | null = null;
  let found: number | null = null;
  for (let i = 0; i < BUCKETS; i++) {
    const bucket = direction === 1 ? BUCKETS - 1 - i : i;
    if (counts[bucket] === 0) continue;
    if (last !== null && Math.abs(last - bucket) > GAP) found = last;
    beyond += counts[bucket]!;
    if (beyond > count * MINORITY || count - beyond < ENOUGH_ROWS) {
      // Whatever follows is the majority; the gap before it was the last that counts.
      return found;
    }
    last = bucket;
  }
  return found;
}

function usualRange(
  counts: Uint32Array,
  below: number | null,
  above: number | null,
): readonly [number, number] {
  let [lowest, highest] = [BUCKETS, 0];
  for (let bucket = (below ?? -1) + 1; bucket < (above ?? BUCKETS); bucket++) {
    if (counts[bucket] === 0) continue;
    lowest = Math.min(lowest, bucket);
    highest = bucket;
  }
  return [floorOf(lowest), floorOf(highest + 1)];
}
