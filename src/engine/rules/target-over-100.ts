import type { Quantity } from '../quantity';
import type { IndicatorKind } from '../annex/field-id';
import type { CellValue } from '../sheet/cell-value';
import { editOf } from '../rule/edits';
import { quote } from '../rule/figures';
import type { Fix } from '../rule/finding';
import { defineRule } from '../rule/rule';

/** Percentages of these kinds are shares of a whole; elsewhere 120 % may be meant (of last year, of the plan). */
const SHARES: readonly IndicatorKind[] = ['quality', 'timeliness', 'satisfaction'];
const SHARE_WORDS = /率|满意|覆盖|合格|及时/;
/** Rates that may go beyond 100 %: growth, plans that are exceeded, ratios that are no shares. */
const UNBOUNDED =
  /(?:增长|增幅|增速|增加|提高|提升|上升|下降|降低|完成|达成|实现|超额|回报|收益|投资|增值|周转|产出|变动|溢价|杠杆|偿付|充足|拨备覆盖|流动比|速动比)率?(?!后|验|情况|质量)|(?:上|去|往|前)年|同比|环比|倍|GDP/;
const UNBOUNDED_RATE =
  /(?:增长|增幅|增速|增加|提高|提升|上升|下降|降低|完成|达成|实现|回报|收益|增值|周转|产出|变动|溢价|杠杆|偿付|充足|拨备覆盖)(?:率|度|比例|幅度)|流动比率|速动比率|(?:上|去|往|前)年|同比|环比/;

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
    const words = `${name?.text ?? ''}${target.text}`;
    if (!(SHARES.includes(kind) || SHARE_WORDS.test(words)) || isUnbounded(words, kind)) return;
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

/** Satisfaction is a share however it came about; of other rates the name tells. */
function isUnbounded(words: string, kind: IndicatorKind): boolean {
  if (kind === 'satisfaction' || /满意|合格|覆盖率|及时率/.test(words)) return /拨备覆盖/.test(words);
  return SHARES.includes(kind) ? UNBOUNDED_RATE.test(words) : UNBOUNDED.test(words);
}

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
