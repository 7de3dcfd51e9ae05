import type { AnnexRow } from '../../support/annexes/annex-builder';
import type { RuleCases } from '../../support/annexes/rule-tester';

const rows: readonly AnnexRow[] = [
  { projectName: '蓄滞洪区巡查', budget: 30, actual: 29 },
  { projectName: '雨量站更新', budget: 18, actual: 18 },
];
const money = [null, null, '单位：万元'];

export const cases: RuleCases = {
  severity: 'info',
  message: 'blank',

  valid: [
    { name: 'nothing is asked for', rows },
    { name: 'all is filled in', rows, above: [['填报单位（盖章）：青塘县防汛站', null, '单位：万元']] },
    {
      name: 'the answer stands in the next cell',
      rows,
      above: [
        ['主管部门：', '青塘县水利局', '单位：万元'],
        ['填报日期：', 45352],
      ],
    },
    {
      name: 'the unit has a column',
      rows: rows.map((row) => ({ ...row, unit: '县防汛站' })),
      above: [['填报单位（盖章）：', null, '单位：万元']],
    },
    {
      name: 'the title names the unit',
      rows,
      title: '青塘县水利局2023年度项目支出绩效自评表',
      above: [['部门名称（公章）：', null, '单位：万元']],
    },
    {
      name: 'the unit stands beside another label',
      rows,
      above: [['填报单位：县防汛站', '主管部门（盖章）：', '单位：万元']],
    },
    { name: 'the unit of money is no entry', rows, above: [['单位：', '万元']] },
    {
      name: 'signatures below are given',
      rows,
      below: [['填表人：覃某 审核人：陆某', null, '联系电话：0776-33210']],
    },
  ],
  invalid: [
    {
      name: 'nobody says whose table it is',
      rows,
      above: [['填报单位（盖章）：', null, '单位：万元']],
      findings: [{ cell: 'A2', message: 'blank', text: '未填写“填报单位（盖章）”。请补填。', actual: null }],
    },
    {
      name: 'the date is still to be filled in',
      rows,
      above: [money, ['填报日期： 年 月 日']],
      findings: [{ cell: 'A3', text: '未填写“填报日期”。请补填。', actual: null }],
    },
    {
      name: 'signatures below: several in one cell are one finding',
      rows,
      below: [['单位负责人：          填表人：          联系电话：']],
      findings: [{ cell: 'A7', text: '未填写“单位负责人、填表人、联系电话”。请补填。', actual: null }],
    },
    {
      name: 'signatures below, each in its cell',
      rows,
      below: [['填表人：', null, '审核人：']],
      findings: [
        { cell: 'A7', actual: null },
        { cell: 'C7', actual: null },
      ],
    },
    {
      name: 'only the telephone is missing',
      rows: rows.map((row) => ({ ...row, unit: '县防汛站' })),
      below: [['填表人：覃某', null, '联系电话：']],
      findings: [{ cell: 'C7', actual: null }],
    },
    {
      name: 'the person in charge, although the unit is known',
      rows,
      title: '青塘县水利局2023年度项目支出绩效自评表',
      above: [['单位负责人：____', null, '单位：万元']],
      findings: [{ cell: 'A2', actual: null }],
    },
  ],
};
