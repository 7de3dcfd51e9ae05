import { plainNumber } from '../sheet/number-format';
import { editOf } from '../rule/edits';
import { quote, rateText, roundNoise } from '../rule/figures';
import { isPercentTyped, quotientOf } from '../facts/money/rates';
import { defineRule, type Learning } from '../rule/rule';

/** Fewer rates than this show no habit. */
const ENOUGH_RATES = 4;

/** Whether the annex keeps its rates as texts: then a single one of them is no slip. */
const textHabit: Learning<{ rates: number; texts: number }, boolean> = {
  empty: () => ({ rates: 0, texts: 0 }),
  add(learnt, { rate }) {
    if (!rate || rate.fraction === null) return;
    learnt.rates++;
    if (rate.asText) learnt.texts++;
  },
  merge(learnt, further) {
    learnt.rates += further.rates;
    learnt.texts += further.texts;
  },
  settle: ({ rates, texts }) => rates >= ENOUGH_RATES && texts * 2 > rates,
};

export const rule = defineRule({
  meta: {
    id: 'execution-rate-as-text',
    name: { 'zh-CN': '执行率存为文本', en: 'Execution rate stored as text' },
    description: {
      'zh-CN':
        '执行率以文本形式录入（如“98.5%”），或在按小数记录的列中录入 98.5，都不能参与计算。转换后显示不变。整列都以文本录入时只作提示。',
      en: 'A rate typed as text ("98.5%"), or 98.5 in a column of fractions, cannot be calculated with. The conversion keeps what is shown. Where the whole column is kept as text it is only noted.',
    },
    topic: 'rate',
    severity: 'warning',
    severities: ['info'],
    settings: ['rateDenominator'],
    requires: [['executionRate']],
    fix: 'format',
    basis: ['评审惯例'],
    yieldsTo: ['budget-zero'],
    habit: 'place',
    messages: {
      text: {
        'zh-CN': '执行率“{text}”是文本，不能参与计算。请改为数值 {after}。',
        en: 'The rate "{text}" is text and cannot be calculated with; make it the number {after}.',
      },
      scale: {
        'zh-CN': '本列执行率以小数填报，此处填报为 {text}，相当于 {shown}；应为 {after}。',
        en: 'This column keeps rates as fractions; {text} was typed, which reads as {shown}. It should be {after}.',
      },
      fixText: { 'zh-CN': '转换为数值 {after}', en: 'Convert to the number {after}' },
      fixValue: { 'zh-CN': '改为 {after}', en: 'Write {after}' },
    },
  },
  learn: textHabit,
  project(project, { profile, learnt: habit }, report) {
    const { rate } = project;
    if (!rate || rate.fraction === null) return;
    if (rate.asText) {
      const { fraction, decimals, percentSign, scale } = rate;
      const percent = percentSign || scale === 'fraction';
      const places = percentSign ? decimals : Math.max(decimals - 2, 0);
      const after = percent ? rateText(fraction, places) : plainNumber(fraction * 100);
      const format = percent ? `0${places > 0 ? `.${'0'.repeat(places)}` : ''}%` : 'General';
      const convert = {
        title: 'fixText',
        data: { after },
        edits: [editOf(rate, { value: roundNoise(percent ? fraction : fraction * 100) }, format)],
      };
      report({
        severity: habit ? 'info' : undefined,
        cell: rate,
        project,
        message: 'text',
        data: { text: quote(String(rate.raw)), after },
        expected: fraction,
        actual: String(rate.raw),
        // A formula that makes a text is the unit's own work: replacing it is for the reviewer to decide.
        ...(rate.formula === null ? { fix: convert } : { suggestions: [convert] }),
      });
      return;
    }
    const quotient = quotientOf(project, profile);
    if (!quotient || !isPercentTyped(rate, quotient.value)) return;
    const after = rateText(rate.fraction / 100);
    report({
      cell: rate,
      related: [quotient.actual, quotient.budget],
      project,
      message: 'scale',
      data: { text: plainNumber(Number(rate.raw)), shown: rateText(rate.fraction), after },
      expected: rate.fraction / 100,
      actual: rate.fraction,
      fix: {
        title: 'fixValue',
        data: { after },
        edits: [editOf(rate, { value: roundNoise(rate.fraction / 100) })],
      },
    });
  },
});
