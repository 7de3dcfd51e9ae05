import type { FieldId } from '../../../src/engine/annex/field-id';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import { percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';

/** Weights of execution, quantity, quality, social benefit and satisfaction. */
function row(
  weights: readonly [CellInput, CellInput, CellInput, CellInput, CellInput],
  more: AnnexRow = {},
): AnnexRow {
  const [execution, quantity, quality, social, satisfaction] = weights;
  return {
    budget: 60,
    ...(execution === undefined ? {} : { 'executionRate.weight': execution }),
    'indicator.quantity.target': '≥16公里',
    'indicator.quantity.result': '16公里',
    'indicator.quantity.weight': quantity,
    'indicator.quality.target': '≥95%',
    'indicator.quality.result': '96%',
    'indicator.quality.weight': quality,
    'indicator.social.target': '惠及8个村',
    'indicator.social.result': '8个村',
    'indicator.social.weight': social,
    'indicator.satisfaction.target': '≥90%',
    'indicator.satisfaction.result': '93%',
    'indicator.satisfaction.weight': satisfaction,
    ...more,
  };
}

type Weights = readonly [CellInput, CellInput, CellInput, CellInput];

/** Without a column for the weight of the execution. */
function withoutExecution(weights: Weights): AnnexRow {
  return without(row([null, ...weights]), 'executionRate.weight');
}

function without(cells: AnnexRow, field: FieldId): AnnexRow {
  return Object.fromEntries(Object.entries(cells).filter(([own]) => own !== field));
}

const LEVELS = {
  output: '产出指标（50分）',
  benefit: '效益指标（30分）',
  satisfaction: '满意度指标（10分）',
};

export const cases: RuleCases = {
  severity: 'error',
  message: 'sum',

  valid: [
    {
      name: 'groups of points',
      rows: [
        { budget: 60, actual: 28, 'group.weight': 100, 'group.rate': percent(95 / 100), 'group.score': 95 },
        { budget: 40, actual: 28, 'group.weight': 100, 'group.rate': percent(91 / 100), 'group.score': 91 },
      ],
    },
    { name: '100 with the execution', rows: [row([10, 30, 20, 30, 10]), row([10, 25, 25, 30, 10])] },
    {
      name: '100 or 90 without a column for the execution',
      rows: [withoutExecution([40, 20, 30, 10]), withoutExecution([30, 20, 30, 10])],
    },
    { name: 'with the column for their sum', rows: [row([10, 30, 20, 30, 10], { totalWeight: 100 })] },
    {
      name: 'an indicator that is not in use',
      rows: [
        row([10, 30, 20, 30, 10], {
          'indicator.ecological.target': '—',
          'indicator.ecological.result': '—',
          'indicator.ecological.weight': '—',
        }),
      ],
    },
    { name: 'no weights in the row', rows: [row([null, null, null, null, null])] },
    {
      name: 'an indicator without a place for its weight',
      rows: [
        row([10, 30, 20, 20, 10], {
          'indicator.economic.target': '增收≥20万元',
          'indicator.economic.result': '21万元',
        }),
      ],
    },
    { name: 'words for a weight', rows: [row([10, 30, '见注', 30, 10])] },
    { name: 'thirds', rows: [row([10, 33.3, 16.7, 30, 10]), row([10, 16.67, 33.33, 30, 10])] },
    { name: 'twenty for the execution', rows: [row([20, 30, 20, 20, 10])] },
    { name: 'as the header prints them', rows: [row([10, 30, 20, 30, 10])], levels: LEVELS },
    { name: 'another sum in the profile', rows: [row([20, 40, 20, 30, 10])], profile: { totalWeight: 120 } },
  ],
  invalid: [
    {
      name: 'a group of points too low',
      rows: [
        { budget: 60, actual: 28, 'group.weight': 95, 'group.rate': percent(90 / 95), 'group.score': 90 },
        { budget: 40, actual: 28, 'group.weight': 100, 'group.rate': percent(91 / 100), 'group.score': 91 },
        { budget: 30, actual: 28, 'group.weight': 100, 'group.rate': percent(88 / 100), 'group.score': 88 },
      ],
      findings: [
        {
          row: 0,
          field: 'group.weight',
          message: 'sum',
          expected: 100,
          actual: 95,
          suggested: [{ value: 100 }],
          text: '各项分值合计为 95（过程管理 95），应为 100。请核对各指标分值。',
        },
      ],
    },
    {
      name: 'less than 100',
      rows: [row([10, 30, 20, 30, 10]), row([10, 30, 15, 30, 10]), row([10, 30, 20, 30, 10])],
      findings: [
        {
          row: 1,
          field: 'executionRate.weight',
          message: 'sum',
          suggested: [{ value: 20, at: 'indicator.quality.weight', says: '改为 20 分' }],
          text: '各项分值合计为 95（执行率 10 + 数量指标 30 + 质量指标 15 + 社会效益指标 30 + 满意度指标 10），应为 100。请核对各指标分值。',
          expected: 100,
          actual: 95,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'more than 100',
      rows: [row([10, 30, 20, 35, 10])],
      findings: [
        {
          row: 0,
          field: 'executionRate.weight',
          message: 'sum',
          expected: 100,
          actual: 105,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'neither 100 nor 90 without the execution',
      rows: [withoutExecution([40, 20, 30, 10]), withoutExecution([40, 20, 20, 15])],
      findings: [
        {
          row: 1,
          field: 'indicator.quantity.weight',
          expected: 100,
          actual: 95,
          related: ['indicator.quality.weight', 'indicator.social.weight', 'indicator.satisfaction.weight'],
        },
      ],
    },
    {
      name: 'a weight that is missing',
      rows: [row([10, 30, 20, null, 10]), row([10, 30, 20, 30, 10])],
      findings: [
        {
          row: 0,
          field: 'executionRate.weight',
          expected: 100,
          actual: 70,
          related: ['indicator.quantity.weight', 'indicator.quality.weight', 'indicator.satisfaction.weight'],
        },
      ],
    },
    {
      name: 'at the column for their sum',
      rows: [row([10, 30, 18, 30, 10], { totalWeight: 100 })],
      findings: [
        {
          row: 0,
          field: 'totalWeight',
          message: 'sum',
          expected: 100,
          actual: 98,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'a sum that is added up wrongly',
      rows: [row([10, 30, 20, 30, 10], { totalWeight: 110 })],
      findings: [
        {
          row: 0,
          field: 'totalWeight',
          message: 'total',
          text: '分值合计为 110，各项分值相加为 100（执行率 10 + 数量指标 30 + 质量指标 20 + 社会效益指标 30 + 满意度指标 10）。请核对。',
          expected: 100,
          actual: 100,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'another split than the header prints',
      rows: [row([10, 30, 20, 30, 10]), row([10, 20, 20, 40, 10])],
      levels: LEVELS,
      findings: [
        {
          row: 1,
          field: 'indicator.quantity.weight',
          message: 'printed',
          text: '表头“产出指标（50分）”为 50 分，本项目该部分分值合计为 40（数量指标 20 + 质量指标 20）。请核对各指标分值。',
          expected: 50,
          actual: 40,
          related: ['indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'the same in all projects: once',
      rows: [row([10, 30, 20, 20, 10]), row([10, 30, 20, 20, 10]), row([10, 30, 20, 20, 10])],
      findings: [
        {
          row: 0,
          field: 'executionRate.weight',
          expected: 100,
          actual: 90,
          related: ['1 executionRate.weight', '2 executionRate.weight'],
        },
      ],
    },
    {
      name: 'one scheme for many projects: a note',
      rows: [1, 2, 3, 4, 5].map(() => row([10, 20, 20, 20, 10])),
      findings: [
        {
          row: 0,
          field: 'executionRate.weight',
          severity: 'info',
          expected: 100,
          actual: 80,
          related: [
            '1 executionRate.weight',
            '2 executionRate.weight',
            '3 executionRate.weight',
            '4 executionRate.weight',
          ],
        },
      ],
    },
    {
      name: 'different in all projects',
      rows: [row([10, 30, 20, 20, 10]), row([10, 30, 30, 30, 10])],
      findings: [
        {
          row: 0,
          field: 'executionRate.weight',
          expected: 100,
          actual: 90,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
        {
          row: 1,
          field: 'executionRate.weight',
          expected: 100,
          actual: 110,
          related: [
            'indicator.quantity.weight',
            'indicator.quality.weight',
            'indicator.social.weight',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
  ],
};
