import type { MoneyField } from '../annex/field-id';
import { amountLabelOf, labelOf } from '../facts/table/places';
import { editOf } from '../rule/edits';
import { moneyText } from '../rule/figures';
import {
  differenceIn,
  ENOUGH_ROWS,
  fundGroupsOf,
  fundRow,
  isFullySplit,
  sumOfParts,
  sumTolerance,
  type FundGroup,
} from '../facts/money/funds';
import { defineRule, type Learning } from '../rule/rule';
import { unitConflictsOf } from '../facts/money/unit-conflicts';

/** Of a total: the rows that state it and a part of it, and how many of them do not add up. */
interface Splits {
  rows: number;
  wrong: number;
}

/** The totals that are fully split into the parts shown. */
const splitTotals: Learning<Partial<Record<MoneyField, Splits>>, readonly MoneyField[]> = {
  empty: () => ({}),
  add(learnt, { money }, context) {
    const tolerance = sumTolerance(context.annex, context.profile);
    for (const group of fundGroupsOf(context)) {
      const total = money[group.total]?.number ?? null;
      const sum = total === null ? null : sumOfParts(money, group);
      if (total === null || sum === null) continue;
      count(learnt, group.total, 1, Math.abs(total - sum) > tolerance ? 1 : 0);
    }
  },
  merge(learnt, further) {
    for (const [total, { rows, wrong }] of Object.entries(further) as [MoneyField, Splits][])
      count(learnt, total, rows, wrong);
  },
  settle(learnt, context) {
    const groups = fundGroupsOf(context);
    const splitsOf = ({ total }: FundGroup): Splits => learnt[total] ?? { rows: 0, wrong: 0 };
    return groups
      .filter((group) => {
        const { rows, wrong } = splitsOf(group);
        if (isFullySplit(rows, rows - wrong, group)) return true;
        // One row says little of itself: the same sources are all there is of another of its sums.
        const others = groups.filter((other) => other !== group && areSameSources(other, group));
        return rows < ENOUGH_ROWS && others.some((other) => isExact(splitsOf(other)));
      })
      .map(({ total }) => total);
  },
};

function isExact({ rows, wrong }: Splits): boolean {
  return rows > 0 && wrong === 0;
}

/** Whether two sums are made of the same two or more sources: the budget and the spending. */
function areSameSources(one: FundGroup, other: FundGroup): boolean {
  const sources = ({ parts }: FundGroup): string => parts.map((part) => part.split('.')[1]).join();
  return one.parts.length > 1 && sources(one) === sources(other);
}

function count(
  learnt: Partial<Record<MoneyField, Splits>>,
  total: MoneyField,
  rows: number,
  wrong: number,
): void {
  const own = (learnt[total] ??= { rows: 0, wrong: 0 });
  own.rows += rows;
  own.wrong += wrong;
}

/** A label that states its unit of money is called by its name alone. */
const MONEY_UNIT = /[（(](?:单位[:：])?(?:人民币)?(?:亿|万)?元[)）]$/;

export const rule = defineRule({
  meta: {
    id: 'fund-sum-mismatch',
    name: { 'zh-CN': '资金合计与分项不符', en: 'Fund total disagrees with its parts' },
    description: {
      'zh-CN':
        '资金合计应等于各资金来源之和（误差 0.01 万元以内）。表内只列部分来源时，只检查分项之和是否超过合计；预算数恰为各来源之和的，支出数也应如此。金额单位填错的由“万元与元混用”检查。',
      en: 'A fund total must be the sum of its sources (within 0.01 万元). Where only some sources have columns, only parts that exceed the total are reported; where the sources are all of the budget they must be all of the spending. Amounts in another unit are left to that rule.',
    },
    topic: 'money',
    severity: 'error',
    settings: ['moneyTolerance'],
    requires: [
      ['budget', 'initialBudget', 'actual', 'budget.fiscal', 'actual.fiscal', 'initialBudget.fiscal'],
      [
        'budget.fiscal',
        'budget.generalPublic',
        'budget.governmentFund',
        'budget.nonFiscal',
        'budget.other',
        'budget.central',
        'initialBudget.fiscal',
        'initialBudget.generalPublic',
        'initialBudget.other',
        'actual.fiscal',
        'actual.generalPublic',
        'actual.governmentFund',
        'actual.nonFiscal',
        'actual.other',
        'actual.central',
      ],
    ],
    fix: 'suggestion',
    basis: ['省级预算绩效系统的校验', '评审惯例'],
    yieldsTo: ['negative-amount'],
    compares: true,
    messages: {
      sum: {
        'zh-CN': '{total} {shown} 与分项之和 {sum}（{parts}）相差 {difference}。请核对。',
        en: '{total} {shown} and the sum of its parts {sum} ({parts}) differ by {difference}. Check them.',
      },
      exceeds: {
        'zh-CN': '分项之和 {sum}（{parts}）超过{total} {shown}，多出 {difference}。请核对。',
        en: 'The parts add up to {sum} ({parts}), {difference} more than {total} {shown}. Check them.',
      },
      writeSum: {
        'zh-CN': '如分项无误，将{total}改为 {sum}',
        en: 'If the parts are right, make {total} {sum}',
      },
    },
  },
  learn: splitTotals,
  mayConcern({ money }, context) {
    const tolerance = sumTolerance(context.annex, context.profile);
    return fundGroupsOf(context).some((group) => Math.abs(differenceIn(money, group) ?? 0) > tolerance);
  },
  project(project, context, report) {
    const { annex, profile, learnt } = context;
    const tolerance = sumTolerance(annex, profile);
    for (const group of fundGroupsOf(context)) {
      const complete = learnt.includes(group.total);
      const row = fundRow(project.money, group);
      if (!row || Math.abs(row.difference) <= tolerance || !(complete || row.difference < 0)) continue;
      if (unitConflictsOf(context).concerns(project, [group.total, ...group.parts])) continue;
      const total = amountLabelOf(annex, row.total).replace(MONEY_UNIT, '');
      const sum = moneyText(row.sum, annex);
      report({
        cell: row.total,
        related: row.parts.map((part) => part.cell),
        project,
        message: complete ? 'sum' : 'exceeds',
        data: {
          total,
          sum,
          shown: moneyText(row.total.number, annex),
          difference: moneyText(Math.abs(row.difference), annex),
          parts: row.parts
            .map((part) => `${labelOf(annex, part.cell)} ${moneyText(part.number, annex)}`)
            .join(' + '),
        },
        expected: row.sum,
        actual: row.total.number,
        suggestions: [
          { title: 'writeSum', data: { total, sum }, edits: [editOf(row.total, { value: row.sum })] },
        ],
      });
    }
  },
});
