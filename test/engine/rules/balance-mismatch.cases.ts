import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const MONEY = ['budget', 'actual'] as const;

export const cases: RuleCases = {
  severity: 'error',
  message: 'one',
  valid: [
    { name: 'budget less spending', rows: [{ budget: 500, actual: 450, balance: 50 }] },
    {
      name: 'money received less spending',
      rows: [{ budget: 500, received: 460, actual: 450, balance: 10 }],
    },
    {
      name: 'money received and carried over less spending',
      rows: [{ budget: 500, 'budget.carryover': 30, received: 460, actual: 450, balance: 40 }],
    },
    { name: 'exactly 0.01 off', rows: [{ budget: 500, actual: 449.99, balance: 50 }] },
    { name: 'more was spent than budgeted', rows: [{ budget: 500, actual: 510, balance: -10 }] },
    {
      name: 'more was spent than budgeted, and nothing is said to be left',
      rows: [{ budget: 500, actual: 510, balance: 0 }],
    },
    { name: 'no balance is stated', rows: [{ budget: 500, actual: 450, balance: '—' }] },
    { name: 'no spending is stated', rows: [{ budget: 500, actual: null, balance: 50 }] },
    { name: 'a budget in words', rows: [{ budget: '另行下达', actual: 450, balance: 50 }] },
    {
      name: 'what was carried over cannot be read',
      rows: [{ budget: 500, 'budget.carryover': '见表', received: 460, actual: 450, balance: 40 }],
    },
    { name: 'spending in 元 among 万元', rows: [{ budget: 500, actual: 4500000, balance: 50 }] },
  ],
  invalid: [
    {
      name: 'the rate says that budget and spending are right',
      rows: [{ budget: 500, actual: 450, balance: 90, executionRate: percent(0.9) }],
      findings: [
        {
          row: 0,
          field: 'balance',
          expected: 50,
          text: '资金结余应为 50.00（全年预算数 500.00 − 全年执行数 450.00），表内为 90.00。请核对。',
          related: [...MONEY],
          fixed: { value: 50, says: '将资金结余改为 50.00' },
          suggested: [{ formula: '=B5-C5', says: '将资金结余改为公式 =B5-C5（50.00）' }],
        },
      ],
    },
    {
      name: 'nothing says which figure is wrong',
      rows: [{ budget: 500, actual: 450, balance: 90 }],
      findings: [
        {
          row: 0,
          field: 'balance',
          expected: 50,
          related: [...MONEY],
          suggested: [{ value: 50 }, { formula: '=B5-C5' }],
        },
      ],
    },
    {
      name: 'the rate is off, too',
      rows: [{ budget: 500, actual: 450, balance: 90, executionRate: percent(0.8) }],
      findings: [
        {
          row: 0,
          field: 'balance',
          expected: 50,
          related: [...MONEY],
          suggested: [
            { value: 50, leaves: [] },
            { formula: '=B5-C5', leaves: [] },
          ],
        },
      ],
    },
    {
      name: 'neither of the budget nor of the money received',
      rows: [{ budget: 500, received: 460, actual: 450, balance: 90 }],
      findings: [
        {
          row: 0,
          field: 'balance',
          message: 'either',
          expected: 50,
          text: '资金结余 90.00 既不是 50.00（全年预算数 500.00 − 全年执行数 450.00），也不是 10.00（到位资金 460.00 − 全年执行数 450.00）。请核对。',
          related: ['budget', 'actual', 'received'],
          suggested: [{ value: 50 }, { formula: '=B5-D5' }, { value: 10 }, { formula: '=C5-D5' }],
        },
      ],
    },
    {
      name: 'more was spent than budgeted, by another amount than the balance says',
      rows: [{ budget: 500, actual: 510, balance: -20 }],
      findings: [
        {
          row: 0,
          field: 'balance',
          expected: -10,
          related: [...MONEY],
          suggested: [{ value: -10 }, { formula: '=B5-C5' }],
        },
      ],
    },
    {
      name: 'more was spent than budgeted, less than was received',
      rows: [{ budget: 500, received: 540, actual: 510, balance: 40 }],
      findings: [
        {
          row: 0,
          field: 'balance',
          message: 'one',
          expected: 30,
          related: ['received', 'actual'],
          suggested: [{ value: 30 }, { formula: '=C5-D5' }],
        },
      ],
    },
    {
      name: 'more than 0.01 off, a formula',
      rows: [{ budget: 500, actual: 449.98, balance: computed('=B5-450', 50) }],
      findings: [
        {
          row: 0,
          field: 'balance',
          expected: 50.02,
          related: [...MONEY],
          suggested: [{ formula: '=B5-C5' }],
        },
      ],
    },
    {
      name: 'most balances are of the money received',
      rows: [
        { budget: 45, received: 45, actual: 40, balance: 5 },
        { budget: 60, received: 50, actual: 44, balance: 6 },
        { budget: 66, received: 66, actual: 60, balance: 6 },
        { budget: 80, received: 75, actual: 70, balance: 4 },
      ],
      findings: [
        {
          row: 3,
          field: 'balance',
          expected: 5,
          related: ['received', 'actual'],
          suggested: [{ value: 5 }, { formula: '=C8-D8' }],
        },
      ],
    },
    {
      name: 'most balances are something else: notes',
      rows: [1, 2, 3, 4].map((more) => ({ budget: 50, actual: 40, balance: more === 4 ? 10 : 10 + more })),
      findings: [0, 1, 2].map((row) => ({
        row,
        field: 'balance',
        severity: 'info',
        expected: 10,
        related: [...MONEY],
        suggested: [{ value: 10 }, { formula: `=B${5 + row}-C${5 + row}` }],
      })),
    },
  ],
};
