import { computed } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'negative',

  valid: [
    { name: 'amounts above 0', rows: [{ budget: 15, actual: 14.2 }] },
    { name: '0 is no debt', rows: [{ budget: 0, actual: 0 }] },
    {
      name: 'an adjustment may be negative',
      rows: [{ initialBudget: 40, 'budget.adjustment': -8.5, budget: 31.5, actual: 31.5 }],
    },
    {
      name: 'a dash is a placeholder',
      rows: [{ budget: 15, 'budget.fiscal': 15, 'budget.other': '-', actual: '－' }],
    },
    {
      name: 'binary noise of a remainder',
      rows: [
        {
          budget: 15,
          'budget.fiscal': 15,
          'budget.other': computed('=0.3-0.1-0.2', 0.3 - 0.1 - 0.2),
          actual: 15,
        },
      ],
    },
    { name: 'a negative rate is no amount', rows: [{ budget: 15, actual: 14, executionRate: -0.93 }] },
    { name: 'an error', rows: [{ budget: { error: '#NUM!' }, actual: 1 }] },
    { name: 'words', rows: [{ budget: '核减-5万元', actual: 1 }] },
    {
      name: 'a negative sum in a row of sums',
      rows: [
        { budget: 5, actual: 5 },
        { projectName: '合计', budget: -5, actual: 5 },
      ],
    },
  ],
  invalid: [
    {
      name: 'spending below 0',
      rows: [{ budget: 15, actual: -14.2 }],
      findings: [
        { row: 0, field: 'actual', message: 'negative', text: '全年执行数为 -14.20，金额不应为负。请核对。' },
      ],
    },
    {
      name: 'the smallest amount',
      rows: [{ budget: -0.01, actual: 0 }],
      findings: [{ row: 0, field: 'budget' }],
    },
    {
      name: 'a part of the budget',
      rows: [{ budget: 20, 'budget.generalPublic': 25, 'budget.nonFiscal': -5, actual: 20 }],
      findings: [{ row: 0, field: 'budget.nonFiscal', text: '非财政资金为 -5.00，金额不应为负。请核对。' }],
    },
    {
      name: 'in brackets, as bookkeepers write',
      rows: [{ budget: '(12.50)', actual: 3 }],
      findings: [{ row: 0, field: 'budget', actual: -12.5 }],
    },
    {
      name: 'as text with a full-width sign',
      rows: [{ budget: 3, actual: '－１.５万元' }],
      findings: [{ row: 0, field: 'actual', actual: -1.5 }],
    },
    {
      name: 'two cells of one project',
      rows: [{ initialBudget: -10, budget: 3, actual: -3 }],
      findings: [
        { row: 0, field: 'initialBudget' },
        { row: 0, field: 'actual' },
      ],
    },
    {
      name: 'the result of a formula, in 元',
      rows: [{ budget: 20000, actual: computed('=B5-25000', -5000) }],
      unit: '元',
      findings: [{ row: 0, field: 'actual', text: '全年执行数为 -5000.00，金额不应为负。请核对。' }],
    },
  ],
};
