import type { Quantity } from '../annex/quantity';
import type { IndicatorKind } from '../annex/field-id';
import type { CellValue } from '../sheet/cell-value';
import { editOf } from './support/edits';
import { quote } from './support/figures';
import { forEachIndicator } from './support/indicators';
import type { Fix } from './support/finding';
import type { Rule } from './support/rule';

/** Percentages of these kinds are shares of a whole; elsewhere 120 % may be meant (of last year, of the plan). */
const SHARES: readonly IndicatorKind[] = ['quality', 'timeliness', 'satisfaction'];
const SHARE_WORDS = /(?<!增长|增幅|提高|上升|下降)率|满意|覆盖|合格|及时/;

export const rule: Rule = {
  meta: {
    id: 'target-over-100',
    name: { 'zh-CN': '指标值不合理（比率≥100%）', en: 'Target at or above 100 %' },
    description: {
      'zh-CN':
        '比率、满意度的指标值写作“≥100%”“不低于100%”，或超过 100%。比率最高为 100%；增长幅度不在此列。',
      en: 'A rate or a satisfaction is to be "at least 100 %", or above 100 %. No share exceeds 100 %; growth is left alone.',
    },
    topic: 'indicator',
    severity: 'warning',
    requires: [['indicator.*.target']],
    fix: 'suggestion',
    basis: ['评审惯例'],
    messages: {
      atLeast: {
        'zh-CN': '指标“{target}”：比率最高为 100%，“不低于”“超过”100% 没有意义。请改为 100% 或合理的指标值。',
        en: 'Target "{target}": no rate goes beyond 100 %, so "at least" or "more than" means nothing. Set 100 % or a sensible target.',
      },
      over: {
        'zh-CN': '指标“{target}”：比率不会超过 100%。请核对指标值。',
        en: 'Target "{target}": no rate is above 100 %. Check the target.',
      },
      exact: { 'zh-CN': '改为“{text}”', en: 'Write "{text}"' },
    },
  },
  check(annex, report) {
    forEachIndicator(annex, (project, indicator) => {
      const { kind, name, target } = indicator;
      if (!target?.answered) return;
      // Most targets stop here: below 100, or no percentage at all.
      if (!target.statement.quantities.some(isHigh)) return;
      const shares = SHARES.includes(kind) || SHARE_WORDS.test(`${name?.text ?? ''}${target.text}`);
      for (const quantity of target.statement.quantities) {
        const { value } = quantity;
        if (!isHigh(quantity)) continue;
        const open = quantity.operator === '≥' || quantity.operator === '>';
        const bounded = quantity.operator === '≤' || quantity.operator === '<';
        if (!shares || (value === 100 ? !open : bounded)) continue;
        report({
          cell: target,
          project,
          message: value === 100 ? 'atLeast' : 'over',
          data: { target: quote(target.text) },
          actual: value / 100,
          suggestions: value === 100 && typeof target.raw === 'string' ? [exactly100(target, quantity)] : [],
        });
        break;
      }
    });
  },
};

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
