import type { Project } from '../annex/annex';
import { moneyText, rateText, roundNoise } from '../rule/figures';
import type { RateCell } from '../annex/values/rate-cell';
import { isEmpty } from '../facts/table/number-cells';
import { quotientFor, type SpendingRate } from '../facts/money/rates';
import { labelOf } from '../facts/table/places';
import { defineRule, type FactContext, type Report } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

/** The rates that must not exceed 100 %: one on the initial budget may, where the budget was raised. */
const RATES = ['executionRate', 'executionRate.adjusted', 'executionRate.received'] as const;

export const rule = defineRule({
  meta: {
    id: 'execution-over-100',
    name: { 'zh-CN': '执行数大于预算数', en: 'Spending exceeds the budget' },
    description: {
      'zh-CN':
        '执行数不应大于全年（调整后）预算数。请核对支出或预算调整；执行率得分以分值为限。没有金额可核对的，看表内各执行率：年初预算的执行率因追加预算可以超过 100%，不报；到位资金的执行率可能含上年结转，只作提示。',
      en: 'Spending must not exceed the budget of the year as adjusted. Check the spending or the adjustment; the score for execution is capped at its weight. Without the money the rates tell: one on the initial budget may exceed 100 %, since the budget may have been raised; one on money received is only noted, since money carried over may have been spent.',
    },
    topic: 'rate',
    severity: 'error',
    severities: ['info'],
    settings: ['rateDenominator', 'moneyTolerance'],
    requires: [
      ['budget', ...RATES],
      ['actual', ...RATES],
    ],
    fix: 'none',
    basis: ['济南历城自评表“得分计算方法”栏', '评审惯例'],
    messages: {
      money: {
        'zh-CN':
          '实际支出 {spent} 大于年度预算 {budget}，超出 {difference}（执行率 {rate}）。请核对支出数或预算调整数。',
        en: 'Spending {spent} exceeds the budget {budget} by {difference} (rate {rate}). Check the spending or the adjusted budget.',
      },
      rate: {
        'zh-CN': '执行率 {rate} 超过 100%。请核对支出数或预算调整数。',
        en: 'The execution rate {rate} is above 100%. Check the spending or the adjusted budget.',
      },
      received: {
        'zh-CN': '{rateName} {rate} 超过 100%。请核对支出数和到位资金（含上年结转）。',
        en: '{rateName} {rate} is above 100%. Check the spending and the money received, carried over included.',
      },
    },
  },
  project(project, context, report) {
    const money = ofMoney(project, context);
    if (money) {
      report({ ...money, project });
      return;
    }
    for (const field of RATES) {
      const rate = project.rates[field];
      const found = rate && !isBorneOut(field, project, context) ? ofRate(field, rate, context) : null;
      if (found && !lacksBudget(project)) report({ ...found, project });
    }
  },
});

type Said = Omit<Report, 'project'>;

/** Spending above what it is divided by for one of the rates; money received has a rule of its own. */
function ofMoney(project: Project, context: FactContext): Said | null {
  const { annex, profile } = context;
  for (const field of ['executionRate', 'executionRate.adjusted'] as const) {
    const rate = project.rates[field];
    if (!rate && field !== 'executionRate') continue;
    const quotient = quotientFor(field, project, profile);
    if (!quotient) continue;
    const { actual, budget, value } = quotient;
    if (budget.number < 0 || roundNoise(actual.number) <= roundNoise(budget.number)) continue;
    if (unitConflictsOf(context).concerns(project, RATE_MONEY)) continue;
    return {
      cell: actual,
      related: rate ? [budget, rate] : [budget],
      message: 'money',
      data: {
        spent: moneyText(actual.number, annex),
        budget: moneyText(budget.number, annex),
        difference: moneyText(actual.number - budget.number, annex),
        rate: rateText(value),
      },
      expected: budget.number,
      actual: actual.number,
    };
  }
  return null;
}

/** A rate that says that more was spent than there was. */
function ofRate(field: SpendingRate, rate: RateCell, { annex }: FactContext): Said | null {
  if (rate.fraction === null || rate.fraction <= 1 + rate.halfUnit) return null;
  const received = field === 'executionRate.received';
  return {
    severity: received ? 'info' : undefined,
    cell: rate,
    message: received ? 'received' : 'rate',
    data: {
      rate: rateText(rate.fraction),
      rateName: received ? labelOf(annex, rate) : '',
    },
    expected: 1,
    actual: rate.fraction,
  };
}

/** Whether the money tells what a rate is: then rates that disagree are another defect. */
function isBorneOut(field: SpendingRate, project: Project, { profile }: FactContext): boolean {
  return quotientFor(field, project, profile) !== null;
}

/** A rate of nothing at all is another defect. */
function lacksBudget({ money: { budget } }: Project): boolean {
  return budget?.number === 0 || isEmpty(budget);
}
