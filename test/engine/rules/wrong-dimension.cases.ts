import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'cost',

  valid: [
    {
      name: 'satisfaction in all its words',
      rows: [
        '住户满意度≥90%',
        '用户好评率95%以上',
        '有效投诉≤3件',
        '问卷调查200份',
        '家长认可',
        '≥90%',
        '较高',
      ].map((target) => asks('satisfaction', target, '95%')),
    },
    {
      name: 'the name says it',
      rows: [asks('satisfaction', '≥90%', '93%', { 'indicator.satisfaction.name': '参保人员满意度' })],
    },
    {
      name: 'economic benefits',
      rows: [
        asks('economic', '带动农户增收', '增收'),
        asks('economic', '节约用工成本', '节约'),
        asks('economic', '产值增长5%', '5.2%'),
        asks('economic', '≥300人', '320人'),
      ],
    },
    {
      name: 'social and ecological benefits',
      rows: [
        asks('social', '惠及居民1.2万人', '1.3万人'),
        asks('social', '减轻企业社会成本负担', '减轻'),
        asks('social', '资金使用效率提高', '提高'),
        asks('ecological', '降低治污成本', '降低'),
        asks('ecological', '新增绿地120亩', '125亩'),
      ],
    },
    { name: 'cost where it belongs', rows: [asks('cost', '成本控制率≤100%', '98%')] },
    { name: 'no target', rows: [asks('satisfaction', '—', '—'), asks('economic', '/', '/')] },
    { name: 'few words', rows: [asks('economic', '明显', '明显')] },
    { name: 'five characters may mean anything', rows: [asks('economic', '改善候诊室', '改善')] },
  ],
  invalid: [
    {
      name: 'a count for a satisfaction',
      rows: [asks('satisfaction', '举办展览8场', '8场')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.target',
          severity: 'warning',
          message: 'satisfaction',
          text: '满意度指标“举办展览8场”未反映服务对象满意程度。请改填满意度，或移到对应的指标类别。',
        },
      ],
    },
    {
      name: 'a date for a satisfaction',
      rows: [asks('satisfaction', '2023年11月底前完成', '11月')],
      findings: [
        { row: 0, field: 'indicator.satisfaction.target', severity: 'warning', message: 'satisfaction' },
      ],
    },
    {
      name: 'a count beside a name',
      rows: [asks('satisfaction', '≥500人', '520人', { 'indicator.satisfaction.name': '参观人数' })],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.name',
          severity: 'warning',
          message: 'satisfaction',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
    {
      name: 'another rate for a satisfaction',
      rows: [asks('satisfaction', '设备验收合格率≥95%', '97%')],
      findings: [
        { row: 0, field: 'indicator.satisfaction.target', severity: 'info', message: 'satisfaction' },
      ],
    },
    {
      name: 'the control of costs under ecological benefit',
      rows: [asks('ecological', '有效控制工程建设成本', '有效')],
      findings: [
        {
          row: 0,
          field: 'indicator.ecological.target',
          severity: 'warning',
          message: 'cost',
          text: '“有效控制工程建设成本”是成本或资金管理内容，不是生态效益。请移到成本指标。',
        },
      ],
    },
    {
      name: 'payments under social benefit',
      rows: [asks('social', '资金支付及时率100%', '100%')],
      findings: [{ row: 0, field: 'indicator.social.target', severity: 'warning', message: 'cost' }],
    },
    {
      name: 'an amount of costs under ecological benefit',
      rows: [asks('ecological', '≤36万元', '35万元', { 'indicator.ecological.name': '设备购置经费' })],
      findings: [
        {
          row: 0,
          field: 'indicator.ecological.name',
          severity: 'warning',
          related: ['indicator.ecological.target'],
        },
      ],
    },
    {
      name: 'the cost of the project under social benefit',
      rows: [
        asks('social', '≤62万元', '62万元', { 'indicator.social.name': '项目运行成本' }),
        asks('social', '经费支出控制≤62万元', '62万元', { 'indicator.social.name': null }),
      ],
      findings: [
        { row: 0, field: 'indicator.social.name', severity: 'warning', related: ['indicator.social.target'] },
        { row: 1, field: 'indicator.social.target', severity: 'warning' },
      ],
    },
    {
      name: 'public service under economic benefit',
      rows: [asks('economic', '提高窗口办事便利程度', '明显提高')],
      findings: [
        {
          row: 0,
          field: 'indicator.economic.target',
          severity: 'info',
          message: 'economic',
          text: '“提高窗口办事便利程度”与经济效益指标不符。请核对是否应归入社会效益等指标。',
        },
      ],
    },
    {
      name: 'six characters say something',
      rows: [asks('economic', '改善候诊环境', '改善')],
      findings: [{ row: 0, field: 'indicator.economic.target', message: 'economic', severity: 'info' }],
    },
  ],
};
