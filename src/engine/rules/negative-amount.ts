import type { MoneyField } from '../annex/field-id';
import { withFurther } from '../facts/table/number-cells';
import { labelOf, moneyFields } from '../facts/table/places';
import { moneyText, roundNoise } from '../rule/figures';
import { defineRule, type FactContext } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'negative-amount',
    name: { 'zh-CN': '金额为负', en: 'Negative amount' },
    description: {
      'zh-CN': '预算数、执行数及其分项不应为负；预算调整数可以为负。',
      en: 'Budgets, spending and their parts are never negative; an adjustment may be.',
    },
    topic: 'money',
    severity: 'error',
    requires: [['budget', 'initialBudget', 'actual']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      negative: {
        'zh-CN': '{column}为 {amount}，金额不应为负。请核对。',
        en: '{column} is {amount}; an amount is never negative. Check it.',
      },
    },
  },
  project(project, context, report) {
    const { annex } = context;
    for (const field of context.fact(amounts)) {
      for (const cell of withFurther(project.money[field])) {
        if (cell.number === null || cell.number >= 0 || roundNoise(cell.number) >= 0) continue;
        report({
          cell,
          project,
          message: 'negative',
          data: { column: labelOf(annex, cell), amount: moneyText(cell.number, annex) },
          actual: cell.number,
        });
      }
    }
  },
});

/** An adjustment may well be negative, and so is the balance where more was spent: that has a rule of its own. */
function amounts({ annex }: FactContext): MoneyField[] {
  return moneyFields(annex).filter((field) => field !== 'budget.adjustment' && field !== 'balance');
}
