import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'missing',

  valid: [
    { name: 'the rate is there', rows: [{ budget: 56, actual: 50.4, executionRate: percent(0.9) }] },
    { name: 'a rate of 0', rows: [{ budget: 56, actual: 0, executionRate: 0 }] },
    { name: 'a rate as text', rows: [{ budget: 56, actual: 56, executionRate: '100％' }] },
    { name: 'a wrong rate', rows: [{ budget: 56, actual: 28, executionRate: percent(0.9) }] },
    {
      name: 'a budget of 0',
      rows: [{ budget: 0, actual: 0, executionRate: null }],
      fields: ['executionRate'],
    },
    { name: 'a blank budget', rows: [{ actual: 5 }], fields: ['budget', 'executionRate'] },
    { name: 'spending left blank', rows: [{ budget: 12, executionRate: '/' }], fields: ['actual'] },
    { name: 'spending as a dash', rows: [{ budget: 12, actual: '―', executionRate: '―' }] },
    { name: 'spending in words', rows: [{ budget: 12, actual: '尚未决算' }], fields: ['executionRate'] },
    {
      name: 'the rate shows an error',
      rows: [{ budget: 12, actual: 6, executionRate: { error: '#NAME?' } }],
    },
    {
      name: 'spending shows an error',
      rows: [{ budget: 12, actual: { error: '#REF!' } }],
      fields: ['executionRate'],
    },
    { name: 'a table without a column of rates', notChecked: true, rows: [{ budget: 12, actual: 6 }] },
  ],
  invalid: [
    {
      name: 'a blank rate',
      rows: [{ budget: 27.69, actual: 25.88 }],
      fields: ['executionRate'],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          suggested: [{ value: 0.934633441675695, format: '0.00%', says: '改为 93.46%' }],
          message: 'missing',
          expected: 25.88 / 27.69,
          fixed: { formula: '=C5/B5', format: '0.00%', says: '改为公式 =C5/B5（93.46%）' },
          text: '未填写执行率；按实际支出 25.88 ÷ 年度预算 27.69，应为 93.46%。',
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'a dash among percentages',
      rows: [
        { budget: 60, actual: 57, executionRate: percent(0.95) },
        { budget: 33, actual: 11, executionRate: { value: '—', format: '0.00%' } },
      ],
      findings: [
        {
          row: 1,
          field: 'executionRate',
          expected: 1 / 3,
          fixed: { formula: '=C6/B6' },
          actual: null,
          related: ['actual', 'budget'],
          suggested: [{ value: 0.333333333333333 }],
        },
      ],
    },
    {
      name: '无 for a rate',
      rows: [{ budget: 5, actual: 5, executionRate: '无' }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 1,
          fixed: { formula: '=C5/B5', format: '0.00%' },
          actual: null,
          related: ['actual', 'budget'],
          suggested: [{ value: 1, format: '0.00%' }],
        },
      ],
    },
    {
      name: 'white space is nothing',
      rows: [{ budget: 8, actual: 2, executionRate: ' \u3000' }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.25,
          fixed: { formula: '=C5/B5', format: '0.00%' },
          actual: null,
          related: ['actual', 'budget'],
          suggested: [{ value: 0.25, format: '0.00%' }],
        },
      ],
    },
    {
      name: 'in a column of percents the formula gives percents',
      rows: [
        { budget: 40, actual: 38, executionRate: 95 },
        { budget: 64, actual: 48 },
      ],
      labels: { executionRate: '支出率（%）' },
      findings: [
        {
          row: 1,
          field: 'executionRate',
          expected: 0.75,
          fixed: { formula: '=C6/B6*100' },
          related: ['actual', 'budget'],
          suggested: [{ value: 75 }],
        },
      ],
    },
    {
      name: 'nothing spent: the rate is 0, not blank',
      rows: [{ budget: 15, actual: 0 }],
      fields: ['executionRate'],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0,
          fixed: { formula: '=C5/B5', format: '0.00%' },
          text: '未填写执行率；按实际支出 0.00 ÷ 年度预算 15.00，应为 0.00%。',
          related: ['actual', 'budget'],
          suggested: [{ value: 0, format: '0.00%' }],
        },
      ],
    },
    {
      name: 'money in 元 typed as text',
      rows: [{ budget: '128,000.00', actual: '96,000元' }],
      fields: ['executionRate'],
      unit: '元',
      findings: [
        {
          row: 0,
          field: 'executionRate',
          expected: 0.75,
          fixed: { formula: '=C5/B5', format: '0.00%' },
          related: ['actual', 'budget'],
          suggested: [{ value: 0.75, format: '0.00%' }],
        },
      ],
    },
    {
      name: 'other rates are formulas',
      rows: [
        { budget: 20, actual: 19, executionRate: computed('=C5/B5', 0.95, '0.00%') },
        { budget: 40, actual: 30 },
      ],
      findings: [
        {
          row: 1,
          field: 'executionRate',
          suggested: [],
          fixed: { formula: '=C6/B6', format: '0.00%' },
          expected: 0.75,
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'of two rates the one on the initial budget',
      rows: [
        {
          initialBudget: 800,
          budget: 880,
          actual: 836,
          executionRate: percent(0.95),
          'executionRate.initial': '—',
        },
        {
          initialBudget: 100,
          budget: 100,
          actual: 90,
          executionRate: percent(0.9),
          'executionRate.initial': percent(0.9),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.initial',
          message: 'missingOf',
          actual: null,
          expected: 1.045,
          text: '没有填写年初预算执行率；按实际支出 836.00 ÷ 年初预算数 800.00，应为 104.50%。请补填。',
          related: ['actual', 'initialBudget'],
          fixed: { formula: '=D5/B5', format: '0.00%' },
          suggested: [{ value: 1.045, format: '0.00%' }],
        },
      ],
    },
  ],
};
