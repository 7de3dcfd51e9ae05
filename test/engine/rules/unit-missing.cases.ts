import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'info',
  message: 'result',

  valid: [
    {
      name: 'units on both sides',
      rows: [asks('quantity', '维修管网32公里', '32.6公里'), asks('quality', '≥95%', percent(0.97))],
    },
    {
      name: 'a column for measure words',
      rows: [asks('quantity', 32, 33, { 'indicator.quantity.measureUnit': '公里' })],
    },
    {
      name: 'the name tells what is counted',
      rows: [
        asks('quantity', 32, 33, { 'indicator.quantity.name': '维修管网长度（公里）' }),
        asks('quantity', 120, 126, { 'indicator.quantity.name': '培训人数' }),
        asks('quantity', '80户', 81, { 'indicator.quantity.name': '改厕户数' }),
      ],
    },
    { name: 'words', rows: [asks('quantity', '维修管网', '已完成')] },
    { name: 'a number within words', rows: [asks('quantity', '32公里', '共完成32')] },
    { name: '0 may mean nothing', rows: [asks('quality', '0', '0起')] },
    { name: 'a date', rows: [asks('timeliness', '2023.9', '2023.8')] },
    { name: 'a rate and the heads behind it', rows: [asks('quality', '≥95%', '120人合格，合格率97%')] },
    {
      name: 'satisfaction answered by heads is another rule’s',
      rows: [asks('satisfaction', '≥95%', '120人')],
    },
    { name: 'nothing', rows: [asks('quantity', undefined, undefined), asks('quantity', '—', '—')] },
  ],
  invalid: [
    {
      name: '百分比 for a unit',
      rows: [asks('quality', '≥98百分比', '99%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'percentWord',
          text: '“≥98百分比”以“百分比”作计量单位，应填报为“%”。',
          fixed: { value: '≥98%', says: '改为“≥98%”' },
        },
      ],
    },
    {
      name: '百分比 on both sides',
      rows: [asks('quality', '=100百分比', '100百分比')],
      findings: [
        { row: 0, field: 'indicator.quality.target', fixed: { value: '=100%' }, message: 'percentWord' },
        { row: 0, field: 'indicator.quality.result', fixed: { value: '100%' }, message: 'percentWord' },
      ],
    },
    {
      name: 'a percentage without its sign',
      rows: [asks('quality', '≥85%', 90)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'result',
          text: '指标值为“≥85%”，完成值“90”未注明计量单位。请写明单位。',
          fixed: { value: '90%' },
          actual: '90',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a count without its measure word',
      rows: [asks('quantity', '安装路灯64盏', '64')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          fixed: { value: '64盏' },
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'money in the unit of the target',
      rows: [asks('cost', '≤90万元', '88.5')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          fixed: { value: '88.5万元' },
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'a fraction may be anything',
      rows: [asks('quality', '≥85%', 0.9)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'result',
          actual: '0.9',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'money in another unit',
      rows: [asks('cost', '≤90万元', '885000')],
      findings: [
        { row: 0, field: 'indicator.cost.result', message: 'result', related: ['indicator.cost.target'] },
      ],
    },
    {
      name: 'a target without a unit',
      rows: [asks('quantity', 64, '64盏')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'target',
          text: '指标值“64”未注明计量单位。请写明单位。',
          suggested: [{ value: '64盏' }],
          actual: '64',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'no unit anywhere',
      rows: [asks('quantity', '≥31', 42)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          suggested: [],
          message: 'target',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'words and a number',
      rows: [asks('quantity', '安装路灯≥64', '70')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'target',
          suggested: [],
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'a blank in the column for measure words',
      rows: [
        asks('quantity', 64, 70, {
          'indicator.quantity.name': '参训人数',
          'indicator.quantity.measureUnit': null,
        }),
        asks('quantity', 64, 70, {
          'indicator.quantity.name': '路灯',
          'indicator.quantity.measureUnit': '盏',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'target',
          actual: '64',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'heads for a rate',
      rows: [asks('quality', '考核通过率≥95%', '86人')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'heads',
          text: '指标“考核通过率≥95%”是比率，完成值“86人”只有数量。请换算成比率填写。',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a tenth of the target may be in its unit',
      rows: [asks('cost', '≤90万元', '9')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'result',
          related: ['indicator.cost.target'],
          fixed: { value: '9万元' },
        },
      ],
    },
    {
      name: 'less than a tenth may be in another',
      rows: [asks('cost', '≤90万元', '8.9')],
      findings: [
        { row: 0, field: 'indicator.cost.result', message: 'result', related: ['indicator.cost.target'] },
      ],
    },
    {
      name: 'ten times the target may be in its unit',
      rows: [asks('cost', '≤90万元', '900')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'result',
          related: ['indicator.cost.target'],
          fixed: { value: '900万元' },
        },
      ],
    },
    {
      name: 'more than ten times may be in another',
      rows: [asks('cost', '≤90万元', '901')],
      findings: [
        { row: 0, field: 'indicator.cost.result', message: 'result', related: ['indicator.cost.target'] },
      ],
    },
  ],
};
