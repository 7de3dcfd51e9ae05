import type { Quantity, Statement } from '../quantity';
import { quote } from '../rule/figures';
import { copiesTarget } from '../facts/indicators/indicators';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'satisfaction-no-figure',
    name: { 'zh-CN': '满意度无数值', en: 'Satisfaction without a figure' },
    description: {
      'zh-CN':
        '满意度指标要求达到某一比例，完成情况没有实测数值，或照抄指标值。没有数值的满意度不能作为佐证，无论用词如何。',
      en: 'A satisfaction target asks for a percentage, the result has no measured figure or repeats the target. Without a figure no words are evidence.',
    },
    topic: 'indicator',
    severity: 'warning',
    requires: [['indicator.satisfaction.target'], ['indicator.satisfaction.result']],
    fix: 'none',
    basis: ['自评表公开填报说明（正反向指标公式）', '评审惯例'],
    yieldsTo: ['formula-error', 'template-residue'],
    messages: {
      words: {
        'zh-CN': '指标要求“{target}”，完成情况填报为“{result}”，未填报满意度数值。请填写实测满意度和样本量。',
        en: 'The target is "{target}", the result "{result}" has no figure. Give the measured satisfaction and the sample.',
      },
      copied: {
        'zh-CN': '完成情况“{result}”照抄指标“{target}”，不是实测值。请填写实测满意度和样本量。',
        en: 'The result "{result}" repeats the target "{target}", it is not measured. Give the measured satisfaction and the sample.',
      },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    const { kind, target, result } = indicator;
    if (kind !== 'satisfaction' || !target?.answered || !result?.answered) return;
    const asked = indicator.asked!;
    if (asked.quantities.length === 0 && !asked.namesRate) return;
    const said = result.statement;
    const copied = copiesTarget(asked, said);
    if (said.quantities.some((quantity) => measures(quantity, asked)) && !copied) return;
    report({
      cell: result,
      related: [target],
      project,
      message: copied ? 'copied' : 'words',
      data: { target: quote(target.text), result: quote(result.text) },
      expected: target.text,
      actual: result.text,
    });
  },
});

/** A number of questionnaires or of complaints measures nothing, unless it was asked for; nor does a date. */
function measures({ unit }: Quantity, asked: Statement): boolean {
  if (unit.dimension === 'percent' || unit.dimension === 'score' || unit.dimension === 'none') return true;
  return asked.quantities.some((quantity) => quantity.unit.base === unit.base);
}
