import type { Project } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import { amountLabelOf, labelOf } from '../facts/table/places';
import { moneyText, rateText } from '../rule/figures';
import {
  decimalsInRow,
  isMismatch,
  isPercentTyped,
  quotientFor,
  type Quotient,
  RATE_FIX_MESSAGES,
  rateFix,
  roundingExplains,
  shownDecimals,
  SPENDING_RATES,
} from '../facts/money/rates';
import type { RateCell } from '../annex/values/rate-cell';
import { isFigure, type Figure } from '../facts/table/number-cells';
import { defineRule } from '../rule/rule';
import type { CellPosition } from '../sheet/address';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

export const rule = defineRule({
  meta: {
    id: 'execution-denominator',
    name: { 'zh-CN': '执行率分母口径', en: 'Execution rate on the other budget' },
    description: {
      'zh-CN':
        '表内同时有年初预算数和全年（调整后）预算数且两者不同时，执行率应以全年预算数为分母（地区口径另有规定的从其规定）。执行率与执行数÷另一预算数相符、与规定的分母不符的，即为分母用错。表内有几个执行率的，各按其名称所指的预算数或到位资金核对。',
      en: 'Where an annex has both 年初预算数 and the budget as adjusted and they differ, the rate is on the adjusted one (or on the one that the profile names). A rate that agrees with the other budget, and not with this one, has the wrong denominator. Of several rates each is held against the money that its column names.',
    },
    topic: 'rate',
    severity: 'warning',
    settings: ['rateDenominator', 'moneyTolerance'],
    // Of the amounts that a rate may be on, at least two.
    requires: [
      SPENDING_RATES,
      ['budget', 'initialBudget'],
      ['budget', 'received'],
      ['initialBudget', 'received'],
      ['actual'],
    ],
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
      denominatorOf: {
        'zh-CN':
          '{rateName} {actual} 是以{wrong} {wrongAmount} 为分母；应以{right} {rightAmount} 为分母，为 {expected}。',
        en: '{rateName} {actual} divides by {wrong} {wrongAmount}; on {right} {rightAmount} it is {expected}.',
      },
      ...RATE_FIX_MESSAGES,
    },
  },
  readings: {
    message: {
      'zh-CN':
        '两种分母结果不同的 {judged} 个执行率中，{asWrong} 个等于支出÷{wrong}，{asRight} 个等于支出÷{right}：可能各单位都以{wrong}为分母，也可能这两列金额的含义与审核时所认的不同。请先核实。',
      en: 'Of {judged} rates for which the two differ, {asWrong} are spending ÷ {wrong} and {asRight} are spending ÷ {right}: either the units divide by {wrong} throughout, or the two columns of amounts mean something else than they are taken for. Check that first.',
    },
    of: readingsOf,
    told({ cell, related }) {
      const [right, wrong] = [related[1]!, related[2]!];
      return {
        judged: judgedBetween(cell, right, wrong),
        asRight: agreeing(cell, right, wrong),
        asWrong: agreeing(cell, wrong, right),
      };
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const live = annex.ratesAreFormulas;
    for (const field of SPENDING_RATES) {
      const rate = project.rates[field];
      if (!rate || rate.fraction === null) continue;
      const quotient = quotientFor(field, project, profile);
      if (!quotient || !isMismatch(rate, quotient.value)) continue;
      const other = otherBase(rate, quotient, project);
      if (!other || isPercentTyped(rate, quotient.value)) continue;
      if (roundingExplains(rate, quotient, decimalsInRow(quotient, annex))) continue;
      if (unitConflictsOf(context).concerns(project, MONEY)) continue;
      const decimals = shownDecimals(rate);
      const primary = field === 'executionRate';
      report({
        cell: rate,
        related: [quotient.actual, quotient.budget, other],
        project,
        message: primary ? 'denominator' : 'denominatorOf',
        data: {
          rateName: primary ? '' : labelOf(annex, rate),
          actual: rateText(rate.fraction, decimals),
          expected: rateText(quotient.value, decimals),
          wrong: amountLabelOf(annex, other),
          wrongAmount: moneyText(other.number, annex),
          right: amountLabelOf(annex, quotient.budget),
          rightAmount: moneyText(quotient.budget.number, annex),
        },
        expected: quotient.value,
        actual: rate.fraction,
        fix: rateFix(rate, quotient, live ? 'formula' : 'value'),
        suggestions: [rateFix(rate, quotient, live ? 'value' : 'formula')],
      });
    }
  },
});

/** What a rate may be on. */
const BASES = ['initialBudget', 'budget', 'received'] as const;
/** All that rates of spending are made of. */
const MONEY: readonly MoneyField[] = [...RATE_MONEY, 'received'];

/** The amount that a rate is on in place of the one that it should be on; `null` where it is on none. */
function otherBase(rate: RateCell, { actual, budget }: Quotient, { money }: Project): Figure | null {
  for (const base of BASES) {
    const other = money[base];
    if (other === budget || !isFigure(other) || other.number === 0 || other.number === budget.number)
      continue;
    if (!isMismatch(rate, actual.number / other.number)) return other;
  }
  return null;
}

/** Of each rate, for each two amounts by which it would be another: that it was judged, and with which it agrees. */
function readingsOf({ rates, money }: Project): string[] {
  const { actual } = money;
  if (!isFigure(actual)) return [];
  const bases = BASES.map((base) => money[base]).filter(
    (base) => isFigure(base) && base.number !== 0,
  ) as Figure[];
  const told: string[] = [];
  for (const field of SPENDING_RATES) {
    const rate = rates[field];
    if (!rate || rate.fraction === null) continue;
    for (const base of bases) {
      const agrees = !isMismatch(rate, actual.number / base.number);
      for (const other of bases) {
        if (other.number === base.number) continue;
        if (agrees) told.push(agreeing(rate, base, other));
        if (base.column < other.column) told.push(judgedBetween(rate, base, other));
      }
    }
  }
  return told;
}

/** Names of counts, by the columns of the rate and of two amounts. */
function judgedBetween(rate: CellPosition, one: CellPosition, other: CellPosition): string {
  const [first, second] = [one.column, other.column].sort((a, b) => a - b);
  return `${rate.column}: ${first} or ${second}`;
}

function agreeing(rate: CellPosition, base: CellPosition, other: CellPosition): string {
  return `${rate.column}: ${base.column}, not ${other.column}`;
}
