import type { Project } from '../annex/annex';
import { cellOf } from '../facts/across/place-on-sheet';
import { roundNoise } from '../rule/figures';
import { MOST_RELATED } from '../rule/finding';
import { defineRule, learning, type RelatedCell } from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';

/** Fewer projects may well all have spent what they had. */
const ENOUGH_PROJECTS = 10;

type Learnt = { cells: CellPosition[] | null };

/** The rates of the projects with money, as long as each is 100 % to the cent. */
const fullRates = learning<Learnt>({
  empty: () => ({ cells: [] }),
  add(learnt, project) {
    if (!learnt.cells || hasNoMoney(project)) return;
    const { rate } = project;
    if (rate && isFullySpent(project)) learnt.cells.push(positionOf(rate));
    else learnt.cells = null;
  },
  merge(learnt, { cells }) {
    if (!learnt.cells || !cells) learnt.cells = null;
    else for (const cell of cells) learnt.cells.push(cell);
  },
});

export const rule = defineRule({
  meta: {
    id: 'all-100-percent',
    name: { 'zh-CN': '执行率全部为100%', en: 'Every rate is 100 %' },
    description: {
      'zh-CN':
        '十个以上项目（一张横表的，或同一工作簿内各张自评表的）执行率全部恰为 100%、预算数与执行数分毫不差时，提示核对预算数是否按决算倒填。预算与支出均为 0 的项目不计。',
      en: 'Where ten projects or more, of one table or of the forms of one workbook, all have a rate of exactly 100 % and spent their budget to the cent, the budgets may have been filled in from the spending. Projects without a budget and spending do not count.',
    },
    topic: 'rate',
    severity: 'info',
    requires: [['executionRate'], ['budget'], ['actual']],
    fix: 'none',
    basis: ['评审惯例'],
    messages: {
      all: {
        'zh-CN':
          '{count} 个项目的执行率全部为 100%，预算数与执行数完全相等。请核对预算数是否为全年（调整后）预算数，而非按支出填列。',
        en: 'All {count} projects have a rate of 100 % and spent exactly their budget. Check that the budgets are those of the year as adjusted, not taken from the spending.',
      },
      forms: {
        'zh-CN':
          '工作簿内 {count} 张项目自评表的执行率全部为 100%，预算数与执行数完全相等。请核对预算数是否为全年（调整后）预算数，而非按支出填列。',
        en: 'In all {count} forms of this workbook the rate is 100 % and exactly the budget was spent. Check that the budgets are those of the year as adjusted, not taken from the spending.',
      },
    },
  },
  learn: fullRates,
  annex({ learnt: { cells } }, report) {
    const [first, ...others] = cells ?? [];
    if (!first || !isSaid(cells)) return;
    report({
      cell: first,
      related: others,
      project: null,
      message: 'all',
      data: { count: String(others.length + 1) },
      actual: 1,
    });
  },
  workbook({ annexes }) {
    // A table of the same projects has said it.
    if (annexes.some(({ annex, learnt: { cells } }) => annex.layout === 'wide' && isSaid(cells))) return;
    const forms = annexes.filter(({ annex }) => annex.layout === 'form');
    const full: RelatedCell[] = [];
    for (const { annex, learnt } of forms) {
      if (!learnt.cells) return;
      for (const cell of learnt.cells) full.push(cellOf(cell, annex));
    }
    const [first, ...others] = full;
    if (!first || !isSaid(full)) return;
    const at = forms.find(({ learnt }) => learnt.cells!.length > 0)!;
    at.report({
      cell: first,
      related: others.slice(0, MOST_RELATED),
      project: null,
      message: 'forms',
      data: { count: String(full.length) },
      actual: 1,
    });
  },
});

function isSaid(cells: readonly CellPosition[] | null): boolean {
  return cells !== null && cells.length >= ENOUGH_PROJECTS;
}

function isFullySpent({ rate, money: { budget, actual } }: Project): boolean {
  if (rate?.fraction !== 1 || budget?.number == null || actual?.number == null) return false;
  return roundNoise(budget.number) === roundNoise(actual.number);
}

function hasNoMoney({ money: { budget, actual } }: Project): boolean {
  return !budget?.number && !actual?.number && budget?.presence !== 'error' && actual?.presence !== 'error';
}
