import { asks, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const satisfies = (
  target: CellInput | undefined,
  result: CellInput | undefined,
  more: AnnexRow = {},
): AnnexRow => asks('satisfaction', target, result, more);
const result = 'indicator.satisfaction.result';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'words',

  valid: [
    {
      name: 'a measured figure',
      rows: [satisfies('≥90%', '93.6%'), satisfies('不低于85%', '满意度为88%，发放问卷120份')],
    },
    { name: 'exactly the target', rows: [satisfies('90%', '90%')] },
    { name: 'a number shown as a percentage', rows: [satisfies(percent(0.9, 0), percent(0.95, 0))] },
    { name: 'a bare number', rows: [satisfies('≥90%', 95), satisfies('≥90分', '94分')] },
    { name: 'in Chinese numerals', rows: [satisfies('≥90%', '百分之九十六')] },
    { name: 'below the target is another rule’s', rows: [satisfies('≥90%', '72%')] },
    { name: 'another inequality is another rule’s', rows: [satisfies('≥95%', '90%以上')] },
    { name: 'a target in words', rows: [satisfies('群众反映良好', '良好')] },
    { name: 'no answer is another rule’s', rows: [satisfies('≥90%', undefined), satisfies('≥90%', '—')] },
    { name: 'no target', rows: [satisfies(undefined, '满意'), satisfies('—', '满意')] },
    { name: 'complaints counted as they were asked', rows: [satisfies('投诉不超过3件', '1件')] },
    {
      name: 'another dimension',
      fields: ['indicator.satisfaction.target', 'indicator.satisfaction.result'],
      rows: [asks('quality', '≥90%', '良好')],
    },
  ],
  invalid: [
    {
      name: 'done, they say',
      rows: [satisfies('不低于90%', '已完成')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '不低于90%',
          text: '指标要求“不低于90%”，完成情况填报为“已完成”，未填报满意度数值。请填写实测满意度和样本量。',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'the target over again',
      rows: [satisfies('≥95%', '≥95%')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'copied',
          text: '完成情况“≥95%”照抄指标“≥95%”，不是实测值。请填写实测满意度和样本量。',
          expected: '≥95%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'the target over again in other words',
      rows: [satisfies('》90%', '90%以上')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'copied',
          expected: '》90%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'praise',
      rows: [
        satisfies('≥90%', '满意'),
        satisfies('≥90%', '十分满意'),
        satisfies('≥90%', '游客一致好评'),
        satisfies('≥90%', '达到预期指标'),
      ],
      findings: [0, 1, 2, 3].map((row) => ({
        row,
        field: result,
        message: 'words',
        expected: '≥90%',
        related: ['indicator.satisfaction.target'],
      })),
    },
    {
      name: 'a target that only names the rate',
      rows: [satisfies('参训学员满意度', '较高')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '参训学员满意度',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'a target that is a number',
      rows: [satisfies(percent(0.9, 0), '较高')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '90%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'a sample is no measure',
      rows: [satisfies('≥90%', '发放问卷200份，居民反映良好')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '≥90%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'no complaint is no measure',
      rows: [satisfies('≥90%', '全年收到投诉0起')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '≥90%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'a date is no measure',
      rows: [satisfies('≥90%', '2023年11月回访，企业满意')],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '≥90%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'the name in a column of its own',
      rows: [satisfies('≥92%', '满意', { 'indicator.satisfaction.name': '办事群众满意度' })],
      findings: [
        {
          row: 0,
          field: result,
          message: 'words',
          expected: '≥92%',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
  ],
};
