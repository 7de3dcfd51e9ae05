import { amountLabelOf, labelOf } from '../facts/table/places';
import { rateText } from '../rule/figures';
import { isEmpty } from '../facts/table/number-cells';
import { quotientFor, quotientTexts, RATE_FIX_MESSAGES, rateFix, SPENDING_RATES } from '../facts/money/rates';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'execution-rate-missing',
    name: { 'zh-CN': '未填执行率', en: 'Execution rate missing' },
    description: {
      'zh-CN': '有预算数和执行数的项目必须填写执行率；预算为 0 的项目可以留空。',
      en: 'A project with a budget and spending must state its rate; where the budget is 0 the rate may be blank.',
    },
    topic: 'rate',
    severity: 'error',
    settings: ['rateDenominator'],
    requires: [SPENDING_RATES, ['budget', 'initialBudget', 'received'], ['actual']],
    fix: 'value',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '省级预算绩效系统的校验'],
    habit: 'place',
    messages: {
      missing: {
        'zh-CN': '未填写执行率；按实际支出 {spent} ÷ 年度预算 {budget}，应为 {expected}。',
        en: 'The execution rate is missing; {spent} ÷ {budget} gives {expected}.',
      },
      missingOf: {
        'zh-CN': '没有填写{rateName}；按实际支出 {spent} ÷ {budgetName} {budget}，应为 {expected}。请补填。',
        en: '{rateName} is missing; {spent} ÷ {budgetName} {budget} gives {expected}. Fill it in.',
      },
      ...RATE_FIX_MESSAGES,
    },
  },
  project(project, { annex, profile }, report) {
    const live = annex.ratesAreFormulas;
    const { rates } = project;
    for (const field of SPENDING_RATES) {
      const rate = rates[field];
      const quotient = rate && isEmpty(rate) ? quotientFor(field, project, profile) : null;
      if (!rate || !quotient) continue;
      const primary = field === 'executionRate';
      report({
        cell: rate,
        related: [quotient.actual, quotient.budget],
        project,
        message: primary ? 'missing' : 'missingOf',
        data: {
          expected: rateText(quotient.value),
          rateName: primary ? '' : labelOf(annex, rate),
          budgetName: primary ? '' : amountLabelOf(annex, quotient.budget),
          ...quotientTexts(quotient, annex),
        },
        expected: quotient.value,
        fix: rateFix(rate, quotient, 'formula'),
        suggestions: live ? [] : [rateFix(rate, quotient, 'value')],
      });
    }
  },
});
