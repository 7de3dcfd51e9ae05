import type { Indicator, Project } from '../annex/annex';
import type { Statement } from '../quantity';
import { foldText } from '../annex/text';
import type { NumberCell } from '../annex/values/number-cell';
import { YUAN_PER_UNIT, type MoneyUnit } from '../annex/vocabulary/money-units';
import { moneyText, quote, significantDigits } from '../rule/figures';
import { defineRule, type Report } from '../rule/rule';

export const rule = defineRule({
  meta: {
    id: 'money-as-quantity',
    name: { 'zh-CN': '以资金额作数量指标', en: 'Money as an indicator of quantity' },
    description: {
      'zh-CN':
        '数量指标应反映产出的数量（个、人、公里等）。指标值只是一个金额，或等于本项目预算数的，即为以资金额代替数量；指标名称就是资金金额的，也算。投资额、交易额、贷款、税收等本身就是产出的只作提示；偿还的本息、补助标准、单价和另有数量的不算。',
      en: 'An indicator of quantity counts what is produced. A target that is only a sum of money, or the project’s own budget, counts the money instead, and so does an indicator that is named after the amount. Investment, turnover, loans or revenue, which may be the product itself, are only noted; debt service, standards, prices and targets that also count something are fine.',
    },
    topic: 'indicator',
    severity: 'warning',
    severities: ['info'],
    requires: [['indicator.quantity.target']],
    fix: 'none',
    basis: ['财预〔2020〕10号《项目支出绩效评价管理办法》', '评审惯例'],
    yieldsTo: ['target-missing'],
    messages: {
      money: {
        'zh-CN': '数量指标值“{text}”是资金额，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        en: 'The quantity target "{text}" is a sum of money, no quantity of output. Count what is produced instead.',
      },
      budget: {
        'zh-CN':
          '数量指标值“{text}”即本项目预算数 {budget}，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        en: 'The quantity target "{text}" is the budget of the project ({budget}), no quantity of output. Count what is produced instead.',
      },
      named: {
        'zh-CN':
          '数量指标“{name}”（指标值“{text}”）是资金额，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        en: 'The quantity indicator "{name}" (target "{text}") is a sum of money, no quantity of output. Count what is produced instead.',
      },
    },
  },
  project(project, { annex }, report) {
    for (const indicator of project.indicators) {
      const { kind, kindGuessed, target } = indicator;
      if (kind !== 'quantity' || kindGuessed || target?.presence !== 'value') continue;
      const unit = unitBeside(indicator);
      const counted = unit === null && indicator.measureUnit?.answered === true;
      if (unit === null && !target.text.includes('元') && !mayBeBudget(target.text)) {
        if (!counted && isNamedAfterMoney(indicator)) report(namedAfterMoney(project, indicator));
        continue;
      }
      const amount = moneyAlone(target.statement, unit, indicator);
      if (amount === null && counted) continue;
      const budget = budgetOf(project, amount, target.statement, annex.moneyUnit);
      if (amount === null && budget === null) {
        if (isNamedAfterMoney(indicator)) report(namedAfterMoney(project, indicator));
        continue;
      }
      report({
        severity: budget === null && isProduct(indicator) ? 'info' : undefined,
        cell: target,
        related: budget ? [budget] : [],
        project,
        message: budget ? 'budget' : 'money',
        data: {
          text: quote(unit === null ? target.text : `${target.text}${unit}`),
          budget: budget ? moneyText(budget.number!, annex) : '',
        },
        actual: target.text,
      });
    }
  },
});

/** 度量单位 where it is a unit of money. */
function unitBeside({ measureUnit }: Indicator): MoneyUnit | null {
  if (!measureUnit?.answered) return null;
  const unit = /^(?:人民币)?(亿元|万元|元)$/.exec(foldText(measureUnit.text));
  return unit ? (unit[1] as MoneyUnit) : null;
}

