import { computed, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'money',

  valid: [
    {
      name: 'spending in 元 among 万元 is another defect',
      rows: [{ budget: 42, actual: 415000, executionRate: 9880.95 }],
    },
    { name: 'spent to the last cent', rows: [{ budget: 66.32, actual: 66.32, executionRate: percent(1) }] },
    { name: 'less was spent', rows: [{ budget: 66.32, actual: 66.31, executionRate: percent(0.9998) }] },
    {
      name: 'binary noise of a sum',
      rows: [{ budget: 0.3, actual: computed('=0.1+0.2', 0.1 + 0.2), executionRate: 1 }],
    },
    {
      name: 'binary noise of a large sum in 元',
      rows: [
        { budget: 5234567890.12, actual: computed('=B9+B10', 5234567890.12 + 0.0000019), executionRate: 1 },
      ],
      unit: '元',
    },
    { name: 'no budget at all', rows: [{ budget: 0, actual: 4, executionRate: percent(0) }] },
    {
      name: 'a blank budget under a rate',
      rows: [{ budget: null, actual: null, executionRate: 1.2 }],
      fields: ['budget', 'actual'],
    },
    { name: 'a budget below 0', rows: [{ budget: -4, actual: 2 }] },
    {
      name: 'only the rate is too high: the money says otherwise',
      rows: [{ budget: 80, actual: 72, executionRate: percent(1.1) }],
    },
    {
      name: 'a rate of exactly 100 % and nothing else',
      rows: [{ annualGoal: '完成校舍加固', executionRate: percent(1) }],
    },
    {
      name: 'a rate that rounding carries over 100 %',
      rows: [{ annualGoal: '疏浚河道', executionRate: percent(1.00004) }],
    },
    {
      name: '100 in a column of percents',
      rows: [
        { annualGoal: '修缮档案库房', executionRate: 100 },
        { annualGoal: '购置消防器材', executionRate: 97.2 },
      ],
      labels: { executionRate: '预算执行率（%）' },
    },
    {
      name: 'above the initial budget, within the adjusted one',
      rows: [{ initialBudget: 50, budget: 70, actual: 68, executionRate: percent(68 / 70) }],
    },
    {
      name: 'the rate on the initial budget: it may have been raised',
      rows: [{ annualGoal: '更换路灯', executionRate: percent(0.96), 'executionRate.initial': percent(1.2) }],
    },
    {
      name: 'the rate on money received: that is told at the money',
      rows: [{ budget: 50, received: 40, actual: 48, 'executionRate.received': percent(1.2) }],
    },
    {
      name: 'the rate on money received of 100 % and nothing else',
      rows: [{ annualGoal: '更换路灯', executionRate: percent(0.96), 'executionRate.received': percent(1) }],
    },
    { name: 'an amount in words', rows: [{ budget: '见合计', actual: 20 }] },
  ],
  invalid: [
    {
      name: 'a cent too much',
      rows: [{ budget: 66.32, actual: 66.33, executionRate: percent(1.0002) }],
      findings: [
        {
          row: 0,
          field: 'actual',
          message: 'money',
          expected: 66.32,
          text: '实际支出 66.33 大于年度预算 66.32，超出 0.01（执行率 100.02%）。请核对支出数或预算调整数。',
          related: ['budget', 'executionRate'],
        },
      ],
    },
    {
      name: 'a rate capped at 100 % hides nothing',
      rows: [{ budget: 100, actual: 131.5, executionRate: percent(1) }],
      findings: [{ row: 0, field: 'actual', expected: 100, related: ['budget', 'executionRate'] }],
    },
    {
      name: 'in 元, without a column of rates',
      rows: [{ budget: 480000, actual: 480001 }],
      unit: '元',
      findings: [
        {
          row: 0,
          field: 'actual',
          text: '实际支出 480001.00 大于年度预算 480000.00，超出 1.00（执行率 100.00%）。请核对支出数或预算调整数。',
          expected: 480000,
          related: ['budget'],
        },
      ],
    },
    {
      name: 'amounts typed as text',
      rows: [{ budget: '1,200.00', actual: '1,260万元' }],
      findings: [
        { row: 0, field: 'actual', message: 'money', expected: 1200, actual: 1260, related: ['budget'] },
      ],
    },
    {
      name: 'a table that has only rates',
      rows: [
        { annualGoal: '开展老旧电梯评估', executionRate: percent(1.05) },
        { annualGoal: '开展燃气入户安检', executionRate: percent(0.98) },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'rate',
          expected: 1,
          text: '执行率 105.00% 超过 100%。请核对支出数或预算调整数。',
        },
      ],
    },
    {
      name: 'a rate as text, the spending left blank',
      rows: [{ budget: 25, actual: null, executionRate: '108.40％' }],
      fields: ['actual'],
      findings: [{ row: 0, field: 'executionRate', message: 'rate', expected: 1, actual: 1.084 }],
    },
    {
      name: 'ten times the budget: a slip of the point',
      rows: [{ budget: 18.6, actual: 186 }],
      findings: [{ row: 0, field: 'actual', message: 'money', expected: 18.6, related: ['budget'] }],
    },
    {
      name: 'money to four decimals',
      rows: [{ budget: 10.0001, actual: 10.0003 }],
      findings: [
        {
          row: 0,
          field: 'actual',
          text: '实际支出 10.0003 大于年度预算 10.0001，超出 0.0002（执行率 100.00%）。请核对支出数或预算调整数。',
          expected: 10.0001,
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the rate on money received, without that money',
      rows: [
        {
          annualGoal: '更换路灯',
          executionRate: percent(0.96),
          'executionRate.received': percent(1.2),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate.received',
          severity: 'info',
          message: 'received',
          expected: 1,
          text: '到位资金执行率 120.00% 超过 100%。请核对支出数和到位资金（含上年结转）。',
        },
      ],
    },
  ],
};
