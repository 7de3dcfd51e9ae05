import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const quantity = (target: string | number, result: string | number, more: AnnexRow = {}): AnnexRow =>
  asks('quantity', target, result, { actual: 40, ...more });

export const cases: RuleCases = {
  severity: 'warning',
  message: 'money',

  valid: [
    { name: 'a count', rows: [quantity('检修闸门≥18扇', '18扇')] },
    { name: 'a count that is the number of the budget', rows: [quantity('建成充电桩40个', '40个')] },
    { name: 'a bare number that is the budget by chance', rows: [quantity('40', '40')] },
    { name: 'money beside a count', rows: [quantity('资助学生120人，共36万元', '120人，36万元')] },
    { name: 'a standard for each', rows: [quantity('每人每月补助500元', '500元')] },
    { name: 'a standard by name', rows: [quantity('救助标准780元', '780元')] },
    { name: 'a price', rows: [quantity('≤35元/平方米', '33元/平方米')] },
    {
      name: 'money as a cost is right',
      fields: ['indicator.quantity.target'],
      rows: [asks('cost', '≤40万元', '39.8万元', { actual: 39.8 })],
    },
    {
      name: 'money as an economic benefit is right',
      fields: ['indicator.quantity.target'],
      rows: [asks('economic', '增收≥40万元', '52万元', { actual: 40 })],
    },
    { name: 'words', rows: [quantity('改善办公条件', '已改善')] },
    { name: 'a sign for nothing', rows: [quantity('—', '—')] },
    {
      name: 'a unit of something else beside it',
      rows: [quantity(1086.62, 1086.62, { budget: 1086.62, 'indicator.quantity.measureUnit': '平方米' })],
    },
    { name: '元 within a word', rows: [quantity('单元门维修36樘', '36樘')] },
    {
      name: 'debt is served in money',
      rows: [quantity('归还专项债本金1600万元', '1600万元'), quantity('支付债券利息82.4万元', '82.4万元')],
    },
    {
      name: 'the indicator is named after the debt',
      rows: [quantity('640万元', '640万元', { 'indicator.quantity.name': '到期本息' })],
    },
    { name: 'a range of sums', rows: [quantity('补贴3-5万元', '4万元')] },
    {
      name: 'a bare number of three digits may be the budget by chance',
      rows: [asks('quantity', 14.6, 14.6, { budget: 14.6 })],
    },
    {
      name: 'named after money that is counted otherwise, a standard, or the product itself',
      rows: [
        quantity('12', '12', {
          'indicator.quantity.name': '拨付资金批次',
          'indicator.quantity.measureUnit': '批',
        }),
        quantity('3.5', '3.5', { 'indicator.quantity.name': '人均补助标准资金额' }),
        quantity('98%', '99%', { 'indicator.quantity.name': '拨付资金' }),
        quantity('按进度拨付', '已拨付', { 'indicator.quantity.name': '工程资金金额' }),
      ],
    },
  ],
  invalid: [
    {
      name: 'the money that is paid out',
      rows: [quantity('拨付专项资金36万元', '36万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'money',
          text: '数量指标值“拨付专项资金36万元”是资金额，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        },
      ],
    },
    {
      name: 'the budget itself',
      rows: [quantity('工程资金40万元', '40万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'budget',
          text: '数量指标值“工程资金40万元”即本项目预算数 40.00，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the budget in 元',
      rows: [quantity('=402350元', '402350元', { budget: 40.235 })],
      findings: [{ row: 0, field: 'indicator.quantity.target', message: 'budget', related: ['budget'] }],
    },
    {
      name: 'the budget as a bare number',
      rows: [quantity(146.74, 146.74, { budget: 146.74 })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'budget',
          actual: '146.74',
          related: ['budget'],
        },
      ],
    },
    {
      name: 'a number whose unit is 万元',
      rows: [quantity('≥25', '25', { 'indicator.quantity.measureUnit': '万元' })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'money',
          text: '数量指标值“≥25万元”是资金额，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        },
      ],
    },
    {
      name: 'at most so much',
      rows: [quantity('≤12000元', '11800元')],
      findings: [{ row: 0, field: 'indicator.quantity.target' }],
    },
    {
      name: 'an investment may be the product',
      rows: [quantity('完成年度投资≥500万元', '520万元')],
      findings: [{ row: 0, field: 'indicator.quantity.target', severity: 'info' }],
    },
    {
      name: 'an investment that is the budget',
      rows: [quantity('完成投资40万元', '40万元')],
      findings: [{ row: 0, field: 'indicator.quantity.target', message: 'budget', related: ['budget'] }],
    },
    {
      name: 'name and target apart',
      rows: [
        quantity('15万元', '15万元', { 'indicator.quantity.name': '慰问金发放额' }),
        quantity('35户', '35户', { 'indicator.quantity.name': '慰问户数' }),
      ],
      findings: [{ row: 0, field: 'indicator.quantity.target', message: 'money' }],
    },
    {
      name: 'a bare number of four digits',
      rows: [asks('quantity', 14.67, 14.67, { budget: 14.67 })],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'budget',
          actual: '14.67',
          related: ['budget'],
        },
      ],
    },
    {
      name: 'named after the sum of money',
      rows: [
        asks('quantity', 43.2, 37.24, {
          budget: 43.2,
          actual: 37.24,
          'indicator.quantity.name': '指标1工程资金金额',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.name',
          message: 'named',
          actual: '43.2',
          related: ['indicator.quantity.target'],
          text: '数量指标“指标1工程资金金额”（指标值“43.2”）是资金额，不反映产出数量。请改用可计数的产出（个、人、公里等）。',
        },
      ],
    },
  ],
};
