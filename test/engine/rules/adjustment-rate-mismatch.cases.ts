import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'mismatch',
  valid: [
    {
      name: 'an addition',
      rows: [{ initialBudget: 800, budget: 880, 'budget.adjustmentRate': percent(0.1), actual: 836 }],
    },
    {
      name: 'a cut',
      rows: [{ initialBudget: 250, budget: 200, 'budget.adjustmentRate': percent(-0.2), actual: 190 }],
    },
    {
      name: 'a cut without its sign',
      rows: [{ initialBudget: 250, budget: 200, 'budget.adjustmentRate': percent(0.2), actual: 190 }],
    },
    {
      name: 'rounded to whole percents',
      rows: [{ initialBudget: 300, budget: 337, 'budget.adjustmentRate': percent(0.12, 0), actual: 320 }],
    },
    {
      name: 'the rounding of the money explains it',
      rows: [{ initialBudget: 0.83, budget: 0.85, 'budget.adjustmentRate': percent(0.03), actual: 0.8 }],
    },
    {
      name: 'nothing was budgeted at first',
      rows: [{ initialBudget: 0, budget: 200, 'budget.adjustmentRate': percent(1), actual: 190 }],
    },
    {
      name: 'no rate is stated',
      rows: [{ initialBudget: 250, budget: 200, 'budget.adjustmentRate': '—', actual: 190 }],
    },
    {
      name: 'an initial budget in 元 among 万元',
      rows: [{ initialBudget: 2500000, budget: 200, 'budget.adjustmentRate': percent(-0.2), actual: 190 }],
    },
    {
      name: 'the table divides by the adjusted budget',
      rows: [100, 150, 160, 180].map((initial) => ({
        initialBudget: initial,
        budget: 200,
        'budget.adjustmentRate': percent((200 - initial) / 200),
        actual: 190,
      })),
    },
  ],
  invalid: [
    {
      name: 'another rate',
      rows: [{ initialBudget: 1200, budget: 1380, 'budget.adjustmentRate': percent(0.12), actual: 1311 }],
      findings: [
        {
          row: 0,
          field: 'budget.adjustmentRate',
          expected: 0.15,
          text: '预算调整率应为 15.00%（全年预算数 1380.00 与年初预算数 1200.00 之差 ÷ 年初预算数），表内为 12.00%。请核对。',
          related: ['initialBudget', 'budget'],
          fixed: { value: 0.15, says: '改为 15.00%' },
          suggested: [{ formula: '=(C5-B5)/B5', says: '改为公式 =(C5-B5)/B5（15.00%）' }],
        },
      ],
    },
    {
      name: 'half a unit more than rounding',
      rows: [{ initialBudget: 300, budget: 339, 'budget.adjustmentRate': percent(0.12, 0), actual: 320 }],
      findings: [
        {
          row: 0,
          field: 'budget.adjustmentRate',
          expected: 0.13,
          related: ['initialBudget', 'budget'],
          fixed: { value: 0.13 },
          suggested: [{ formula: '=(C5-B5)/B5' }],
        },
      ],
    },
    {
      name: 'a cut that is told as an addition of another size, a column of percents',
      labels: { 'budget.adjustmentRate': '预算调整率（%）' },
      rows: [
        { initialBudget: 250, budget: 200, 'budget.adjustmentRate': 25, actual: 190 },
        { initialBudget: 100, budget: 115, 'budget.adjustmentRate': 15, actual: 100 },
      ],
      findings: [
        {
          row: 0,
          field: 'budget.adjustmentRate',
          expected: -0.2,
          actual: 0.25,
          related: ['initialBudget', 'budget'],
          fixed: { value: -20 },
          suggested: [{ formula: '=(C5-B5)/B5*100' }],
        },
      ],
    },
    {
      name: 'a formula that divides by something else',
      rows: [
        {
          initialBudget: 100,
          budget: 150,
          'budget.adjustmentRate': computed('=(C5-B5)/C5', 1 / 3, '0.00%'),
          actual: 140,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'budget.adjustmentRate',
          expected: 0.5,
          related: ['initialBudget', 'budget'],
          fixed: { formula: '=(C5-B5)/B5' },
        },
      ],
    },
    {
      name: 'one row of a table that divides by the adjusted budget',
      rows: [100, 150, 160, 180].map((initial, i) => ({
        initialBudget: initial,
        budget: 200,
        'budget.adjustmentRate': percent(i === 3 ? 0.4 : (200 - initial) / 200),
        actual: 190,
      })),
      findings: [
        {
          row: 3,
          field: 'budget.adjustmentRate',
          expected: 0.1,
          related: ['initialBudget', 'budget'],
          fixed: { value: 0.1 },
          suggested: [{ formula: '=(C8-B8)/C8' }],
        },
      ],
    },
    {
      name: 'most rates are reckoned otherwise: notes',
      rows: [100, 150, 160, 200].map((initial, i) => ({
        initialBudget: initial,
        budget: i === 3 ? 220 : 200,
        'budget.adjustmentRate': percent(i === 3 ? 0.1 : 0.07),
        actual: 190,
      })),
      findings: [1, 1 / 3, 0.25].map((right, row) => ({
        row,
        field: 'budget.adjustmentRate',
        severity: 'info',
        expected: right,
        related: ['initialBudget', 'budget'],
        suggested: [{ value: right }, { formula: `=(C${5 + row}-B${5 + row})/B${5 + row}` }],
      })),
    },
  ],
};
