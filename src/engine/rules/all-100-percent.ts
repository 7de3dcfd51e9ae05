import type { AnnexView, Project } from '../annex/annex';
import type { RateCell } from '../annex/values/rate-cell';
import { roundNoise } from '../rule/figures';
import type { Rule } from '../rule/rule';

/** Fewer projects may well all have spent what they had. */
const ENOUGH_PROJECTS = 10;

export const rule: Rule = {
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
  check(annex, report) {
    const rates = fullRates(annex);
    if (!rates || rates.length < ENOUGH_PROJECTS) return;
    const [first, ...others] = rates as [RateCell, ...RateCell[]];
    report({
      cell: first,
      related: others,
      project: null,
      message: 'all',
      data: { count: String(rates.length) },
      actual: 1,
    });
  },
};

/** The rates of all projects with money; `null` as soon as one is not 100 % to the cent. */
function fullRates({ projects }: AnnexView): RateCell[] | null {
  const rates: RateCell[] = [];
  for (const project of projects) {
    const { rate } = project;
    if (hasNoMoney(project)) continue;
    const { budget, actual } = project.money;
    if (rate?.fraction !== 1 || budget?.number == null || actual?.number == null) return null;
    if (roundNoise(budget.number) !== roundNoise(actual.number)) return null;
    rates.push(rate);
  }
  return rates;
}

function hasNoMoney({ money: { budget, actual } }: Project): boolean {
  return !budget?.number && !actual?.number && budget?.presence !== 'error' && actual?.presence !== 'error';
}
