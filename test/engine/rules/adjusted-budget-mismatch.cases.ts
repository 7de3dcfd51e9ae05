import { computed } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'sum',
  valid: [
    {
      name: 'a cut and an addition',
      rows: [
        { initialBudget: 80, 'budget.adjustment': -12, budget: 68, actual: 68 },
        { initialBudget: 30, 'budget.adjustment': 4.5, budget: 34.5, actual: 30 },
      ],
    },
    {
      name: 'a cut without its sign',
      rows: [{ initialBudget: 80, 'budget.adjustment': 12, budget: 68, actual: 68 }],
    },
    {
      name: 'the column of adjustments states the adjusted budget',
      rows: [{ initialBudget: 80, 'budget.adjustment': 68, budget: 68, actual: 68 }],
    },
    {
      name: 'with money carried over',
      rows: [{ initialBudget: 80, 'budget.adjustment': -12, 'budget.carryover': 5, budget: 73, actual: 70 }],
    },
    {
      name: 'money carried over is part of the initial budget',
      rows: [{ initialBudget: 80, 'budget.adjustment': -12, 'budget.carryover': 5, budget: 68, actual: 60 }],
    },
    {
      name: 'exactly 0.01 off',
      rows: [{ initialBudget: 80.33, 'budget.adjustment': 3.33, budget: 83.67, actual: 80 }],
    },
    {
      name: 'no adjustment, and none written',
      rows: [{ initialBudget: 80, 'budget.adjustment': '—', budget: 80, actual: 80 }],
    },
    {
      name: 'a project of the year',
      rows: [{ initialBudget: null, 'budget.adjustment': 42.3, budget: 42.3, actual: 42.3 }],
    },
    {
      name: 'nothing but the adjusted budget is stated',
      rows: [{ initialBudget: null, 'budget.adjustment': null, budget: 42.3, actual: 42.3 }],
    },
    { name: 'in words', rows: [{ initialBudget: 80, 'budget.adjustment': '待定', budget: 90, actual: 80 }] },
    {
      name: 'what was carried over cannot be read',
      rows: [
        { initialBudget: 80, 'budget.adjustment': 2, 'budget.carryover': '见附表', budget: 90, actual: 80 },
      ],
    },
    {
      name: 'a column of cuts',
      labels: { 'budget.adjustment': '预算调减数' },
      fields: ['budget.adjustment'],
      rows: [{ initialBudget: 80, 'budget.adjustment': 12, budget: 68, actual: 68 }],
    },
    {
      name: 'an initial budget in 元 among 万元',
      rows: [{ initialBudget: 800000, 'budget.adjustment': -12, budget: 68, actual: 67.5 }],
    },
  ],
  invalid: [
    {
      name: 'an addition that was added wrong',
      rows: [{ initialBudget: 0, 'budget.adjustment': 55, budget: 65, actual: 65 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          expected: 55,
          text: '全年预算数 65.00 与年初预算数 0.00 + 调整预算 55.00 之和 55.00 相差 10.00。请核对。',
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [
            { value: 55, says: '将全年预算数改为 55.00', leaves: ['execution-over-100'] },
            {
              formula: '=B5+C5',
              says: '将全年预算数改为公式 =B5+C5（55.00）',
              leaves: ['execution-over-100'],
            },
            { value: 65, at: 'budget.adjustment', says: '将调整预算改为 65.00' },
            { formula: '=D5-B5', at: 'budget.adjustment' },
          ],
        },
      ],
    },
    {
      name: 'more than 0.01 off',
      rows: [{ initialBudget: 80.33, 'budget.adjustment': 3.33, budget: 83.68, actual: 80 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          expected: 83.66,
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [
            { value: 83.66 },
            { formula: '=B5+C5' },
            { value: 3.35, at: 'budget.adjustment' },
            { formula: '=D5-B5', at: 'budget.adjustment' },
          ],
        },
      ],
    },
    {
      name: 'neither with what was carried over nor without',
      rows: [{ initialBudget: 80, 'budget.adjustment': -12, 'budget.carryover': 5, budget: 71, actual: 70 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          expected: 68,
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [
            { value: 68, leaves: ['execution-over-100'] },
            { formula: '=B5+C5', leaves: ['execution-over-100'] },
            { value: -9, at: 'budget.adjustment' },
            { formula: '=E5-B5', at: 'budget.adjustment' },
          ],
        },
      ],
    },
    {
      name: 'no adjustment is written',
      rows: [{ initialBudget: 80, 'budget.adjustment': null, budget: 90, actual: 80 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          expected: 80,
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [
            { value: 80 },
            { formula: '=B5+C5' },
            { value: 10, at: 'budget.adjustment' },
            { formula: '=D5-B5', at: 'budget.adjustment' },
          ],
        },
      ],
    },
    {
      name: 'one row among right ones, whose budget is a formula',
      rows: [
        { initialBudget: 80, 'budget.adjustment': -12, budget: computed('=B5+C5', 68), actual: 68 },
        { initialBudget: 20, 'budget.adjustment': 5, budget: computed('=B6', 20), actual: 18 },
        { initialBudget: 30, 'budget.adjustment': 0, budget: computed('=B7+C7', 30), actual: 30 },
      ],
      findings: [
        {
          row: 1,
          field: 'budget',
          expected: 25,
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [
            { formula: '=B6+C6' },
            { value: 0, at: 'budget.adjustment' },
            { formula: '=D6-B6', at: 'budget.adjustment' },
          ],
        },
      ],
    },
    {
      name: 'amounts stored as text take no part in a formula',
      rows: [{ initialBudget: '40', 'budget.adjustment': 5, budget: 50, actual: 45 }],
      findings: [
        {
          row: 0,
          field: 'budget',
          expected: 45,
          related: ['initialBudget', 'budget.adjustment'],
          suggested: [{ value: 45 }, { value: 10, at: 'budget.adjustment' }],
        },
      ],
    },
    {
      name: 'most rows hold more than is shown: notes',
      rows: [10, 20, 30, 40].map((more, i) => ({
        initialBudget: 100 + i,
        'budget.adjustment': 5,
        budget: i === 3 ? 108 : 105 + i + more,
        actual: 90,
      })),
      findings: [0, 1, 2].map((row) => ({
        row,
        field: 'budget',
        severity: 'info',
        expected: 105 + row,
        related: ['initialBudget', 'budget.adjustment'],
        suggested: [
          { value: 105 + row },
          { formula: `=B${5 + row}+C${5 + row}` },
          { value: 5 + (row + 1) * 10, at: 'budget.adjustment' },
          { formula: `=D${5 + row}-B${5 + row}`, at: 'budget.adjustment' },
        ],
      })),
    },
  ],
};
