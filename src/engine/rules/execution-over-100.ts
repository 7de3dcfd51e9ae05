import type { Project } from '../annex/annex';
import { moneyText, rateText, roundNoise } from '../rule/figures';
import { isEmpty } from '../facts/table/number-cells';
import { quotientOf } from '../facts/money/rates';
import { defineRule } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

export const rule = defineRule({
  meta: {
    id: 'execution-over-100',
    name: { 'zh-CN': '执行数大于预算数', en: 'Spending exceeds the budget' },
    description: {
      'zh-CN': '执行数不应大于全年（调整后）预算数。请核对支出或预算调整；执行率得分以分值为限。',
      en: 'Spending must not exceed the budget of the year as adjusted. Check the spending or the adjustment; the score for execution is capped at its weight.',
    },
    topic: 'rate',
    severity: 'error',
    settings: ['rateDenominator', 'moneyTolerance'],
    requires: [
      ['budget', 'executionRate'],
      ['actual', 'executionRate'],
    ],
    fix: 'none',
    basis: ['济南历城自评表“得分计算方法”栏', '评审惯例'],
    messages: {
      money: {
        'zh-CN':
          '实际支出 {spent} 大于年度预算 {budget}，超出 {difference}（执行率 {rate}）。请核对支出数或预算调整数。',
        en: 'Spending {spent} exceeds the budget {budget} by {difference} (rate {rate}). Check the spending or the adjusted budget.',
      },
      rate: {
        'zh-CN': '执行率 {rate} 超过 100%。请核对支出数或预算调整数。',
        en: 'The execution rate {rate} is above 100%. Check the spending or the adjusted budget.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const conflicts = unitConflictsOf(context);
    const { rate } = project;
    const quotient = quotientOf(project, profile);
    if (quotient) {
      const { actual, budget, value } = quotient;
      if (budget.number < 0 || roundNoise(actual.number) <= roundNoise(budget.number)) return;
      if (conflicts.concerns(project, RATE_MONEY)) return;
      report({
        cell: actual,
        related: rate ? [budget, rate] : [budget],
        project,
        message: 'money',
        data: {
          spent: moneyText(actual.number, annex),
          budget: moneyText(budget.number, annex),
          difference: moneyText(actual.number - budget.number, annex),
          rate: rateText(value),
        },
        expected: budget.number,
        actual: actual.number,
      });
    } else if (rate && rate.fraction !== null && rate.fraction > 1 + rate.halfUnit && !lacksBudget(project)) {
      report({
        cell: rate,
        project,
        message: 'rate',
        data: { rate: rateText(rate.fraction) },
        expected: 1,
        actual: rate.fraction,
      });
    }
  },
});

/** A rate of nothing at all is another defect. */
function lacksBudget({ money: { budget } }: Project): boolean {
  return budget?.number === 0 || isEmpty(budget);
}
