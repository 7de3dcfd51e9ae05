import { computed } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const projects: readonly AnnexRow[] = [
  { budget: 16.5, actual: 16 },
  { budget: 40, actual: 38 },
  { budget: 8, actual: 8 },
];

/** A project whose budget adds up its parts in a formula; rows begin at 5. */
const added = (row: number, fiscal: number, rest: number): AnnexRow => ({
  budget: computed(`=B${row}+C${row}`, fiscal + rest),
  'budget.fiscal': fiscal,
  'budget.other': rest,
  actual: fiscal,
});

export const cases: RuleCases = {
  severity: 'info',
  message: 'row',

  valid: [
    { name: 'no row of sums', rows: projects },
    { name: 'all sums are typed', rows: [...projects, { projectName: '合计', budget: 64.5, actual: 62 }] },
    {
      name: 'all sums are formulas',
      rows: [
        ...projects,
        { projectName: '合计', budget: computed('=SUM(B5:B7)', 64.5), actual: computed('=SUM(C5:C7)', 62) },
      ],
    },
    {
      name: 'a sum left blank',
      rows: [...projects, { projectName: '合计', budget: computed('=SUM(B5:B7)', 64.5), actual: null }],
    },
    {
      name: 'one formula among typed sums',
      rows: [
        ...projects.map((row) => ({ ...row, initialBudget: 10 })),
        { projectName: '合计', initialBudget: 30, budget: computed('=SUM(C5:C7)', 64.5), actual: 62 },
      ],
    },
    {
      name: 'a sum typed as text is another defect',
      rows: [...projects, { projectName: '合计', budget: computed('=SUM(B5:B7)', 64.5), actual: '六十二万' }],
    },
    {
      name: 'totals of all projects are typed',
      rows: [
        { budget: 20, 'budget.fiscal': 18, 'budget.other': 2, actual: 20 },
        { budget: 30, 'budget.fiscal': 30, 'budget.other': 0, actual: 30 },
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: 52, 'budget.fiscal': 50, 'budget.other': 2, actual: 52 },
      ],
    },
    {
      name: 'half of the totals are formulas',
      rows: [
        added(5, 18, 2),
        added(6, 30, 0),
        added(7, 40, 4),
        { budget: 52, 'budget.fiscal': 50, 'budget.other': 2, actual: 52 },
        { budget: 63, 'budget.fiscal': 60, 'budget.other': 3, actual: 63 },
        { budget: 74, 'budget.fiscal': 70, 'budget.other': 4, actual: 74 },
      ],
    },
    {
      name: 'amounts of projects are typed, whatever the sums are',
      rows: [
        ...projects,
        { projectName: '小计', budget: computed('=SUM(B5:B7)', 64.5), actual: computed('=SUM(C5:C7)', 62) },
        { budget: 5, actual: 5 },
      ],
    },
    {
      name: 'two formulas are no habit',
      rows: [
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C6+D6', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C7+D7', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
      ],
    },
    {
      name: 'four of seven rows have formulas',
      rows: [
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C8+D8', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C9+D9', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C10+D10', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C11+D11', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
      ],
    },
  ],
  invalid: [
    {
      name: 'one typed sum beside a formula',
      rows: [...projects, { projectName: '合计', budget: computed('=SUM(B5:B7)', 64.5), actual: 62 }],
      findings: [
        {
          row: 3,
          field: 'actual',
          message: 'row',
          suggested: [{ formula: '=SUM(C5:C7)', says: '改为公式 =SUM(C5:C7)（62.00）' }],
          text: '“合计”行的全年执行数 62.00 是直接录入的数字，其余合计多为公式。请改用公式。',
        },
      ],
    },
    {
      name: 'a typed sum below other subtotals',
      rows: [
        projects[0]!,
        { projectName: '小计', budget: computed('=B5', 16.5), actual: computed('=C5', 16) },
        projects[1]!,
        { projectName: '小计', budget: 40, actual: computed('=C7', 38) },
        projects[2]!,
        { projectName: '小计', budget: computed('=B9', 8), actual: computed('=C9', 8) },
      ],
      findings: [{ row: 3, field: 'budget', message: 'row', suggested: [{ formula: '=SUM(B7)' }] }],
    },
    {
      name: 'a typed sum that is wrong: no formula is offered',
      rows: [...projects, { projectName: '合计', budget: computed('=SUM(B5:B7)', 64.5), actual: 70 }],
      findings: [{ row: 3, field: 'actual', suggested: [] }],
    },
    {
      name: 'two typed sums, the column’s other sums are formulas',
      rows: [
        projects[0]!,
        { projectName: '小计', budget: computed('=B5', 16.5), actual: computed('=C5', 16) },
        projects[1]!,
        { projectName: '小计', budget: computed('=B7', 40), actual: computed('=C7', 38) },
        projects[2]!,
        { projectName: '小计', budget: 8, actual: 8 },
      ],
      findings: [
        { row: 5, field: 'budget', suggested: [{ formula: '=SUM(B9)' }] },
        { row: 5, field: 'actual', suggested: [{ formula: '=SUM(C9)' }] },
      ],
    },
    {
      name: 'a total typed where the others add up their parts',
      rows: [
        added(5, 18, 2),
        added(6, 30, 0),
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        added(8, 50, 2),
      ],
      findings: [
        {
          row: 2,
          field: 'budget',
          message: 'column',
          suggested: [{ formula: '=C7+D7' }],
          text: '合计 44.00 是直接录入的数字，本栏其余各行多为公式。请改用公式。',
        },
      ],
    },
    {
      name: 'a typed total that its parts do not make',
      rows: [
        added(5, 18, 2),
        added(6, 30, 0),
        added(7, 60, 1),
        { budget: 47, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
      ],
      findings: [{ row: 3, field: 'budget', message: 'column', suggested: [] }],
    },
    {
      name: 'three of five rows have formulas',
      rows: [
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: 44, 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C7+D7', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C8+D8', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
        { budget: computed('=C9+D9', 44), 'budget.fiscal': 40, 'budget.other': 4, actual: 44 },
      ],
      findings: [
        { row: 0, field: 'budget', message: 'column', suggested: [{ formula: '=C5+D5' }] },
        { row: 1, field: 'budget', message: 'column', suggested: [{ formula: '=C6+D6' }] },
      ],
    },
  ],
};
