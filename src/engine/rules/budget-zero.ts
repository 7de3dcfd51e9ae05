import { moneyText, rateText } from '../rule/figures';
import { isEmpty } from '../facts/table/number-cells';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'budget-zero',
    name: { 'zh-CN': '预算为0', en: 'No budget' },
    description: {
      'zh-CN': '预算数为 0 或未填，但有支出或执行率。预算为 0 时执行率应为 0 或留空。',
      en: 'The budget is 0 or blank although there is spending or a rate. Without a budget the rate is 0 or blank.',
    },
    topic: 'money',
    severity: 'error',
    requires: [['budget'], ['actual', 'executionRate']],
    fix: 'none',
    basis: ['省级预算绩效系统的校验', '公开的自评审核程序'],
    yieldsTo: ['formula-error', 'number-as-text'],
    messages: {
      spent: {
        'zh-CN': '年度预算为 0，但有实际支出 {spent}。请核对预算数和支出数。',
        en: 'The budget is 0 but {spent} was spent. Check the budget and the spending.',
      },
      spentBlank: {
        'zh-CN': '未填写年度预算，但有实际支出 {spent}。请补填预算数。',
        en: 'The budget is missing but {spent} was spent. Give the budget.',
      },
      rate: {
        'zh-CN': '年度预算为 0，但执行率为 {rate}。预算为 0 时执行率应为 0 或留空。',
        en: 'The budget is 0 but the rate is {rate}. Without a budget the rate is 0 or blank.',
      },
      rateBlank: {
        'zh-CN': '未填写年度预算，但执行率为 {rate}。请补填预算数。',
        en: 'The budget is missing but the rate is {rate}. Give the budget.',
      },
    },
  },
  project(project, { annex }, report) {
    const { budget, actual } = project.money;
    if (!budget || budget.presence === 'error') return;
    const blank = isEmpty(budget);
    if (!blank && budget.number !== 0) return;
    const rate = project.rate;
    const spent = actual?.number ?? 0;
    if (actual && spent > 0) {
      report({
        cell: budget,
        related: [actual],
        project,
        message: blank ? 'spentBlank' : 'spent',
        data: { spent: moneyText(spent, annex) },
        actual: budget.number ?? undefined,
      });
    } else if (rate?.fraction) {
      report({
        cell: blank ? budget : rate,
        related: blank ? [rate] : [budget],
        project,
        message: blank ? 'rateBlank' : 'rate',
        data: { rate: rateText(rate.fraction) },
        expected: 0,
        actual: rate.fraction,
      });
    }
  },
});
