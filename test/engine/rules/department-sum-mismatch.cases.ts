import type { CellInput } from '../../support/annexes/sheet-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const _ = null;

type Row = readonly CellInput[];

/** A department's form with the rows of its money: label, initial budget, budget, spending. */
function form(...rows: readonly Row[]): readonly Row[] {
  return [
    ['部门整体支出绩效自评表'],
    ['部门名称', '云岭县林业局'],
    ['年度预算（万元）', _, '年初预算数', '全年预算数', '全年执行数', '执行率'],
    ...rows.map((row) => [_, ...row]),
    ['绩效指标', '一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    [_, '产出指标', '补植行道树', '≥300株', '312株', 90, 90],
  ];
}

const TOTAL: Row = ['年度资金总额', 100, 110, 98, '89.09%'];
const BASIC: Row = ['基本支出', 60, 62, 60];
const PROJECTS: Row = ['项目支出', 40, 48, 38];

export const cases: RuleCases = {
  severity: 'error',
  message: 'sum',
  valid: [
    { name: 'they add up', rows: [], form: form(TOTAL, BASIC, PROJECTS) },
    { name: 'rounding', rows: [], form: form(TOTAL, ['基本支出', 60.01, 62, 60], PROJECTS) },
    { name: 'one is blank', rows: [], form: form(TOTAL, BASIC, ['项目支出', _, '—', _]) },
    {
      name: 'their parts are not added again',
      rows: [],
      form: form(
        TOTAL,
        ['其中：基本支出', 60, 62, 60],
        ['其中：人员经费', 50, 52, 50],
        ['公用经费', 10, 10, 10],
        PROJECTS,
        ['其中：财政拨款', 30, 38, 30],
        ['其他资金', 10, 10, 8],
      ),
    },
    {
      name: 'another kind of spending is the rest',
      rows: [],
      form: form(TOTAL, ['基本支出', 50, 52, 50], PROJECTS, ['经营支出', 10, 10, 10]),
    },
    {
      name: 'amounts that name their unit',
      rows: [],
      form: form(TOTAL, ['基本支出', '600000元', '62万元', 60], PROJECTS),
    },
    {
      name: 'no total, and sources that make as much',
      rows: [],
      form: form(
        ['按支出性质分：'],
        BASIC,
        PROJECTS,
        ['按资金来源分：'],
        ['财政拨款', 90, 95, 90],
        ['其他资金', 10, 15, 8],
      ),
    },
    {
      name: 'no total, and sources of which one is blank',
      rows: [],
      form: form(
        ['按支出性质分：'],
        BASIC,
        PROJECTS,
        ['按资金来源分：'],
        ['财政拨款', 90, 95, 90],
        ['其他资金', _, _, _],
      ),
    },
    {
      name: '项目支出 alone is the name of all the money',
      rows: [],
      form: form(['项目支出', 100, 110, 98], ['其中：财政拨款', 90, 100, 90], ['其他资金', 10, 10, 8]),
      notChecked: true,
    },
    {
      name: 'a table of projects',
      rows: [{ budget: 60, actual: 57 }],
      notChecked: true,
    },
  ],
  invalid: [
    {
      name: 'the spending',
      rows: [],
      form: form(TOTAL, BASIC, ['项目支出', 40, 48, 35]),
      findings: [
        {
          cell: 'E4',
          related: ['@E5', '@E6'],
          expected: 95,
          text: '全年执行数 98.00 与基本支出 60.00、项目支出 35.00 之和 95.00 相差 3.00。请核对。',
        },
      ],
    },
    {
      name: 'every column by itself',
      rows: [],
      form: form(TOTAL, ['（1）基本支出', 70, 62, 60], ['（2）项目支出', 40, 44, 38]),
      findings: [
        { cell: 'C4', related: ['@C5', '@C6'], expected: 110 },
        { cell: 'D4', related: ['@D5', '@D6'], expected: 106 },
      ],
    },
    {
      name: 'more than all, whatever else was spent',
      rows: [],
      form: form(TOTAL, ['基本支出', 70, 62, 60], PROJECTS, ['经营支出', 10, _, _]),
      findings: [{ cell: 'C4', related: ['@C5', '@C6'], expected: 110 }],
    },
    {
      name: 'parts of a kind below it are not the rest',
      rows: [],
      form: form(TOTAL, BASIC, ['项目支出', 40, 40, 38], ['其中：财政拨款', 40, 40, 38]),
      findings: [{ cell: 'D4', related: ['@D5', '@D6'], expected: 102 }],
    },
    {
      name: 'no total: against the sources',
      rows: [],
      form: form(
        ['按支出性质分：'],
        BASIC,
        PROJECTS,
        ['按资金来源分：'],
        ['财政拨款', 90, 95, 90],
        ['其他资金', 10, 25, 8],
      ),
      findings: [
        {
          cell: 'D5',
          message: 'sources',
          related: ['@D6', '@D8', '@D9'],
          expected: 120,
          actual: 110,
          text: '基本支出 62.00 与项目支出 48.00 之和 110.00，与按资金来源分列的各项之和 120.00 相差 10.00。请核对。',
        },
      ],
    },
  ],
};
