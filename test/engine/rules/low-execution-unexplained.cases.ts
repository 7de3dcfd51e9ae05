import { percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'warning',
  message: 'low',

  valid: [
    {
      name: 'exactly 90 %',
      rows: [{ budget: 50, actual: 45, executionRate: percent(0.9) }],
      fields: ['deviation'],
    },
    {
      name: 'exactly 90 % with binary noise',
      rows: [{ budget: 9, actual: 8.1, executionRate: percent(0.9) }],
      fields: ['deviation'],
    },
    {
      name: 'a rate that rounds to 90.00%',
      rows: [{ budget: 100000, actual: 89998, executionRate: percent(0.9) }],
      fields: ['remarks'],
    },
    {
      name: 'the reason is given',
      rows: [
        { budget: 50, actual: 20, executionRate: percent(0.4), deviation: '汛期停工，尾款结转下年支付' },
      ],
    },
    {
      name: 'the reason stands among the remarks',
      rows: [
        {
          budget: 50,
          actual: 20,
          executionRate: percent(0.4),
          deviation: '—',
          remarks: '招标节余30万元已收回',
        },
      ],
    },
    {
      name: 'the overall completion says why money was not paid',
      rows: [
        {
          budget: 50,
          actual: 20,
          executionRate: percent(0.4),
          deviation: '无',
          goalCompletion: '设备已到货。因海关查验延误，尾款30万元结转下年支付。',
        },
      ],
    },
    {
      name: 'measures are words too',
      rows: [{ budget: 50, actual: 20, problems: null, rectification: '督促承建方加快结算' }],
      fields: ['problems'],
    },
    {
      name: 'an indicator’s own column of reasons',
      rows: [
        {
          budget: 50,
          actual: 20,
          'indicator.quantity.target': '培训8期',
          'indicator.quantity.result': '3期',
          'indicator.quantity.deviation': '场地检修，顺延至次年',
        },
      ],
    },
    { name: 'no budget', rows: [{ budget: 0, actual: 0, executionRate: percent(0) }], fields: ['deviation'] },
    {
      name: 'no figures at all',
      rows: [{ annualGoal: '改造泵房' }],
      fields: ['budget', 'actual', 'executionRate', 'deviation'],
    },
    { name: 'negative spending', rows: [{ budget: 50, actual: -2 }], fields: ['deviation'] },
    {
      name: 'the money says 95 %, whatever the rate says',
      rows: [{ budget: 40, actual: 38, executionRate: percent(0.6) }],
      fields: ['deviation'],
    },
    {
      name: 'above the limit of the place',
      rows: [{ budget: 50, actual: 41, executionRate: percent(0.82) }],
      fields: ['deviation'],
      profile: { explainBelow: 0.8 },
    },
    {
      name: 'a budget in 元 among 万元 is another defect',
      rows: [{ budget: 520000, actual: 50, executionRate: percent(0.9615) }],
      fields: ['deviation'],
    },
    {
      name: 'no column for reasons, but a completion that says why',
      rows: [
        {
          budget: 50,
          actual: 10,
          executionRate: percent(0.2),
          goalCompletion: '设备因海关查验延误，尾款40万元结转下年支付。',
        },
        { budget: 50, actual: 48, executionRate: percent(0.96) },
      ],
    },
    {
      name: 'problems, measures and remarks that speak of the matter',
      rows: [
        { budget: 50, actual: 20, problems: '征地拆迁推进缓慢' },
        { budget: 50, actual: 20, remarks: '压减一般性支出' },
        { budget: 50, actual: 20, rectification: '加快合同结算' },
        { budget: 50, actual: 20, problems: '咨询来访低于预期' },
        { budget: 50, actual: 20, problems: '报考人数偏少' },
        { budget: 50, actual: 20, problems: '绩效意识有待增强；受高温影响开工较晚' },
      ],
    },
    {
      name: 'a rate in words',
      rows: [{ executionRate: '较低', annualGoal: '清运淤泥' }],
      fields: ['remarks'],
    },
  ],
  invalid: [
    {
      name: 'no place for a reason: told once',
      rows: [
        { budget: 50, actual: 10, executionRate: percent(0.2) },
        { budget: 50, actual: 50, executionRate: percent(1) },
        { budget: 80, actual: 60, executionRate: percent(0.75) },
      ],
      findings: [
        {
          row: 0,
          field: 'executionRate',
          message: 'noPlaces',
          text: '有 2 个项目的执行率低于 90%，本表没有可以说明原因的栏目。请补充说明各项目执行率偏低的原因。',
          expected: 0.9,
          actual: 0.2,
          related: ['2 executionRate'],
        },
      ],
    },
    {
      name: 'no place for a reason, one rate',
      rows: [
        { budget: 50, actual: 50 },
        { budget: 50, actual: 40 },
      ],
      findings: [
        {
          row: 1,
          field: 'actual',
          message: 'noPlace',
          text: '执行率 80.00% 低于 90%，本表没有可以说明原因的栏目。请补充说明执行率偏低的原因。',
          expected: 0.9,
          actual: 0.8,
        },
      ],
    },
    {
      name: 'problems of another matter',
      rows: [
        { budget: 50, actual: 20, problems: '绩效目标设置不够细化，预算绩效管理意识不强' },
        { budget: 50, actual: 20, problems: '部分志愿者流动性大' },
      ],
      findings: [
        { row: 0, field: 'problems', expected: 0.9, actual: 0.4, related: ['actual', 'budget'] },
        { row: 1, field: 'problems', expected: 0.9, actual: 0.4, related: ['actual', 'budget'] },
      ],
    },
    {
      name: 'an overall completion that names a cause of something else',
      rows: [
        {
          budget: 50,
          actual: 20,
          executionRate: percent(0.4),
          deviation: '无',
          goalCompletion: '受益于政策引导影响，带动农户因地制宜发展产业',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'deviation',
          expected: 0.9,
          actual: 0.4,
          related: ['executionRate', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'just below 90 %',
      rows: [{ budget: 1000, actual: 899.9, executionRate: percent(0.8999) }],
      fields: ['deviation'],
      findings: [
        {
          row: 0,
          field: 'deviation',
          message: 'low',
          expected: 0.9,
          text: '执行率 89.99%（实际支出 899.90 ÷ 年度预算 1000.00）低于 90%，未说明原因。请说明执行率偏低的原因。',
          actual: 0.8999,
          related: ['executionRate', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'signs for nothing in every column of reasons',
      rows: [
        {
          budget: 50,
          actual: 20,
          executionRate: percent(0.4),
          deviation: '无',
          problems: '―',
          remarks: '/',
          rectification: '……',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'deviation',
          expected: 0.9,
          actual: 0.4,
          related: ['executionRate', 'actual', 'budget'],
        },
      ],
    },
    {
      name: '“无。” is no reason',
      rows: [{ budget: 50, actual: 20, problems: '无。' }],
      findings: [{ row: 0, field: 'problems', expected: 0.9, actual: 0.4, related: ['actual', 'budget'] }],
    },
    {
      name: 'the form’s own note is no reason',
      rows: [{ budget: 50, actual: 20, remarks: '执行率低于90%的，请说明原因。' }],
      findings: [{ row: 0, field: 'remarks', expected: 0.9, actual: 0.4, related: ['actual', 'budget'] }],
    },
    {
      name: '0 is no reason',
      rows: [{ budget: 50, actual: 20, remarks: 0 }],
      findings: [{ row: 0, field: 'remarks', expected: 0.9, actual: 0.4, related: ['actual', 'budget'] }],
    },
    {
      name: 'nothing spent',
      rows: [{ budget: 50, actual: 0, executionRate: percent(0), problems: null }],
      fields: ['problems'],
      findings: [
        {
          row: 0,
          field: 'problems',
          message: 'low',
          expected: 0.9,
          actual: 0,
          related: ['executionRate', 'actual', 'budget'],
        },
      ],
    },
    {
      name: 'only the rate is known',
      rows: [
        { annualGoal: '更换水表1600只', executionRate: '86.5%' },
        { annualGoal: '巡检管网', executionRate: '95%' },
      ],
      fields: ['remarks'],
      findings: [
        {
          row: 0,
          field: 'remarks',
          message: 'rate',
          text: '执行率 86.50% 低于 90%，未说明原因。请说明执行率偏低的原因。',
          expected: 0.9,
          actual: 0.865,
          related: ['executionRate'],
        },
      ],
    },
    {
      name: 'the place asks from 95 % on',
      rows: [{ budget: 50, actual: 47 }],
      fields: ['deviation'],
      profile: { explainBelow: 0.95 },
      findings: [{ row: 0, field: 'deviation', expected: 0.95, actual: 0.94, related: ['actual', 'budget'] }],
    },
    {
      name: 'only an indicator has a column of reasons',
      rows: [
        {
          budget: 60,
          actual: 30,
          'indicator.quantity.target': '巡查40次',
          'indicator.quantity.result': '40次',
          'indicator.quantity.deviation': '无',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'actual',
          expected: 0.9,
          actual: 0.5,
          related: ['budget'],
        },
      ],
    },
    {
      name: 'the same beside a rate, which calls for the reason itself',
      rows: [
        {
          budget: 60,
          actual: 30,
          executionRate: percent(0.5),
          'indicator.quantity.target': '巡查40次',
          'indicator.quantity.result': '40次',
          'indicator.quantity.deviation': '无',
        },
      ],
      findings: [
        { row: 0, field: 'executionRate', expected: 0.9, actual: 0.5, related: ['actual', 'budget'] },
      ],
    },
    {
      name: 'the stated rate hides a low one',
      rows: [{ budget: 50, actual: 30, executionRate: percent(0.98) }],
      fields: ['remarks'],
      findings: [
        {
          row: 0,
          field: 'remarks',
          message: 'low',
          expected: 0.9,
          actual: 0.6,
          related: ['executionRate', 'actual', 'budget'],
        },
      ],
    },
  ],
};
