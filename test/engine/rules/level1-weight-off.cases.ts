import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';
import type { CellInput } from '../../support/annexes/sheet-builder';

/** Weights of execution, quantity, cost, social benefit and satisfaction. */
function row(weights: readonly [CellInput, CellInput, CellInput, CellInput, CellInput]): AnnexRow {
  const [execution, quantity, cost, social, satisfaction] = weights;
  return {
    budget: 60,
    'executionRate.weight': execution,
    'indicator.quantity.target': '≥16公里',
    'indicator.quantity.result': '16公里',
    'indicator.quantity.weight': quantity,
    'indicator.cost.target': '≤60万元',
    'indicator.cost.result': '58万元',
    'indicator.cost.weight': cost,
    'indicator.social.target': '惠及8个村',
    'indicator.social.result': '8个村',
    'indicator.social.weight': social,
    'indicator.satisfaction.target': '≥90%',
    'indicator.satisfaction.result': '93%',
    'indicator.satisfaction.weight': satisfaction,
  };
}

const general = row([10, 40, 10, 30, 10]);
const withCost = row([10, 40, 20, 20, 10]);
const NOTE = '注：1.一级指标分值统一设置为：产出指标60分、效益指标20分、满意度指标10分、预算资金执行率10分。';
const COST_LEVEL = { output: '产出指标', cost: '成本指标', benefit: '效益指标', satisfaction: '满意度指标' };

export const cases: RuleCases = {
  severity: 'warning',
  message: 'project',

  valid: [
    { name: '50 + 30 + 10', rows: [general, row([10, 35, 15, 30, 10])] },
    { name: '40 + 20 + 20 + 10 where cost is a first level', rows: [withCost], levels: COST_LEVEL },
    { name: 'weights that do not add up are another defect', rows: [general, row([10, 40, 10, 20, 10])] },
    {
      name: 'the header prints the points',
      rows: [general, row([10, 30, 10, 40, 10])],
      levels: { output: '产出指标（50分）', benefit: '效益指标（30分）', satisfaction: '满意度指标（10分）' },
    },
    {
      name: 'a place without a split',
      rows: [general, row([10, 30, 10, 40, 10])],
      profile: { levelWeights: null },
    },
    { name: 'weights that are missing', rows: [row([null, null, null, null, null])] },
    {
      name: 'a split of the profile',
      rows: [row([10, 45, 15, 20, 10])],
      profile: { levelWeights: { output: 60, benefit: 20, satisfaction: 10 } },
    },
    {
      name: 'no column for the execution',
      rows: [{ ...general, 'executionRate.weight': null }],
    },
    { name: 'the split of a note', rows: [row([10, 50, 10, 20, 10])], below: [[NOTE]] },
    {
      name: 'notes that give points to other things, or several to one level',
      rows: [general],
      below: [
        ['注：产出指标得分在60分以上的为达标。'],
        ['注：产出指标40分、效益指标20分；延续性项目产出指标50分、效益指标30分。'],
      ],
    },
  ],
  invalid: [
    {
      name: 'one project departs from the rule and the others',
      rows: [general, general, row([10, 30, 10, 40, 10])],
      findings: [
        {
          row: 2,
          field: 'indicator.quantity.weight',
          message: 'project',
          text: '本项目一级指标分值为产出 40、效益 40、满意度 10，规定为产出 50、效益 30、满意度 10，与表内其他项目不一致。请核对产出、效益指标的分值。',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 40、效益 40、满意度 10',
        },
      ],
    },
    {
      name: 'of two projects one',
      rows: [general, row([10, 40, 10, 20, 20])],
      findings: [
        {
          row: 1,
          field: 'indicator.social.weight',
          message: 'project',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 50、效益 20、满意度 20',
        },
      ],
    },
    {
      name: 'all projects have another split: a note',
      rows: [row([10, 50, 10, 20, 10]), row([10, 45, 15, 20, 10])],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.weight',
          severity: 'info',
          message: 'annex',
          text: '表内一级指标分值为产出 60、效益 20、满意度 10，通用规定为产出 50、效益 30、满意度 10。如本地另有规定，可在规则口径中设置。',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 60、效益 20、满意度 10',
          related: ['1 indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a project departs from the split of a place',
      rows: [row([10, 50, 10, 20, 10]), row([10, 50, 10, 20, 10]), row([10, 30, 10, 40, 10])],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.weight',
          severity: 'info',
          message: 'annex',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 60、效益 20、满意度 10',
          related: ['1 indicator.quantity.weight'],
        },
        {
          row: 2,
          field: 'indicator.quantity.weight',
          message: 'others',
          expected: '产出 60、效益 20、满意度 10',
          actual: '产出 40、效益 40、满意度 10',
          text: '本项目一级指标分值为产出 40、效益 40、满意度 10，表内多数项目为产出 60、效益 20、满意度 10。请核对产出、效益指标的分值。',
        },
      ],
    },
    {
      name: 'every project as it likes: one note',
      rows: [row([10, 50, 10, 20, 10]), row([10, 30, 10, 40, 10]), row([10, 20, 10, 50, 10])],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.weight',
          severity: 'info',
          message: 'annex',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 60、效益 20、满意度 10',
          related: ['1 indicator.quantity.weight', '2 indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a level that is not in use gives its points to others',
      rows: [general, general, row([10, 50, 10, 30, '—'])],
      findings: [
        {
          row: 2,
          field: 'indicator.quantity.weight',
          severity: 'info',
          message: 'project',
          expected: '产出 50、效益 30、满意度 10',
          actual: '产出 60、效益 30',
        },
      ],
    },
    {
      name: 'cost as a first level',
      rows: [withCost, withCost, general],
      levels: COST_LEVEL,
      findings: [
        {
          row: 2,
          field: 'indicator.cost.weight',
          message: 'project',
          expected: '产出 40、成本 20、效益 20、满意度 10',
          actual: '产出 40、成本 10、效益 30、满意度 10',
        },
      ],
    },
    {
      name: 'another split than that of a note, whatever they add up to',
      rows: [row([10, 60, 10, 20, 10])],
      below: [[NOTE]],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.weight',
          message: 'noted',
          expected: '产出 60、效益 20、满意度 10',
          actual: '产出 70、效益 20、满意度 10',
          related: ['@A6'],
          text: '一级指标分值为产出 70、效益 20、满意度 10，与表内说明（A6）规定的产出 60、效益 20、满意度 10不符。请核对产出指标的分值。',
        },
      ],
    },
  ],
};
