import type { InvalidCase, RuleCase, RuleCases } from '../../support/annexes/rule-tester';

/** Every table has a column for spending: without one it only allocates money and is not reviewed. */
const spending = <C extends RuleCase>(input: C): C => ({
  ...input,
  fields: ['actual', ...(input.fields ?? [])],
});

const valid: RuleCase[] = [
  {
    name: 'the parts add up',
    rows: [
      {
        budget: 118,
        'budget.generalPublic': 100,
        'budget.governmentFund': 18,
        'budget.nonFiscal': 0,
        actual: 100,
      },
    ],
  },
  {
    name: 'a difference of exactly 0.01',
    rows: [
      { budget: 118.01, 'budget.generalPublic': 100, 'budget.governmentFund': 18, 'budget.nonFiscal': 0 },
    ],
  },
  {
    name: 'binary noise',
    rows: [{ budget: 0.3, 'budget.fiscal': 0.1, 'budget.other': 0.2 }],
  },
  {
    name: 'only one source has a column: less than the total',
    rows: [{ budget: 60, 'budget.fiscal': 45, actual: 60, 'actual.fiscal': 45 }],
  },
  {
    name: 'two of several sources, in few rows',
    rows: [{ budget: 60, 'budget.generalPublic': 30, 'budget.governmentFund': 10 }],
  },
  {
    name: 'one source of the budget is all of it: others may have paid for the rest of the spending',
    rows: [{ budget: 60, 'budget.fiscal': 60, actual: 60, 'actual.fiscal': 45 }],
  },
  {
    name: 'two of several sources, in most rows less than the total',
    rows: [
      { budget: 60, 'budget.fiscal': 30, 'budget.carryover': 10 },
      { budget: 40, 'budget.fiscal': 30, 'budget.carryover': 5 },
      { budget: 70, 'budget.fiscal': 50, 'budget.carryover': 10 },
      { budget: 25, 'budget.fiscal': 25, 'budget.carryover': null },
      { budget: 16, 'budget.fiscal': 10, 'budget.carryover': null },
    ],
  },
  {
    name: 'blanks and dashes are nothing',
    rows: [{ budget: 45, 'budget.fiscal': 45, 'budget.carryover': '—', 'budget.other': null }],
  },
  {
    name: 'no part is filled in',
    rows: [{ budget: 45, 'budget.fiscal': null, 'budget.other': '/' }],
    fields: ['budget.fiscal'],
  },
  {
    name: 'no total is filled in',
    rows: [{ budget: null, 'budget.fiscal': 20, 'budget.other': 3 }],
    fields: ['budget'],
  },
  { name: 'a part in words', rows: [{ budget: 45, 'budget.fiscal': 20, 'budget.other': '待定' }] },
  {
    name: 'a part that shows an error',
    rows: [{ budget: 45, 'budget.fiscal': 20, 'budget.other': { error: '#REF!' } }],
  },
  {
    name: 'a total that shows an error',
    rows: [{ budget: { error: '#VALUE!' }, 'budget.fiscal': 20, 'budget.other': 3 }],
  },
  {
    name: '其中 of 其中: fiscal funds are split once more',
    rows: [
      {
        budget: 50,
        'budget.fiscal': 45,
        'budget.generalPublic': 40,
        'budget.governmentFund': 5,
        'budget.other': 5,
      },
    ],
  },
  {
    name: 'an adjustment is no source',
    rows: [
      {
        initialBudget: 50,
        'budget.adjustment': -6,
        budget: 44,
        'budget.fiscal': 40,
        'budget.other': 4,
        actual: 44,
      },
    ],
  },
  {
    name: '元 are kept to the 元',
    rows: [{ budget: 350001, 'budget.fiscal': 300000, 'budget.other': 50000 }],
    unit: '元',
  },
  {
    name: 'text numbers count',
    rows: [{ budget: '1,118.00', 'budget.fiscal': '1,000万元', 'budget.other': '１１８' }],
  },
  {
    name: 'a part in 元 among 万元 is another defect',
    rows: [{ budget: 58.3, 'budget.fiscal': 50, 'budget.other': 83000 }],
  },
  {
    name: 'a total in 元 among 万元 is another defect',
    rows: [{ budget: 583000, 'budget.fiscal': 50, 'budget.other': 8.3, actual: 58 }],
  },
  { name: 'a deduction among the parts', rows: [{ budget: 90, 'budget.fiscal': 100, 'budget.other': -10 }] },
  {
    name: 'in 亿元, 0.0001 off',
    above: [['单位：亿元']],
    rows: [{ budget: 1.2346, 'budget.fiscal': 1, 'budget.other': 0.2345 }],
  },
  {
    name: 'three rows do not tell that a total is fully split',
    rows: [
      { budget: 60, 'budget.fiscal': 50, 'budget.carryover': 10 },
      { budget: 40, 'budget.fiscal': 35, 'budget.carryover': 5 },
      { budget: 70, 'budget.fiscal': 50, 'budget.carryover': 10 },
    ],
  },
];

