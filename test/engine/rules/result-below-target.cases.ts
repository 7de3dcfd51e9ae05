import type { IndicatorKind } from '../../../src/engine/annex/field-id';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** An indicator whose operator, number and unit stand in three columns, the result beside them. */
function inColumns(
  kind: IndicatorKind,
  operator: string,
  target: number,
  unit: string,
  result: number,
): AnnexRow {
  return asks(kind, target, result, {
    [`indicator.${kind}.name`]: '窗口业务变动幅度',
    [`indicator.${kind}.operator`]: operator,
    [`indicator.${kind}.measureUnit`]: unit,
  });
}

export const cases: RuleCases = {
  severity: 'warning',
  message: 'below',

  valid: [
    {
      name: 'within a tolerance, and a fall that is large enough',
      rows: [asks('quantity', '500±20人次', '510人次'), asks('social', '较上年下降3%', '较上年下降4%')],
    },
    {
      name: 'a denial of something else',
      rows: [
        asks('social', '治安环境明显改善', '全年无明显安全问题'),
        asks('quality', '规范', '未发现不规范行为'),
      ],
    },
    {
      name: 'nothing was to happen, nothing did, and something else is counted beside it',
      rows: [asks('quality', '安全事故0起', '开展检查12次，未发生安全事故')],
    },
    {
      name: 'exactly the target',
      rows: [asks('quality', '≥95%', '95%'), asks('quantity', '120盏', '120盏')],
    },
    { name: 'more than the target', rows: [asks('quantity', '不少于12场', '15场')] },
    { name: 'the target written with 》', rows: [asks('quality', '》90%', '92%')] },
    {
      name: 'less of what should be less',
      rows: [asks('quality', '≤3%', '1.5%'), asks('cost', '≤50万元', '48.6万元')],
    },
    { name: 'complaints: fewer are better', rows: [asks('quality', '投诉率5%', '2%')] },
    { name: 'words for a result', rows: [asks('quantity', '120盏', '已完成')] },
    { name: 'words for a target', rows: [asks('social', '持续改善', '85%')] },
    { name: 'no result', rows: [asks('quantity', '120盏', '—'), asks('quantity', '120盏', undefined)] },
    {
      name: 'different measure words',
      rows: [asks('quantity', '100人', '80人次'), asks('quantity', '20场', '3个月')],
    },
    { name: 'the target over again', rows: [asks('quality', '≥95%', '≥95%')] },
    { name: 'a lower bound for a result', rows: [asks('quality', '≥95%', '≥90%')] },
    {
      name: 'approximate figures that may reach it',
      rows: [asks('quantity', '500份', '近500份'), asks('quantity', '20余个', '22个')],
    },
    {
      name: 'what is done as it arises was only foretold',
      rows: [
        asks('quantity', '据实（预计620人次）', '587人次'),
        asks('quantity', '按实际发生数补助（年初测算400户）', '372户'),
      ],
    },
    { name: 'within a range', rows: [asks('quantity', '2-3次', '2次')] },
    { name: 'on the last day', rows: [asks('timeliness', '2023年11月30日前', '2023年11月30日')] },
    { name: 'earlier', rows: [asks('timeliness', '2023年12月底前', '2023年10月完成')] },
    { name: 'sooner', rows: [asks('timeliness', '60天内', '45天')] },
    {
      name: 'growth is not a level',
      rows: [asks('economic', '增长8%', '增长到6%'), asks('economic', '产值120万元', '增长5%')],
    },
    { name: '1 may mean 100 %', rows: [asks('quality', '≥98%', 1)] },
    {
      name: 'other units of the same amount',
      rows: [asks('quantity', '1.2万株', '12000株'), asks('economic', '≥90万元', '900000元')],
    },
    { name: 'several figures that cannot be paired', rows: [asks('quantity', '一期30个，二期50个', '40个')] },
    { name: 'nothing of what should not be', rows: [asks('quality', '重大事故0起', '0起')] },
    {
      name: 'later is another rule’s',
      rows: [asks('timeliness', '2023年10月底前完成验收', '2023年12月5日')],
    },
    {
      name: 'a ceiling whose sign stands in a column of its own',
      rows: [
        asks('quality', 5, '2.5', {
          'indicator.quality.name': '管线迁改返工比例',
          'indicator.quality.operator': '≤',
          'indicator.quality.measureUnit': '%',
        }),
      ],
    },
    {
      name: 'small and negative figures whose sign and unit stand in columns of their own',
      rows: [
        inColumns('quality', '≤', 1, '%', 0.4),
        inColumns('quality', '≤', 0.2, '%', 0.2),
        inColumns('economic', '≤', -5, '%', -6),
        inColumns('economic', '≤', -5, '%', -5),
      ],
    },
    {
      name: 'a share of one in a column of percentages',
      rows: [inColumns('quality', '≥', 95, '%', 0.93), inColumns('quality', '≥', 98, '%', 1)],
    },
    {
      name: 'as it was set',
      rows: [
        asks('quantity', '=20台', '20台'),
        asks('cost', '补贴标准=5000元/人', '5000元/人'),
        asks('cost', '=60万元', '58万元'),
        asks('timeliness', '=30天', '28天'),
      ],
    },
    {
      name: 'not as it was set, with the reason',
      rows: [
        asks('quantity', '=20台', '23台', { 'indicator.quantity.deviation': '新增村级卫生室，追加采购3台' }),
      ],
    },
    {
      name: 'what was set only foretells',
      rows: [asks('quantity', '据实补助（=400户）', '430户')],
    },
    {
      name: 'months and days',
      rows: [asks('timeliness', '≤3个月', '90天'), asks('timeliness', '≤3个月', '92天')],
    },
    {
      name: 'all of it beside more than all of it',
      rows: [asks('quality', '＞100%', '100%')],
    },
  ],
  invalid: [
    {
      name: 'nothing was to happen, and in words one did',
      rows: [asks('quality', '安全事故0起', '发生一起')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'above',
          expected: 0,
          actual: null,
          related: ['indicator.quality.target'],
          text: '指标为“安全事故0起”，完成情况为“发生一起”（超过0起），未达到指标。请核对，并说明原因。',
        },
      ],
    },
    {
      name: 'more than was set',
      rows: [asks('quantity', '采购终端=10台', '12台')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'info',
          message: 'beside',
          text: '指标为“采购终端=10台”，完成情况为“12台”（设定值为10台），与设定值不符。请核对，并说明原因。',
          expected: 10,
          actual: 12,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a rate of payment that is not kept, either way',
      rows: [asks('cost', '补贴标准=5000元/人', '5200元/人'), asks('cost', '=1200元/户', '1100元/户')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          severity: 'info',
          message: 'beside',
          expected: 5000,
          actual: 5200,
          related: ['indicator.cost.target'],
        },
        {
          row: 1,
          field: 'indicator.cost.result',
          severity: 'info',
          message: 'beside',
          expected: 1200,
          actual: 1100,
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'a small share above a ceiling, in the unit of a column of its own',
      rows: [inColumns('quality', '≤', 0.5, '%', 0.9), inColumns('economic', '≤', -5, '%', -2.5)],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'above',
          text: '指标为“≤0.5%”，完成情况为“0.9”（0.9%，超过0.5%），未达到指标。请核对，并说明原因。',
          expected: 0.5,
          actual: 0.9,
          related: ['indicator.quality.target'],
        },
        {
          row: 1,
          field: 'indicator.economic.result',
          message: 'above',
          expected: -5,
          actual: -2.5,
          related: ['indicator.economic.target'],
        },
      ],
    },
    {
      name: 'more by the head, and longer than the months allow',
      rows: [
        asks('cost', '人均费用≤0.3万元', '0.36万元'),
        asks('timeliness', '发放周期≤2个月', '75天'),
        asks('quantity', '≥150亩', '9.2公顷'),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'above',
          expected: 3000,
          actual: 3600,
          related: ['indicator.cost.target'],
        },
        {
          row: 1,
          field: 'indicator.timeliness.result',
          message: 'above',
          expected: 2,
          actual: 75,
          related: ['indicator.timeliness.target'],
        },
        {
          row: 2,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 150,
          actual: 9.2,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a column of reasons left empty',
      rows: [asks('quantity', '维修泵站9座', '维修泵站7座', { 'indicator.quantity.deviation': null })],
      fields: ['indicator.quantity.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'error',
          message: 'belowUnexplained',
          text: '指标为“维修泵站9座”，完成情况为“维修泵站7座”（7座，低于9座），未达到指标，未填写偏差原因。请核对，并说明原因。',
          expected: 9,
          actual: 7,
          related: ['indicator.quantity.target', 'indicator.quantity.deviation'],
        },
      ],
    },
    {
      name: 'the execution rate among the indicators, at the limit from which a reason is due',
      rows: [
        asks('quality', '100%', '90%', {
          'indicator.quality.name': '预算执行率',
          'indicator.quality.deviation': null,
        }),
      ],
      fields: ['indicator.quality.name', 'indicator.quality.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'info',
          message: 'belowUnexplained',
          expected: 100,
          actual: 90,
          related: ['indicator.quality.target', 'indicator.quality.deviation'],
        },
      ],
    },
    {
      name: 'the execution rate among the indicators, below that limit',
      rows: [
        asks('quality', '100%', '89%', {
          'indicator.quality.name': '预算执行率',
          'indicator.quality.deviation': null,
        }),
      ],
      fields: ['indicator.quality.name', 'indicator.quality.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          message: 'belowUnexplained',
          expected: 100,
          actual: 89,
          related: ['indicator.quality.target', 'indicator.quality.deviation'],
        },
      ],
    },
    {
      name: 'a reason that says none',
      rows: [asks('quality', '故障率≤3%', '4.2%', { 'indicator.quality.deviation': '无' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          message: 'aboveUnexplained',
          expected: 3,
          actual: 4.2,
          related: ['indicator.quality.target', 'indicator.quality.deviation'],
          text: '指标为“故障率≤3%”，完成情况为“4.2%”（超过3%），未达到指标，未填写偏差原因。请核对，并说明原因。',
        },
      ],
    },
    {
      name: 'a rate below',
      rows: [asks('quality', '抽检合格率≥98%', '97.5%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'below',
          text: '指标为“抽检合格率≥98%”，完成情况为“97.5%”（低于98%），未达到指标。请核对，并说明原因。',
          expected: 98,
          actual: 97.5,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a count below',
      rows: [asks('quantity', '维护路段18条', '完成17条')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 18,
          actual: 17,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'by the last digit',
      rows: [asks('satisfaction', '≥90%', '89.99%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          message: 'below',
          expected: 90,
          actual: 89.99,
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'what a result should exceed, or stay below, is not kept by as much',
      rows: [asks('quantity', '＞50个', '50个'), asks('quality', '投诉率<3%', '3%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'notAbove',
          text: '指标为“＞50个”，完成情况为“50个”（未超过50个），未达到指标。请核对，并说明原因。',
          expected: 50,
          actual: 50,
          related: ['indicator.quantity.target'],
        },
        {
          row: 1,
          field: 'indicator.quality.result',
          message: 'notBelow',
          text: '指标为“投诉率<3%”，完成情况为“3%”（未低于3%），未达到指标。请核对，并说明原因。',
          expected: 3,
          actual: 3,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the same with a column of reasons left empty',
      rows: [asks('quantity', '大于50个', '50个', { 'indicator.quantity.deviation': null })],
      fields: ['indicator.quantity.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'error',
          message: 'notAboveUnexplained',
          text: '指标为“大于50个”，完成情况为“50个”（未超过50个），未达到指标，未填写偏差原因。请核对，并说明原因。',
          expected: 50,
          actual: 50,
          related: ['indicator.quantity.target', 'indicator.quantity.deviation'],
        },
      ],
    },
    {
      name: 'the other with a column of reasons left empty',
      rows: [asks('quality', '故障率＜3%', '3.4%', { 'indicator.quality.deviation': null })],
      fields: ['indicator.quality.deviation'],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          message: 'notBelowUnexplained',
          text: '指标为“故障率＜3%”，完成情况为“3.4%”（未低于3%），未达到指标，未填写偏差原因。请核对，并说明原因。',
          expected: 3,
          actual: 3.4,
          related: ['indicator.quality.target', 'indicator.quality.deviation'],
        },
      ],
    },
    {
      name: 'the same with a reason',
      rows: [
        asks('quantity', '>50个', '46个', { 'indicator.quantity.deviation': '4个点位暂缓建设' }),
        asks('quality', '故障率<3%', '3%', { 'indicator.quality.deviation': '两台设备老化' }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'info',
          message: 'notAboveExplained',
          text: '指标为“>50个”，完成情况为“46个”（未超过50个），未达到指标，已有说明。请核对原因是否充分。',
          expected: 50,
          actual: 46,
          related: ['indicator.quantity.target'],
        },
        {
          row: 1,
          field: 'indicator.quality.result',
          severity: 'info',
          message: 'notBelowExplained',
          text: '指标为“故障率<3%”，完成情况为“3%”（未低于3%），未达到指标，已有说明。请核对原因是否充分。',
          expected: 3,
          actual: 3,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the opposite in words',
      rows: [asks('social', '明显提升', '未提升')],
      findings: [
        {
          row: 0,
          field: 'indicator.social.result',
          message: 'opposite',
          text: '指标为“明显提升”，完成情况为“未提升”，与指标要求相反，未达到指标。请核对，并说明原因。',
          expected: '明显提升',
          actual: '未提升',
          related: ['indicator.social.target'],
        },
      ],
    },
    {
      name: 'the opposite with an empty place for a reason, and with a reason',
      rows: [
        asks('social', '较上年下降3%', '较上年增长2%', {
          'indicator.social.name': '投诉量',
          'indicator.social.deviation': '无',
        }),
        asks('sustainability', '健全', '不健全', { problems: '因人员不足，机制尚需完善' }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.result',
          severity: 'error',
          message: 'oppositeUnexplained',
          text: '指标为“较上年下降3%”，完成情况为“较上年增长2%”，与指标要求相反，未达到指标，未填写偏差原因。请核对，并说明原因。',
          expected: '较上年下降3%',
          actual: '较上年增长2%',
          related: ['indicator.social.target', 'indicator.social.deviation'],
        },
        {
          row: 1,
          field: 'indicator.sustainability.result',
          severity: 'info',
          message: 'oppositeExplained',
          text: '指标为“健全”，完成情况为“不健全”，与指标要求相反，未达到指标，已有说明。请核对原因是否充分。',
          expected: '健全',
          actual: '不健全',
          related: ['indicator.sustainability.target'],
        },
      ],
    },
    {
      name: 'a tolerance on either side, and a fall that is too small',
      rows: [
        asks('quantity', '500±20人次', '521人次'),
        asks('quantity', '500±20人次', '479人次'),
        asks('social', '较上年下降3%', '较上年下降2%'),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'above',
          text: '指标为“500±20人次”，完成情况为“521人次”（超过500±20人次），未达到指标。请核对，并说明原因。',
          expected: 480,
          actual: 521,
          related: ['indicator.quantity.target'],
        },
        {
          row: 1,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 480,
          actual: 479,
          related: ['indicator.quantity.target'],
        },
        {
          row: 2,
          field: 'indicator.social.result',
          message: 'below',
          expected: 3,
          actual: 2,
          related: ['indicator.social.target'],
        },
      ],
    },
    {
      name: 'below a target written with 》',
      rows: [asks('quality', '》90%', '88%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'below',
          expected: 90,
          actual: 88,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'above a ceiling',
      rows: [asks('quality', '管网漏损率≤9%', '10.2%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'above',
          text: '指标为“管网漏损率≤9%”，完成情况为“10.2%”（超过9%），未达到指标。请核对，并说明原因。',
          expected: 9,
          actual: 10.2,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'dearer than the cost allows',
      rows: [asks('cost', '单价控制在1800元/盏以内', '1960元/盏')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'above',
          expected: 1800,
          actual: 1960,
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'longer than the time allowed',
      rows: [asks('timeliness', '≤5个工作日', '7个工作日')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          message: 'above',
          expected: 5,
          actual: 7,
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a number shown as a percentage',
      rows: [asks('quality', '≥90%', percent(0.88, 0))],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'below',
          expected: 90,
          actual: 88,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'in another unit',
      rows: [asks('quantity', '植树1.2万株', '9800株')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 12000,
          actual: 9800,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'nothing done',
      rows: [asks('quantity', '巡护24次', '0次')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 24,
          actual: 0,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'something of what should not be',
      rows: [asks('quality', '安全事故0起', '1起')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'above',
          expected: 0,
          actual: 1,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'full-width digits',
      rows: [asks('quantity', '≥３０件', '２８件')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'below',
          expected: 30,
          actual: 28,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'operator, number and unit in three columns',
      rows: [
        asks('quality', 3, '4.2%', {
          'indicator.quality.name': '漏检比例',
          'indicator.quality.operator': '≤',
          'indicator.quality.measureUnit': '%',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'above',
          text: '指标为“≤3%”，完成情况为“4.2%”（超过3%），未达到指标。请核对，并说明原因。',
          expected: 3,
          actual: 4.2,
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the indicator’s reason is given',
      rows: [
        asks('quantity', '更换井盖260套', '231套', {
          'indicator.quantity.deviation': '部分路段占道施工未获批准',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'info',
          message: 'belowExplained',
          text: '指标为“更换井盖260套”，完成情况为“231套”（低于260套），未达到指标，已有说明。请核对原因是否充分。',
          expected: 260,
          actual: 231,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the project’s problems explain it',
      rows: [asks('cost', '≤18万元', '19.4万元', { problems: '钢材涨价，超出原测算单价' })],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          severity: 'info',
          message: 'aboveExplained',
          expected: 180000,
          actual: 194000,
          related: ['indicator.cost.target'],
          text: '指标为“≤18万元”，完成情况为“19.4万元”（超过18万元），未达到指标，已有说明。请核对原因是否充分。',
        },
      ],
    },
    {
      name: 'the result says itself why',
      rows: [asks('quantity', '组织巡演30场', '因场馆检修只演了24场')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'info',
          message: 'belowExplained',
          text: '指标为“组织巡演30场”，完成情况为“因场馆检修只演了24场”（24场，低于30场），未达到指标，已有说明。请核对原因是否充分。',
          expected: 30,
          actual: 24,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: '“不存在问题。” explains nothing',
      rows: [
        asks('quantity', '组织巡演30场', '24场', { problems: '不存在问题。', rectification: '无需整改' }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          expected: 30,
          actual: 24,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a rate of remedies: more is better, whatever they remedy',
      rows: [asks('quality', '≥95%', '94%', { 'indicator.quality.name': '病害处置及时率' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'below',
          expected: 95,
          actual: 94,
          related: ['indicator.quality.target'],
        },
      ],
    },
  ],
};
