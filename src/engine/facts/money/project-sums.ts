import type { Project } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';
import type { Span } from '../../sheet/snapshot';
import { roundNoise } from '../../rule/figures';
import { isUnreadable } from '../table/number-cells';

/** Consecutive projects of an annex: indexes into its list, `to` not included. */
export interface ProjectRange {
  readonly from: number;
  readonly to: number;
}

interface Running {
  /** The sum of the projects before each index. */
  readonly sums: Float64Array;
  /** How many of them cannot be added (words or an error where a figure is due). */
  readonly unreadable: Uint32Array;
  /** How many of them are amounts stored as text. */
  readonly texts: Uint32Array;
}

/** Sums of consecutive projects, each in constant time however many rows of totals a table has. */
export class ProjectSums {
  private readonly fields = new Map<MoneyField, Running>();
  private breaks: Uint32Array | null = null;

  constructor(private readonly projects: readonly Project[]) {}

  /** The sum of a field over a range; `null` where one of its cells cannot be added. */
  of(field: MoneyField, { from, to }: ProjectRange): number | null {
    const running = this.running(field);
    if (running.unreadable[to] !== running.unreadable[from]) return null;
    return roundNoise(running.sums[to]! - running.sums[from]!);
  }

  /**
   * The rows of a range as runs of neighbouring rows (0-based sheet rows, both included), so that rows of sums
   * in between are left out; `null` where there are more than `most`.
   */
  rowRuns({ from, to }: ProjectRange, most: number): Span[] | null {
    this.breaks ??= countBreaks(this.projects);
    if (to > from && this.breaks[to - 1]! - this.breaks[from]! + 1 > most) return null;
    const runs: { first: number; last: number }[] = [];
    for (const { row, lastRow } of this.projects.slice(from, to)) {
      const run = runs[runs.length - 1];
      if (run && row === run.last + 1) run.last = lastRow;
      else runs.push({ first: row, last: lastRow });
    }
    return runs;
  }

  /** Whether an amount of the range is stored as text, which SUM passes over. */
  hasTexts(field: MoneyField, { from, to }: ProjectRange): boolean {
    const { texts } = this.running(field);
    return texts[to] !== texts[from];
  }

  private running(field: MoneyField): Running {
    let running = this.fields.get(field);
    if (!running) {
      running = accumulate(this.projects, field);
      this.fields.set(field, running);
    }
    return running;
  }
}

function accumulate(projects: readonly Project[], field: MoneyField): Running {
  const sums = new Float64Array(projects.length + 1);
  const unreadable = new Uint32Array(projects.length + 1);
  const texts = new Uint32Array(projects.length + 1);
  projects.forEach(({ money }, i) => {
    const cell = money[field];
    sums[i + 1] = sums[i]! + (cell?.number ?? 0);
    unreadable[i + 1] = unreadable[i]! + (!cell || isUnreadable(cell) ? 1 : 0);
    texts[i + 1] = texts[i]! + (cell?.asText ? 1 : 0);
  });
  return { sums, unreadable, texts };
}

/** How often, up to each project, the one before it does not stand directly above. */
function countBreaks(projects: readonly Project[]): Uint32Array {
  const breaks = new Uint32Array(projects.length);
  for (let i = 1; i < projects.length; i++) {
    breaks[i] = breaks[i - 1]! + (projects[i]!.row === projects[i - 1]!.lastRow + 1 ? 0 : 1);
  }
  return breaks;
}
