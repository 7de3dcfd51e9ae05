import type { Quantity } from '../quantity';
import type { CellValue } from '../sheet/cell-value';
import { editOf } from '../rule/edits';
import { isShareOfAll } from '../facts/indicators/shares';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { defineRule } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'target-over-100',
    name: { 'zh-CN': '指标值不合理（比率≥100%）', en: 'Target at or above 100 %' },
    description: {
      'zh-CN':
        '比率、满意度的指标值写作“≥100%”“不低于100%”，或超过 100%。比率最高为 100%；增长率、完成率等可以超过 100% 的不在此列。',
      en: 'A rate or a satisfaction is to be "at least 100 %", or above 100 %. No share exceeds 100 %; growth, degrees of completion and the like are left alone.',
    },
    topic: 'indicator',
    severity: 'warning',
    requires: [['indicator.*.target']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    habit: 'place',
    messages: {
      atLeast: {
        'zh-CN': '指标“{target}”：比率最高为 100%，“不低于”“超过”100% 表述不当。请改为 100% 或合理的指标值。',
        en: 'Target "{target}": no rate goes beyond 100 %, so "at least" or "more than" means nothing. Set 100 % or a sensible target.',
      },
      over: {
        'zh-CN': '指标“{target}”：比率不会超过 100%。请核对指标值。',
        en: 'Target "{target}": no rate is above 100 %. Check the target.',
      },
      exact: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
    },
  },
  silentByWording: true,
  indicator(project, indicator, _, report) {
    const { kind, name, target } = indicator;
    if (!target?.answered) return;
    const asked = indicator.asked!;
    // Most targets stop here: below 100, or no percentage at all.
    if (!asked.quantities.some(isHigh)) return;
    if (!isShareOfAll(kind, `${name?.text ?? ''}${target.text}`)) return;
    for (const quantity of asked.quantities) {
      const { value, operator } = quantity;
      if (!isHigh(quantity)) continue;
      const open = operator === '≥' || operator === '>';
      const bounded = operator === '≤' || operator === '<';
      if (value === 100 ? !open : bounded) continue;
      const own = asked === target.statement && typeof target.raw === 'string';
      report({
        cell: target,
        project,
        message: value === 100 ? 'atLeast' : 'over',
        data: { target: quote(asked.text) },
        actual: value / 100,
        suggestions: value === 100 && own ? [exactly100(target, quantity)] : [],
      });
      break;
    }
  },
});

function exactly100(
  target: { row: number; column: number; raw: CellValue; text: string },
  { span }: Quantity,
): Fix {
  const alone = span.start === 0 && span.end === target.text.length;
  const text = `${target.text.slice(0, span.start)}${alone ? '=100%' : '100%'}${target.text.slice(span.end)}`;
  return {
    title: 'exact',
    data: { text: quote(text) },
    edits: [editOf({ row: target.row, column: target.column, raw: target.raw }, { value: text })],
  };
}

function isHigh({ unit, change, value }: Quantity): boolean {
  return unit.dimension === 'percent' && unit.measure === '%' && !change && value >= 100;
}
