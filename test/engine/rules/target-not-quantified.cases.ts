import { asks } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const target = 'indicator.quantity.target';
const named = 'indicator.quantity.name';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'count',

  valid: [
    {
      name: 'a number and a unit',
      rows: [asks('quantity', '补植行道树420株', '420株'), asks('quantity', 12, '12')],
    },
    {
      name: 'in Chinese numerals',
      rows: [asks('quantity', '编制一本工作手册', '已编制'), asks('quantity', '开设两门课程', '开设')],
    },
    {
      name: 'a figure in the result is another rule’s where name and value share a cell',
      rows: [asks('quantity', '补植行道树', '420株')],
    },
    {
      name: 'a figure in the name',
      rows: [asks('quantity', '完成', '完成', { [named]: '补植行道树420株' })],
    },
    {
      name: 'nothing is to happen, or all of it is to be done',
      rows: [asks('quantity', '无安全事故', '未发生'), asks('quantity', '行政村全覆盖', '全覆盖')],
    },
    {
      name: 'a cost held to a price outside the annex',
      rows: [asks('cost', '采购价不高于省级集采中标价', '12.6元/盒')],
    },
    { name: 'the name of a rate', rows: [asks('quantity', '苗木成活率', '较高')] },
    {
      name: 'costs that follow the budget or a standard',
      rows: [
        asks('cost', '控制在预算范围内', '未超预算'),
        asks('cost', '按合同价结算', '按合同结算'),
        asks('cost', '符合省定补助标准', '符合'),
      ],
    },
    {
      name: 'benefits may be described',
      rows: [asks('social', '改善市容', '明显改善'), asks('sustainability', '长效管护', '已建立')],
    },
    {
      name: 'quality and timeliness in words',
      rows: [asks('quality', '苗木健壮', '苗木健壮'), asks('timeliness', '春季完成栽植', '按时完成')],
    },
    { name: 'no target', rows: [asks('quantity', '—', '—'), asks('quantity', undefined, undefined)] },
    { name: 'a code is not nothing', rows: [asks('quantity', '受理12345热线工单', '已受理')] },
  ],
  invalid: [
    {
      name: 'what is done as it arises is noted',
      rows: [
        asks('quantity', '据实受理', '受理143件', { [named]: '投诉受理' }),
        asks('quantity', '按需开展应急监测', '9次'),
      ],
      findings: [
        {
          row: 0,
          field: target,
          severity: 'info',
          message: 'words',
          related: ['indicator.quantity.name'],
          text: '指标“投诉受理：据实受理”未量化。建议设定可衡量的指标值。',
        },
        { row: 1, field: target, severity: 'info', message: 'words' },
      ],
    },
    {
      name: 'words alone',
      rows: [asks('quantity', '补植行道树', '已完成')],
      findings: [
        {
          row: 0,
          field: target,
          severity: 'warning',
          message: 'count',
          text: '数量指标“补植行道树”未量化，无法衡量完成数量。请填写具体数量和计量单位。',
        },
      ],
    },
    {
      name: 'words beside a name',
      rows: [asks('quantity', '完成', '完成', { [named]: '绿篱修剪' })],
      findings: [
        {
          row: 0,
          field: target,
          text: '数量指标“绿篱修剪：完成”未量化，无法衡量完成数量。请填写具体数量和计量单位。',
          related: ['indicator.quantity.name'],
        },
      ],
    },
    {
      name: 'words beside a name, although the result has a figure',
      rows: [asks('quantity', '定性', '36次', { [named]: '绿篱修剪' })],
      findings: [{ row: 0, field: target, message: 'count', related: ['indicator.quantity.name'] }],
    },
    {
      name: 'as many as it takes',
      rows: [asks('quantity', '购置若干工具', '已购置'), asks('quantity', '多次开展宣传', '已开展')],
      findings: [
        { row: 0, field: target },
        { row: 1, field: target },
      ],
    },
    {
      name: 'a batch is no number',
      rows: [asks('quantity', '采购一批园艺器械', '已采购')],
      findings: [{ row: 0, field: target }],
    },
    {
      name: 'a year is no number of anything',
      rows: [asks('quantity', '完成2023年度绿化养护', '已完成')],
      findings: [{ row: 0, field: target }],
    },
    {
      name: 'a cost in words',
      rows: [asks('cost', '尽量降低成本', '有所降低')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.target',
          message: 'cost',
          text: '成本指标“尽量降低成本”未量化，无法衡量。请填写金额或控制标准。',
        },
      ],
    },
    {
      name: 'a quality in words beside a figure',
      rows: [asks('quality', '较高', '97.2%', { 'indicator.quality.name': '苗木成活率' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.target',
          severity: 'info',
          message: 'words',
          related: ['indicator.quality.name'],
        },
      ],
    },
    {
      name: 'a satisfaction in words',
      rows: [asks('satisfaction', '游客满意', '满意')],
      findings: [{ row: 0, field: 'indicator.satisfaction.target', severity: 'info', message: 'words' }],
    },
  ],
};
