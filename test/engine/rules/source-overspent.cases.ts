import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'over',
  valid: [
    {
      name: 'each source within its budget',
      rows: [
        {
          budget: 105,
          'budget.fiscal': 45,
          'budget.other': 60,
          actual: 103,
          'actual.fiscal': 43,
          'actual.other': 60,
        },
      ],
    },
    {
      name: 'exactly 0.01 more',
      rows: [
        {
          budget: 105,
          'budget.fiscal': 45,
          'budget.other': 60,
          actual: 103,
          'actual.fiscal': 45.01,
          'actual.other': 57.99,
        },
      ],
    },
    {
      name: 'the total is overspent, too',
      rows: [{ budget: 60, 'budget.fiscal': 45, actual: 70, 'actual.fiscal': 55 }],
    },
    {
      name: 'the source has no budget, and the others do not make the total',
      rows: [
        {
          budget: 105,
          'budget.fiscal': 45,
          'budget.other': null,
          actual: 103,
          'actual.fiscal': 43,
          'actual.other': 60,
        },
      ],
    },
    {
      name: 'the budget of the source is in words',
      rows: [
        {
          budget: 60,
          'budget.fiscal': '按实际',
          'budget.other': 60,
          actual: 50,
          'actual.fiscal': 43,
          'actual.other': 7,
        },
      ],
    },
    {
      name: 'other money of both sides is not of the same columns',
      rows: [
        {
          budget: 60,
          'budget.fiscal': 50,
          'budget.other': 10,
          actual: 60,
          'actual.fiscal': 40,
          'actual.other': 20,
        },
      ],
      labels: { 'actual.other': '单位资金' },
    },
    {
      name: 'no total to fit into',
      rows: [
        {
          budget: null,
          'budget.fiscal': 35,
          'budget.other': 300,
          actual: 335,
          'actual.fiscal': 53,
          'actual.other': 282,
        },
      ],
    },
    {
      name: 'spending of a source in 元 among 万元',
      rows: [
        {
          budget: 335,
          'budget.fiscal': 35,
          'budget.other': 300,
          actual: 335,
          'actual.fiscal': 350000,
          'actual.other': 300,
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'the grant is overspent, the total is not',
      rows: [
        {
          budget: 335,
          'budget.fiscal': 35,
          'budget.other': 300,
          actual: 335,
          'actual.fiscal': 53,
          'actual.other': 282,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'actual.fiscal',
          expected: 35,
          text: '财政拨款支出 53.00 大于该项预算 35.00，超出 18.00；支出合计 335.00 没有超过预算合计 335.00。请核对各项来源的支出。',
          related: ['budget.fiscal', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'more than 0.01',
      rows: [
        {
          budget: 105,
          'budget.fiscal': 45,
          'budget.other': 60,
          actual: 103,
          'actual.fiscal': 42.98,
          'actual.other': 60.02,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'actual.other',
          expected: 60,
          related: ['budget.other', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'of the fiscal funds, the part that was overspent',
      rows: [
        {
          budget: 100,
          'budget.fiscal': 60,
          'budget.generalPublic': 50,
          'budget.governmentFund': 10,
          'budget.other': 40,
          actual: 95,
          'actual.fiscal': 65,
          'actual.generalPublic': 58,
          'actual.governmentFund': 7,
          'actual.other': 30,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'actual.generalPublic',
          expected: 50,
          related: ['budget.generalPublic', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'a source that was not budgeted at all',
      rows: [
        {
          budget: 60,
          'budget.fiscal': 60,
          'budget.other': '—',
          actual: 55,
          'actual.fiscal': 50,
          'actual.other': 5,
        },
        {
          budget: 30,
          'budget.fiscal': 20,
          'budget.other': 10,
          actual: 30,
          'actual.fiscal': 20,
          'actual.other': 10,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'actual.other',
          expected: 0,
          related: ['budget.other', 'actual', 'budget'],
        },
      ],
    },
  ],
};
