import { computed } from '../../support/annexes/cells';
import type { RuleCases } from '../../support/annexes/rule-tester';

const budget = (formula: string): { budget: ReturnType<typeof computed>; actual: number } => ({
  budget: computed(formula, 12.5),
  actual: 12,
});

export const cases: RuleCases = {
  severity: 'info',
  message: 'link',

  valid: [
    { name: 'no formula', rows: [{ budget: 12.5, actual: 12 }] },
    { name: 'cells of this sheet', rows: [budget('=F5+G5')] },
    { name: 'another sheet of this workbook', rows: [budget("=VLOOKUP(A5,'2023 预算'!$A$2:$D$99,4,0)")] },
    { name: 'a column of a table', rows: [budget('=SUM(Table1[金额])+Sheet2!B3')] },
    { name: 'this row of a table', rows: [budget('=tblBudget[[#This Row],[Amount]]/Sheet2!B3')] },
    { name: 'brackets within a text', rows: [budget('=IF(Sheet2!A1="[1]Sheet1!A1",12.5,0)')] },
    { name: 'a name with a point in it', rows: [budget('=Sheet1.2!B4+1.5')] },
    {
      name: 'a link in a column of words',
      rows: [{ budget: 12.5, actual: 12, remarks: computed("='[说明.xlsx]表1'!A1", '见附件') }],
    },
  ],
  invalid: [
    {
      name: 'a numbered link',
      rows: [budget('=[1]Sheet1!B7')],
      findings: [
        {
          row: 0,
          field: 'budget',
          message: 'link',
          suggested: [],
          advised: 1,
          text: '公式引用了其他工作簿“[1]Sheet1!B7”。请核对数值，并改为本表数据或数值后报送。',
          actual: '=[1]Sheet1!B7',
        },
      ],
    },
    {
      name: 'a path in quotes',
      rows: [budget("=ROUND('D:\\预算\\[2023年 决算.xlsx]支出 明细'!$D$8/10000,2)")],
      findings: [
        {
          row: 0,
          field: 'budget',
          text: "公式引用了其他工作簿“'D:\\预算\\[2023年 决算.xlsx]支出 明细'!$D$8”。请核对数值，并改为本表数据或数值后报送。",
          actual: "=ROUND('D:\\预算\\[2023年 决算.xlsx]支出 明细'!$D$8/10000,2)",
          advised: 1,
        },
      ],
    },
    {
      name: 'an open workbook',
      rows: [budget('=SUM([决算.xlsx]汇总!C4:C9)')],
      findings: [
        { row: 0, field: 'budget', suggested: [], advised: 1, actual: '=SUM([决算.xlsx]汇总!C4:C9)' },
      ],
    },
    {
      name: 'a name of another workbook',
      rows: [budget("='C:\\表\\决算.xls'!总支出")],
      findings: [{ row: 0, field: 'budget', actual: "='C:\\表\\决算.xls'!总支出", advised: 1 }],
    },
    {
      name: 'beside a column of a table',
      rows: [budget('=Table1[金额]+[2]Sheet3!A1')],
      findings: [{ row: 0, field: 'budget', actual: '=Table1[金额]+[2]Sheet3!A1', advised: 1 }],
    },
    {
      name: 'a rate and a score',
      rows: [
        {
          budget: 20,
          actual: 19,
          executionRate: computed('=[1]Sheet1!E7', 0.95, '0.00%'),
          'executionRate.score': computed("='[得分.xlsx]表'!F7", 9.5),
        },
      ],
      findings: [
        { row: 0, field: 'executionRate', actual: '=[1]Sheet1!E7', advised: 1 },
        { row: 0, field: 'executionRate.score', actual: "='[得分.xlsx]表'!F7", advised: 1 },
      ],
    },
    {
      name: 'the score of an indicator',
      rows: [
        {
          budget: 20,
          actual: 19,
          'indicator.quantity.target': '巡查60次',
          'indicator.quantity.result': '62次',
          'indicator.quantity.score': computed('=[3]Sheet1!K9*0.5', 10),
        },
      ],
      findings: [{ row: 0, field: 'indicator.quantity.score', actual: '=[3]Sheet1!K9*0.5', advised: 1 }],
    },
    {
      name: 'a row of sums',
      rows: [
        { budget: 20, actual: 19 },
        { budget: 30, actual: 30 },
        { projectName: '合计', budget: 50, actual: computed('=[1]汇总!C20', 49) },
      ],
      findings: [{ row: 2, field: 'actual', actual: '=[1]汇总!C20', advised: 1 }],
    },
  ],
};
