import { asks } from '../../support/annexes/cells';
import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

/** A project with a goal and one counted indicator whose name has a cell of its own. */
const plans = (goal: string, name: string, target: string, more: AnnexRow = {}): AnnexRow => ({
  annualGoal: goal,
  ...asks('quantity', target, '已完成', { 'indicator.quantity.name': name, ...more }),
});

export const cases: RuleCases = {
  severity: 'error',
  message: 'goal',

  valid: [
    {
      name: 'the same number',
      rows: [{ annualGoal: '为14个乡镇更换水泵', ...asks('quantity', '完成14个乡镇的水泵更换', '14个') }],
    },
    {
      name: 'numerals and digits',
      rows: [{ annualGoal: '建成两座泵站', ...asks('quantity', '泵站2座', '2座') }],
    },
    {
      name: 'at least so many of exactly so many',
      rows: [plans('举办读书会24场', '举办读书会场次', '≥24场')],
    },
    {
      name: 'the goal sets a floor, the indicator more',
      rows: [plans('举办读书会不少于20场', '举办读书会场次', '24场')],
    },
    {
      name: 'two floors, the higher one in the indicator',
      rows: [plans('举办读书会不少于20场', '举办读书会', '≥24场')],
    },
    { name: 'other things', rows: [plans('新建3个候车亭', '改造候车亭', '5个')] },
    { name: 'about so many', rows: [plans('培训护林员约300人', '培训护林员人数', '320人')] },
    {
      name: 'within a range',
      rows: [plans('巡检管网4次', '巡检管网次数', '3-5次'), plans('巡检管网3-5次', '巡检管网', '≥4次')],
    },
    { name: 'more than a round number', rows: [plans('培训护林员300余人', '培训护林员', '320人')] },
    {
      name: 'parts of a whole',
      rows: [{ annualGoal: '整治塘坝18座，其中加固塘坝7座', ...asks('quantity', '加固塘坝5座', '5座') }],
    },
    { name: 'for each of something', rows: [plans('每个村配备保洁员2名', '配备保洁员', '46名')] },
    {
      name: 'two indicators make up the goal',
      rows: [
        {
          annualGoal: '完成9个候车亭建设改造',
          ...asks('quantity', '候车亭4个', '4个'),
          ...asks('quality', '候车亭5个', '5个'),
        },
      ],
    },
    {
      name: 'several numbers for one thing',
      rows: [
        {
          annualGoal: '上半年栽植行道树200株，下半年栽植行道树300株',
          ...asks('quantity', '栽植行道树500株', '500株'),
        },
      ],
    },
    { name: 'what is there already', rows: [plans('全县现有水库46座，做好巡查', '水库数量', '12座')] },
    {
      name: 'years, phases and money',
      rows: [plans('2023年完成二期工程，投入80万元', '投入资金', '90万元')],
    },
    { name: 'a rate of another name', rows: [plans('设备完好率达到95%以上', '设备在线率', '≥98%')] },
    {
      name: 'a rate of nothing in particular, the same',
      rows: [plans('抽检水样60份，合格率95%以上', '水质合格率', '≥95%')],
    },
    {
      name: 'a rate of nothing in particular, where two things have one',
      rows: [
        plans('抽检水样，合格率97%以上', '水质合格率', '≥95%', {
          ...asks('quality', '≥90%', '已完成', { 'indicator.quality.name': '工程合格率' }),
        }),
      ],
    },
    { name: 'the same rate', rows: [plans('水质合格率达到95%以上', '水质合格率', '≥95%')] },
    {
      name: 'a figure in tens of thousands',
      rows: [{ ...plans('接待观众2.3万人次', '接待观众', '23000人次') }],
    },
    {
      name: 'more done than planned',
      rows: [
        {
          annualGoal: '举办读书会20场',
          goalCompletion: '全年举办读书会23场',
          ...asks('quantity', '举办读书会20场', '举办读书会23场'),
        },
      ],
    },
    {
      name: 'in more general words less than half as many may be a part',
      rows: [{ annualGoal: '资助贫困学生1000人', ...asks('quantity', '资助学生480人', '已资助') }],
    },
    {
      name: 'the parts of a total in the text',
      rows: [
        // They add up, they are rounded, they are some of them.
        {
          annualGoal: '申请资金90万元。其中：30万元用于编制；60万元用于审计。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '共支出89.97万元，其中：编制45.33万元，审计44.65万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '申请资金90万元，其中：编制20万元，审计30万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
      ],
    },
    {
      name: 'amounts that are no parts of the total',
      rows: [
        {
          annualGoal: '共支出90万元，其中：编制50万元，审计40万元，结余10万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '共支出90万元，其中：编制50万元（含差旅5万元），审计40万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '共支出90万元，其中：每人补助50万元，审计45万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '共支出9万元，其中：编制50000元，审计45000元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
        {
          annualGoal: '投资20万元，其中：编制50万元，审计40万元。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
      ],
    },
  ],
  invalid: [
    {
      name: 'a rate of nothing in particular is that of the one thing that has it',
      rows: [plans('抽检水样60份，合格率97%以上', '水质合格率', '≥95%')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          severity: 'warning',
          expected: 97,
          text: '年度目标中“合格率”为97%以上，与指标“≥95%”中的≥95%不符。请核实后统一。',
          actual: 95,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'towns in the goal and in the indicator',
      rows: [{ annualGoal: '为14个乡镇更换水泵', ...asks('quantity', '完成12个乡镇的水泵更换', '12个') }],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 14,
          text: '年度目标中“乡镇”为14个，与指标“完成12个乡镇的水泵更换”中的12个不符。请核实后统一。',
          actual: 12,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'a numeral in words',
      rows: [
        { annualGoal: '搭建“数据”“业务”两个总体平台', ...asks('quantity', '完成3个平台建设', '已验收') },
      ],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 2,
          actual: 3,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the number stands behind what it counts',
      rows: [plans('按计划修复碑刻36通，修复壁画12幅。', '修复壁画数量', '≥10幅')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 12,
          actual: 10,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the measure word in a column of its own',
      rows: [
        plans('疏浚河道26.5公里', '疏浚河道长度', '30', {
          'indicator.quantity.operator': '≥',
          'indicator.quantity.measureUnit': '公里',
        }),
      ],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 26500,
          actual: 30000,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'outside a range',
      rows: [plans('巡检管网8次', '巡检管网次数', '3-5次')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 8,
          actual: 3,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'less than the goal’s floor',
      rows: [plans('举办读书会不少于20场', '举办读书会场次', '16场')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          severity: 'warning',
          expected: 20,
          actual: 16,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'rates of one name',
      rows: [plans('确保水质合格率达到95%以上', '水质合格率', '≥98%')],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          severity: 'warning',
          message: 'goal',
          expected: 95,
          actual: 98,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the name of the project',
      rows: [{ projectName: '新建6座公厕', ...asks('quantity', '新建公厕8座', '8座') }],
      findings: [
        {
          row: 0,
          field: 'indicator.quantity.target',
          message: 'name',
          expected: 6,
          actual: 8,
          related: ['projectName'],
          text: '项目名称中“公厕”为6座，与“新建公厕8座”中的8座不符。请核实后统一。',
        },
      ],
    },
    {
      name: 'the name of the project and the goal',
      rows: [
        {
          projectName: '15个行政村道路亮化',
          annualGoal: '完成13个行政村道路亮化',
          ...asks('quality', '亮灯率≥98%', '99%'),
        },
      ],
      findings: [
        { row: 0, field: 'annualGoal', message: 'name', expected: 15, actual: 13, related: ['projectName'] },
      ],
    },
    {
      name: 'completion and result',
      rows: [
        {
          annualGoal: '送医下乡',
          goalCompletion: '全年送医下乡48场，群众反响较好',
          ...asks('quantity', '送医下乡40场以上', '送医下乡45场'),
        },
      ],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          severity: 'warning',
          message: 'completion',
          expected: 48,
          actual: 45,
          related: ['indicator.quantity.result'],
          text: '总体完成情况中“送医下乡”为48场，与指标完成情况“送医下乡45场”中的45场不符。请核实后统一。',
        },
      ],
    },
    {
      name: 'households, full-width digits',
      rows: [{ annualGoal: '发放取暖补贴１２００户', ...asks('quantity', '发放取暖补贴1020户', '1020户') }],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          expected: 1200,
          actual: 1020,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'the same in more general words, more than half as many',
      rows: [{ annualGoal: '资助贫困学生1000人', ...asks('quantity', '资助学生520人', '已资助') }],
      findings: [
        {
          row: 0,
          field: 'annualGoal',
          message: 'goal',
          severity: 'warning',
          expected: 1000,
          actual: 520,
          related: ['indicator.quantity.target'],
        },
      ],
    },
    {
      name: 'parts that add up to more than the total in the text',
      rows: [
        {
          goalCompletion:
            '共完成预算资金89.97万元。其中：30万元用于预算编制；30万元用于审计；29.99万元用于设计、测绘。',
          'indicator.quantity.target': '≥50个',
          'indicator.quantity.result': '50个',
        },
      ],
      findings: [
        {
          row: 0,
          field: 'goalCompletion',
          severity: 'warning',
          message: 'parts',
          expected: 89.99,
          actual: 89.97,
          text: '所列各项之和为 89.99万元（30万元 + 30万元 + 29.99万元），超过所写总额 89.97万元。请核实后统一。',
        },
      ],
    },
  ],
};
