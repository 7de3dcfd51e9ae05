import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const percents = { executionRate: '执行率（%）' };

export const cases: RuleCases = {
  severity: 'warning',
  message: 'text',

  valid: [
    {
      name: 'a number shown as a percentage',
      rows: [{ budget: 200, actual: 197, executionRate: percent(0.985) }],
    },
    {
      name: 'several rates, all of them numbers',
      rows: [
        {
          initialBudget: 250,
          budget: 200,
          actual: 197,
          executionRate: percent(0.985),
          'executionRate.initial': percent(0.788),
        },
      ],
    },
    { name: 'a fraction', rows: [{ budget: 200, actual: 197, executionRate: 0.985 }] },
    {
      name: 'numbers in a column of percents',
      rows: [
        { budget: 200, actual: 197, executionRate: 98.5 },
        { budget: 50, actual: 50, executionRate: 100 },
      ],
      labels: percents,
    },
    {
      name: '1 in a column of percents',
      rows: [
        { budget: 50, actual: 50, executionRate: 1 },
        { budget: 40, actual: 30, executionRate: 75 },
      ],
      labels: percents,
    },
    { name: 'a blank rate', rows: [{ budget: 30, actual: 30 }], fields: ['executionRate'] },
    { name: 'a dash', rows: [{ budget: 30, actual: 30, executionRate: '—' }] },
    { name: 'an error', rows: [{ budget: 0, actual: 0, executionRate: { error: '#DIV/0!' } }] },
    { name: 'words that are no rate', rows: [{ budget: 30, actual: 30, executionRate: '按进度执行' }] },
    {
      name: 'a rate of 150 % that the money supports',
      rows: [
        { budget: 40, actual: 60, executionRate: 1.5 },
        { budget: 40, actual: 38, executionRate: 0.95 },
      ],
    },
    {
      name: 'a large rate that the money does not explain',
      rows: [
        { budget: 40, actual: 20, executionRate: 95 },
        { budget: 40, actual: 38, executionRate: 0.95 },
        { budget: 10, actual: 9, executionRate: 0.9 },
      ],
    },
  ],
  invalid: [
    {
      name: 'another rate as text beside the one of the year',
      rows: [
        {
          initialBudget: 250,
          budget: 200,
          actual: 197,
          executionRate: percent(0.985),
          'executionRate.initial': '78.8%',
        },
      ],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate.initial',
          message: 'textOf',
          expected: 0.788,
          fixed: { value: 0.788, format: '0.0%' },
          text: '年初预算执行率“78.8%”是文本，不能参与计算。请改为数值 78.8%。',
        },
      ],
    },
    {
      name: 'another rate in percent among fractions',
      rows: [
        { budget: 30, received: 25, actual: 20, executionRate: 0.6667, 'executionRate.received': 80 },
        { budget: 20, received: 20, actual: 19, executionRate: 0.95, 'executionRate.received': 0.95 },
        { budget: 60, received: 50, actual: 45, executionRate: 0.75, 'executionRate.received': 0.9 },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.received',
          message: 'scaleOf',
          expected: 0.8,
          fixed: { value: 0.8 },
          text: '本列到位资金执行率以小数填报，此处填报为 80，相当于 8000.00%；应为 80.00%。',
          related: ['actual', 'received'],
        },
      ],
    },
    {
      name: 'each rate has its own habit',
      rows: ['98.40%', '97.25%', '100.00%', '91.30%'].map((text, i) => ({
        initialBudget: 50,
        budget: 40,
        actual: null,
        executionRate: text,
        'executionRate.initial': i === 0 ? '78.72%' : percent(0.7 + i / 100),
      })),
      findings: [
        ...[0, 1, 2, 3].map((row) => ({
          row,
          field: 'executionRate' as const,
          severity: 'info' as const,
          expected: [0.984, 0.9725, 1, 0.913][row]!,
          fixed: { value: [0.984, 0.9725, 1, 0.913][row]!, format: '0.00%' },
        })),
        {
          row: 0,
          field: 'executionRate.initial',
          message: 'textOf',
          expected: 0.7872,
          fixed: { value: 0.7872, format: '0.00%' },
        },
      ],
    },
    {
      name: 'a whole column of texts',
      rows: ['98.40%', '97.25%', '100.00%', '91.30%'].map((executionRate) => ({
        budget: 40,
        actual: null,
        executionRate,
      })),
      findings: [0, 1, 2, 3].map((row) => ({
        row,
        field: 'executionRate',
        severity: 'info',
        expected: [0.984, 0.9725, 1, 0.913][row]!,
        fixed: { value: [0.984, 0.9725, 1, 0.913][row]!, format: '0.00%' },
      })),
    },
    {
      name: 'a percentage typed as text',
      rows: [{ budget: 200, actual: 197, executionRate: '98.5%' }],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate',
          message: 'text',
          expected: 0.985,
          fixed: { value: 0.985, format: '0.0%' },
          text: '执行率“98.5%”是文本，不能参与计算。请改为数值 98.5%。',
        },
      ],
    },
    {
      name: 'full-width signs',
      rows: [{ budget: 12, actual: 12, executionRate: '１００％' }],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate',
          fixed: { value: 1, format: '0%' },
          text: '执行率“１００％”是文本，不能参与计算。请改为数值 100%。',
          expected: 1,
        },
      ],
    },
    {
      name: 'a fraction typed as text among fractions',
      rows: [
        { budget: 200, actual: 197, executionRate: '0.985' },
        { budget: 10, actual: 9, executionRate: 0.9 },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'text',
          fixed: { value: 0.985, format: '0.0%' },
          expected: 0.985,
        },
      ],
    },
    {
      name: 'a percent typed as text among percents',
      rows: [
        { budget: 100, actual: 57, executionRate: '57' },
        { budget: 100, actual: 98.2, executionRate: 98.2 },
      ],
      labels: percents,
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'text',
          expected: 0.57,
          fixed: { value: 57, format: 'General' },
          text: '执行率“57”是文本，不能参与计算。请改为数值 57。',
        },
      ],
    },
    {
      name: 'a blank in front, and no money to compare with',
      rows: [{ annualGoal: '更新执法记录仪', executionRate: ' 93.46% ' }],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate',
          message: 'text',
          fixed: { value: 0.9346, format: '0.00%' },
          expected: 0.9346,
        },
      ],
    },
    {
      name: 'a wrong rate as text is still text',
      rows: [{ budget: 100, actual: 50, executionRate: '85%' }],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate',
          message: 'text',
          fixed: { value: 0.85, format: '0%' },
          expected: 0.85,
        },
      ],
    },
    {
      name: '93.46 among fractions',
      rows: [
        { budget: 27.69, actual: 25.88, executionRate: 93.46 },
        { budget: 20, actual: 19, executionRate: 0.95 },
        { budget: 60, actual: 60, executionRate: 1 },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'scale',
          expected: 0.9346,
          fixed: { value: 0.9346, says: '改为 93.46%' },
          text: '本列执行率以小数填报，此处填报为 93.46，相当于 9346.00%；应为 93.46%。',
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: '98.5 in a cell that shows percents',
      rows: [{ budget: 200, actual: 197, executionRate: percent(98.5) }],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'scale',
          expected: 0.985,
          fixed: { value: 0.985 },
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: '100 for all of it',
      rows: [
        { budget: 35, actual: 35, executionRate: 100 },
        { budget: 20, actual: 19, executionRate: 0.95 },
        { budget: 20, actual: 18, executionRate: 0.9 },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'scale',
          fixed: { value: 1 },
          expected: 1,
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'a formula that makes text',
      rows: [{ budget: 80, actual: 76, executionRate: computed('=TEXT(C5/B5,"0.0%")', '95.0%') }],
      findings: [
        {
          row: 0,
          severity: 'info',
          field: 'executionRate',
          message: 'text',
          suggested: [],
          advised: 1,
          expected: 0.95,
        },
      ],
    },
    {
      name: 'three texts show no habit yet',
      rows: ['98.40%', '97.25%', '91.30%'].map((executionRate) => ({
        budget: 40,
        actual: null,
        executionRate,
      })),
      findings: [
        { row: 0, field: 'executionRate', expected: 0.984, fixed: { value: 0.984, format: '0.00%' } },
        { row: 1, field: 'executionRate', expected: 0.9725, fixed: { value: 0.9725, format: '0.00%' } },
        { row: 2, field: 'executionRate', expected: 0.913, fixed: { value: 0.913, format: '0.00%' } },
      ],
    },
    {
      name: 'one text of two rates',
      rows: [
        { budget: 200, actual: 197, executionRate: '98.5%' },
        { budget: 40, actual: 38, executionRate: percent(0.95) },
      ],
      findings: [
        { row: 0, field: 'executionRate', expected: 0.985, fixed: { value: 0.985, format: '0.0%' } },
      ],
    },
  ],
};
