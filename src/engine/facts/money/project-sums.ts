import type { MoneyField } from '../../annex/field-id';
import { roundNoise } from '../../rule/figures';
import type { Span } from '../../sheet/snapshot';
import type { LearntField, LearntSums } from './learnt-sums';

/** Consecutive projects of an annex: indexes into its list, `to` not included. */
export interface ProjectRange {
  readonly from: number;
  readonly to: number;
}

/** Sums of consecutive projects, each in next to constant time however many rows of totals a table has. */
export class ProjectSums {
  /** Of each field, the sum of the projects before each index. */
  private readonly running = new Map<MoneyField, Float64Array>();
  private readonly corrections = new Map<MoneyField, readonly number[]>();
  private breaks: Uint32Array | null = null;

  constructor(private readonly learnt: LearntSums) {}

  get count(): number {
    return this.learnt.rows.length;
  }

  /** The sum of a field over a range; `null` where one of its cells cannot be added. */
  of(field: MoneyField, { from, to }: ProjectRange): number | null {
    const own = this.learnt.fields[field];
    if (!own) return from === to ? 0 : null;
    if (isAmong(own.unreadable, from, to)) return null;
    const sums = this.runningSums(field, own);
    return roundNoise(sums[to]! - sums[from]!);
  }

  /** What has to be added to the sum of a field over a range for amounts in another unit. */
  correction(field: MoneyField, { from, to }: ProjectRange): number {
    const own = this.learnt.fields[field];
    if (!own || own.corrections.length === 0) return 0;
    const running = this.runningCorrections(field, own);
    const upTo = (limit: number): number =>
      running[countBelow(own.corrections.length, (i) => own.corrections[i]![0], limit) - 1] ?? 0;
    return upTo(to) - upTo(from);
  }

  /**
   * The rows of a range as runs of neighbouring rows (0-based sheet rows, both included), so that rows of sums
   * in between are left out; `null` where there are more than `most`.
   */
  rowRuns({ from, to }: ProjectRange, most: number): Span[] | null {
    const { rows } = this.learnt;
    this.breaks ??= countBreaks(rows);
    if (to > from && this.breaks[to - 1]! - this.breaks[from]! + 1 > most) return null;
    const runs: { first: number; last: number }[] = [];
    for (const { first, last } of rows.slice(from, to)) {
      const run = runs[runs.length - 1];
      if (run && first === run.last + 1) run.last = last;
      else runs.push({ first, last });
    }
    return runs;
  }

  /** Whether an amount of the range is stored as text, which SUM passes over. */
  hasTexts(field: MoneyField, { from, to }: ProjectRange): boolean {
    const own = this.learnt.fields[field];
    return own !== undefined && isAmong(own.texts, from, to);
  }

  private runningSums(field: MoneyField, { amounts }: LearntField): Float64Array {
    let sums = this.running.get(field);
    if (!sums) {
      sums = new Float64Array(amounts.length + 1);
      for (let i = 0; i < amounts.length; i++) sums[i + 1] = sums[i]! + amounts[i]!;
      this.running.set(field, sums);
    }
    return sums;
  }

  private runningCorrections(field: MoneyField, { corrections }: LearntField): readonly number[] {
    let running = this.corrections.get(field);
    if (!running) {
      let sum = 0;
      running = corrections.map(([, correction]) => (sum += correction));
      this.corrections.set(field, running);
    }
    return running;
  }
}

/** Whether one of some ascending indexes lies in a range. */
function isAmong(ascending: readonly number[], from: number, to: number): boolean {
  const next = countBelow(ascending.length, (i) => ascending[i]!, from);
  return next < ascending.length && ascending[next]! < to;
}

/** How many of some ascending numbers are below a limit. */
function countBelow(length: number, at: (i: number) => number, limit: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often, up to each project, the one before it does not stand directly above. */
function countBreaks(rows: readonly Span[]): Uint32Array {
  const breaks = new Uint32Array(rows.length);
  for (let i = 1; i < rows.length; i++)
    breaks[i] = breaks[i - 1]! + (rows[i]!.first === rows[i - 1]!.last + 1 ? 0 : 1);
  return breaks;
}
