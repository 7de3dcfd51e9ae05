import { scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const scored = scoredIndicator.bind(null, 'quality');

export const cases: RuleCases = {
  severity: 'warning',
  message: 'deducted',

  valid: [
    { name: 'full marks', rows: [scored('≥95%', '96%', 15, 15)] },
    { name: 'a missed target', rows: [scored('≥95%', '90%', 15, 12)] },
    { name: 'words', rows: [scored('达到设计标准', '已达到', 15, 13), scored('≥95%', '完成', 15, 13)] },
    {
      name: 'the reason in its own column',
      rows: [scored('≥95%', '96%', 15, 13, { 'indicator.quality.deviation': '部分点位资料归档不完整' })],
    },
    {
      name: 'the reason among the problems',
      rows: [scored('≥95%', '96%', 15, 13, { problems: '验收资料整理不够及时' })],
    },
    { name: 'the result says why', rows: [scored('≥95%', '96%，因资料缺失扣分', 15, 13)] },
    { name: 'far beyond the target, which was too low', rows: [scored('≥50%', '98%', 15, 13)] },
    { name: 'no score, no weight', rows: [scored('≥95%', '96%', 15, null), scored('≥95%', '96%', '—', 13)] },
    { name: 'above the weight', rows: [scored('≥95%', '96%', 15, 16)] },
  ],
  invalid: [
    {
      name: 'two points less',
      rows: [scored('≥95%', '96%', 15, 13)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 15, says: '改为 15 分' }],
          text: '指标为“≥95%”，完成情况为“96%”，已达标，但得分 13 低于分值 15，未说明原因。请核对得分，或说明扣分原因。',
          expected: 15,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'half a point less',
      rows: [scored('合格率100%', '100%', 10, 9.5)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 10 }],
          expected: 10,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'no points at all',
      rows: [scored('≥95%', '99%', 15, 0)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 15 }],
          expected: 15,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'the columns for reasons say none',
      rows: [
        scored('≥95%', '95%', 15, 14, {
          'indicator.quality.deviation': '无',
          problems: '无。',
          remarks: '—',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 15 }],
          expected: 15,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'less is better, and it is less',
      rows: [scored('返工率≤3%', '2.8%', 10, 8)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 10 }],
          expected: 10,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'another indicator of the row is right',
      rows: [
        {
          ...scored('≥95%', '97%', 15, 12),
          'indicator.quantity.target': '≥6座',
          'indicator.quantity.result': '6座',
          'indicator.quantity.weight': 20,
          'indicator.quantity.score': 20,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.score',
          suggested: [{ value: 15 }],
          expected: 15,
          related: ['indicator.quality.target', 'indicator.quality.result', 'indicator.quality.weight'],
        },
      ],
    },
  ],
};