const invalid: InvalidCase[] = [
  {
    name: 'a total that is too high',
    rows: [{ budget: 120, 'budget.generalPublic': 100, 'budget.governmentFund': 18, 'budget.nonFiscal': 0 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        suggested: [{ value: 118, says: '如分项无误，将全年预算数改为 118.00' }],
        message: 'sum',
        expected: 118,
        text: '全年预算数 120.00 与分项之和 118.00（一般公共预算 100.00 + 政府性基金 18.00 + 非财政资金 0.00）相差 2.00。请核对。',
        related: ['budget.generalPublic', 'budget.governmentFund', 'budget.nonFiscal'],
      },
    ],
  },
  {
    name: 'a difference of 0.02',
    rows: [{ budget: 118.02, 'budget.fiscal': 100, 'budget.other': 18 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'sum',
        expected: 118,
        related: ['budget.fiscal', 'budget.other'],
        suggested: [{ value: 118 }],
      },
    ],
  },
  {
    name: 'a part greater than its total',
    rows: [{ budget: 60, 'budget.fiscal': 66, actual: 60 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'exceeds',
        expected: 66,
        text: '分项之和 66.00（财政拨款 66.00）超过全年预算数 60.00，多出 6.00。请核对。',
        related: ['budget.fiscal'],
        suggested: [{ value: 66 }],
      },
    ],
  },
  {
    name: 'most rows add up, so this one should',
    rows: [
      { budget: 60, 'budget.fiscal': 50, 'budget.carryover': 10 },
      { budget: 40, 'budget.fiscal': 35, 'budget.carryover': 5 },
      { budget: 70, 'budget.fiscal': 50, 'budget.carryover': 10 },
      { budget: 25, 'budget.fiscal': 25, 'budget.carryover': null },
    ],
    findings: [
      {
        row: 2,
        field: 'budget',
        message: 'sum',
        expected: 60,
        related: ['budget.fiscal', 'budget.carryover'],
        suggested: [{ value: 60 }],
      },
    ],
  },
  {
    name: 'the second level: parts of the fiscal funds',
    rows: [
      {
        budget: 50,
        'budget.fiscal': 45,
        'budget.generalPublic': 40,
        'budget.governmentFund': 15,
        'budget.other': 5,
      },
    ],
    findings: [
      {
        row: 0,
        field: 'budget.fiscal',
        message: 'exceeds',
        expected: 55,
        text: '分项之和 55.00（一般公共预算 40.00 + 政府性基金 15.00）超过财政拨款 45.00，多出 10.00。请核对。',
        related: ['budget.generalPublic', 'budget.governmentFund'],
        suggested: [{ value: 55, leaves: ['fund-sum-mismatch'] }],
      },
    ],
  },
  {
    name: 'the same sources are all of the budget, so they are all of the spending',
    rows: [
      {
        budget: 180,
        'budget.central': 100,
        'budget.local': 80,
        actual: 176.4,
        'actual.central': 90,
        'actual.local': 76.4,
      },
    ],
    findings: [
      {
        row: 0,
        field: 'actual',
        related: ['actual.central', 'actual.local'],
        expected: 166.4,
        actual: 176.4,
        suggested: [{ value: 166.4 }],
      },
    ],
  },
  {
    name: 'budget and spending each by themselves',
    rows: [
      {
        budget: 100,
        'budget.fiscal': 90,
        'budget.other': 5,
        actual: 80,
        'actual.fiscal': 80,
        'actual.other': 5,
      },
    ],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'sum',
        expected: 95,
        related: ['budget.fiscal', 'budget.other'],
        suggested: [{ value: 95 }],
      },
      {
        row: 0,
        field: 'actual',
        message: 'sum',
        expected: 85,
        related: ['actual.fiscal', 'actual.other'],
        suggested: [{ value: 85 }],
      },
    ],
  },
  {
    name: 'in 元, more than one 元 off',
    rows: [{ budget: 350002, 'budget.fiscal': 300000, 'budget.other': 50000 }],
    unit: '元',
    findings: [
      {
        row: 0,
        field: 'budget',
        expected: 350000,
        related: ['budget.fiscal', 'budget.other'],
        suggested: [{ value: 350000 }],
      },
    ],
  },
  {
    name: 'billions in 元: fen count',
    rows: [{ budget: 12345678901.23, 'budget.fiscal': 12345673901.23, 'budget.other': 1000.11 }],
    unit: '元',
    findings: [
      {
        row: 0,
        field: 'budget',
        suggested: [{ value: 12345674901.34 }],
        expected: 12345674901.34,
        text: '全年预算数 12345678901.23 与分项之和 12345674901.34（财政拨款 12345673901.23 + 其他资金 1000.11）相差 3999.89。请核对。',
        related: ['budget.fiscal', 'budget.other'],
      },
    ],
  },
  {
    name: 'central and local money above the total',
    rows: [{ budget: 30, 'budget.central': 20, 'budget.local': 15 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'exceeds',
        expected: 35,
        related: ['budget.central', 'budget.local'],
        suggested: [{ value: 35 }],
      },
    ],
  },
  {
    name: 'a total of 0 over real parts',
    rows: [{ budget: 0, 'budget.fiscal': 12, 'budget.other': 0 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'sum',
        expected: 12,
        related: ['budget.fiscal', 'budget.other'],
        suggested: [{ value: 12 }],
      },
    ],
  },
  {
    name: 'the initial budget has its own parts',
    rows: [
      { initialBudget: 33, 'initialBudget.fiscal': 30, 'initialBudget.other': 2, budget: 33, actual: 30 },
    ],
    findings: [
      {
        row: 0,
        field: 'initialBudget',
        message: 'sum',
        expected: 32,
        related: ['initialBudget.fiscal', 'initialBudget.other'],
        suggested: [{ value: 32 }],
      },
    ],
  },
  {
    name: 'in 亿元, more than 0.0001 off',
    above: [['单位：亿元']],
    rows: [{ budget: 1.234605, 'budget.fiscal': 1, 'budget.other': 0.2345 }],
    findings: [
      {
        row: 0,
        field: 'budget',
        message: 'sum',
        expected: 1.2345,
        related: ['budget.fiscal', 'budget.other'],
        suggested: [{ value: 1.2345 }],
      },
    ],
  },
];

export const cases: RuleCases = {
  severity: 'error',
  message: 'sum',
  valid: valid.map(spending),
  invalid: invalid.map(spending),
};
