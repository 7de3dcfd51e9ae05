import { asks, scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'placeholder',

  valid: [
    { name: 'a result', rows: [asks('quantity', '疏通管道12公里', '12.4公里')] },
    {
      name: 'words are a result, whatever they are worth',
      rows: [asks('quantity', '疏通管道12公里', '已完成')],
    },
    {
      name: '0 is a result',
      rows: [asks('quantity', '受理举报10件', 0), asks('quantity', '受理举报10件', '0件')],
    },
    {
      name: 'a dimension that is not used',
      rows: [
        asks('ecological', undefined, undefined),
        asks('ecological', '—', '—'),
        asks('ecological', '/', undefined),
      ],
    },
    {
      name: 'none at the end of what should not happen',
      rows: [asks('quality', '爆破作业伤亡事故无', '无'), asks('social', '群体性上访事件：无', '无')],
    },
    {
      name: 'nothing was to happen, and nothing did',
      rows: [
        asks('quality', '无安全责任事故', '无'),
        asks('quality', '重大舆情0起', '无'),
        asks('quality', '零投诉', '没有'),
      ],
    },
    { name: 'a result without a target', rows: [asks('quantity', undefined, '3场')] },
    { name: 'an error is another rule’s', rows: [asks('quantity', '6场', { error: '#REF!' })] },
    { name: 'a number', rows: [asks('quantity', 6, 6)] },
    {
      name: 'a name without points where the annex gives points',
      rows: [scoredIndicator('quantity', null, null, null, null, { 'indicator.quantity.name': '印发手册' })],
    },
    {
      name: 'a name that the template prints',
      rows: [asks('quantity', undefined, undefined, { 'indicator.quantity.name': '指标1：' })],
    },
  ],
  invalid: [
    {
      name: 'a dash is no answer, even where nothing was to happen',
      rows: [asks('quality', '爆破作业伤亡事故无', '—')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'placeholder',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a blank result',
      rows: [asks('quantity', '维修路灯120盏', undefined)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'missing',
          text: '年度指标“维修路灯120盏”未填写完成情况。请填写实际完成值。',
          actual: '',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a dash',
      rows: [asks('social', '提高村民健康素养', '―')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.result',
          message: 'placeholder',
          text: '年度指标“提高村民健康素养”的完成情况仅填报为“―”。请填写实际完成值。',
          related: ['indicator.social.target'],
        },
      ],
    },
    {
      name: 'every sign for nothing',
      rows: ['—', '-', '－', '/', '无', '……', '...', '*', '不适用'].map((sign) =>
        asks('quality', '≥95%', sign),
      ),
      findings: Array.from({ length: 9 }, (_, row) => ({
        row,
        field: 'indicator.quality.result' as const,
        message: 'placeholder',
        related: ['indicator.quality.target'],
      })),
    },
    {
      name: 'white space',
      rows: [asks('satisfaction', '≥90%', ' \u3000 ')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          message: 'missing',
          actual: '',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'a target that is a number',
      rows: [asks('quantity', 36, undefined)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'missing',
          actual: '',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a blank says nothing even where nothing was to happen',
      rows: [asks('quality', '无安全责任事故', undefined)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'missing',
          actual: '',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'and so does a dash',
      rows: [asks('quality', '零投诉', '—')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'placeholder',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'two indicators of one project',
      rows: [
        {
          ...asks('quantity', '3部', undefined),
          'indicator.cost.target': '≤8万元',
          'indicator.cost.result': '无',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'missing',
          actual: '',
          related: ['indicator.quantity.target'],
        },
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'placeholder',
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'a name of its own',
      rows: [asks('quantity', '≥40次', undefined, { 'indicator.quantity.name': '入户走访' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          text: '年度指标“≥40次”未填写完成情况。请填写实际完成值。',
          message: 'missing',
          actual: '',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'scored all the same',
      rows: [
        asks('quantity', '疏通管道12公里', '—', {
          'indicator.quantity.weight': 10,
          'indicator.quantity.score': 10,
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'scored',
          text: '年度指标“疏通管道12公里”未填写完成情况，但得分为 10。请填写实际完成值，并核对得分。',
          related: ['indicator.quantity.target', 'indicator.quantity.score'],
        },
      ],
    },
    {
      name: 'nothing but a name',
      rows: [asks('quantity', undefined, undefined, { 'indicator.quantity.name': '丰富市民文化活动' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'named',
          actual: null,
          related: ['indicator.quantity.name'],
          text: '指标“丰富市民文化活动”未填写完成情况。请填写实际完成值；未设定该指标的，请删除名称。',
        },
      ],
    },
  ],
};
