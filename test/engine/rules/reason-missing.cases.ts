import type { AnnexRow } from '../../support/annexes/annex-builder';
import { asks } from '../../support/annexes/cells';
import type { ExpectedFix } from '../../support/annexes/expected-finding';
import type { RuleCases } from '../../support/annexes/rule-tester';

const own = 'indicator.quantity.deviation';
const scored = (weight: number, score: number): AnnexRow => ({
  'indicator.quantity.weight': weight,
  'indicator.quantity.score': score,
});
/** What is put in for the unit to answer: no answer yet, so the finding stays until it is, and nothing more is offered. */
const PROMPT: ExpectedFix = {
  value: '请说明：指标“检修水泵16台”完成情况为“13台”的原因和改进措施。',
  leaves: ['reason-missing'],
};
/** A project with two indicators, so that a column of reasons behind them is the project's. */
const two = (quantity: string, quality: string, more: AnnexRow): AnnexRow => ({
  ...asks('quantity', '检修水泵16台', quantity, more),
  'indicator.quality.target': '≥96%',
  'indicator.quality.result': quality,
  totalScore: 90,
});

export const cases: RuleCases = {
  severity: 'error',
  message: 'short',

  valid: [
    { name: 'met', rows: [asks('quantity', '检修水泵16台', '16台', { [own]: null })], fields: [own] },
    {
      name: 'the execution rate among the indicators, not below the limit from which a reason is due',
      rows: [
        asks('quality', '100%', '98%', {
          'indicator.quality.name': '预算执行率',
          'indicator.quality.deviation': null,
          'indicator.quality.weight': 10,
          'indicator.quality.score': 9.8,
        }),
      ],
      fields: ['indicator.quality.deviation'],
    },
    {
      name: 'the reason is given',
      rows: [asks('quantity', '检修水泵16台', '13台', { [own]: '3台待厂家返修' })],
    },
    {
      name: 'the project gives the reason',
      rows: [two('13台', '97%', { [own]: '—', deviation: '3台待厂家返修' })],
    },
    {
      name: 'the result says why',
      rows: [asks('quantity', '检修水泵16台', '因配件断供检修13台', { [own]: '无' })],
    },
    { name: 'no column for reasons', notChecked: true, rows: [asks('quantity', '检修水泵16台', '13台')] },
    {
      name: 'nobody can compare',
      rows: [asks('quantity', '检修水泵16台', '全部检修', { [own]: '无' })],
    },
    {
      name: 'a deducted score of a target that is met is another rule’s',
      rows: [asks('quantity', '检修水泵16台', '18台', { [own]: null, ...scored(10, 8) })],
      fields: [own],
    },
    {
      name: 'a score by rounding below the weight',
      rows: [asks('quantity', '检修水泵16台', '全部检修', { [own]: '无', ...scored(10, 9.96) })],
    },
    {
      name: 'full marks',
      rows: [asks('quantity', '检修水泵', '检修完毕', { [own]: '/', ...scored(10, 10) })],
    },
    {
      name: 'a low execution rate is another rule’s',
      rows: [two('16台', '98%', { budget: 80, actual: 20, deviation: '无' })],
    },
    { name: 'no result at all', rows: [asks('quantity', '检修水泵16台', '—', { [own]: '—' })] },
    {
      name: 'an error is another rule’s',
      rows: [asks('quantity', '检修水泵16台', '13台', { [own]: { error: '#N/A' } })],
    },
    {
      name: 'the total in a table that asks only why something was not reached',
      rows: [{ budget: 40, actual: 40, totalScore: 92, deviation: null }],
      labels: { deviation: '未完成原因和改进措施' },
    },
    {
      name: 'the total lost no more than the execution',
      labels: { deviation: '扣分原因' },
      rows: [
        { budget: 40, actual: 38, totalScore: 99.5, deviation: null },
        { budget: 40, actual: 30, totalScore: 92, deviation: null },
        { budget: 40, actual: 40, totalScore: 92, deviation: '设备故障，停工一个月' },
        { budget: 40, actual: 40, totalScore: 38, deviation: null },
      ],
    },
  ],
  invalid: [
    {
      name: 'short, and the cell is blank',
      rows: [asks('quantity', '检修水泵16台', '13台')],
      fields: [own],
      findings: [
        {
          row: 0,
          field: own,
          message: 'short',
          text: '指标为“检修水泵16台”，完成情况为“13台”，未达到指标，未填写偏差原因。请说明原因和改进措施。',
          suggested: [
            {
              value: '请说明：指标“检修水泵16台”完成情况为“13台”的原因和改进措施。',
              says: '填入提示语“请说明：指标‘检修水泵16台’完成情况为‘13台’的原因和改进措施。”',
              leaves: ['reason-missing'],
            },
          ],
          actual: '',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'signs for nothing',
      rows: ['—', '/', '无', '无。', 0, '无偏差', '已完成', '不涉及'].map((sign) =>
        asks('quantity', '检修水泵16台', '13台', { [own]: sign }),
      ),
      findings: ['—', '/', '无', '无。', '0', '无偏差', '已完成', '不涉及'].map((actual, row) => ({
        row,
        field: own,
        message: 'short',
        actual,
        related: ['indicator.quantity.result'],
        suggested: [PROMPT],
      })),
    },
    {
      name: 'the column of the project',
      rows: [two('13台', '97%', { deviation: '无' })],
      findings: [
        {
          row: 0,
          field: 'deviation',
          message: 'short',
          related: ['indicator.quantity.result'],
          suggested: [PROMPT],
        },
      ],
    },
    {
      name: 'two of them, one cell',
      rows: [two('13台', '91%', { deviation: '―' })],
      findings: [
        {
          row: 0,
          field: 'deviation',
          message: 'shortAndMore',
          text: '指标为“检修水泵16台”，完成情况为“13台”，未达到指标，另有 1 项指标也需说明，未填写偏差原因。请逐项说明原因和改进措施。',
          related: ['indicator.quantity.result', 'indicator.quality.result'],
          suggested: [PROMPT],
        },
      ],
    },
    {
      name: 'late',
      rows: [
        asks('timeliness', '2023年5月底前', '2023年7月10日', { 'indicator.timeliness.deviation': null }),
      ],
      fields: ['indicator.timeliness.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.deviation',
          message: 'short',
          actual: '',
          related: ['indicator.timeliness.result'],
          suggested: [
            {
              value: '请说明：指标“2023年5月底前”完成情况为“2023年7月10日”的原因和改进措施。',
              leaves: ['reason-missing'],
            },
          ],
        },
      ],
    },
    {
      name: 'partly done',
      rows: [asks('quantity', '检修水泵16台', '大部分完成', { [own]: '无' })],
      findings: [
        {
          row: 0,
          field: own,
          message: 'undone',
          text: '完成情况为“大部分完成”，未填写偏差原因。请说明原因和改进措施。',
          related: ['indicator.quantity.result'],
          suggested: [
            {
              value: '请说明：指标“检修水泵16台”完成情况为“大部分完成”的原因和改进措施。',
              leaves: ['reason-missing'],
            },
          ],
        },
      ],
    },
    {
      name: 'points deducted',
      rows: [asks('quantity', '检修水泵', '检修完毕', { [own]: '—', ...scored(10, 8) })],
      findings: [
        {
          row: 0,
          field: own,
          message: 'deducted',
          text: '指标“检修水泵”得分 8，低于分值 10，未填写扣分原因。请说明原因和改进措施。',
          related: ['indicator.quantity.result'],
          suggested: [
            {
              value: '请说明：指标“检修水泵”完成情况为“检修完毕”的原因和改进措施。',
              leaves: ['reason-missing'],
            },
          ],
        },
      ],
    },
    {
      name: 'two of them undone, one cell',
      rows: [two('大部分完成', '尚未开展', { deviation: '无' })],
      findings: [
        {
          row: 0,
          field: 'deviation',
          message: 'undoneAndMore',
          related: ['indicator.quantity.result', 'indicator.quality.result'],
          suggested: [
            {
              value: '请说明：指标“检修水泵16台”完成情况为“大部分完成”的原因和改进措施。',
              leaves: ['reason-missing'],
            },
          ],
          text: '完成情况为“大部分完成”，另有 1 项指标也需说明，未填写偏差原因。请逐项说明原因和改进措施。',
        },
      ],
    },
    {
      name: 'points deducted from two of them, one cell',
      rows: [
        {
          ...asks('quantity', '检修水泵', '检修完毕', scored(10, 8)),
          'indicator.quality.target': '运行正常',
          'indicator.quality.result': '合格',
          'indicator.quality.weight': 10,
          'indicator.quality.score': 9,
          totalScore: 90,
          deviation: null,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'deviation',
          message: 'deductedAndMore',
          actual: '',
          related: ['indicator.quantity.result', 'indicator.quality.result'],
          suggested: [
            {
              value: '请说明：指标“检修水泵”完成情况为“检修完毕”的原因和改进措施。',
              leaves: ['reason-missing'],
            },
          ],
          text: '指标“检修水泵”得分 8，低于分值 10，另有 1 项指标也需说明，未填写扣分原因。请逐项说明原因和改进措施。',
        },
      ],
    },
    {
      name: 'short with points deducted',
      rows: [asks('quantity', '检修水泵16台', '13台', { [own]: null, ...scored(10, 8.13) })],
      fields: [own],
      findings: [
        {
          row: 0,
          field: own,
          message: 'short',
          actual: '',
          related: ['indicator.quantity.result'],
          suggested: [PROMPT],
        },
      ],
    },
    {
      name: 'the prompt alone is no reason',
      rows: [
        asks('quantity', '检修水泵16台', '13台', {
          [own]: '请说明：指标“检修水泵16台”完成情况为“13台”的原因和改进措施。',
        }),
      ],
      findings: [
        {
          row: 0,
          field: own,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'the cause stands among the problems',
      rows: [two('13台', '97%', { deviation: null, problems: '因配件断供，3台未能检修' })],
      fields: ['deviation'],
      findings: [
        {
          row: 0,
          field: 'deviation',
          severity: 'info',
          actual: '',
          related: ['indicator.quantity.result'],
          suggested: [PROMPT],
        },
      ],
    },
    {
      name: 'points lost of the total alone',
      labels: { deviation: '扣分原因' },
      rows: [
        { budget: 40, actual: 40, totalScore: 92, deviation: null },
        { budget: 40, actual: 38, totalScore: 92, deviation: '无' },
      ],
      findings: [
        {
          row: 0,
          field: 'deviation',
          severity: 'warning',
          message: 'total',
          related: ['totalScore'],
          actual: '',
          text: '自评总分 92，低于满分 100，未填写扣分原因。请说明扣分原因和改进措施。',
        },
        { row: 1, field: 'deviation', severity: 'warning', message: 'total', related: ['totalScore'] },
      ],
    },
  ],
};
