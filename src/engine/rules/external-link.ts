import type { Project } from '../annex/annex';
import type { CellPosition } from '../sheet/address';
import type { CellValue } from '../sheet/cell-value';
import { plainNumber } from '../sheet/number-format';
import { editOf } from '../rule/edits';
import { figureCellsOf } from '../facts/table/figure-cells';
import { quote } from '../rule/figures';
import { defineRule, type Report } from '../rule/rule';

interface FormulaCell extends CellPosition {
  readonly raw: CellValue;
  readonly formula: string | null;
}

export const rule = defineRule({
  meta: {
    id: 'external-link',
    name: { 'zh-CN': '引用其他工作簿', en: 'Figure from another workbook' },
    description: {
      'zh-CN':
        '金额、执行率、分值、得分的公式引用了其他工作簿：报送后链接可能失效或取到旧数。引用本工作簿其他工作表和表格列（表1[金额]）的不算。',
      en: 'A formula of money, rates, weights or scores refers to another workbook: once sent, the link may break or bring old figures. Other sheets of this workbook and columns of its tables (Table1[Amount]) are fine.',
    },
    topic: 'table',
    severity: 'info',
    requires: [],
    fix: 'suggestion',
    basis: ['评审惯例'],
    yieldsTo: ['formula-error'],
    messages: {
      link: {
        'zh-CN': '公式引用了其他工作簿“{reference}”。请核对数值，并改为本表数据或数值后报送。',
        en: 'The formula refers to another workbook, "{reference}". Check the figure and make it one of this workbook.',
      },
      write: { 'zh-CN': '保留当前数值 {after}，去掉链接', en: 'Keep the figure {after} without the link' },
    },
  },
  project(project, context, report) {
    figureCellsOf(context).ofProject(project, (cell) => reportLink(cell, project, report));
  },
  annex(context, report) {
    const figures = figureCellsOf(context);
    for (const total of context.annex.totals)
      figures.ofTotal(total, (cell) => reportLink(cell, null, report));
  },
});

function reportLink(cell: FormulaCell, project: Project | null, report: (finding: Report) => void): void {
  const { raw, formula } = cell;
  const reference = formula && externalReference(formula);
  if (!formula || !reference) return;
  report({
    cell,
    project,
    message: 'link',
    data: { reference: quote(reference) },
    actual: formula,
    suggestions:
      typeof raw === 'number'
        ? [{ title: 'write', data: { after: plainNumber(raw) }, edits: [editOf(cell, { value: raw })] }]
        : [],
  });
}

/** What stands in quotes within a formula is text. */
const TEXTS = /"(?:[^"]|"")*"/g;

/** 'C:\dir\[book.xlsx]Sheet 1'!A1 and '/dir/book.xlsx'!name */
const QUOTED =
  /'(?:[^']|'')*(?:\[(?:[^'\]]|'')+\]|\.(?:xls[xmb]?|csv|ods|ett?))(?:[^']|'')*'!\$?[\w$:\u4e00-\u9fff]*/i;

/** [1]Sheet1!A1, [book.xlsx]Sheet1!A1, book.xlsx!name; no Table1[Column], which has a name before it. */
const UNQUOTED =
  /(?<![\w\])\u4e00-\u9fff])(?:\[[^[\]]+\][^\s'"+\-*/^&=<>(),;:{}%[\]!]*|[\w\u4e00-\u9fff.-]+\.(?:xls[xmb]?|csv|ods|ett?))!\$?[\w$:\u4e00-\u9fff]*/i;

/** The first reference to another workbook in a formula, as written; `null` where there is none. */
function externalReference(formula: string): string | null {
  if (!formula.includes('!') || !/[[.]/.test(formula)) return null;
  const code = formula.includes('"') ? formula.replace(TEXTS, '""') : formula;
  return (QUOTED.exec(code) ?? UNQUOTED.exec(code))?.[0] ?? null;
}
