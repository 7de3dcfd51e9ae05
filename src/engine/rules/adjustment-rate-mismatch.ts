import type { Project } from '../annex/annex';
import type { RateCell } from '../annex/values/rate-cell';
import {
  decimalsInRow,
  isMismatch,
  isPercentTyped,
  RATE_FIX_MESSAGES,
  rateFixOf,
  roundingExplains,
  shownDecimals,
  type Quotient,
} from '../facts/money/rates';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isFigure, type Figure } from '../facts/table/number-cells';
import { amountLabelOf, labelOf } from '../facts/table/places';
import { moneyText, rateText } from '../rule/figures';
import { defineRule, type Learning } from '../rule/rule';
import { toAddress } from '../sheet/address';

/** Rates needed before the annex's own habit says that they are reckoned otherwise. */
const ENOUGH_RATES = 4;

interface CountedRates {
  rates: number;
  /** Rates that divide by the adjusted budget, and by neither. */
  onAdjusted: number;
  elsewhere: number;
}

type Habit = 'initial' | 'adjusted' | 'elsewhere';

const rateHabit: Learning<CountedRates, Habit> = {
  empty: () => ({ rates: 0, onAdjusted: 0, elsewhere: 0 }),
  add(learnt, project) {
    const row = adjustmentOf(project);
    if (!row || row.difference === 0) return;
    learnt.rates++;
    if (agrees(row.rate, row.difference / row.initial.number)) return;
    if (agrees(row.rate, row.difference / row.budget.number)) learnt.onAdjusted++;
    else learnt.elsewhere++;
  },
  merge(learnt, { rates, onAdjusted, elsewhere }) {
    learnt.rates += rates;
    learnt.onAdjusted += onAdjusted;
    learnt.elsewhere += elsewhere;
  },
  settle({ rates, onAdjusted, elsewhere }) {
    if (rates < ENOUGH_RATES) return 'initial';
    if (onAdjusted * 2 > rates) return 'adjusted';
    return elsewhere * 2 > rates ? 'elsewhere' : 'initial';
  },
};

export const rule = defineRule({
  meta: {
    id: 'adjustment-rate-mismatch',
    name: { 'zh-CN': '预算调整率与计算不符', en: 'Adjustment rate disagrees with the budgets' },
    description: {
      'zh-CN':
        '预算调整率应等于（调整后预算数−年初预算数）÷年初预算数，调减不带负号的同样认可；表内多数以调整后预算数为分母的从其口径，多数另有口径的，不足十个项目的表只作提示，十个项目以上的仍报告，不提供改数。表内数字都经过四舍五入，相差不超过所示末位半个单位、或金额四舍五入能解释的不报；年初预算为 0 的不检查，金额单位填错的由“万元与元混用”检查。',
      en: 'The rate of adjustment is (adjusted − initial budget) ÷ initial budget; a cut without its sign is accepted, so is the adjusted budget as denominator where most rates of the table have it, and where most are reckoned otherwise it is only noted in a table of fewer than ten projects, and in a longer one reported without a figure to write. What rounding of the rate or of the money explains is left alone, as are projects without an initial budget; amounts in another unit are left to that rule.',
    },
    topic: 'rate',
    severity: 'error',
    severities: ['info'],
    settings: ['moneyTolerance'],
    requires: [['budget.adjustmentRate'], ['initialBudget'], ['budget']],
    fix: 'value',
    basis: ['评审惯例'],
    compares: true,
    notesMost: true,
    messages: {
      mismatch: {
        'zh-CN':
          '{rateName}应为 {expected}（{budgetName} {budget} 与{initialName} {initial} 之差 ÷ {baseName}），表内为 {actual}。请核对。',
        en: '{rateName} should be {expected} ({budgetName} {budget} less {initialName} {initial}, ÷ {baseName}); the sheet says {actual}. Check it.',
      },
      ...RATE_FIX_MESSAGES,
    },
  },
  learn: rateHabit,
  project(project, context, report) {
    const { annex, learnt: habit } = context;
    const row = adjustmentOf(project);
    if (!row) return;
    const { rate, initial, budget, difference } = row;
    const base = habit === 'adjusted' ? budget : initial;
    const value = difference / base.number;
    if (agrees(rate, value) || isPercentTyped(rate, value)) return;
    // The budgets as shown may be rounded: their quotient is the rate and one.
    const quotient: Quotient = { actual: budget, budget: initial, value: budget.number / initial.number };
    const grown = { ...rate, fraction: rate.fraction + 1 };
    if (base === initial && roundingExplains(grown, quotient, decimalsInRow(quotient, annex))) return;
    if (unitConflictsOf(context).concerns(project, ['budget', 'initialBudget'])) return;
    const at = ({ row: r, column }: Figure): string => toAddress(r, column);
    const right = { value, formula: `(${at(budget)}-${at(initial)})/${at(base)}` };
    const live = rate.formula !== null;
    const likely = rateFixOf(rate, right, live ? 'formula' : 'value');
    const other = rateFixOf(rate, right, live ? 'value' : 'formula');
    const decimals = shownDecimals(rate);
    report({
      severity: habit === 'elsewhere' ? 'info' : undefined,
      cell: rate,
      related: [initial, budget],
      project,
      message: 'mismatch',
      data: {
        rateName: labelOf(annex, rate),
        expected: rateText(value, decimals),
        actual: rateText(rate.fraction, decimals),
        budgetName: amountLabelOf(annex, budget),
        budget: moneyText(budget.number, annex),
        initialName: amountLabelOf(annex, initial),
        initial: moneyText(initial.number, annex),
        baseName: amountLabelOf(annex, base),
      },
      expected: value,
      actual: rate.fraction,
      ...(habit === 'elsewhere' ? { suggestions: [likely, other] } : { fix: likely, suggestions: [other] }),
    });
  },
});

interface Adjustment {
  readonly rate: RateCell & { readonly fraction: number };
  readonly initial: Figure;
  readonly budget: Figure;
  /** The adjusted budget less the initial one. */
  readonly difference: number;
}

/** `null` where there is nothing to compare. */
function adjustmentOf({ money, rates }: Project): Adjustment | null {
  const { budget, initialBudget: initial } = money;
  const rate = rates['budget.adjustmentRate'];
  if (!rate || rate.fraction === null || !isFigure(budget) || !isFigure(initial)) return null;
  if (initial.number <= 0 || budget.number <= 0) return null;
  return {
    rate: { ...rate, fraction: rate.fraction },
    initial,
    budget,
    difference: budget.number - initial.number,
  };
}

/** Whether the rate says that, or says it of a cut without its sign. */
function agrees(rate: RateCell & { readonly fraction: number }, value: number): boolean {
  return !isMismatch(rate, value) || (value < 0 && !isMismatch(rate, -value));
}
