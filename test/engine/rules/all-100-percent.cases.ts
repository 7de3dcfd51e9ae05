import { computed, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import { ministryForm, type MinistryForm } from '../../support/annexes/ministry-form';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { SheetRows } from '../../support/annexes/workbook-cases';

/** Projects that all spent what they had. */
const full = (count: number, executionRate: AnnexRow['budget'] = percent(1)): AnnexRow[] =>
  Array.from({ length: count }, (_, i) => ({ budget: 12.35 + i, actual: 12.35 + i, executionRate }));

/** Forms of projects that spent what they had, and what the last of them says otherwise. */
const forms = (count: number, last: Partial<MinistryForm> = {}): Record<string, SheetRows> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `表${i + 1}`,
      ministryForm({
        name: `设施维护${i + 1}`,
        initialBudget: 100 + i,
        budget: 100 + i,
        actual: 100 + i,
        executionScore: 10,
        ...(i === count - 1 && last),
      }),
    ]),
  );

export const cases: RuleCases = {
  severity: 'info',
  message: 'all',

  valid: [
    { name: 'nine projects', rows: full(9) },
    {
      name: 'one of twelve is not full',
      rows: [...full(11), { budget: 80, actual: 79.5, executionRate: percent(0.99375) }],
    },
    {
      name: 'one rounds to 100 %',
      rows: [...full(11), { budget: 30000, actual: 29999.99, executionRate: percent(1) }],
    },
    {
      name: 'one without a rate',
      rows: [...full(11), { budget: 80, actual: 80, executionRate: null }],
    },
    {
      name: 'nine with money and three without',
      rows: [
        ...full(9),
        ...Array.from({ length: 3 }, (): AnnexRow => ({ budget: 0, actual: 0, executionRate: percent(0) })),
      ],
    },
    { name: 'a stored rate that only shows 100 %', rows: full(10, percent(0.99999)) },
    {
      name: 'one amount that cannot be read',
      rows: [...full(10), { budget: '见说明', actual: 30, executionRate: percent(1) }],
    },
  ],
  invalid: [
    {
      name: 'ten projects',
      rows: full(10),
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'all',
          text: '10 个项目的执行率全部为 100%，预算数与执行数完全相等。请核对预算数是否为全年（调整后）预算数，而非按支出填列。',
          related: [
            '1 executionRate',
            '2 executionRate',
            '3 executionRate',
            '4 executionRate',
            '5 executionRate',
            '6 executionRate',
            '7 executionRate',
            '8 executionRate',
            '9 executionRate',
          ],
        },
      ],
    },
    {
      name: 'twelve projects, rates as text',
      rows: full(12, '100%'),
      findings: [
        {
          row: 0,
          field: 'executionRate',
          actual: 1,
          related: [
            '1 executionRate',
            '2 executionRate',
            '3 executionRate',
            '4 executionRate',
            '5 executionRate',
            '6 executionRate',
            '7 executionRate',
            '8 executionRate',
            '9 executionRate',
            '10 executionRate',
            '11 executionRate',
          ],
        },
      ],
    },
    {
      name: 'rates as percent numbers',
      rows: full(14, 100),
      labels: { executionRate: '执行率（%）' },
      findings: [
        {
          row: 0,
          field: 'executionRate',
          actual: 1,
          related: [
            '1 executionRate',
            '2 executionRate',
            '3 executionRate',
            '4 executionRate',
            '5 executionRate',
            '6 executionRate',
            '7 executionRate',
            '8 executionRate',
            '9 executionRate',
            '10 executionRate',
            '11 executionRate',
            '12 executionRate',
            '13 executionRate',
          ],
        },
      ],
    },
    {
      name: 'rates that formulas make, sums between',
      rows: [
        ...full(6, computed('=C5/B5', 1, '0.00%')),
        { projectName: '小计', budget: 89.1, actual: 89.1, executionRate: percent(1) },
        ...full(6, computed('=C5/B5', 1, '0.00%')),
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          related: [
            '1 executionRate',
            '2 executionRate',
            '3 executionRate',
            '4 executionRate',
            '5 executionRate',
            '7 executionRate',
            '8 executionRate',
            '9 executionRate',
            '10 executionRate',
            '11 executionRate',
            '12 executionRate',
          ],
        },
      ],
    },
    {
      name: 'the first project has no money',
      rows: [{ budget: 0, actual: 0, executionRate: '—' }, ...full(10)],
      findings: [
        {
          row: 1,
          field: 'executionRate',
          related: [
            '2 executionRate',
            '3 executionRate',
            '4 executionRate',
            '5 executionRate',
            '6 executionRate',
            '7 executionRate',
            '8 executionRate',
            '9 executionRate',
            '10 executionRate',
          ],
        },
      ],
    },
  ],

  across: {
    valid: [
      { name: 'nine forms', sheets: forms(9) },
      { name: 'one of twelve did not spend all', sheets: forms(12, { actual: 111 - 0.01 }) },
      {
        name: 'the tenth is a template',
        sheets: forms(10, { initialBudget: null, budget: null, actual: null }),
      },
      {
        name: 'a table of as many projects, one of which is not full, and a form',
        sheets: {
          汇总: [
            ['2024年度项目支出绩效自评汇总表'],
            ['单位：万元'],
            ['项目名称', '全年预算数', '全年执行数', '执行率'],
            ...Array.from({ length: 12 }, (_, i) => [
              `绿化${i + 1}`,
              50 + i,
              i === 3 ? 50 : 50 + i,
              percent(i === 3 ? 0.9434 : 1),
            ]),
          ],
          ...forms(2),
        },
      },
    ],
    invalid: [
      {
        name: 'ten forms and a template',
        sheets: forms(11, { initialBudget: null, budget: null, actual: null }),
        findings: [
          {
            at: '表1!H6',
            message: 'forms',
            actual: 1,
            related: Array.from({ length: 9 }, (_, i) => `表${i + 2}!H6`),
            text: '工作簿内 10 张项目自评表的执行率全部为 100%，预算数与执行数完全相等。请核对预算数是否为全年（调整后）预算数，而非按支出填列。',
          },
        ],
      },
      {
        name: 'a table of the same projects says it, and the forms no more',
        sheets: {
          汇总: [
            ['2024年度项目支出绩效自评汇总表'],
            ['单位：万元'],
            ['项目名称', '全年预算数', '全年执行数', '执行率'],
            ...Array.from({ length: 10 }, (_, i) => [`设施维护${i + 1}`, 100 + i, 100 + i, percent(1)]),
          ],
          ...forms(10),
        },
        findings: [
          { at: '汇总!D4', actual: 1, related: Array.from({ length: 9 }, (_, i) => `汇总!D${i + 5}`) },
        ],
      },
    ],
  },
};
