import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'figure',

  valid: [
    {
      name: 'not due before a later year than the table is about',
      title: '2023年度项目支出绩效自评汇总表',
      rows: [
        asks('timeliness', '2024年6月底前', '尚未到期'),
        asks('timeliness', '2025年3月31日', '考核时点未到，按计划推进'),
      ],
    },
    {
      name: 'a figure for a figure',
      rows: [asks('quantity', '采购教材1200册', '1200册'), asks('quality', '≥95%', percent(0.97))],
    },
    {
      name: 'a figure in other words',
      rows: [asks('quantity', '举办讲座20场', '举办二十场'), asks('quality', '≥95%', '百分之九十八')],
    },
    { name: 'too small a figure is another rule’s', rows: [asks('quantity', '1200册', '900册')] },
    {
      name: 'all of a percentage in words',
      rows: [asks('quality', '覆盖率100%', '全覆盖'), asks('quality', '资金到位率100%', '足额到位')],
    },
    {
      name: 'nothing was to happen, and nothing did',
      rows: [asks('quality', '食品安全事故0起', '未发生'), asks('quality', '零差错', '无差错')],
    },
    { name: 'all of a rate in words', rows: [asks('quality', '危房排查覆盖率', '全覆盖')] },
    {
      name: 'none of what has a limit',
      rows: [asks('quality', '投诉率≤2%', '无投诉'), asks('quality', '返工不超过3次', '未发生')],
    },
    {
      name: 'a target in words',
      rows: [asks('social', '提升办事便利度', '有效提升'), asks('quality', '定性', '优')],
    },
    { name: 'efficiency is no rate', rows: [asks('social', '提高通行效率', '有效提高')] },
    {
      name: 'a year names a plan and sets no date',
      rows: [asks('timeliness', '2023年度宣传工作', '按时完成')],
    },
    {
      name: 'a date that is not a matter of time',
      rows: [asks('quantity', '2023年12月底前建成社区食堂', '已建成')],
    },
    { name: 'satisfaction has a rule of its own', rows: [asks('satisfaction', '≥90%', '满意')] },
    {
      name: 'no answer at all',
      rows: [asks('quantity', '1200册', undefined), asks('quantity', '1200册', '/')],
    },
    { name: 'no target', rows: [asks('quantity', undefined, '已完成')] },
    {
      name: 'a rate’s name beside a target in words',
      rows: [asks('quality', '优良', '良好', { 'indicator.quality.name': '设备完好率' })],
    },
    {
      name: 'a date for a deadline',
      rows: [
        asks('timeliness', '2023年9月30日前', '2023年9月26日'),
        asks('timeliness', '5个工作日内', '平均3个工作日'),
      ],
    },
  ],
  invalid: [
    {
      name: 'a count answered in words',
      rows: [asks('quantity', '采购教材1200册', '已完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '采购教材1200册',
          text: '指标为“采购教材1200册”，完成情况填报为“已完成”，未量化。请填写实际完成值。',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'one thing answered as done',
      rows: [asks('quantity', '完成一份调研报告', '已完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '完成一份调研报告',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a term to be kept, which is no deadline',
      rows: [asks('timeliness', '质保期2年', '已完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'warning',
          message: 'term',
          expected: '质保期2年',
          related: ['indicator.timeliness.target'],
          text: '指标要求“质保期2年”，完成情况填报为“已完成”，未量化。请填写实际期限。',
        },
      ],
    },
    {
      name: 'a percentage answered in words',
      rows: [asks('quality', '≥95%', '有效提升')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'figure',
          expected: '≥95%',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'money answered in words',
      rows: [asks('cost', '≤36万元', '控制在预算内')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'figure',
          expected: '≤36万元',
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'no overspending is no amount',
      rows: [asks('cost', '≤36万元', '无超支')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          message: 'figure',
          expected: '≤36万元',
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'none where there should be some',
      rows: [asks('quantity', '≥3次', '未发生')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'figure',
          expected: '≥3次',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'growth answered in words',
      rows: [asks('economic', '带动旅游收入增长5%', '带动作用明显')],
      findings: [
        {
          row: 0,
          field: 'indicator.economic.result',
          message: 'figure',
          expected: '带动旅游收入增长5%',
          related: ['indicator.economic.target'],
        },
      ],
    },
    {
      name: 'a bare number answered in words',
      rows: [asks('quantity', 36, '全部完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '36',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a rate by its name',
      rows: [asks('quality', '农村生活污水处理率', '有效提升')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          message: 'rate',
          text: '指标“农村生活污水处理率”为比率，未设定指标值，完成情况填报为“有效提升”，未量化。请补填年度指标值和实际比率。',
          expected: '农村生活污水处理率',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'a deadline',
      rows: [asks('timeliness', '2023年9月30日前完成采购', '按时完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'warning',
          message: 'deadline',
          text: '指标要求“2023年9月30日前完成采购”，完成情况填报为“按时完成”，未填报完成日期或用时。请填写实际完成时间。',
          expected: '2023年9月30日前完成采购',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a time allowed',
      rows: [asks('timeliness', '故障响应≤2小时', '响应及时')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'warning',
          message: 'deadline',
          expected: '故障响应≤2小时',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a rate of timeliness is a rate',
      rows: [asks('timeliness', '发放及时率100%', '及时')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'error',
          message: 'figure',
          expected: '发放及时率100%',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a target in Chinese numerals',
      rows: [asks('quantity', '举办培训十二场', '顺利完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '举办培训十二场',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'all of a count is no figure',
      rows: [asks('quantity', '改造危桥9座', '全部完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '改造危桥9座',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a target in full-width digits',
      rows: [asks('quantity', '≥３０件', '完成')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '≥３０件',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the name in a column of its own',
      rows: [asks('quantity', '≥40次', '已开展', { 'indicator.quantity.name': '入户走访' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'figure',
          expected: '≥40次',
          related: ['indicator.quantity.target'],
        },
      ],
    },
  ],
};
