import type { MoneyCells } from '../annex/annex';
import { FUND_SOURCES, type FieldId, type FundSource } from '../annex/field-id';
import { fundGroupsOf, fundRow, hasUnreadParts, sumTolerance, type FundGroup } from '../facts/money/funds';
import { unitConflictsOf } from '../facts/money/unit-conflicts';
import { isEmpty, isFigure, type Figure } from '../facts/table/number-cells';
import { labelOf } from '../facts/table/places';
import type { NumberCell } from '../annex/values/number-cell';
import { moneyText, roundNoise } from '../rule/figures';
import { defineRule, type FactContext } from '../rule/rule';

/** Sources of which others are parts: what was overspent of a part is told there. */
const PARTS: Readonly<Partial<Record<FundSource, readonly FundSource[]>>> = {
  fiscal: ['generalPublic', 'governmentFund', 'stateCapital', 'central', 'local'],
};

export const rule = defineRule({
  meta: {
    id: 'source-overspent',
    name: { 'zh-CN': '某项资金来源超支', en: 'A source of money overspent' },
    description: {
      'zh-CN':
        '某一资金来源的支出大于该来源的预算、而支出合计没有超过预算合计的，应核对是否填错或挪用了其他来源的资金（误差 0.01 万元以内）。该来源没有填写预算而各分项已等于合计的，按 0 计。合计也超支的由“执行数大于预算数”检查，金额单位填错的由“万元与元混用”检查。',
      en: 'More spent from one source than it was budgeted, while the total fits, is a slip or money of another source (within 0.01 万元). A blank budget counts as 0 where the others make the total. Where the total is overspent, too, that is said by its own rule; amounts in another unit are left to that rule.',
    },
    topic: 'money',
    severity: 'error',
    settings: ['moneyTolerance'],
    requires: [
      ['budget'],
      ['actual'],
      FUND_SOURCES.map((source) => `budget.${source}` as const),
      FUND_SOURCES.map((source) => `actual.${source}` as const),
    ],
    fix: 'none',
    basis: ['评审惯例'],
    yieldsTo: ['unit-conflict', 'negative-amount', 'number-as-text', 'formula-error'],
    compares: true,
    messages: {
      over: {
        'zh-CN':
          '{source}支出 {spent} 大于该项预算 {budget}，超出 {difference}；支出合计 {total} 没有超过预算合计 {allTotal}。请核对各项来源的支出。',
        en: '{spent} of {source} was spent, {difference} more than its budget {budget}; the total {total} does not exceed the budget {allTotal}. Check the spending by source.',
      },
    },
  },
  project(project, context, report) {
    const { annex, profile } = context;
    const { money } = project;
    const { budget, actual } = money;
    const tolerance = sumTolerance(annex, profile);
    if (!isFigure(budget) || !isFigure(actual) || actual.number - budget.number > tolerance) return;
    const overspent = context
      .fact(sources)
      .flatMap((source) => overspending(money, source, context.fact(budgetGroups), tolerance) ?? []);
    for (const { source, spent, planned, limit, difference } of overspent) {
      if (overspent.some((other) => PARTS[source]?.includes(other.source))) continue;
      if (unitConflictsOf(context).concerns(project, [`budget.${source}`, `actual.${source}`])) continue;
      report({
        cell: spent,
        related: [planned, actual, budget],
        project,
        message: 'over',
        data: {
          source: labelOf(annex, spent),
          spent: moneyText(spent.number, annex),
          budget: moneyText(limit, annex),
          difference: moneyText(difference, annex),
          total: moneyText(actual.number, annex),
          allTotal: moneyText(budget.number, annex),
        },
        expected: limit,
        actual: spent.number,
      });
    }
  },
});

/** The sources that both budget and spending are split into. Those whose columns are worded alike on both sides. */
function sources({ annex }: FactContext): readonly FundSource[] {
  // What was not read may be money of any of them.
  if (hasUnreadParts(annex, 'budget') || hasUnreadParts(annex, 'actual')) return [];
  const columns = (field: FieldId): number =>
    annex.fields.includes(field) ? annex.places.filter((place) => place.field === field).length : 0;
  return FUND_SOURCES.filter(
    (source) => columns(`budget.${source}`) === 1 && columns(`actual.${source}`) === 1 && sameWords(source),
  );

  function sameWords(source: FundSource): boolean {
    // 其他资金 takes whatever a side does not name: beside other columns it is other money.
    if (source !== 'other' && source !== 'nonFiscal') return true;
    const label = (field: string): string =>
      labelOf(annex, { place: annex.places.findIndex((place) => place.field === field) });
    return label(`budget.${source}`) === label(`actual.${source}`);
  }
}

function budgetGroups(context: FactContext): readonly FundGroup[] {
  return fundGroupsOf(context).filter(({ total }) => total === 'budget' || total === 'budget.fiscal');
}

interface Overspending {
  readonly source: FundSource;
  readonly spent: Figure;
  readonly planned: NumberCell;
  readonly limit: number;
  readonly difference: number;
}

function overspending(
  money: MoneyCells,
  source: FundSource,
  groups: readonly FundGroup[],
  tolerance: number,
): Overspending | null {
  const field = `budget.${source}` as const;
  const planned = money[field];
  const spent = money[`actual.${source}`];
  if (!planned || !isFigure(spent)) return null;
  if (!isFigure(planned) && !(isEmpty(planned) && isNothing(money, field, groups, tolerance))) return null;
  const limit = planned.number ?? 0;
  const difference = roundNoise(spent.number - limit);
  return difference > tolerance && limit >= 0 ? { source, spent, planned, limit, difference } : null;
}

/** Whether the other parts of a total leave nothing for one that is blank. */
function isNothing(
  money: MoneyCells,
  field: `budget.${FundSource}`,
  groups: readonly FundGroup[],
  tolerance: number,
): boolean {
  const group = groups.find(({ parts }) => parts.includes(field));
  const row = group && fundRow(money, group);
  return row != null && Math.abs(row.difference) <= tolerance;
}
