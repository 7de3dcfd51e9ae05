import type { RateCell } from '../annex/values/rate-cell';
import { plainNumber } from '../sheet/number-format';
import { editOf } from '../rule/edits';
import { quote, rateText, roundNoise } from '../rule/figures';
import {
  isPercentTyped,
  quotientFor,
  SPENDING_RATES,
  type Quotient,
  type SpendingRate,
} from '../facts/money/rates';
import { labelOf } from '../facts/table/places';
import { defineRule, type Learning, type Report } from '../rule/rule';

/** Fewer rates than this show no habit, but for the one rate of a form, which is all that it has. */
const ENOUGH_RATES = 4;

type Counted = Record<SpendingRate, { rates: number; texts: number }>;

/** Of each kind of rate, whether the annex keeps it as texts: then a single one of them is no slip. */
const textHabit: Learning<Counted, Readonly<Record<SpendingRate, boolean>>> = {
  empty: () => ofEach(() => ({ rates: 0, texts: 0 })),
  add(learnt, { rates }) {
    for (const field of SPENDING_RATES) {
      const rate = rates[field];
      if (!rate || rate.fraction === null) continue;
      learnt[field].rates++;
      if (isText(rate)) learnt[field].texts++;
    }
  },
  merge(learnt, further) {
    for (const field of SPENDING_RATES) {
      learnt[field].rates += further[field].rates;
      learnt[field].texts += further[field].texts;
    }
  },
  settle: (learnt, { annex }) =>
    ofEach(
      (field) =>
        (learnt[field].rates >= ENOUGH_RATES || annex.projectCount === 1) &&
        learnt[field].texts * 2 > learnt[field].rates,
    ),
};

function ofEach<T>(make: (field: SpendingRate) => T): Record<SpendingRate, T> {
  return Object.fromEntries(SPENDING_RATES.map((field) => [field, make(field)])) as Record<SpendingRate, T>;
}

export const rule = defineRule({
  meta: {
    id: 'execution-rate-as-text',
    name: { 'zh-CN': '执行率存为文本', en: 'Execution rate stored as text' },
    description: {
      'zh-CN':
        '执行率以文本形式录入（如“98.5%”），或在按小数记录的列中录入 98.5，都不能参与计算。转换后显示不变。整列都以文本录入，或表内只有一个项目的，只作提示。表内有几个执行率的都检查。',
      en: 'A rate typed as text ("98.5%"), or 98.5 in a column of fractions, cannot be calculated with. The conversion keeps what is shown. Where the whole column is kept as text, or the annex is of one project alone, it is only noted. All rates of spending are looked at.',
    },
    topic: 'rate',
    severity: 'warning',
    severities: ['info'],
    settings: ['rateDenominator'],
    requires: [SPENDING_RATES],
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
      textOf: {
        'zh-CN': '{rateName}“{text}”是文本，不能参与计算。请改为数值 {after}。',
        en: '{rateName} "{text}" is text and cannot be calculated with; make it the number {after}.',
      },
      scaleOf: {
        'zh-CN': '本列{rateName}以小数填报，此处填报为 {text}，相当于 {shown}；应为 {after}。',
        en: 'This column keeps {rateName} as fractions; {text} was typed, which reads as {shown}. It should be {after}.',
      },
      fixText: { 'zh-CN': '转换为数值 {after}', en: 'Convert to the number {after}' },
      fixValue: { 'zh-CN': '改为 {after}', en: 'Write {after}' },
    },
  },
  learn: textHabit,
  mayConcern: (project, { profile }) =>
    SPENDING_RATES.some((field) => {
      const rate = project.rates[field];
      if (!rate || rate.fraction === null) return false;
      return isText(rate) || isPercentOf(rate, quotientFor(field, project, profile));
    }),
  project(project, { annex, profile, learnt: habits }, report) {
    for (const field of SPENDING_RATES) {
      const rate = project.rates[field];
      if (!rate || rate.fraction === null) continue;
      if (rate.label !== undefined) continue;
      const found = rate.asText
        ? asText(rate, rate.fraction, habits[field])
        : asPercent(rate, rate.fraction, quotientFor(field, project, profile));
      if (!found) continue;
      const primary = field === 'executionRate';
      report({
        ...found,
        project,
        message: primary ? found.message : `${found.message}Of`,
        data: { ...found.data, rateName: primary ? '' : labelOf(annex, rate) },
      });
    }
  },
});

/** A form that asks for a rate behind its label in one cell is answered there. */
function isText({ asText: typed, label }: RateCell): boolean {
  return typed && label === undefined;
}

type Said = Omit<Report, 'project'>;

function asText(rate: RateCell, fraction: number, habit: boolean): Said {
  const { decimals, percentSign, scale } = rate;
  const percent = percentSign || scale === 'fraction';
  const places = percentSign ? decimals : Math.max(decimals - 2, 0);
  const after = percent ? rateText(fraction, places) : plainNumber(fraction * 100);
  const format = percent ? `0${places > 0 ? `.${'0'.repeat(places)}` : ''}%` : 'General';
  const convert = {
    title: 'fixText',
    data: { after },
    edits: [editOf(rate, { value: roundNoise(percent ? fraction : fraction * 100) }, format)],
  };
  return {
    severity: habit ? 'info' : undefined,
    cell: rate,
    message: 'text',
    data: { text: quote(String(rate.raw)), after },
    expected: fraction,
    actual: String(rate.raw),
    // A formula that makes a text is the unit's own work: replacing it is for the reviewer to decide.
    ...(rate.formula === null ? { fix: convert } : { suggestions: [convert] }),
  };
}

function isPercentOf(rate: RateCell, quotient: Quotient | null): quotient is Quotient {
  return quotient !== null && isPercentTyped(rate, quotient.value);
}

/** 98.5 typed where the column holds fractions; `null` where the rate is none of these. */
function asPercent(rate: RateCell, fraction: number, quotient: Quotient | null): Said | null {
  if (!isPercentOf(rate, quotient)) return null;
  const right = fraction / 100;
  const after = rateText(right);
  return {
    cell: rate,
    related: [quotient.actual, quotient.budget],
    message: 'scale',
    data: { text: plainNumber(Number(rate.raw)), shown: rateText(fraction), after },
    expected: right,
    actual: fraction,
    fix: { title: 'fixValue', data: { after }, edits: [editOf(rate, { value: roundNoise(right) })] },
  };
}
