import { asks, scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'noFigure',

  valid: [
    {
      name: 'what does not apply carries no points',
      rows: [
        scoredIndicator('ecological', '不涉及', '不涉及', 0, 0),
        scoredIndicator('ecological', '不适用', '—', null, null),
      ],
    },
    { name: 'target and result', rows: [asks('quantity', '清淤8处', '8处')] },
    {
      name: 'neither',
      rows: [
        asks('ecological', undefined, undefined),
        asks('ecological', '—', '—'),
        asks('ecological', undefined, '无'),
      ],
    },
    { name: 'a target without a result', rows: [asks('quantity', '清淤8处', undefined)] },
    {
      name: 'words on both sides',
      rows: [asks('quantity', '完成河道清淤', '已完成'), asks('social', '改善水环境', '明显改善')],
    },
    { name: 'a number for a target', rows: [asks('quantity', 8, '8处')] },
    {
      name: 'nothing was to happen',
      rows: [asks('quality', '无安全事故', '0起'), asks('cost', '无超支', '节约2万元')],
    },
    {
      name: 'words beside the name of the indicator are a target',
      rows: [asks('quantity', '定性', '3次', { 'indicator.quantity.name': '现场督导' })],
    },
    {
      name: 'benefits may be described',
      rows: [
        asks('social', '方便周边居民出行', '惠及居民1.2万人'),
        asks('sustainability', '长效管护', '管护期5年'),
      ],
    },
    {
      name: 'a date of a result needs no figure',
      rows: [asks('quantity', '完成可研报告编制', '2023年6月完成')],
    },
    {
      name: 'done as it arises',
      rows: [
        asks('quantity', '信访件办理：据实办理', '办理87件'),
        asks('quantity', '按需开展应急监测', '9次'),
      ],
    },
    {
      name: 'a cost held to something outside the annex',
      rows: [
        asks('cost', '药品采购价不高于省级集采中标价', '12.6元/盒，低于中标价'),
        asks('cost', '按物价部门批准标准执行', '每吨180元'),
      ],
    },
    {
      name: 'all there is, however many that may be',
      rows: [
        asks('quantity', '孤儿养育补贴应补尽补', '补贴孤儿73人'),
        asks('quantity', '药店检查全覆盖', '检查218家'),
      ],
    },
    {
      name: 'none is to happen',
      rows: [
        asks('quality', '无', '无', {
          'indicator.quality.name': '施工安全事故',
          'indicator.quality.weight': 10,
          'indicator.quality.score': 10,
        }),
      ],
    },
    {
      name: 'none was to happen and none did, whatever it is',
      rows: [
        scoredIndicator('quality', '无', '无', 10, 10, { 'indicator.quality.name': '重大舆情事件' }),
        scoredIndicator('quality', '无', '未发生', 10, 10, { 'indicator.quality.name': '重大舆情事件' }),
      ],
    },
    { name: 'the target in Chinese numerals', rows: [asks('quantity', '举办展览两场', '2场')] },
    {
      name: 'a sign for nothing where nothing names the indicator is another rule’s',
      rows: [asks('social', '―', '有效改善')],
    },
    {
      name: 'no points, no target',
      rows: [asks('ecological', '—', '—', { 'indicator.ecological.weight': 0 })],
    },
    { name: 'the result is an error', rows: [asks('quantity', undefined, { error: '#N/A' })] },
    {
      name: 'a name without points where the annex gives points, and one with signs for nothing',
      rows: [
        scoredIndicator('quantity', null, null, null, null, { 'indicator.quantity.name': '印发手册' }),
        scoredIndicator('quantity', '—', '—', '—', '—', { 'indicator.quantity.name': '印发手册' }),
      ],
    },
    {
      name: 'a name that the template prints',
      rows: [asks('quantity', undefined, undefined, { 'indicator.quantity.name': '指标1：' })],
    },
  ],
  invalid: [
    {
      name: 'points on what does not apply',
      rows: [
        scoredIndicator('ecological', '不涉及', '不涉及', 10, 8),
        scoredIndicator('ecological', '不适用', null, 5, null),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.ecological.target',
          severity: 'info',
          message: 'inapplicable',
          text: '指标值为“不涉及”，却计 8 分。不涉及的指标不应计分，请取消该指标的分值，或补填年度指标值。',
          related: ['indicator.ecological.score'],
        },
        {
          row: 1,
          field: 'indicator.ecological.target',
          severity: 'error',
          message: 'inapplicable',
          related: ['indicator.ecological.weight'],
        },
      ],
    },
    {
      name: 'a dash is no target, whatever the result',
      rows: [scoredIndicator('quality', '—', '无', 10, 10, { 'indicator.quality.name': '重大舆情事件' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'weighted',
          actual: null,
          related: ['indicator.quality.weight'],
        },
      ],
    },
    {
      name: 'a cost that only names its standard',
      rows: [asks('cost', '护林员补助标准', '900元/月')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.target',
          severity: 'error',
          message: 'noFigure',
          actual: null,
          related: ['indicator.cost.result'],
        },
      ],
    },
    {
      name: 'a blank target',
      rows: [asks('quantity', undefined, '清淤8处')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          severity: 'error',
          message: 'blank',
          text: '未填写指标值，但完成情况为“清淤8处”。请补填年度指标值。',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'a dash beside the name of the indicator',
      rows: [asks('social', '―', '有效改善', { 'indicator.social.name': '村庄人居环境' })],
      findings: [
        {
          row: 0,
          field: 'indicator.social.target',
          message: 'blank',
          actual: null,
          related: ['indicator.social.result'],
        },
      ],
    },
    {
      name: 'points for nothing',
      rows: [
        asks('quantity', undefined, undefined, {
          'indicator.quantity.name': '清淤河道',
          'indicator.quantity.weight': 10,
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'weighted',
          text: '分值为 10，但未填写指标值。请补填年度指标值，或取消该指标的分值。',
          related: ['indicator.quantity.weight'],
        },
      ],
    },
    {
      name: 'the number only in the name',
      rows: [asks('quantity', '完成', '8处', { 'indicator.quantity.name': '清淤排水口8处' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          severity: 'info',
          message: 'inName',
          text: '指标值“完成”未设定数值，数值仅列于指标名称“清淤排水口8处”里。请把数值填入指标值。',
          actual: null,
          related: ['indicator.quantity.name'],
        },
      ],
    },
    {
      name: 'a blank target beside its name',
      rows: [asks('quality', undefined, '96%', { 'indicator.quality.name': '水质达标率' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          message: 'blank',
          related: ['indicator.quality.result'],
        },
      ],
    },
    {
      name: 'a quantity without a number',
      rows: [asks('quantity', '完成河道清淤', '清淤8处')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          severity: 'error',
          message: 'noFigure',
          text: '指标“完成河道清淤”未设定数值，完成情况为“清淤8处”，无法对照。请补填年度指标值。',
          actual: null,
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'a cost without an amount',
      rows: [asks('cost', '清淤单价', '46元/立方米')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.target',
          severity: 'error',
          message: 'noFigure',
          actual: null,
          related: ['indicator.cost.result'],
        },
      ],
    },
    {
      name: 'a rate without its figure',
      rows: [asks('quality', '水质达标率', '96%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          message: 'noFigure',
          actual: null,
          related: ['indicator.quality.result'],
        },
      ],
    },
    {
      name: 'satisfaction without its figure',
      rows: [asks('satisfaction', '沿岸居民满意度', '91.5%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.target',
          severity: 'info',
          message: 'noFigure',
          actual: null,
          related: ['indicator.satisfaction.result'],
        },
      ],
    },
    {
      name: 'a result that is a number',
      rows: [asks('quantity', undefined, 8)],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'blank',
          related: ['indicator.quantity.result'],
        },
      ],
    },
    {
      name: 'nothing but a name',
      rows: [asks('quantity', undefined, undefined, { 'indicator.quantity.name': '丰富市民文化活动' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'named',
          related: ['indicator.quantity.name'],
          text: '指标“丰富市民文化活动”未填写指标值。请补填年度指标值；未设定该指标的，请删除名称。',
        },
      ],
    },
  ],
};
