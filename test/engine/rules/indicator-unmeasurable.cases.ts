import { asks, percent, scoredIndicator } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'rate',

  valid: [
    {
      name: 'words of change that say more, or carry no points',
      rows: [
        scoredIndicator('social', '改善出行条件', '道路平整，出行明显改善', 10, 10),
        scoredIndicator('social', '改善出行条件', '改善', 0, 0),
        asks('social', '改善出行条件', '提高'),
      ],
    },
    {
      name: 'rates, degrees and shares',
      rows: [
        '竣工验收合格率',
        '居民知晓率',
        '公众知晓度',
        '优良天数比例',
        '能力提升培训覆盖率',
        '技能水平提升率',
        '群众安全感',
      ].map((name) => asks('social', '≥95%', '96%', { 'indicator.social.name': name })),
    },
    {
      name: 'abilities in words',
      rows: [asks('social', '有效提升', '有效提升', { 'indicator.social.name': '基层应急能力' })],
    },
    {
      name: 'an improvement can be measured',
      rows: [
        asks('social', '≥15%', '16%', { 'indicator.social.name': '提高窗口办事效率' }),
        asks('economic', '产业发展增长8%', '8.4%'),
      ],
    },
    {
      name: 'the abilities of plants',
      rows: [asks('quantity', '100%', '100%', { 'indicator.quantity.name': '垃圾处理能力' })],
    },
    {
      name: 'satisfaction',
      rows: [asks('satisfaction', '≥90%', '95%', { 'indicator.satisfaction.name': '群众安全感' })],
    },
    {
      name: 'no name at all',
      rows: [asks('quality', '≥95%', '96%'), asks('quality', percent(1, 0), '100%')],
    },
    {
      name: 'what is complied with',
      rows: [
        asks('quality', '100%', '100%', { 'indicator.quality.name': '资金使用合规性' }),
        asks('timeliness', '100%', '100%', { 'indicator.timeliness.name': '补助发放及时性' }),
      ],
    },
    {
      name: 'a number of people',
      rows: [asks('social', '≥300人', '320人', { 'indicator.social.name': '带动村集体发展' })],
    },
    {
      name: 'a ceiling',
      rows: [asks('quality', '≤80%', '70%', { 'indicator.quality.name': '群众负担' })],
    },
    {
      name: 'less than 80 %',
      rows: [asks('social', '≥79%', '96%', { 'indicator.social.name': '社区自治能力' })],
    },
  ],
  invalid: [
    {
      name: 'a bare word of change for a result that carries points',
      rows: [
        scoredIndicator('social', '改善周边居民出行条件', '改善', 10, 9),
        scoredIndicator('social', '改善周边居民出行条件', '有所提高。', 10, null),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.social.result',
          message: 'change',
          text: '完成情况只填“改善”，看不出变化多少，却计 9 分。请填写变化的幅度或可以核实的表现。',
          actual: '改善',
          related: ['indicator.social.score'],
        },
        {
          row: 1,
          field: 'indicator.social.result',
          message: 'change',
          actual: '有所提高。',
          related: ['indicator.social.weight'],
        },
      ],
    },
    {
      name: 'an ability',
      rows: [asks('social', '100%', '100%', { 'indicator.social.name': '社区自治能力' })],
      findings: [
        {
          row: 0,
          field: 'indicator.social.name',
          message: 'rate',
          text: '“社区自治能力”是定性内容，指标值“100%”无法衡量。请改为可衡量的指标（如某某率、人数），或用定性表述。',
          actual: '100%',
          related: ['indicator.social.target'],
        },
      ],
    },
    {
      name: 'name and value in one cell',
      rows: [asks('social', '促进乡村旅游健康发展≥95%', '96%')],
      findings: [{ row: 0, field: 'indicator.social.target' }],
    },
    {
      name: 'awareness, influence, image',
      rows: [
        '提升全民防灾意识',
        '馆藏品牌影响力',
        '展示城市形象',
        '弘扬崇德向善社会风气',
        '教师信息化素养',
      ].map((name) => asks('social', '≥95%', '97%', { 'indicator.social.name': name })),
      findings: [0, 1, 2, 3, 4].map((row) => ({
        row,
        field: 'indicator.social.name',
        actual: '≥95%',
        related: ['indicator.social.target'],
      })),
    },
    {
      name: 'what is to be improved',
      rows: [asks('ecological', '100%', '100%', { 'indicator.ecological.name': '有效改善流域生态环境' })],
      findings: [
        {
          row: 0,
          field: 'indicator.ecological.name',
          actual: '100%',
          related: ['indicator.ecological.target'],
        },
      ],
    },
    {
      name: 'the lasting use of a thing',
      rows: [asks('sustainability', 100, 100, { 'indicator.sustainability.name': '设施长期使用性' })],
      findings: [
        {
          row: 0,
          field: 'indicator.sustainability.name',
          actual: '100',
          related: ['indicator.sustainability.target'],
        },
      ],
    },
    {
      name: 'with a unit in brackets behind the name',
      rows: [asks('social', '≥90%', '92%', { 'indicator.social.name': '公共服务水平（%）' })],
      findings: [
        { row: 0, field: 'indicator.social.name', actual: '≥90%', related: ['indicator.social.target'] },
      ],
    },
    {
      name: 'a number shown as a percentage',
      rows: [asks('social', percent(1, 0), percent(1, 0), { 'indicator.social.name': '维护社会稳定' })],
      findings: [
        { row: 0, field: 'indicator.social.name', actual: '100%', related: ['indicator.social.target'] },
      ],
    },
    {
      name: 'from 80 % on',
      rows: [asks('social', '≥80%', '96%', { 'indicator.social.name': '社区自治能力' })],
      findings: [
        { row: 0, field: 'indicator.social.name', actual: '≥80%', related: ['indicator.social.target'] },
      ],
    },
  ],
};
