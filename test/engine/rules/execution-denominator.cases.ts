import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'denominator',

  valid: [
    {
      name: 'several rates, each on the money that it names',
      rows: [
        {
          initialBudget: 100,
          budget: 80,
          received: 78,
          actual: 76,
          executionRate: percent(0.95),
          'executionRate.initial': percent(0.76),
          'executionRate.received': percent(0.9744),
        },
      ],
    },
    {
      name: 'one budget alone',
      rows: [{ budget: 80, actual: 76, executionRate: percent(0.76) }],
      notChecked: true,
    },
    {
      name: 'on the adjusted budget',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.95) }],
    },
    {
      name: 'both budgets are the same',
      rows: [{ initialBudget: 80, budget: 80, actual: 76, executionRate: percent(0.9) }],
    },
    {
      name: 'a rate of neither',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.88) }],
    },
    {
      name: 'whole percents that fit both budgets',
      rows: [{ initialBudget: 100.2, budget: 100, actual: 96, executionRate: percent(0.96, 0) }],
    },
    {
      name: 'the place divides by the initial budget',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.76) }],
      profile: { rateDenominator: 'initialBudget' },
    },
    {
      name: 'no adjusted budget in this row',
      rows: [{ initialBudget: 100, budget: null, actual: 76, executionRate: percent(0.76) }],
    },
    {
      name: 'nothing was spent',
      rows: [{ initialBudget: 100, budget: 80, actual: 0, executionRate: percent(0) }],
    },
    {
      name: 'a project of the year, without an initial budget',
      rows: [{ initialBudget: 0, budget: 80, actual: 76, executionRate: percent(0.95) }],
    },
    {
      name: 'no rate',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: '—' }],
    },
    {
      name: 'the initial budget is in another unit',
      rows: [{ initialBudget: 900000, budget: 96, actual: 95, executionRate: percent(0.000106, 4) }],
    },
  ],
  invalid: [
    {
      name: 'the rate on the initial budget divides by the adjusted one',
      rows: [
        {
          initialBudget: 100,
          budget: 80,
          actual: 76,
          executionRate: percent(0.95),
          'executionRate.initial': percent(0.95),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.initial',
          message: 'denominatorOf',
          expected: 0.76,
          fixed: { value: 0.76 },
          suggested: [{ formula: '=D5/B5' }],
          text: '年初预算执行率 95.00% 是以全年预算数 80.00 为分母；应以年初预算数 100.00 为分母，为 76.00%。',
          related: ['actual', 'initialBudget', 'budget'],
        },
      ],
    },
    {
      name: 'the rate on money received divides by the budget',
      rows: [
        {
          budget: 100,
          received: 80,
          actual: 76,
          executionRate: percent(0.76),
          'executionRate.received': percent(0.76),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.received',
          message: 'denominatorOf',
          expected: 0.95,
          fixed: { value: 0.95 },
          suggested: [{ formula: '=D5/C5' }],
          related: ['actual', 'received', 'budget'],
        },
      ],
    },
    {
      name: 'the rate of the year divides by money received',
      rows: [{ budget: 100, received: 80, actual: 76, executionRate: percent(0.95) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'denominator',
          expected: 0.76,
          fixed: { value: 0.76 },
          suggested: [{ formula: '=D5/B5' }],
          text: '执行率 95.00% 是以到位资金 80.00 为分母；应以全年预算数 100.00 为分母，为 76.00%。',
          related: ['actual', 'budget', 'received'],
        },
      ],
    },
    {
      name: 'on the initial budget, that was cut',
      rows: [{ initialBudget: 100, budget: 80, actual: 76, executionRate: percent(0.76) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'denominator',
          expected: 0.95,
          fixed: { value: 0.95, says: '改为 95.00%' },
          suggested: [{ formula: '=D5/C5', says: '改为公式 =D5/C5（95.00%）' }],
          text: '执行率 76.00% 是以年初预算数 100.00 为分母；应以全年预算数 80.00 为分母，为 95.00%。',
          related: ['actual', 'budget', 'initialBudget'],
        },
      ],
    },
    {
      name: 'on the initial budget, that was raised: above 100 %',
      rows: [{ initialBudget: 60, budget: 90, actual: 81, executionRate: '135%' }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.9,
          fixed: { value: '90%' },
          actual: 1.35,
          related: ['actual', 'budget', 'initialBudget'],
          suggested: [{ formula: '=D5/C5' }],
        },
      ],
    },
    {
      name: 'one row among right ones, all formulas',
      rows: [
        { initialBudget: 50, budget: 40, actual: 38, executionRate: computed('=D5/C5', 0.95, '0.00%') },
        { initialBudget: 70, budget: 64, actual: 48, executionRate: computed('=D6/B6', 48 / 70, '0.00%') },
        { initialBudget: 20, budget: 20, actual: 19, executionRate: computed('=D7/C7', 0.95, '0.00%') },
      ],
      findings: [
        {
          row: 1,
          field: 'executionRate',
          expected: 0.75,
          fixed: { formula: '=D6/C6' },
          related: ['actual', 'budget', 'initialBudget'],
        },
      ],
    },
    {
      name: 'a column of percents',
      labels: { executionRate: '预算执行率（%）', initialBudget: '年初预算', budget: '调整后预算数' },
      rows: [
        { initialBudget: 40, budget: 50, actual: 45, executionRate: 112.5 },
        { initialBudget: 25, budget: 25, actual: 24, executionRate: 96 },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          fixed: { value: 90 },
          text: '执行率 112.50% 是以年初预算 40.00 为分母；应以调整后预算数 50.00 为分母，为 90.00%。',
          expected: 0.9,
          actual: 1.125,
          related: ['actual', 'budget', 'initialBudget'],
          suggested: [{ formula: '=D5/C5*100' }],
        },
      ],
    },
    {
      name: 'the place divides by the initial budget, the row by the other',
      rows: [{ initialBudget: 125, budget: 100, actual: 95, executionRate: percent(0.95) }],
      profile: { rateDenominator: 'initialBudget' },
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.76,
          fixed: { value: 0.76 },
          related: ['actual', 'initialBudget', 'budget'],
          suggested: [{ formula: '=D5/B5' }],
        },
      ],
    },
    {
      name: 'in 元, rounded to one decimal',
      unit: '元',
      rows: [
        { initialBudget: 356800, budget: 402500, actual: 343120, executionRate: '96.2%' },
        { initialBudget: 86000, budget: 86000, actual: 86000, executionRate: '100%' },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          fixed: { value: '85.2%' },
          expected: 0.852472049689441,
          actual: 0.962,
          related: ['actual', 'budget', 'initialBudget'],
          suggested: [{ formula: '=D5/C5' }],
        },
      ],
    },
  ],
};
