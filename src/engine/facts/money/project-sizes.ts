import type { Project } from '../../annex/annex';
import { YUAN_PER_UNIT } from '../../annex/vocabulary/money-units';
import type { AmountScale, AnnexFacts } from '../../rule/annex-facts';
import { FEW_ROWS, isUsualAmount } from './amount-scale';
import { UNIT_FACTOR } from './unit-factor';

/** An amount this many times the median, or this part of it, is out of the ordinary. */
const UNUSUAL = 50;
/** 10 亿元, the least amount that only its distance from all others makes suspicious, in 万元. */
const LEAST_FAR_ABOVE = 100_000;
/** How many times the largest other amount of a small table. */
const FAR_ABOVE_FEW = 300;
/** 元; a project of less is rare, one that stands far below all others rarer. */
const MOST_FAR_BELOW = 2000;

/** How large the projects of an annex are beside one another. Amounts are in the annex's own unit. */
export class ProjectSizes {
  constructor(private readonly annex: Pick<AnnexFacts, 'amounts' | 'moneyUnit'>) {}

  get scale(): AmountScale {
    return this.annex.amounts;
  }

  /** Whether an amount is so far from the usual one that it is worth a closer look; any is in a small table. */
  isUnusual(amount: number): boolean {
    const { count, median } = this.scale;
    return count <= FEW_ROWS || amount >= median * UNUSUAL || amount * UNUSUAL <= median;
  }

  /** Whether an unusual amount is the larger of what may be meant; in a small table it is taken to be. */
  isLarge(amount: number): boolean {
    const { count, median } = this.scale;
    return count <= FEW_ROWS || amount >= median;
  }

  /** How large the other projects are: the median, in a small table the mean (geometric); 0 where there are none. */
  typical(project: Project): number {
    const { count, median } = this.scale;
    if (count > FEW_ROWS) return median;
    const others = this.others(project);
    return others.length === 0
      ? 0
      : Math.exp(others.reduce((sum, n) => sum + Math.log(n), 0) / others.length);
  }

  /** Whether an amount of a project stands far above those of all others. */
  isFarAbove(project: Project, amount: number): boolean {
    const { farAbove } = this.scale;
    return farAbove === null ? this.isFarAboveFew(project, amount) : amount >= farAbove;
  }

  /**
   * Whether an amount stands apart from all others as far as the two units of money are, and would be a usual
   * one in the other unit.
   */
  isUnitApart(project: Project, amount: number, above: boolean): boolean {
    if (this.scale.count <= FEW_ROWS) return this.isFarAboveFew(project, amount);
    const { farAbove, farBelow } = this.scale;
    const far = above
      ? farAbove !== null && amount >= Math.max(farAbove, this.leastFarAbove())
      : farBelow !== null && amount < farBelow && amount <= MOST_FAR_BELOW && this.annex.moneyUnit === '元';
    return far && isUsualAmount(this.scale, above ? amount / UNIT_FACTOR : amount * UNIT_FACTOR);
  }

  /** Whether an amount stands far above in a table of few rows, which has to be further away. */
  private isFarAboveFew(project: Project, amount: number): boolean {
    if (this.scale.count > FEW_ROWS || amount < this.leastFarAbove()) return false;
    const others = this.others(project);
    const highest = Math.max(...others);
    return others.length > 0 && amount >= highest * FAR_ABOVE_FEW && amount / UNIT_FACTOR <= highest * 10;
  }

  /** The amounts of the other projects of a small table. */
  private others(project: Project): number[] {
    return this.scale.few.filter(({ index }) => index !== project.index).map(({ amount }) => amount);
  }

  private leastFarAbove(): number {
    return (LEAST_FAR_ABOVE * YUAN_PER_UNIT['万元']) / YUAN_PER_UNIT[this.annex.moneyUnit ?? '万元'];
  }
}
