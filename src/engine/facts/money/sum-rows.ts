import type { TotalRow } from '../../annex/annex';
import type { MoneyField } from '../../annex/field-id';
import type { NumberCell } from '../../annex/values/number-cell';
import type { Profile } from '../../profile/profile';
import { columnLetters } from '../../sheet/address';
import type { Span } from '../../sheet/snapshot';
import { sumTolerance } from './funds';
import type { Figure } from '../table/number-cells';
import type { AnnexFacts } from '../../rule/annex-facts';
import type { LearntSums } from './learnt-sums';
import { ProjectSums, type ProjectRange } from './project-sums';

/** SUM takes 255 arguments; this many of them also stay within the 8,192 characters of a formula. */
const MOST_ARGUMENTS = 250;

/** A figure of a row of sums that is not the sum of its projects. */
export interface Disagreement {
  readonly field: MoneyField;
  readonly cell: Figure;
  readonly sum: number;
  /** Whether an amount in another unit among them leaves it open what they add up to. */
  readonly open: boolean;
}

/** Tells which projects each row of sums of an annex stands for, and what they add up to. */
export class SumRows {
  private readonly sums: ProjectSums;
  private readonly tolerance: number;
  private readonly subtotalsStandBelow: boolean;

  constructor(
    private readonly annex: Pick<AnnexFacts, 'totals' | 'moneyUnit'>,
    learnt: LearntSums,
    profile: Pick<Profile, 'moneyTolerance'>,
  ) {
    this.sums = new ProjectSums(learnt);
    this.tolerance = sumTolerance(annex, profile);
    this.subtotalsStandBelow = this.readDirection();
  }

  /** The rows of a range for a formula; `null` where SUM takes no such number of arguments. */
  rowRuns(range: ProjectRange): Span[] | null {
    return this.sums.rowRuns(range, MOST_ARGUMENTS);
  }

  /** Whether an amount of the range is stored as text, which SUM passes over. */
  hasTexts(field: MoneyField, range: ProjectRange): boolean {
    return this.sums.hasTexts(field, range);
  }

  /**
   * The figures of a row of sums that are not the sums of a range. A sum that is right but for an amount in
   * another unit is right: the amount is what is wrong.
   */
  disagreements(total: TotalRow, range: ProjectRange): Disagreement[] {
    // Every figure is rounded by itself: the error of a sum grows with the square root of its terms.
    const tolerance = this.tolerance * Math.max(1, Math.sqrt(range.to - range.from));
    const bad: Disagreement[] = [];
    for (const [field, cell] of Object.entries(total.money) as [MoneyField, NumberCell][]) {
      if (cell.number === null) continue;
      const sum = this.sums.of(field, range);
      if (sum === null || Math.abs(cell.number - sum) <= tolerance) continue;
      const corrected = sum + this.sums.correction(field, range);
      if (corrected !== sum && Math.abs(cell.number - corrected) <= tolerance) continue;
      bad.push({ field, cell: cell as Disagreement['cell'], sum, open: corrected !== sum });
    }
    return bad;
  }

  /**
   * A 小计 stands for its section, a 合计 for all projects; where a table closes every unit with a 合计, the
   * reading under which more of its figures agree is taken.
   */
  ownRange(index: number): ProjectRange {
    const total = this.annex.totals[index]!;
    const [above, below] = [this.rangeAbove(index), this.rangeBelow(index)];
    const section = this.subtotalsStandBelow ? above : below;
    if (total.level === 'subtotal') return section;
    const all = { from: 0, to: this.sums.count };
    const readings = [section, above, below].filter(({ from, to }) => to > from);
    return readings.reduce(
      (best, range) => (this.agreements(total, range) > this.agreements(total, best) ? range : best),
      all,
    );
  }

  /** Subtotals stand below their rows, or head them: the table's own figures tell which. */
  private readDirection(): boolean {
    let below = 0;
    this.annex.totals.forEach((total, index) => {
      if (total.level !== 'subtotal') return;
      below +=
        this.agreements(total, this.rangeAbove(index)) - this.agreements(total, this.rangeBelow(index));
    });
    const first = this.annex.totals.find((total) => total.level === 'subtotal');
    return below > 0 || (below === 0 && (first?.projectsAbove ?? 1) > 0);
  }

  private agreements(total: TotalRow, range: ProjectRange): number {
    if (range.to === range.from) return 0;
    const stated = Object.values(total.money).filter((cell) => cell.number !== null).length;
    return stated - this.disagreements(total, range).length;
  }

  /** The projects between this row of sums and the one above it. */
  private rangeAbove(index: number): ProjectRange {
    const { totals } = this.annex;
    return { from: totals[index - 1]?.projectsAbove ?? 0, to: totals[index]!.projectsAbove };
  }

  /** The projects between this row of sums and the one below it. */
  private rangeBelow(index: number): ProjectRange {
    const { totals } = this.annex;
    return { from: totals[index]!.projectsAbove, to: totals[index + 1]?.projectsAbove ?? this.sums.count };
  }
}

/** SUM over runs of project rows, so that 小计 rows in between are not added twice. */
export function sumFormula(runs: readonly Span[], column: number): string {
  const letters = columnLetters(column);
  const ranges = runs.map(
    ({ first, last }) => `${letters}${first + 1}${last > first ? `:${letters}${last + 1}` : ''}`,
  );
  return `=SUM(${ranges.join(',')})`;
}
