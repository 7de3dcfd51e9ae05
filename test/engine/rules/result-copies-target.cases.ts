import { asks, percent } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

export const cases: RuleCases = {
  severity: 'error',
  message: 'copied',

  valid: [
    { name: 'a value', rows: [asks('quality', '≥95%', '95%'), asks('quality', '≥95%', '97.30%')] },
    {
      name: 'a target without an operator may be reached exactly',
      rows: [asks('quality', '100%', '100%'), asks('quantity', '15台', '15台')],
    },
    {
      name: 'a verb is no operator',
      rows: [asks('quality', '达到95%', '达到95%'), asks('quality', '≥95%', '达到95%')],
    },
    { name: 'words', rows: [asks('quality', '≥95%', '已达到指标要求')] },
    { name: 'blank', rows: [asks('quality', '≥95%', undefined), asks('quality', '≥95%', '—')] },
    { name: 'a number', rows: [asks('quality', '≥95%', percent(0.96))] },
    { name: 'a time within another time', rows: [asks('timeliness', '≤30天', '20天内')] },
    {
      name: 'every case kept within the time',
      rows: [
        asks('timeliness', '12小时内', '险情均在12小时内排除'),
        asks('timeliness', '≤3天', '全部3天内办结'),
      ],
    },
    {
      name: 'the greatest of several values',
      rows: [asks('cost', '≤3万元/人', '最高2.74万元'), asks('quantity', '≥5个', '最少7个')],
    },
    { name: 'before a date', rows: [asks('timeliness', '2023年12月底前', '2023年11月底前')] },
    {
      name: 'an inequality inside a sentence',
      rows: [asks('economic', '节约用水≥5万吨', '节水6万吨，超过年度计划5万吨的任务')],
    },
    { name: 'words over again', rows: [asks('social', '有效提升', '有效提升')] },
  ],
  invalid: [
    {
      name: 'every case, in the words of the target',
      rows: [asks('timeliness', '均在24小时内办结', '均在24小时内办结')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          severity: 'error',
          message: 'copied',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'the same inequality',
      rows: [asks('quality', '≥95%', '≥95%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          severity: 'error',
          message: 'copied',
          text: '完成情况“≥95%”照抄指标“≥95%”，不是实际完成值。请填写实际值。',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'in another spelling',
      rows: [asks('quality', '≧95％', '不低于95%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'copied',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'with 以上',
      rows: [asks('quality', '及格率≥85%', '85%以上')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'copied',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'with the name of the rate',
      rows: [asks('quality', '≥98%', '完好率≥98%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'copied',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'the same deadline in days',
      rows: [asks('timeliness', '15个工作日内', '15个工作日内')],
      findings: [
        {
          row: 0,
          field: 'indicator.timeliness.result',
          message: 'copied',
          related: ['indicator.timeliness.target'],
        },
      ],
    },
    {
      name: 'a count with 》',
      rows: [asks('quantity', '》300户', '》300户')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          message: 'copied',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'two figures over again',
      rows: [asks('quality', '到课率≥90%，及格率≥85%', '到课率≥90%，及格率≥85%')],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'copied',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'an inequality of its own',
      rows: [asks('quantity', '8人', '≥10人')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'inequality',
          text: '完成情况“≥10人”是不等式，不是实际完成值。请填写实际值。',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'an inequality without a target',
      rows: [asks('quantity', undefined, '20个以上')],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.result',
          severity: 'warning',
          message: 'inequality',
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a ceiling for a cost',
      rows: [asks('cost', '≤60万元', '不超过58万元')],
      findings: [
        {
          row: 0,
          field: 'indicator.cost.result',
          severity: 'warning',
          message: 'inequality',
          related: ['indicator.cost.target'],
        },
      ],
    },
    {
      name: 'operator, number and unit in three columns',
      rows: [
        asks('quality', 97, '≥97%', {
          'indicator.quality.name': '档案归档率',
          'indicator.quality.operator': '≥',
          'indicator.quality.measureUnit': '%',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'indicator.quality.result',
          message: 'copied',
          related: ['indicator.quality.target'],
        },
      ],
    },
    {
      name: 'satisfaction by itself',
      rows: [asks('satisfaction', '≥90%', '≥90%')],
      findings: [
        {
          row: 0,
          field: 'indicator.satisfaction.result',
          message: 'copied',
          related: ['indicator.satisfaction.target'],
        },
      ],
    },
  ],
};
