import { percent, scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const scored = scoredIndicator.bind(null, 'quantity');

export const cases: RuleCases = {
  severity: 'error',
  message: 'indicator',

  valid: [
    { name: 'full and less', rows: [scored('≥12场', '12场', 20, 20), scored('≥12场', '9场', 20, 15)] },
    { name: 'rounding of a formula', rows: [scored('≥12场', '12场', 33.33, 33.333333)] },
    { name: 'no weight', rows: [scored('≥12场', '12场', null, 20), scored('≥12场', '12场', '—', 20)] },
    { name: 'words', rows: [scored('≥12场', '12场', 20, '优秀')] },
    { name: 'weights in percent', rows: [scored('≥12场', '12场', percent(0.2, 0), 20)] },
    {
      name: 'the execution at its weight',
      rows: [{ budget: 50, actual: 60, 'executionRate.weight': 10, 'executionRate.score': 10 }],
    },
    {
      name: 'a total within its weight',
      rows: [
        { budget: 30, totalWeight: 120, totalScore: 110 },
        { budget: 30, totalWeight: 100, totalScore: 100 },
      ],
    },
    {
      name: 'a total whose parts are there is checked by its sum',
      rows: [{ ...scored('≥12场', '12场', 20, 20), totalScore: 104 }],
    },
    {
      name: 'points of a group within its weight, and weights that are shares',
      rows: [
        { budget: 30, actual: 18, 'group.weight': 25, 'group.rate': percent(0.96), 'group.score': 24 },
        { budget: 20, actual: 18, 'group.weight': 0.25, 'group.rate': percent(0.96), 'group.score': 24 },
      ],
    },
    {
      name: 'points of another party within the weight',
      rows: [{ ...scored('≥12场', '12场', 20, 20), 'indicator.quantity.score.reviewed': 20 }],
    },
    { name: 'less than cells show', rows: [scoredIndicator('quantity', '巡护24次', '24次', 20, 20.0048)] },
  ],
  invalid: [
    {
      name: 'points of a group',
      rows: [{ budget: 30, actual: 18, 'group.weight': 25, 'group.rate': percent(0.96), 'group.score': 26 }],
      findings: [
        {
          row: 0,
          field: 'group.score',
          message: 'group',
          fixed: { value: 24 },
          expected: 24,
          related: ['group.weight'],
          text: '“过程管理”得分 26 超过权重 25。请核对得分和权重。',
        },
      ],
    },
    {
      name: 'points of another party',
      rows: [{ ...scored('≥12场', '12场', 20, 20), 'indicator.quantity.score.reviewed': 21 }],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score.reviewed',
          message: 'reviewed',
          suggested: [{ value: 20 }],
          expected: 20,
          related: ['indicator.quantity.weight'],
          text: '审核得分 21 超过分值 20。请核对得分和分值。',
        },
      ],
    },
    {
      name: 'the total of another party',
      rows: [{ budget: 30, totalScore: 96, 'totalScore.reviewed': 104 }],
      findings: [
        {
          row: 0,
          field: 'totalScore.reviewed',
          message: 'review',
          expected: 100,
          text: '审核得分 104 超过满分 100。请核对。',
        },
      ],
    },
    {
      name: 'a met target',
      rows: [scored('≥12场', '13场', 20, 22)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'indicator',
          fixed: { value: 20, says: '改为 20 分' },
          text: '得分 22 超过分值 20。请核对得分和分值。',
          expected: 20,
          related: ['indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a missed target earns its share',
      rows: [scored('≥12场', '9场', 20, 25)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          fixed: { value: 15 },
          expected: 15,
          related: ['indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a result in words: the cap is only offered',
      rows: [scored('编制完成规划', '已编制', 20, 21)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          suggested: [{ value: 20 }],
          expected: 20,
          related: ['indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'the execution',
      rows: [{ budget: 50, actual: 45, 'executionRate.weight': 10, 'executionRate.score': 12 }],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          message: 'execution',
          fixed: { value: 9 },
          expected: 9,
          related: ['executionRate.weight'],
          text: '执行率得分 12 超过分值 10。请核对得分和分值。',
        },
      ],
    },
    {
      name: 'the execution without a rate to compute it from',
      rows: [{ budget: '见说明', 'executionRate.weight': 10, 'executionRate.score': 100 }],
      findings: [
        {
          row: 0,
          field: 'executionRate.score',
          suggested: [{ value: 10 }],
          message: 'execution',
          expected: 10,
          related: ['executionRate.weight'],
        },
      ],
    },
    {
      name: 'a total above 100',
      rows: [
        { budget: 30, totalScore: 103.5 },
        { budget: 20, totalScore: 98 },
      ],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'total',
          expected: 100,
          text: '总分 103.5 超过满分 100。请核对各项得分。',
        },
      ],
    },
    {
      name: 'a total above the sum of the weights',
      rows: [{ budget: 30, totalWeight: 80, totalScore: 86 }],
      findings: [{ row: 0, field: 'totalScore', message: 'total', expected: 80, related: ['totalWeight'] }],
    },
    {
      name: 'typed as text',
      rows: [scored('≥12场', '13场', '20分', '２５')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          fixed: { value: 20 },
          expected: 20,
          actual: 25,
          related: ['indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'just more than what cells show',
      rows: [scoredIndicator('quantity', '巡护24次', '24次', 20, 20.0052)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'indicator',
          expected: 20,
          related: ['indicator.quantity.weight'],
          fixed: { value: 20 },
        },
      ],
    },
  ],
};
