import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const target = 'indicator.quantity.target';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'above',

  valid: [
    { name: 'a little more', rows: [asks('quantity', '≥200份', '248份'), asks('quantity', '60场', '77场')] },
    { name: 'exactly the target', rows: [asks('quantity', '60场', '60场')] },
    { name: 'short', rows: [asks('quantity', '60场', '30场')] },
    {
      name: 'a few more of a small number',
      rows: [asks('quantity', '2次', '3次'), asks('quantity', '≥2个', '4个'), asks('quantity', '5期', '7期')],
    },
    { name: 'sooner', rows: [asks('timeliness', '≤30分钟', '10分钟'), asks('timeliness', '6月底前', '2月')] },
    { name: 'it lasts longer', rows: [asks('sustainability', '使用年限≥5年', '设计使用15年')] },
    {
      name: 'approximate figures',
      rows: [asks('quantity', '40余场', '90场'), asks('quantity', '约40场', '70场')],
    },
    { name: 'within a range', rows: [asks('quantity', '3-8个', '8个')] },
    {
      name: 'growth',
      rows: [asks('economic', '较上年增长4%', '较上年增长9%')],
    },
    {
      name: 'the reason is given',
      rows: [
        asks('quantity', '≥200份', '410份', { 'indicator.quantity.deviation': '年中新增两个社区的任务' }),
        asks('quantity', '≥200份', '因任务追加发放410份'),
      ],
    },
    {
      name: 'more money spent is no success',
      rows: [asks('cost', '≤40万元', '39万元'), asks('cost', '单价80元', '80元')],
    },
    { name: 'fewer complaints', rows: [asks('quality', '投诉≤10件', '2件')] },
    {
      name: 'below the limit of the place',
      rows: [asks('quantity', '≥200份', '280份')],
      profile: { overshoot: 1.5 },
    },
    { name: 'words', rows: [asks('quantity', '≥200份', '超额完成')] },
    { name: 'nineteen are a small number', rows: [asks('quantity', '≥19件', '26件')] },
    { name: 'nine kilometres are a small number', rows: [asks('quantity', '≥9公里', '12.3公里')] },
    {
      name: 'less than half as many again of a small number',
      rows: [asks('quantity', '≥8公里', '11.5公里')],
    },
    { name: 'two more of a small number', rows: [asks('quantity', '≥4件', '6件')] },
  ],
  invalid: [
    {
      name: 'twice as many',
      rows: [asks('quantity', '发放宣传册≥200份', '410份')],
      findings: [
        {
          row: 0,
          field: target,
          severity: 'warning',
          message: 'above',
          text: '指标为“发放宣传册≥200份”，完成情况为“410份”，是指标值的 205%，指标设定可能偏低。请说明原因，或调整指标值。',
          expected: '200份',
          actual: 2.05,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'exactly 130 %',
      rows: [asks('quantity', '60场', '78场')],
      findings: [
        { row: 0, field: target, expected: '60场', actual: 1.3, related: ['indicator.quantity.result'] },
      ],
    },
    {
      name: 'numbers without a unit',
      rows: [asks('quantity', 29, 40)],
      findings: [
        {
          row: 0,
          field: target,
          expected: '29',
          actual: 1.37931034482759,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'lengths and areas',
      rows: [asks('quantity', '≥15.5公里', '23公里')],
      findings: [
        {
          row: 0,
          field: target,
          expected: '15.5公里',
          actual: 1.48387096774194,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'money of others',
      rows: [asks('economic', '带动投资≥600万元', '1100万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.economic.target',
          expected: '600万元',
          actual: 1.83333333333333,
          related: ['indicator.economic.result'],
        },
      ],
    },
    {
      name: 'people who benefit',
      rows: [asks('social', '惠及群众≥0.8万人', '1.4万人')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          expected: '0.8万人',
          actual: 1.75,
          related: ['indicator.social.result'],
        },
      ],
    },
    {
      name: 'several more of a small number',
      rows: [asks('quantity', '≥4个', '9个')],
      findings: [
        { row: 0, field: target, expected: '4个', actual: 2.25, related: ['indicator.quantity.result'] },
      ],
    },
    {
      name: 'beyond a range',
      rows: [asks('quantity', '20-30户', '52户')],
      findings: [
        { row: 0, field: target, expected: '20-30户', actual: 2.6, related: ['indicator.quantity.result'] },
      ],
    },
    {
      name: 'a rate',
      rows: [asks('quality', '≥60%', '94%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          expected: '60%',
          actual: 1.56666666666667,
          related: ['indicator.quality.result'],
        },
      ],
    },
    {
      name: 'half the cost',
      rows: [asks('cost', '≤40万元', '18万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.target',
          severity: 'info',
          message: 'saved',
          text: '指标为“≤40万元”，完成情况为“18万元”，只有指标值的 45%，指标设定可能偏高。请核对指标值。',
          expected: '40万元',
          actual: 0.45,
          related: ['indicator.cost.result'],
        },
      ],
    },
    {
      name: 'the place looks closer',
      rows: [asks('quantity', '≥200份', '245份')],
      profile: { overshoot: 1.2 },
      findings: [
        { row: 0, field: target, expected: '200份', actual: 1.225, related: ['indicator.quantity.result'] },
      ],
    },
    {
      name: 'twenty are no small number',
      rows: [asks('quantity', '≥20件', '27件')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'above',
          expected: '20件',
          actual: 1.35,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'ten kilometres are no small number',
      rows: [asks('quantity', '≥10公里', '13.5公里')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'above',
          expected: '10公里',
          actual: 1.35,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'half as many again of a small number',
      rows: [asks('quantity', '≥8公里', '12.2公里')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'above',
          expected: '8公里',
          actual: 1.525,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'three more of a small number',
      rows: [asks('quantity', '≥4件', '7件')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'above',
          expected: '4件',
          actual: 1.75,
          related: ['indicator.quantity.result'],
        },
      ],
    },
  ],
};
