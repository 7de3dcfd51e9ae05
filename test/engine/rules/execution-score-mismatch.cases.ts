import { computed, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

function row(budget: CellInput, actual: CellInput, score: CellInput, more: AnnexRow = {}): AnnexRow {
  return { budget, actual, 'executionRate.weight': 10, 'executionRate.score': score, ...more };
}

const STEPS = '注：预算执行率≥90%得满分，每低1个百分点扣1分，扣完为止。';

export const cases: RuleCases = {
  severity: 'error',
  message: 'mismatch',

  valid: [
    { name: 'the weight × the rate', rows: [row(80, 74, 9.25), row(36.5, 36.5, 10)] },
    { name: 'rounded to one decimal', rows: [row(27.69, 25.88, 9.3), row(64, 61.3, 9.6)] },
    {
      name: 'whole points throughout',
      rows: [row(27.69, 25.88, 9), row(64, 61.3, 10), row(50, 42.9, 9), row(12, 12, 10)],
    },
    { name: 'more spent than budgeted: the score is capped', rows: [row(40, 44, 10)] },
    { name: 'more spent than budgeted: the spending is the defect', rows: [row(40, 44, 9.6)] },
    {
      name: 'the weight printed in the header',
      rows: [{ budget: 50, actual: 40, 'executionRate.score': 16 }],
      labels: { 'executionRate.score': '执行率得分（20分）' },
    },
    {
      name: 'the weight of the profile',
      rows: [{ budget: 50, actual: 40, 'executionRate.score': 16 }],
      profile: { executionWeight: 20 },
    },
    {
      name: 'a rate without money',
      rows: [{ executionRate: percent(0.93, 0), 'executionRate.weight': 10, 'executionRate.score': 9.34 }],
    },
    { name: 'nothing budgeted', rows: [row(0, 0, null), row(0, 0, 10)] },
    { name: 'words for a score', rows: [row(80, 60, '另行评定')] },
    {
      name: 'a project without points',
      rows: [
        row(80, 60, null, { 'executionRate.weight': null }),
        row(80, 60, '—', { 'executionRate.weight': '—' }),
      ],
    },
    {
      name: 'a score that follows the rate as stated: the rate is the defect',
      rows: [row(80, 60, 8.5, { executionRate: percent(0.85) })],
    },
    {
      name: 'a weight that differs from all others: the weight is the defect',
      rows: [
        row(80, 60, 7.5, { 'indicator.quantity.weight': 90 }),
        row(80, 72, 9, { 'indicator.quantity.weight': 90 }),
        row(80, 64, 8, { 'executionRate.weight': 15, 'indicator.quantity.weight': 90 }),
      ],
    },
    { name: 'tiny amounts, rounded', rows: [row(0.83, 0.82, 9.94)] },
    {
      name: 'shown as a whole number, stored with decimals',
      rows: [row(27.69, 25.88, { value: 9.1, format: '0' })],
    },

    {
      name: 'by printed steps',
      rows: [row(80, 73, 10), row(60, 52.8, 8), row(50, 40.2, 0.4), row(40, 20, 0)],
      below: [[STEPS]],
    },
    {
      name: 'by printed tiers',
      rows: [row(80, 72, 10), row(60, 51, 8), row(50, 20, 0)],
      labels: {
        'executionRate.score': '执行率得分（90%及以上得10分，80%-90%得8分，60%-80%得5分，60%以下不得分）',
      },
    },
    {
      name: 'by a printed rule that nobody can compute',
      rows: [row(80, 40, 9)],
      below: [['注：执行率得分由财政部门根据季度进度酌情扣分。']],
    },
    {
      name: 'a printed rule that says what is usual',
      rows: [row(80, 74, 9.25)],
      below: [['注：预算执行率得分=分值×执行率。']],
    },
  ],
  invalid: [
    {
      name: 'too low',
      rows: [row(80, 74, 8.25), row(60, 57.6, 9.6)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'mismatch',
          expected: 9.25,
          fixed: { value: 9.25, says: '改为 9.25 分' },
          text: '执行率得分应为 9.25（分值 10 × 执行率 92.50%），表内为 8.25。请核对。',
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'too high',
      rows: [row(27.69, 25.88, 9.85)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 9.35 },
          expected: 9.35,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'full marks for half the money',
      rows: [row(120, 60, 10)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 5 },
          expected: 5,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'blank',
      rows: [row(120, 108, null), row(50, 49, 9.8)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'blank',
          fixed: { value: 9 },
          text: '未填写执行率得分，应为 9（分值 10 × 执行率 90.00%）。请补填。',
          expected: 9,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'a dash although weight and rate stand',
      rows: [row(120, 108, '/')],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'blank',
          fixed: { value: 9 },
          expected: 9,
          actual: null,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'above the weight where more was spent',
      rows: [row(40, 44, 11)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'overspent',
          fixed: { value: 10 },
          expected: 10,
          related: ['executionRate.weight', 'actual', 'budget'],
          text: '执行率 110.00% 超过 100%，执行率得分以分值 10 为限，表内为 11。请核对。',
        },
      ],
    },
    {
      name: 'whole points, a whole point off',
      rows: [row(27.69, 25.88, 9), row(64, 61.3, 10), row(50, 42.9, 8)],
      findings: [
        {
          row: 2,
          field: 'executionRate.score',
          fixed: { value: 8.58, leaves: ['execution-score-mismatch'] },
          expected: 8.58,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'a whole number among scores with decimals',
      rows: [row(27.69, 25.88, 9.35), row(64, 61.3, 9.58), row(50, 43.6, 9)],
      findings: [
        {
          row: 2,
          field: 'executionRate.score',
          fixed: { value: 8.72 },
          expected: 8.72,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'typed as text',
      rows: [row(80, 74, '7.9分')],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 9.25 },
          expected: 9.25,
          actual: 7.9,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'twenty points in the header',
      rows: [{ budget: 50, actual: 40, 'executionRate.score': 8 }],
      labels: { 'executionRate.score': '执行率得分（20分×执行率）' },
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 16 },
          expected: 16,
          related: ['actual', 'budget'],
        },
      ],
    },
    {
      name: 'from the rate where there is no money',
      rows: [{ executionRate: percent(0.85), 'executionRate.weight': 10, 'executionRate.score': 9.5 }],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 8.5 },
          expected: 8.5,
          related: ['executionRate.weight', 'executionRate'],
        },
      ],
    },
    {
      name: 'a typed number among formulas',
      rows: [
        row(80, 74, computed('=10*C5/B5', 9.25)),
        row(60, 48, computed('=10*C6/B6', 8)),
        row(50, 40, 9.1),
      ],
      findings: [
        {
          row: 2,
          field: 'executionRate.score',
          fixed: { value: 8 },
          suggested: [
            { formula: '=ROUND(D7*MIN(1,C7/B7),2)', says: '改为公式 =ROUND(D7*MIN(1,C7/B7),2)（8）' },
          ],
          expected: 8,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },

    {
      name: 'another score than printed steps make',
      rows: [row(60, 52.8, 8.8)],
      below: [[STEPS]],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'byNote',
          fixed: { value: 8 },
          text: `执行率为 88.00%，按表内说明（A6：“${STEPS}”）执行率得分应为 8，表内为 8.8。请核对。`,
          expected: 8,
          related: ['executionRate.weight', 'actual', 'budget', '@A6'],
        },
      ],
    },
    {
      name: 'blank beside a printed rule, understood or not',
      rows: [row(60, 52.8, null), row(60, 60, 10)],
      below: [['注：执行率得分由财政部门酌情评分。']],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'blankByNote',
          text: '未填写执行率得分。请按表内说明（A7：“注：执行率得分由财政部门酌情评分。”）补填。',
          actual: null,
          related: ['executionRate.weight', 'actual', 'budget', '@A7'],
        },
      ],
    },
    {
      name: 'above the weight beside a printed rule that nobody can compute',
      rows: [row(60, 52.8, 12)],
      below: [['注：执行率得分由财政部门酌情评分。']],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'aboveWeight',
          text: '执行率得分为 12，超过分值 10。请核对。',
          suggested: [{ value: 10 }],
          related: ['executionRate.weight', 'actual', 'budget', '@A6'],
        },
      ],
    },
    {
      name: 'a printed rule by which nothing is lost',
      rows: [row(120, 60, 10)],
      below: [['注：执行率达到1%即得满分。']],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          fixed: { value: 5 },
          expected: 5,
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'a whole score that is the only one',
      rows: [row(43.2, 37.24, 9)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          severity: 'warning',
          expected: 8.62,
          fixed: { value: 8.62 },
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'one whole score among full ones',
      rows: [row(43.2, 37.24, 9), row(20, 20, 10), row(12, 12, 10)],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          severity: 'warning',
          expected: 8.62,
          fixed: { value: 8.62 },
          related: ['executionRate.weight', 'actual', 'budget'],
        },
      ],
    },
  ],
};