/** What is paid each time, not altogether. */
const STANDARD =
  /标准|单价|均价|定额|人均|户均|亩均|每[^年月日季周天]|\/(?:人|户|亩|个|次|件|生|名|月|年|平方|公里|套|台)/;

/** Names of sums of money, as a whole: 工程资金金额, 项目经费总额. */
const SUM_OF_MONEY =
  /(?:资金|经费|款项)(?:总|支出|拨付|支付|投入|下达|到位)*(?:金?额|数额|总量)$|(?:支出|拨付|支付)金额$/;

/** Whether an indicator with a bare figure is named after a sum of money that is no product itself. */
function isNamedAfterMoney({ name, target }: Indicator): boolean {
  if (!name?.answered || !SUM_OF_MONEY.test(foldText(name.text))) return false;
  if (STANDARD.test(name.text) || REPAID.test(name.text) || PRODUCT.test(name.text)) return false;
  const [sum, ...others] = target!.statement.quantities;
  return sum !== undefined && others.length === 0 && sum.unit.dimension === 'none';
}

function namedAfterMoney(project: Project, { name, target }: Indicator): Report {
  return {
    cell: name!,
    related: [target!],
    project,
    message: 'named',
    data: { name: quote(name!.text), text: quote(target!.text) },
    actual: target!.text,
  };
}

/** Debt that is to be served: the sum repaid is what there is to count. */
const REPAID = /本金|利息|本息|还本|付息|偿债|偿还/;

/** Money that is what the project brings about. */
const PRODUCT =
  /投资|交易|成交|销售|营业|营收|产值|贷款|放贷|担保|授信|融资|引资|招商|签约|税|收入|征缴|征收|清欠|追回|追缴|挽回|罚没|减免|减负|节约|节省|降本|欠款|债务|债券|保费|赔付|送审|评审|审减|核减/;

function isProduct({ name, target }: Indicator): boolean {
  return isOf(PRODUCT, target!.text, name);
}

/** The sum in 元 where the target is nothing but one sum of money; `null` where it counts anything else. */
function moneyAlone(
  { quantities, text }: Statement,
  beside: MoneyUnit | null,
  { name }: Indicator,
): number | null {
  const counted = quantities.filter(({ unit }) => unit.dimension !== 'date');
  const [sum] = counted;
  if (counted.length !== 1 || !sum || sum.upper !== null || sum.change) return null;
  if (isOf(STANDARD, text, name) || isOf(REPAID, text, name)) return null;
  if (sum.unit.dimension === 'none' && beside !== null) return sum.value * YUAN_PER_UNIT[beside];
  return sum.unit.base === '元' && sum.unit.per === null ? sum.value * sum.unit.factor : null;
}

function isOf(words: RegExp, text: string, name: Indicator['name']): boolean {
  return words.test(text) || (name !== null && words.test(name.text));
}

/** A bare number may be the budget by chance: it has to have this many digits that say something. */
const TELLING_DIGITS = 4;

/** A text that is little more than a number with enough digits. */
function mayBeBudget(text: string): boolean {
  return text.length <= 12 && /\d/.test(text) && (text.match(/\d/g)?.length ?? 0) >= TELLING_DIGITS;
}

/** The budget that the target repeats, as a sum of money or as a bare number; `null` where it does not. */
function budgetOf(
  { money }: Project,
  amount: number | null,
  { quantities }: Statement,
  unit: MoneyUnit | null,
): NumberCell | null {
  const cell = [money.budget, money.initialBudget].find((each) => {
    if (!each || each.number === null || each.number <= 0) return false;
    if (amount !== null) return isSame(amount, each.number * YUAN_PER_UNIT[unit ?? '万元']);
    const [bare] = quantities;
    return (
      quantities.length === 1 &&
      bare!.unit.dimension === 'none' &&
      bare!.upper === null &&
      isSame(bare!.value, each.number) &&
      significantDigits(each.number) >= TELLING_DIGITS
    );
  });
  return cell ?? null;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(a, b);
}
