import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'figure',

  valid: [
    { name: 'target and result', rows: [asks('ecological', '减少扬尘', '明显减少')] },
    {
      name: 'neither',
      rows: [
        asks('ecological', '—', '—'),
        asks('ecological', '/', undefined),
        asks('ecological', '无', '无'),
      ],
    },
    { name: 'a blank target is another rule’s', rows: [asks('ecological', undefined, '绿化12亩')] },
    {
      name: 'a sign beside a name is another rule’s',
      rows: [asks('ecological', '—', '12亩', { 'indicator.ecological.name': '新增绿地' })],
    },
    { name: '0 of what was not asked for', rows: [asks('economic', '—', 0)] },
    { name: 'nothing was to happen', rows: [asks('quality', '无', '未发生事故')] },
    { name: 'an error is another rule’s', rows: [asks('economic', '—', { error: '#REF!' })] },
  ],
  invalid: [
    {
      name: 'a figure beside a dash',
      rows: [asks('economic', '―', '增收120万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.economic.target',
          message: 'figure',
          text: '指标值仅填报为“―”，但完成情况为“增收120万元”，无法对照。请补填年度指标值；未设定该指标的，不填完成情况。',
          actual: '增收120万元',
          related: ['indicator.economic.result'],
        },
      ],
    },
    {
      name: 'words beside a dash',
      rows: [asks('social', '—', '有效改善')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          actual: '有效改善',
          related: ['indicator.social.result'],
        },
      ],
    },
    {
      name: 'every sign for nothing',
      rows: ['/', '-', '无', '……', '不涉及'].map((sign) => asks('quantity', sign, '37场')),
      findings: [0, 1, 2, 3, 4].map((row) => ({
        row,
        field: 'indicator.quantity.target',
        actual: '37场',
        related: ['indicator.quantity.result'],
      })),
    },
    {
      name: 'a number',
      rows: [asks('quantity', '—', 45)],
      findings: [
        { row: 0, field: 'indicator.quantity.target', actual: '45', related: ['indicator.quantity.result'] },
      ],
    },
    {
      name: 'a satisfaction nobody asked for',
      rows: [asks('satisfaction', '/', '93%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.target',
          actual: '93%',
          related: ['indicator.satisfaction.result'],
        },
      ],
    },
  ],
};
