import type { AnnexView } from '../annex/annex';
import { peopleNumber } from '../sheet/number-format';
import { moneySum, type Summand } from './money-sum';
import { reviewedAnnexes, rollupUnit, summandsOf } from './unit-figures';

/** The execution rate of all projects together, and what it leaves out. */
export interface OverallRate {
  /** Spending ÷ budget as a fraction; `null` where it cannot be told. */
  readonly rate: number | null;
  /** How many budgets and amounts spent are stored as text: no sum contains them. */
  readonly textAmounts: number;
}

/** The rate as the row 合计 of 单位汇总 has it, so that one thing has one rate wherever it is told. */
export function overallRate(annexes: readonly AnnexView[]): OverallRate {
  const reviewed = reviewedAnnexes(annexes);
  const unit = rollupUnit(reviewed);
  const all = {
    label: '',
    projects: reviewed.flatMap((annex) => annex.projects.map((project) => ({ annex, project }))),
  };
  const summands = (['budget', 'actual'] as const).map((field): Summand[] => summandsOf(all, field, unit));
  const [budget, actual] = summands.map((cells) => (cells.length > 0 ? moneySum(cells) : null));
  const textAmounts = (budget?.textAmounts ?? 0) + (actual?.textAmounts ?? 0);
  const [whole, spent] = [budget?.value, actual?.value];
  const rate = typeof whole === 'number' && typeof spent === 'number' ? spent / whole : NaN;
  return { rate: Number.isFinite(rate) ? peopleNumber(rate) : null, textAmounts };
}
