import { percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'spent',

  valid: [
    { name: 'a cancelled project: all zero', rows: [{ budget: 0, actual: 0, executionRate: percent(0) }] },
    { name: 'no budget, no rate', rows: [{ budget: 0, actual: 0 }], fields: ['executionRate'] },
    { name: 'placeholders beside a budget of 0', rows: [{ budget: 0, actual: '—', executionRate: '/' }] },
    { name: '0 typed as text, a rate of "0％"', rows: [{ budget: '0.00', actual: 0, executionRate: '0％' }] },
    {
      name: 'nothing filled in at all',
      rows: [{ annualGoal: '村级会计委托代理' }],
      fields: ['budget', 'actual', 'executionRate'],
    },
    { name: 'a dash for the budget, nothing spent', rows: [{ budget: '―', actual: 0, executionRate: 0 }] },
    { name: 'the smallest budget is one', rows: [{ budget: 0.01, actual: 0.01, executionRate: percent(1) }] },
    {
      name: 'a budget that shows an error',
      rows: [{ budget: { error: '#REF!' }, actual: 12, executionRate: percent(1) }],
    },
    { name: 'a budget in words', rows: [{ budget: '详见批复文件', actual: 12, executionRate: percent(1) }] },
    { name: 'spending below 0', rows: [{ budget: 0, actual: -3.5 }], fields: ['executionRate'] },
    {
      name: 'the rate divides by 0',
      rows: [{ budget: 0, actual: 0, executionRate: { value: { error: '#DIV/0!' }, formula: '=C5/B5' } }],
    },
    {
      name: 'a table without rates',
      rows: [
        { budget: 0, actual: 0 },
        { budget: 5, actual: 5 },
      ],
    },
    {
      name: 'all of the initial budget was taken back',
      rows: [{ initialBudget: 30, budget: 0, actual: 0, executionRate: percent(0) }],
    },
    {
      name: 'no initial budget: 0, or a sign for nothing',
      rows: [
        { initialBudget: 0, budget: 24, actual: 24 },
        { initialBudget: '—', budget: 12, actual: 12 },
        { initialBudget: 30, budget: 30, actual: 29 },
      ],
    },
    {
      name: 'most projects leave the initial budget blank',
      rows: [
        { initialBudget: null, budget: 24, actual: 24 },
        { initialBudget: null, budget: 12, actual: 12 },
        { initialBudget: 30, budget: 30, actual: 29 },
      ],
    },
    {
      name: 'no budget of either sort',
      rows: [{ annualGoal: '村级会计委托代理', initialBudget: null, budget: null, actual: null }],
    },
  ],
  invalid: [
    {
      name: 'spending without a budget',
      rows: [
        { budget: 46, actual: 46, executionRate: percent(1) },
        { budget: 0, actual: 12.5, executionRate: percent(0) },
      ],
      findings: [
        {
          row: 1,
          field: 'budget',
          message: 'spent',
          text: '年度预算为 0，但有实际支出 12.50。请核对预算数和支出数。',
          related: ['actual'],
        },
      ],
    },
    {
      name: 'spending, and the budget left blank',
      rows: [{ budget: null, actual: 8.8, executionRate: percent(1) }],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'spentBlank',
          text: '未填写年度预算，但有实际支出 8.80。请补填预算数。',
          related: ['actual'],
        },
      ],
    },
    {
      name: 'a dash where the budget of the spending belongs',
      rows: [{ budget: '—', actual: 3 }],
      findings: [{ row: 0, field: 'budget', message: 'spentBlank', actual: null, related: ['actual'] }],
    },
    {
      name: 'a full rate of nothing',
      rows: [{ budget: 0, actual: 0, executionRate: percent(1) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'rate',
          expected: 0,
          text: '年度预算为 0，但执行率为 100.00%。预算为 0 时执行率应为 0 或留空。',
          related: ['budget'],
        },
      ],
    },
    {
      name: 'a rate typed as text',
      rows: [{ budget: 0, actual: null, executionRate: '98.5％' }],
      findings: [
        { row: 0, field: 'executionRate', message: 'rate', expected: 0, actual: 0.985, related: ['budget'] },
      ],
    },
    {
      name: 'a rate beside a blank budget and no spending',
      rows: [{ budget: null, actual: null, executionRate: 0.75 }],
      fields: ['budget', 'actual'],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'rateBlank',
          text: '未填写年度预算，但执行率为 75.00%。请补填预算数。',
          expected: 0,
          actual: 0.75,
          related: ['executionRate'],
        },
      ],
    },
    {
      name: 'no column for spending, a column of percents',
      rows: [
        { budget: 0, executionRate: 95 },
        { budget: 20, executionRate: 88.4 },
      ],
      labels: { executionRate: '执行率（%）' },
      findings: [
        { row: 0, field: 'executionRate', message: 'rate', expected: 0, actual: 0.95, related: ['budget'] },
      ],
    },
    {
      name: 'in 元, the budget typed as text',
      rows: [{ budget: '0', actual: 36500 }],
      unit: '元',
      findings: [
        {
          row: 0,
          field: 'budget',
          text: '年度预算为 0，但有实际支出 36500.00。请核对预算数和支出数。',
          actual: 0,
          related: ['actual'],
        },
      ],
    },
    {
      name: 'two projects, one after the other',
      rows: [
        { budget: 0, actual: 1 },
        { budget: 0, actual: 2 },
      ],
      findings: [
        { row: 0, field: 'budget', related: ['actual'] },
        { row: 1, field: 'budget', related: ['actual'] },
      ],
    },
    {
      name: 'the initial budget left blank',
      rows: [{ initialBudget: null, budget: 387664.62, actual: 387664.62 }],
      unit: '元',
      findings: [
        {
          row: 0,
          field: 'initialBudget',
          severity: 'warning',
          message: 'initialBlank',
          actual: null,
          related: ['budget'],
          text: '未填写年初预算数，但全年预算数为 387664.62。请补填；年初没有预算的，请填 0。',
        },
      ],
    },
    {
      name: 'one initial budget among others left blank',
      rows: [
        { initialBudget: 20, budget: 20, actual: 20 },
        { initialBudget: null, budget: 36, actual: 35 },
        { initialBudget: 12, budget: 14, actual: 14 },
      ],
      findings: [
        {
          row: 1,
          field: 'initialBudget',
          severity: 'warning',
          message: 'initialBlank',
          actual: null,
          related: ['budget'],
        },
      ],
    },
  ],
};
