import { amountLabelOf } from '../facts/table/places';
import { moneyText, rateText } from '../rule/figures';
import {
  decimalsInRow,
  isMismatch,
  isPercentTyped,
  quotientOf,
  RATE_FIX_MESSAGES,
  rateFix,
  roundingExplains,
  shownDecimals,
} from '../facts/money/rates';
import { defineRule } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

export const rule = defineRule({
  meta: {
    id: 'execution-denominator',
    name: { 'zh-CN': '执行率分母口径', en: 'Execution rate on the other budget' },
    description: {
      'zh-CN':
        '表内同时有年初预算数和全年（调整后）预算数且两者不同时，执行率应以全年预算数为分母（地区口径另有规定的从其规定）。执行率与执行数÷另一预算数相符、与规定的分母不符的，即为分母用错。',
      en: 'Where an annex has both 年初预算数 and the budget as adjusted and they differ, the rate is on the adjusted one (or on the one that the profile names). A rate that agrees with the other budget, and not with this one, has the wrong denominator.',
    },
    topic: 'rate',
    severity: 'warning',
    settings: ['rateDenominator', 'moneyTolerance'],
    requires: [['executionRate'], ['budget'], ['initialBudget'], ['actual']],
    fix: 'value',
    basis: ['黄石自评表注', '四川省级自评表填表说明', '省级预算绩效系统的校验'],
    habit: 'place',
    compares: true,
    messages: {
      denominator: {
        'zh-CN':
          '执行率 {actual} 是以{wrong} {wrongAmount} 为分母；应以{right} {rightAmount} 为分母，为 {expected}。',
        en: 'The execution rate {actual} divides by {wrong} {wrongAmount}; on {right} {rightAmount} it is {expected}.',
      },
      ...RATE_FIX_MESSAGES,
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const right = profile.rateDenominator;
    const wrong = right === 'budget' ? 'initialBudget' : 'budget';
    const conflicts = unitConflictsOf(context);
    const live = annex.ratesAreFormulas;
    const { rate, money } = project;
    const other = money[wrong]?.number;
    if (!rate || rate.fraction === null || !other || other === money[right]?.number) return;
    const quotient = quotientOf(project, profile);
    if (!quotient || quotient.budget === money[wrong]) return;
    if (!isMismatch(rate, quotient.value) || isMismatch(rate, quotient.actual.number / other)) return;
    if (
      isPercentTyped(rate, quotient.value) ||
      roundingExplains(rate, quotient, decimalsInRow(quotient, annex))
    )
      return;
    if (conflicts.concerns(project, RATE_MONEY)) return;
    const decimals = shownDecimals(rate);
    report({
      cell: rate,
      related: [quotient.actual, quotient.budget, money[wrong]!],
      project,
      message: 'denominator',
      data: {
        actual: rateText(rate.fraction, decimals),
        expected: rateText(quotient.value, decimals),
        wrong: amountLabelOf(annex, money[wrong]!),
        wrongAmount: moneyText(other, annex),
        right: amountLabelOf(annex, quotient.budget),
        rightAmount: moneyText(quotient.budget.number, annex),
      },
      expected: quotient.value,
      actual: rate.fraction,
      fix: rateFix(rate, quotient, live ? 'formula' : 'value'),
      suggestions: [rateFix(rate, quotient, live ? 'value' : 'formula')],
    });
  },
});
