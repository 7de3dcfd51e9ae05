import type { Project } from '../annex/annex';
import type { MoneyField } from '../annex/field-id';
import type { RateCell } from '../annex/values/rate-cell';
import { amountLabelOf, labelOf } from '../facts/table/places';
import { quote, rateText } from '../rule/figures';
import {
  decimalsInRow,
  isMismatch,
  isPercentTyped,
  quotientFor,
  quotientsInRow,
  quotientTexts,
  RATE_FIX_MESSAGES,
  rateFix,
  roundingExplains,
  shownDecimals,
  SPENDING_RATES,
  type Quotient,
} from '../facts/money/rates';
import { defineRule, type Report, type RuleContext } from '../rule/rule';
import { RATE_MONEY, unitConflictsOf } from '../facts/money/unit-conflicts';

export const rule = defineRule({
  meta: {
    id: 'execution-rate-mismatch',
    name: { 'zh-CN': '执行率与计算不符', en: 'Execution rate disagrees with the money' },
    description: {
      'zh-CN':
        '执行率应等于执行数÷全年（调整后）预算数。表内数字都经过四舍五入，只有与商相差超过所示末位的半个单位才算不符；金额本身的四舍五入能解释的差异只作提示。分母用错预算数的、金额单位填错的另有规则检查。表内有几个执行率的，各按其名称所指的预算数或到位资金核对；自评表中各资金来源一行的执行率，按该行的预算数和执行数核对。',
      en: 'The rate must be spending ÷ budget of the whole year (as adjusted). Figures are rounded: only a difference of more than half a unit of the last digit shown counts, and one that the rounding of the money explains is only noted. A rate on the other budget and money in another unit have rules of their own. Of several rates each is held against the money that it names, and the rates of single sources in a form against the money of their rows.',
    },
    topic: 'rate',
    severity: 'error',
    severities: ['info'],
    settings: ['rateDenominator', 'moneyTolerance'],
    requires: [SPENDING_RATES, ['budget', 'initialBudget', 'received'], ['actual']],
    fix: 'value',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '四川省级自评表填表说明', '黄石自评表注'],
    yieldsTo: ['execution-denominator'],
    compares: true,
    messages: {
      mismatch: {
        'zh-CN': '执行率应为 {expected}（实际支出 {spent} ÷ 年度预算 {budget}），表内为 {actual}。',
        en: 'The execution rate should be {expected} ({spent} ÷ {budget}); the sheet says {actual}.',
      },
      rounding: {
        'zh-CN':
          '执行率按表内金额计算为 {expected}（{spent} ÷ {budget}），表内为 {actual}，差异可能来自金额的四舍五入。请核对。',
        en: 'By the figures shown the rate is {expected} ({spent} ÷ {budget}), the sheet says {actual}; rounding of the money may explain the difference.',
      },
      mismatchOf: {
        'zh-CN': '{rateName}应为 {expected}（实际支出 {spent} ÷ {budgetName} {budget}），表内为 {actual}。',
        en: '{rateName} should be {expected} ({spent} ÷ {budgetName} {budget}); the sheet says {actual}.',
      },
      roundingOf: {
        'zh-CN':
          '{rateName}按表内金额计算为 {expected}（{spent} ÷ {budgetName} {budget}），表内为 {actual}，差异可能来自金额的四舍五入。请核对。',
        en: 'By the figures shown {rateName} is {expected} ({spent} ÷ {budgetName} {budget}), the sheet says {actual}; rounding of the money may explain the difference.',
      },
      mismatchIn: {
        'zh-CN':
          '“{source}”一行的执行率应为 {expected}（实际支出 {spent} ÷ 年度预算 {budget}），表内为 {actual}。请核对。',
        en: 'The execution rate in the row "{source}" should be {expected} ({spent} ÷ {budget}); the sheet says {actual}.',
      },
      ...RATE_FIX_MESSAGES,
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const live = annex.ratesAreFormulas;
    const { rates } = project;
    for (const field of SPENDING_RATES) {
      const rate = rates[field];
      if (!rate || rate.fraction === null) continue;
      const quotient = quotientFor(field, project, profile);
      if (!quotient || !isMismatch(rate, quotient.value) || isPercentTyped(rate, quotient.value)) continue;
      if (unitConflictsOf(context).concerns(project, MONEY)) continue;
      const rounding = roundingExplains(rate, quotient, decimalsInRow(quotient, annex));
      const decimals = decimalsThatDiffer(rate.fraction, quotient.value, shownDecimals(rate));
      const likely = rateFix(rate, quotient, live ? 'formula' : 'value');
      const other = rateFix(rate, quotient, live ? 'value' : 'formula');
      const primary = field === 'executionRate';
      const key = rounding ? 'rounding' : 'mismatch';
      report({
        severity: rounding ? 'info' : undefined,
        cell: rate,
        related: [quotient.actual, quotient.budget],
        project,
        message: primary ? key : `${key}Of`,
        data: {
          expected: rateText(quotient.value, decimals),
          actual: rateText(rate.fraction, decimals),
          rateName: primary ? '' : labelOf(annex, rate),
          budgetName: primary ? '' : amountLabelOf(annex, quotient.budget),
          ...quotientTexts(quotient, annex),
        },
        expected: quotient.value,
        actual: rate.fraction,
        // Where rounding may explain it, the rate may as well be right: only the unit knows.
        ...(rounding ? { suggestions: [likely, other] } : { fix: likely, suggestions: [other] }),
      });
    }
    for (const rate of rates.executionRate?.further ?? []) checkSource(rate, project, context, report);
  },
});

/** Holds the rate of one source of a form's money against the money of its row. */
function checkSource(
  rate: RateCell,
  project: Project,
  context: RuleContext,
  report: (finding: Report) => void,
): void {
  const { annex } = context;
  const quotients = quotientsInRow(rate, project);
  const [quotient] = quotients;
  if (!quotient || rate.fraction === null) return;
  const isRight = (one: Quotient): boolean =>
    !isMismatch(rate, one.value) ||
    isPercentTyped(rate, one.value) ||
    roundingExplains(rate, one, decimalsInRow(one, annex));
  // On which of two budgets it stands is said of the rate of all money.
  if (quotients.some(isRight) || unitConflictsOf(context).concerns(project, MONEY)) return;
  const decimals = decimalsThatDiffer(rate.fraction, quotient.value, shownDecimals(rate));
  report({
    cell: rate,
    related: [quotient.actual, quotient.budget],
    project,
    message: 'mismatchIn',
    data: {
      source: quote(labelOf(annex, rate)),
      expected: rateText(quotient.value, decimals),
      actual: rateText(rate.fraction, decimals),
      ...quotientTexts(quotient, annex),
    },
    expected: quotient.value,
    actual: rate.fraction,
    fix: rateFix(rate, quotient, annex.ratesAreFormulas ? 'formula' : 'value'),
  });
}

/** All that rates of spending are made of. */
const MONEY: readonly MoneyField[] = [...RATE_MONEY, 'received'];

/** A message that says "should be 98.00 %, is 98.00 %" helps nobody. */
function decimalsThatDiffer(a: number, b: number, decimals: number): number {
  while (decimals < 6 && rateText(a, decimals) === rateText(b, decimals)) decimals++;
  return decimals;
}
