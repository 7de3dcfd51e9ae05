import type { Project } from '../annex/annex';
import { roundNoise } from '../rule/figures';
import { defineRule, learning } from '../rule/rule';
import { positionOf, type CellPosition } from '../sheet/address';

/** Fewer projects may well all have spent what they had. */
const ENOUGH_PROJECTS = 10;

/** The rates of the projects with money, as long as each is 100 % to the cent. */
const fullRates = learning<{ cells: CellPosition[] | null }>({
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
        '十个以上项目的执行率全部恰为 100%、预算数与执行数分毫不差时，提示核对预算数是否按决算倒填。预算与支出均为 0 的项目不计。',
      en: 'Where ten projects or more all have a rate of exactly 100 % and spent their budget to the cent, the budgets may have been filled in from the spending. Projects without a budget and spending do not count.',
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
    },
  },
  learn: fullRates,
  annex({ learnt: { cells } }, report) {
    const [first, ...others] = cells ?? [];
    if (!first || others.length + 1 < ENOUGH_PROJECTS) return;
    report({
      cell: first,
      related: others,
      project: null,
      message: 'all',
      data: { count: String(others.length + 1) },
      actual: 1,
    });
  },
});

function isFullySpent({ rate, money: { budget, actual } }: Project): boolean {
  if (rate?.fraction !== 1 || budget?.number == null || actual?.number == null) return false;
  return roundNoise(budget.number) === roundNoise(actual.number);
}

function hasNoMoney({ money: { budget, actual } }: Project): boolean {
  return !budget?.number && !actual?.number && budget?.presence !== 'error' && actual?.presence !== 'error';
}
