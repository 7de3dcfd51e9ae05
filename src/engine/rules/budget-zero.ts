import { moneyText, rateText } from '../rule/figures';
import { isAmount, isEmpty } from '../facts/table/number-cells';
import { amountLabelOf } from '../facts/table/places';
import { defineRule, type Learning } from '../rule/rule';

/** Whether the initial budget is filled in as a rule: by most projects of several, or asked of the only one. */
const initialBudgets: Learning<{ stated: number; blank: number }, boolean> = {
  empty: () => ({ stated: 0, blank: 0 }),
  add(learnt, { money: { initialBudget } }) {
    if (initialBudget?.presence === 'blank') learnt.blank++;
    else if (initialBudget) learnt.stated++;
  },
  merge(learnt, { stated, blank }) {
    learnt.stated += stated;
    learnt.blank += blank;
  },
  settle: ({ stated, blank }, { annex }) => annex.projectCount === 1 || stated > blank,
};

export const rule = defineRule({
  meta: {
    id: 'budget-zero',
    name: { 'zh-CN': '预算为0', en: 'No budget' },
    description: {
      'zh-CN':
        '预算数为 0 或未填，但有支出或执行率。预算为 0 时执行率应为 0 或留空。表内设有年初预算数而本项目空着、全年预算数已填的为警告；年初没有预算的应填 0。多数项目都不填年初预算数的表不检查。',
      en: 'The budget is 0 or blank although there is spending or a rate. Without a budget the rate is 0 or blank. A warning where the initial budget is blank beside that of the year: 0 is to be written where there was none. Silent on the latter where most projects leave it blank.',
    },
    topic: 'money',
    severity: 'error',
    severities: ['warning'],
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
      initialBlank: {
        'zh-CN': '未填写{initialName}，但{budgetName}为 {budget}。请补填；年初没有预算的，请填 0。',
        en: '{initialName} is blank although {budgetName} is {budget}. Fill it in, with 0 if there was none.',
      },
    },
  },
  learn: initialBudgets,
  project(project, { annex, learnt: isStated }, report) {
    const { budget, initialBudget, actual } = project.money;
    if (isStated && initialBudget?.presence === 'blank' && isAmount(budget))
      report({
        severity: 'warning',
        cell: initialBudget,
        related: [budget],
        project,
        message: 'initialBlank',
        data: {
          initialName: amountLabelOf(annex, initialBudget),
          budgetName: amountLabelOf(annex, budget),
          budget: moneyText(budget.number, annex),
        },
      });
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
