import type { AnnexRow } from '../../support/annexes/annex-builder';
import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const reports = (result: string, more: AnnexRow): AnnexRow => asks('quantity', '更新泵站8座', result, more);

export const cases: RuleCases = {
  severity: 'warning',
  message: 'short',

  valid: [
    { name: 'nothing went wrong', rows: [reports('8座', { problems: '无' })] },
    { name: 'the problem is named', rows: [reports('6座', { problems: '两座泵站用地未批复' })] },
    { name: 'a blank cell says nothing', rows: [reports('6座', { problems: null })], fields: ['problems'] },
    { name: 'nobody can compare', rows: [reports('已更新', { problems: '无' })] },
    {
      name: 'the rate is high enough',
      rows: [reports('8座', { actual: 36.5, executionRate: percent(0.9125), problems: '无' })],
    },
    {
      name: 'the execution rate among the indicators, not below the limit from which a reason is due',
      rows: [asks('quality', '100%', '98%', { 'indicator.quality.name': '资金支出率', problems: '无' })],
    },
    { name: 'no budget', rows: [reports('8座', { budget: 0, actual: 0, problems: '无' })] },
    {
      name: 'nine projects without a problem',
      rows: Array.from({ length: 9 }, () => reports('8座', { problems: '无' })),
    },
    {
      name: 'not all of ten',
      rows: Array.from({ length: 10 }, (_, i) => reports('8座', { problems: i === 4 ? '水位计老化' : '无' })),
    },
    { name: 'no column for problems', notChecked: true, rows: [reports('6座', { remarks: '无' })] },
  ],
  invalid: [
    {
      name: 'short of the target',
      rows: [reports('6座', { problems: '无' })],
      findings: [
        {
          row: 0,
          field: 'problems',
          severity: 'warning',
          message: 'short',
          text: '存在的问题填报为“无”，但指标“更新泵站8座”的完成情况为“6座”，未达到指标。请写明存在的问题。',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'partly done',
      rows: [reports('基本完成', { problems: '不存在问题。' })],
      findings: [
        {
          row: 0,
          field: 'problems',
          severity: 'warning',
          message: 'short',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'late',
      rows: [asks('timeliness', '2023年6月底前', '2023年9月', { problems: '―' })],
      findings: [
        {
          row: 0,
          field: 'problems',
          severity: 'warning',
          message: 'short',
          related: ['indicator.timeliness.result'],
        },
      ],
    },
    {
      name: 'a low rate',
      rows: [reports('8座', { actual: 26, executionRate: percent(0.65), problems: '无' })],
      findings: [
        {
          row: 0,
          field: 'problems',
          severity: 'warning',
          message: 'rate',
          text: '存在的问题填报为“无”，但执行率为 65.00%，低于 90%。请写明存在的问题。',
          actual: 0.65,
          related: ['executionRate'],
        },
      ],
    },
    {
      name: 'the place asks from 95 % on',
      rows: [reports('8座', { actual: 37, problems: '无' })],
      profile: { explainBelow: 0.95 },
      findings: [{ row: 0, field: 'problems', message: 'rate', actual: 0.925 }],
    },
    {
      name: 'the reason stands elsewhere',
      rows: [
        reports('6座', { problems: '无', rectification: '督促用地报批，次年汛前建成' }),
        reports('6座', { problems: '无', 'indicator.quantity.deviation': '用地未批复' }),
      ],
      findings: [
        { row: 0, field: 'problems', severity: 'info', related: ['rectification'] },
        { row: 1, field: 'problems', severity: 'info', related: ['indicator.quantity.deviation'] },
      ],
    },
    {
      name: 'all of ten projects',
      rows: Array.from({ length: 10 }, (_, i) => reports('8座', { problems: i % 2 === 0 ? '无' : '—' })),
      findings: [
        {
          row: 0,
          field: 'problems',
          severity: 'info',
          message: 'everyRow',
          text: '全部 10 个项目存在的问题均填报为“无”。请各单位核对是否确无问题。',
          actual: null,
          related: [
            '1 problems',
            '2 problems',
            '3 problems',
            '4 problems',
            '5 problems',
            '6 problems',
            '7 problems',
            '8 problems',
            '9 problems',
          ],
        },
      ],
    },
  ],
};
