import type { Project } from '../annex/annex';
import { rateText } from '../rule/figures';
import { lowRateOf, quotientTexts } from '../facts/money/rates';
import { givesReason, namesCause, reasonCells } from '../facts/texts/reasons';
import { defineRule } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

export const rule = defineRule({
  meta: {
    id: 'low-execution-unexplained',
    name: { 'zh-CN': '执行率偏低未说明', en: 'Low execution without a reason' },
    description: {
      'zh-CN':
        '执行率低于规定比例（默认 90%）的项目应说明原因。任一原因、问题、整改或备注栏写明了内容，或总体完成情况写明资金未支付的原因，即视为已说明；只有表格自带的填写提示不算。',
      en: "A rate below the limit (90 % by default) needs a reason. Words in any of the columns for reasons, problems, measures or remarks count as one, as does an overall completion that says why money was not paid, unless they are the form's own printed note.",
    },
    topic: 'rate',
    severity: 'warning',
    settings: ['explainBelow', 'rateDenominator', 'moneyTolerance'],
    requires: [
      ['executionRate', 'budget'],
      ['executionRate', 'actual'],
      ['deviation', 'problems', 'remarks', 'rectification', 'indicator.*.deviation'],
    ],
    fix: 'none',
    basis: ['四川省级自评表填表说明（预算执行率未达到 90% 的需说明原因）'],
    messages: {
      low: {
        'zh-CN':
          '执行率 {rate}（实际支出 {spent} ÷ 年度预算 {budget}）低于 {limit}，没有说明原因。请说明执行率偏低的原因。',
        en: 'The execution rate {rate} ({spent} ÷ {budget}) is below {limit} and no reason is given. Give one.',
      },
      rate: {
        'zh-CN': '执行率 {rate} 低于 {limit}，没有说明原因。请说明执行率偏低的原因。',
        en: 'The execution rate {rate} is below {limit} and no reason is given. Give one.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const { explainBelow } = profile;
    const conflicts = unitConflictsOf(context);
    const low = lowRateOf(project, profile);
    if (!low) return;
    const { rate, quotient } = low;
    const cells = reasonCells(project);
    const place = cells[0];
    if (!place || cells.some(givesReason) || tellsWhyUnspent(project)) return;
    if (conflicts.concerns(project, RATE_MONEY)) return;
    const limit = rateText(explainBelow, 0);
    report({
      cell: place,
      related: [
        ...(project.rate ? [project.rate] : []),
        ...(quotient ? [quotient.actual, quotient.budget] : []),
      ],
      project,
      message: quotient ? 'low' : 'rate',
      data: {
        rate: rateText(rate),
        limit,
        ...(quotient ? quotientTexts(quotient, annex) : {}),
      },
      expected: explainBelow,
      actual: rate,
    });
  },
});

const UNSPENT = /结转|结余|节余|尾款|未支|未付|支付|支出|付款|拨付|执行率|收回/;

/** Whether the overall completion names a cause, and money that was not paid. */
function tellsWhyUnspent({ narrative: { goalCompletion } }: Project): boolean {
  return goalCompletion !== undefined && namesCause(goalCompletion.text) && UNSPENT.test(goalCompletion.text);
}
