import { percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

function row(budget: CellInput, actual: CellInput, score: CellInput, more: AnnexRow = {}): AnnexRow {
  return { budget, actual, 'executionRate.weight': 10, 'executionRate.score': score, ...more };
}

const STEPS = '注：执行率达到90%得满分，每低1个百分点扣1分。';

export const cases: RuleCases = {
  severity: 'error',
  message: 'full',

  valid: [
    { name: 'full execution', rows: [row(80, 80, 10), row(40, 44, 10)] },
    { name: 'a score in proportion', rows: [row(80, 74, 9.25)] },
    { name: 'within the tolerance', rows: [row(1000, 997, 10)] },
    {
      name: 'full by the rate as stated: the rate is the defect',
      rows: [row(80, 70, 10, { executionRate: percent(1) })],
    },
    { name: 'nothing budgeted', rows: [row(0, 0, 10)] },
    { name: 'too low is another defect', rows: [row(80, 60, 6)] },
    {
      name: 'a total with its loss',
      rows: [{ budget: 80, actual: 60, executionRate: percent(0.75), totalScore: 97.5 }],
    },
    {
      name: 'a full total of full execution',
      rows: [{ budget: 80, actual: 80, executionRate: percent(1), totalScore: 100 }],
    },
    { name: 'a total that is rounded to whole points', rows: [{ budget: 80, actual: 77, totalScore: 100 }] },
    {
      name: 'indicators that carry all the points',
      rows: [
        {
          budget: 80,
          actual: 60,
          'indicator.quantity.target': '修缮校舍6栋',
          'indicator.quantity.result': '6栋',
          'indicator.quantity.weight': 60,
          'indicator.social.target': '受益学生900人',
          'indicator.social.result': '930人',
          'indicator.social.weight': 40,
          totalScore: 100,
        },
      ],
    },

    {
      name: 'full from a printed rate on',
      rows: [row(80, 73, 10)],
      below: [[STEPS]],
    },
    {
      name: 'a full total, full from a printed rate on',
      rows: [{ budget: 80, actual: 73, executionRate: percent(0.9125), totalScore: 100 }],
      below: [[STEPS]],
    },
    {
      name: 'a printed rule that nobody can compute',
      rows: [row(80, 60, 10)],
      below: [['注：执行率得分由财政部门酌情扣分。']],
    },
  ],
  invalid: [
    {
      name: 'full marks at 85 %',
      rows: [row(80, 68, 10), row(60, 57, 9.5)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'full',
          fixed: { value: 8.5, says: '改为 8.5 分' },
          text: '执行率为 85.00%，但执行率得分为满分 10，应为 8.5（分值 10 × 执行率）。',
          expected: 8.5,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'at 97 %, among scores with decimals',
      rows: [row(100, 97, 10), row(60, 57.4, 9.57)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 9.7 },
          expected: 9.7,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'at 97 %, alone',
      rows: [row(100, 97, 10), row(60, 60, 10)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 9.7 },
          expected: 9.7,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'rounded to whole points as the others are',
      rows: [row(100, 97, 10), row(60, 54.8, 9), row(30, 24.2, 8)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          severity: 'info',
          message: 'rounded',
          suggested: [{ value: 9.7 }],
          expected: 9.7,
          related: ['executionRate.weight', 'actual', 'budget'],
          text: '执行率为 97.00%，执行率得分为满分 10，按分值 10 × 执行率为 9.7。请核对是否取整。',
        },
      ],
    },
    {
      name: 'nothing spent at all',
      rows: [row(45, 0, 10, { executionRate: percent(0) })],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 0 },
          expected: 0,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'twenty points',
      rows: [{ budget: 50, actual: 45, 'executionRate.score': 20 }],
      profile: { executionWeight: 20 },
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 18 },
          expected: 18,
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'from the stated rate alone',
      rows: [{ executionRate: percent(0.9), 'executionRate.weight': 10, 'executionRate.score': 10 }],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 9 },
          expected: 9,
          related: ['executionRate.weight', 'executionRate'],
        },
      ],
    },
    {
      name: 'a full total',
      rows: [{ budget: 80, actual: 60, executionRate: percent(0.75), totalScore: 100 }],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          severity: 'warning',
          message: 'total',
          text: '执行率为 75.00%，但总分为满分 100。执行率（10 分）应扣 2.5 分。请核对。',
          related: ['actual', 'budget'],
        },
      ],
    },

    {
      name: 'full below the printed rate',
      rows: [row(80, 68, 10)],
      below: [[STEPS]],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'fullByNote',
          text: `执行率为 85.00%，但执行率得分为满分 10，按表内说明（A6：“${STEPS}”）应为 5。`,
          expected: 5,
          fixed: { value: 5 },
          related: ['executionRate.weight', 'actual', 'budget', '@A6'],
        },
      ],
    },
  ],
};
