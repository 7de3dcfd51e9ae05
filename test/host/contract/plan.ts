import type { PlanCell, SheetPlan } from '../../../src/engine/sheet/sheet-plan';

const text = (value: string, style = 1): PlanCell => ({ value, style });

/** A rollup with a bit of everything. */
export const PLAN: SheetPlan = {
  key: 'unit-summary',
  name: '单位汇总',
  rows: [
    [text('2025年度绩效自评审核单位汇总表', 0), null, null],
    [...['单位', '预算', '执行率', '序号', '项目数', '指标数', '错误'].map((heading) => text(heading))],
    [text('=cmd()'), { value: 40, style: 2 }, { formula: "='附件2'!D3", value: 0.9625, style: 3 }],
    [text('007'), { value: 27.69, style: 2 }, { formula: "='附件2'!D4", value: 0.95, style: 3 }],
    [text('合计'), { formula: '=SUM(B3:B4)', value: 67.69, style: 2 }],
  ],
  styles: [
    { bold: true, fontSize: 16, fontName: '宋体', horizontal: 'center' },
    { border: 'thin', fill: '#F2F2F2', wrap: true, vertical: 'center' },
    { border: 'thin', numberFormat: '0.00', horizontal: 'right' },
    { border: 'thin', numberFormat: '0.00%', fontColor: '#C00000' },
  ],
  merges: [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 2 }],
  columnWidths: [24, 12, 12],
  rowHeights: { 0: 30 },
  freeze: { rows: 2, columns: 1 },
  links: [{ row: 2, column: 0, sheetName: '附件2', address: 'A3', tooltip: '转到' }],
  choices: [
    {
      range: { firstRow: 2, firstColumn: 4, lastRow: 3, lastColumn: 4 },
      values: ['待处理', '已修改', '忽略'],
    },
  ],
  charts: [
    {
      type: 'column',
      title: '执行率',
      categories: { firstRow: 2, firstColumn: 0, lastRow: 3, lastColumn: 0 },
      series: [
        { name: { row: 1, column: 1 }, values: { firstRow: 2, firstColumn: 1, lastRow: 3, lastColumn: 1 } },
        { name: { row: 1, column: 2 }, values: { firstRow: 2, firstColumn: 2, lastRow: 3, lastColumn: 2 } },
      ],
      at: { firstRow: 6, firstColumn: 0, lastRow: 20, lastColumn: 2 },
    },
  ],
  print: { landscape: true, fitToWidth: true, titleRows: { first: 0, last: 1 } },
};

/** A 问题清单 with one finding. */
export const ISSUES: SheetPlan = {
  key: 'issue-list',
  name: '问题清单',
  rows: [
    [text('2025年度绩效自评审核问题清单', 0)],
    [
      ...[
        '序号',
        '单位',
        '项目',
        '单元格',
        '原文',
        '问题',
        '建议',
        '严重程度',
        '规则',
        '处理状态',
        '单位反馈',
        '标识',
      ].map((heading) => text(heading)),
    ],
    [
      { value: 1, style: 1 },
      ...[
        '市图书馆',
        '图书购置',
        'D3',
        '96%',
        '执行率有误',
        '改为96.25%',
        '错误',
        '执行率',
        '待处理',
        '',
      ].map((cell) => text(cell)),
      text('execution-rate-mismatch!D3!mismatch!p!附件2'),
    ],
  ],
  styles: PLAN.styles,
  merges: [{ firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 11 }],
  columnWidths: [6, 16],
  hiddenColumns: [11],
  rowHeights: { 0: 30 },
  freeze: { rows: 2, columns: 0 },
  links: [{ row: 2, column: 3, sheetName: '附件2', address: 'D3' }],
  choices: [
    {
      range: { firstRow: 2, firstColumn: 9, lastRow: 2, lastColumn: 9 },
      values: ['待处理', '已修改', '忽略'],
    },
  ],
  charts: [],
  print: { landscape: true, fitToWidth: true, titleRows: { first: 1, last: 1 } },
};
