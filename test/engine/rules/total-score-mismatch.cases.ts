import { asks, computed, percent } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';

/** Execution of 10, output of 60 and satisfaction of 30 points. */
function row(execution: CellInput, output: CellInput, satisfaction: CellInput, total: CellInput): AnnexRow {
  return {
    budget: 60,
    actual: 58,
    'executionRate.weight': 10,
    'executionRate.score': execution,
    'indicator.quantity.target': '≥16公里',
    'indicator.quantity.result': '16.4公里',
    'indicator.quantity.weight': 60,
    'indicator.quantity.score': output,
    'indicator.satisfaction.target': '≥90%',
    'indicator.satisfaction.result': '93%',
    'indicator.satisfaction.weight': 30,
    'indicator.satisfaction.score': satisfaction,
    totalScore: total,
  };
}

/** Without columns for the points of the execution. */
function plain(output: CellInput, satisfaction: CellInput, total: CellInput): AnnexRow {
  const cells = Object.entries(row(null, output, satisfaction, total));
  return Object.fromEntries(cells.filter(([field]) => !field.startsWith('executionRate.')));
}

export const cases: RuleCases = {
  severity: 'error',
  message: 'mismatch',

  valid: [
    { name: 'the sum', rows: [row(9.67, 60, 30, 99.67), row(10, 55, 28.5, 93.5)] },
    {
      name: 'a formula with binary noise',
      rows: [row(9.1, 60.2, 29.3, computed('=D5+G5+J5', 98.60000000000001))],
    },
    { name: 'rounded to one decimal', rows: [row(9.67, 60, 30, 99.7)] },
    {
      name: 'rounded to whole points throughout',
      rows: [row(9.67, 60, 30, 100), row(9.2, 58.1, 29, 96), row(9.88, 60, 30, 100)],
    },
    { name: 'a part that is missing', rows: [row(null, 60, 30, 97), row(9.67, null, 30, 92)] },
    { name: 'a part in words', rows: [row(9.67, '合格', 30, 99.67)] },
    { name: 'a total in words', rows: [row(9.67, 60, 30, '见附件')] },
    {
      name: 'an indicator that is not in use',
      rows: [
        {
          ...row(9.67, 60, 30, 99.67),
          'indicator.social.target': '—',
          'indicator.social.result': '—',
          'indicator.social.weight': '—',
          'indicator.social.score': '—',
        },
      ],
    },
    {
      name: 'the execution has no column: it may be in the total',
      rows: [plain(60, 30, 99.67), plain(60, 30, 90)],
    },
    {
      name: 'indicators that the annex does not show',
      rows: [row(9.67, 40, 20, 99.67), row(10, 38, 20, 98), row(9.2, 40, 19.5, 98.7)],
    },
    { name: 'signs for nothing in place of all scores', rows: [row('—', '—', '—', '—')] },
    {
      name: 'no points at all',
      rows: [
        {
          ...row(null, null, null, null),
          'executionRate.weight': null,
          'indicator.quantity.weight': null,
          'indicator.satisfaction.weight': null,
        },
      ],
    },
    { name: 'a score in words beside a blank total', rows: [row(9.67, '另行评定', 30, null)] },
  ],
  invalid: [
    {
      name: 'too low',
      rows: [row(9.67, 60, 30, 97.67), row(10, 55, 28.5, 93.5)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'mismatch',
          fixed: { value: 99.67 },
          text: '总分为 97.67，各项得分之和为 99.67（9.67 + 60 + 30），相差 2。请核对。',
          expected: 99.67,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'too high',
      rows: [row(9.67, 52, 30, 99)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          fixed: { value: 91.67 },
          expected: 91.67,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'blank',
      rows: [row(9.67, 60, 30, null), row(10, 60, 30, 100)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'blank',
          fixed: { value: 99.67 },
          expected: 99.67,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
          text: '未填写总分，各项得分之和为 99.67（9.67 + 60 + 30）。请补填。',
        },
      ],
    },
    {
      name: 'a dash',
      rows: [row(9.67, 60, 30, '—')],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'blank',
          fixed: { value: 99.67 },
          expected: 99.67,
          actual: null,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'a whole number among totals with decimals',
      rows: [row(9.67, 60, 30, 100), row(9.2, 58.1, 29, 96.3), row(9.88, 60, 30, 99.88)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          fixed: { value: 99.67 },
          expected: 99.67,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'a formula that leaves out a part',
      rows: [row(9.67, 60, 30, computed('=G5+J5', 90))],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          advised: 1,
          expected: 99.67,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'more than the execution can add',
      rows: [plain(50, 25, 97)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'beyond',
          text: '总分为 97，各指标得分之和为 75，加上执行率得分应在 75 至 85 之间。请核对。',
          related: ['indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'less than the indicators have together',
      rows: [plain(60, 30, 85)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'beyond',
          related: ['indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'totals of something else in most rows',
      rows: [row(9, 60, 30, 92), row(9.5, 60, 30, 88), row(10, 55, 30, 90), row(10, 60, 28, 98)],
      findings: [
        {
          row: 0,
          field: 'totalScore',
          severity: 'info',
          suggested: [{ value: 99 }],
          expected: 99,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
        {
          row: 1,
          field: 'totalScore',
          severity: 'info',
          suggested: [{ value: 99.5 }],
          expected: 99.5,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
        {
          row: 2,
          field: 'totalScore',
          severity: 'info',
          suggested: [{ value: 95 }],
          expected: 95,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
        },
      ],
    },
    {
      name: 'three rows show no other sum',
      rows: [
        [92, 9, 60, 30],
        [88, 9.5, 60, 30],
        [90, 10, 55, 30],
      ].map(([totalScore, execution, quantity, satisfaction]) => ({
        ...asks('quantity', '巡护24次', '24次'),
        'executionRate.score': execution!,
        'indicator.quantity.score': quantity!,
        'indicator.satisfaction.target': '≥90%',
        'indicator.satisfaction.result': '95%',
        'indicator.satisfaction.score': satisfaction!,
        totalScore: totalScore!,
      })),
      findings: [
        {
          row: 0,
          field: 'totalScore',
          message: 'mismatch',
          expected: 99,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
          fixed: { value: 99 },
        },
        {
          row: 1,
          field: 'totalScore',
          message: 'mismatch',
          expected: 99.5,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
          fixed: { value: 99.5 },
        },
        {
          row: 2,
          field: 'totalScore',
          message: 'mismatch',
          expected: 95,
          related: ['executionRate.score', 'indicator.quantity.score', 'indicator.satisfaction.score'],
          fixed: { value: 95 },
        },
      ],
    },
    {
      name: 'the points of groups are parts of the total',
      rows: [
        {
          budget: 50,
          actual: 48,
          'group.weight': 100,
          'group.rate': percent(0.9),
          'group.score': 90,
          totalScore: 90,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 100,
          'group.rate': percent(0.967),
          'group.score': 96.7,
          totalScore: 92.7,
        },
        {
          budget: 50,
          actual: 48,
          'group.weight': 100,
          'group.rate': percent(0.722),
          'group.score': 72.2,
          totalScore: 72.2,
        },
      ],
      findings: [
        {
          row: 1,
          field: 'totalScore',
          expected: 96.7,
          related: ['group.score'],
          fixed: { value: 96.7 },
        },
      ],
    },
    {
      name: 'no scores at all',
      rows: [row(null, null, null, null)],
      findings: [
        { row: 0, field: 'totalScore', message: 'alone', text: '未填写总分。请补齐各项得分并填写总分。' },
      ],
    },
  ],
};
