import { computed, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const projects: readonly AnnexRow[] = [
  { budget: 12.5, actual: 10 },
  { budget: 30, actual: 30 },
  { budget: 7.25, actual: 0 },
];

export const cases: RuleCases = {
  severity: 'warning',
  message: 'sum',

  valid: [
    { name: 'no row of sums', rows: projects },
    { name: 'sums that agree', rows: [...projects, { projectName: '合计', budget: 49.75, actual: 40 }] },
    {
      name: 'the sum first, over its rows',
      rows: [{ projectName: '总 计', budget: 49.75, actual: 40 }, ...projects],
    },
    {
      name: 'rounding grows with the rows',
      rows: [...projects, { projectName: '合计', budget: 49.765, actual: 40 }],
    },
    {
      name: 'a blank sum states nothing',
      rows: [...projects, { projectName: '合计', budget: 49.75, actual: null }],
    },
    { name: 'a dash for a sum', rows: [...projects, { projectName: '合计', budget: 49.75, actual: '—' }] },
    {
      name: 'an error in a row: the sum cannot be known',
      rows: [
        { budget: { error: '#REF!' }, actual: 5 },
        ...projects,
        { projectName: '合计', budget: 60, actual: 45 },
      ],
    },
    {
      name: 'words in a row',
      rows: [{ budget: '另行下达', actual: 5 }, ...projects, { projectName: '合计', budget: 60, actual: 45 }],
    },
    {
      name: 'subtotals and a total',
      rows: [
        projects[0]!,
        projects[1]!,
        { projectName: '小计', budget: 42.5, actual: 40 },
        projects[2]!,
        { projectName: '小计', budget: 7.25, actual: 0 },
        { projectName: '合计', budget: 49.75, actual: 40 },
      ],
    },
    {
      name: 'subtotals that head their rows',
      rows: [
        { projectName: '合计', budget: 49.75, actual: 40 },
        { projectName: '局机关小计', budget: 12.5, actual: 10 },
        projects[0]!,
        { projectName: '质检所小计', budget: 37.25, actual: 30 },
        projects[1]!,
        projects[2]!,
      ],
    },
    {
      name: 'a 合计 that closes each unit',
      rows: [
        projects[0]!,
        projects[1]!,
        { projectName: '合计', budget: 42.5, actual: 40 },
        projects[2]!,
        { projectName: '合计', budget: 7.25, actual: 0 },
      ],
    },
    {
      name: 'the rate of the sums',
      rows: [
        { budget: 12.5, actual: 10, executionRate: percent(0.8) },
        { budget: 30, actual: 30, executionRate: percent(1) },
        { projectName: '合计', budget: 42.5, actual: 40, executionRate: percent(0.9412) },
      ],
    },
    {
      name: 'a sum of text numbers',
      rows: [
        { budget: '1,000.00', actual: 5 },
        { budget: '20万元', actual: 5 },
        { projectName: '合计', budget: 1020, actual: 10 },
      ],
    },
    {
      name: 'a sum that is right but for a project in 元',
      rows: [
        projects[0]!,
        { budget: 300000, actual: 30, executionRate: percent(1) },
        projects[2]!,
        { projectName: '合计', budget: 49.75, actual: 40 },
      ],
    },
    {
      name: 'a sum of units: the cell of one names another',
      rows: [
        { budget: 120000, actual: 100000 },
        { budget: '8万元', actual: 80000 },
        { projectName: '共计', budget: 200000, actual: 180000 },
      ],
      unit: '元',
    },
    {
      name: 'a project is called 合计划',
      rows: [...projects, { projectName: '联合计划推进', budget: 3, actual: 3 }],
    },
  ],
  invalid: [
    {
      name: 'an amount stored as text, which no SUM would add',
      rows: [
        { budget: 10, actual: 10 },
        { budget: '20.5', actual: 20 },
        { projectName: '合计', budget: 40, actual: 30 },
      ],
      findings: [
        {
          row: 2,
          field: 'budget',
          message: 'sum',
          expected: 30.5,
          fixed: { value: 30.5, says: '改为 30.50' },
          suggested: [],
        },
      ],
    },
    {
      name: 'a typed sum that is wrong',
      rows: [...projects, { projectName: '合计', budget: 51.75, actual: 40 }],
      findings: [
        {
          row: 3,
          field: 'budget',
          suggested: [{ formula: '=SUM(B5:B7)', says: '改为公式 =SUM(B5:B7)（49.75）' }],
          message: 'sum',
          expected: 49.75,
          fixed: { value: 49.75 },
          text: '“合计”行的全年预算数为 51.75，所属 3 个项目之和为 49.75，相差 2.00。请核对。',
        },
      ],
    },
    {
      name: 'a formula that misses a row',
      rows: [
        ...projects,
        { projectName: '合计', budget: computed('=SUM(B5:B6)', 42.5), actual: computed('=SUM(C5:C7)', 40) },
      ],
      findings: [
        {
          row: 3,
          field: 'budget',
          suggested: [],
          advised: 0,
          expected: 49.75,
          fixed: { formula: '=SUM(B5:B7)' },
        },
      ],
    },
    {
      name: 'a subtotal, and the total over the subtotals',
      rows: [
        projects[0]!,
        projects[1]!,
        { projectName: '小计', budget: 44.5, actual: 40 },
        projects[2]!,
        { projectName: '小计', budget: 7.25, actual: 0 },
        { projectName: '合计', budget: 49.75, actual: 40 },
      ],
      findings: [
        {
          row: 2,
          field: 'budget',
          expected: 42.5,
          fixed: { value: 42.5 },
          text: '“小计”行的全年预算数为 44.50，所属 2 个项目之和为 42.50，相差 2.00。请核对。',
          suggested: [{ formula: '=SUM(B5:B6)' }],
        },
      ],
    },
    {
      name: 'formulas leave out the subtotals between',
      rows: [
        projects[0]!,
        projects[1]!,
        { projectName: '小计', budget: computed('=SUM(B5:B6)', 42.5), actual: computed('=SUM(C5:C6)', 40) },
        projects[2]!,
        { projectName: '合计', budget: computed('=SUM(B5:B8)', 92.25), actual: computed('=C7+C8', 40) },
      ],
      findings: [{ row: 4, field: 'budget', expected: 49.75, fixed: { formula: '=SUM(B5:B6,B8)' } }],
    },
    {
      name: 'two columns of one row',
      rows: [...projects, { projectName: '合计', budget: 50, actual: 41 }],
      findings: [
        {
          row: 3,
          field: 'budget',
          expected: 49.75,
          fixed: { value: 49.75 },
          suggested: [{ formula: '=SUM(B5:B7)' }],
        },
        {
          row: 3,
          field: 'actual',
          expected: 40,
          fixed: { value: 40 },
          suggested: [{ formula: '=SUM(C5:C7)' }],
        },
      ],
    },
    {
      name: 'the mean of the rates for the rate of the sums',
      rows: [
        { budget: 10, actual: 5, executionRate: percent(0.5) },
        { budget: 90, actual: 90, executionRate: percent(1) },
        { projectName: '合计', budget: 100, actual: 95, executionRate: percent(0.75) },
      ],
      findings: [
        {
          row: 2,
          field: 'executionRate',
          message: 'rate',
          expected: 0.95,
          text: '“合计”行的执行率为 75.00%，按该行金额（95.00 ÷ 100.00）应为 95.00%。',
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'in 元',
      rows: [
        { budget: 120000, actual: 100000 },
        { budget: 80000, actual: 80000 },
        { projectName: '共计', budget: 200000, actual: 190000 },
      ],
      unit: '元',
      findings: [
        {
          row: 2,
          field: 'actual',
          expected: 180000,
          fixed: { value: 180000 },
          suggested: [{ formula: '=SUM(C5:C6)' }],
        },
      ],
    },
    {
      name: 'another column is wrong beside a project in 元',
      rows: [
        projects[0]!,
        { budget: 300000, actual: 30, executionRate: percent(1) },
        { projectName: '合计', budget: 44, actual: 43 },
      ],
      findings: [
        {
          row: 2,
          field: 'actual',
          expected: 40,
          fixed: { value: 40 },
          suggested: [{ formula: '=SUM(C5:C6)' }],
        },
      ],
    },
    {
      name: 'just more than rounding',
      rows: [...projects, { projectName: '合计', budget: 49.77, actual: 40 }],
      findings: [
        {
          row: 3,
          field: 'budget',
          expected: 49.75,
          fixed: { value: 49.75 },
          suggested: [{ formula: '=SUM(B5:B7)' }],
        },
      ],
    },
    {
      name: 'a column of a fund source',
      rows: [
        { budget: 10, 'budget.fiscal': 6, actual: 10 },
        { budget: 20, 'budget.fiscal': 9, actual: 20 },
        { projectName: '合计', budget: 30, 'budget.fiscal': 16, actual: 30 },
      ],
      findings: [
        {
          row: 2,
          field: 'budget.fiscal',
          expected: 15,
          fixed: { value: 15 },
          text: '“合计”行的财政拨款为 16.00，所属 2 个项目之和为 15.00，相差 1.00。请核对。',
          suggested: [{ formula: '=SUM(C5:C6)' }],
        },
      ],
    },
  ],
};
