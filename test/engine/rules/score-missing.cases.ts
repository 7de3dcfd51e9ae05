import type { CellInput } from '../../support/annexes/sheet-builder';
import { scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const scored = scoredIndicator.bind(null, 'quantity');

/** A department's table of points, without targets and results; one row has no score. */
const POINTS: readonly (readonly CellInput[])[] = [
  ['部门整体支出绩效自评表'],
  ['部门名称', '区药品检验所'],
  ['序号', '一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分'],
  [1, '过程', '预算执行', '预算完成率', 15, '按预算完成率计分', null],
  [2, '过程', '预算管理', '管理制度健全性', 25, '制度健全得25分', 25],
  [3, '产出', '职责履行', '重点工作办结率', 60, '按办结率计分', 58],
];

export const cases: RuleCases = {
  severity: 'error',
  message: 'missing',

  valid: [
    { name: 'a score', rows: [scored('≥8处', '8处', 20, 20), scored('≥8处', '0处', 20, 0)] },
    {
      name: 'an indicator that is not in use',
      rows: [scored(null, null, null, null), scored('—', '—', '—', '—')],
    },
    { name: 'no weight', rows: [scored('≥8处', '8处', null, null), scored('≥8处', '8处', 0, null)] },
    {
      name: 'signs for nothing on both sides',
      rows: [scored('≥8处', '—', 20, '—'), scored('≥8处', null, 20, '/')],
    },
    { name: 'no target', rows: [scored(null, '8处', 20, null)] },
    { name: 'words for a score', rows: [scored('≥8处', '8处', 20, '合格')] },
    { name: 'an error', rows: [scored('≥8处', '8处', 20, { error: '#REF!' })] },
  ],
  invalid: [
    {
      name: 'blank',
      rows: [scored('≥8处', '8处', 20, null), scored('≥5处', '5处', 20, 20)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          text: '指标“≥8处”完成情况为“8处”，分值 20，未填写得分。请按完成情况填写得分。',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a dash',
      rows: [scored('≥8处', '8处', 20, '—')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          actual: null,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'a slash',
      rows: [scored('疏浚河道', '已疏浚', 20, '/')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          actual: null,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'spaces',
      rows: [scored('≥8处', '6处', 20, '  ')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          actual: null,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: '无',
      rows: [scored('≥8处', '8处', '20分', '无')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          actual: null,
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'two of a project',
      rows: [
        {
          ...scored('≥8处', '8处', 20, null),
          'indicator.satisfaction.target': '≥85%',
          'indicator.satisfaction.result': '92%',
          'indicator.satisfaction.weight': 10,
          'indicator.satisfaction.score': null,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
        {
          row: 0,
          field: 'indicator.satisfaction.score',
          related: [
            'indicator.satisfaction.target',
            'indicator.satisfaction.result',
            'indicator.satisfaction.weight',
          ],
        },
      ],
    },
    {
      name: 'neither result nor score',
      rows: [scored('≥8处', null, 20, null)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'unanswered',
          text: '指标“≥8处”分值 20，完成情况和得分均未填写。请如实填写完成情况，并据以填写得分。',
          related: ['indicator.quantity.target', 'indicator.quantity.result', 'indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'no place for targets and results, others being scored',
      rows: [],
      form: POINTS,
      findings: [
        {
          cell: 'G4',
          message: 'unscored',
          related: ['@D4', '@E4'],
          text: '“预算完成率”分值 15，未填写得分，其他指标均已计分。请填写得分。',
        },
      ],
    },
    {
      name: 'no place for weights, others being scored',
      rows: [
        {
          'indicator.quantity.target': '≥12场',
          'indicator.quantity.result': '12场',
          'indicator.quantity.score': null,
          'indicator.quality.target': '≥90%',
          'indicator.quality.result': '95%',
          'indicator.quality.score': 20,
        },
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.score',
          message: 'unweighted',
          related: ['indicator.quantity.target', 'indicator.quantity.result'],
          text: '指标“≥12场”完成情况为“12场”，未填写得分。请按完成情况填写得分。',
        },
      ],
    },
  ],
};
