import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'over',
  valid: [
    { name: 'all that was received', rows: [{ budget: 36, received: 28.8, actual: 28.8 }] },
    { name: 'less than was received', rows: [{ budget: 36, received: 30, actual: 28.8 }] },
    { name: 'exactly 0.01 more', rows: [{ budget: 36, received: 28.79, actual: 28.8 }] },
    {
      name: 'money carried over was there already',
      rows: [{ budget: 36, 'budget.carryover': 10, received: 20, actual: 28.8 }],
    },
    { name: 'no money received is stated', rows: [{ budget: 36, received: '/', actual: 28.8 }] },
    { name: 'no spending is stated', rows: [{ budget: 36, received: 20, actual: null }] },
    {
      name: 'what was carried over cannot be read',
      rows: [{ budget: 36, 'budget.carryover': '详见说明', received: 20, actual: 28.8 }],
    },
    {
      name: 'spending in 元 among 万元',
      rows: [{ budget: 36, received: 20, actual: 200000 }],
    },
  ],
  invalid: [
    {
      name: 'more than was received, within the budget',
      rows: [{ budget: 36, received: 20, actual: 28.8 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          expected: 20,
          text: '全年执行数 28.80 大于到位资金 20.00，超出 8.80。请核对支出数和到位数。',
          related: ['received'],
        },
      ],
    },
    {
      name: 'more than 0.01',
      rows: [{ budget: 36, received: 28.78, actual: 28.8 }],
      findings: [{ row: 0, field: 'actual', expected: 28.78, related: ['received'] }],
    },
    {
      name: 'more than was received and carried over',
      rows: [{ budget: 36, 'budget.carryover': 5, received: 20, actual: 28.8 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'carried',
          expected: 25,
          text: '全年执行数 28.80 大于到位资金 20.00 与上年结转 5.00 之和，超出 3.80。请核对支出数和到位数。',
          related: ['received', 'budget.carryover'],
        },
      ],
    },
    {
      name: 'nothing was received',
      rows: [
        { budget: 36, received: 0, actual: 28.8 },
        { budget: 50, received: 50, actual: 45 },
      ],
      findings: [{ row: 0, field: 'actual', expected: 0, related: ['received'] }],
    },
    {
      name: 'in 元, more than one 元',
      unit: '元',
      rows: [{ budget: 360000, received: 200000, actual: 200001.5 }],
      findings: [{ row: 0, field: 'actual', expected: 200000, related: ['received'] }],
    },
  ],
};
