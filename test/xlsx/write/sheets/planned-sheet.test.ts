import { toAddress } from '../../../../src/engine/sheet/address';
import { UNKNOWN_FORMULA, type CellValue } from '../../../../src/engine/sheet/cell-value';
import type { PlanCell, SheetPlan } from '../../../../src/engine/sheet/sheet-plan';
import { valueAt, type SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { plannedSheetXml } from '../../../../src/xlsx/write/sheets/planned-sheet';
import { WORKSHEET_ORDER } from '../../../../src/xlsx/write/schema-order';
import { PLAN } from '../../../host/contract/plan';
import { TEXTS } from '../../../host/contract/texts';
import { buildXlsx } from '../../../support/xlsx/xlsx-builder';
import { parseXml, type XmlElement } from '../../../support/xlsx/xml-tree';
import { draftOf, faultsOf, insert, reread } from './sheet-draft';

const NAMESPACES = {
  main: 'http://main',
  relationships: 'http://relationships',
  drawing: '',
  spreadsheetDrawing: '',
  chart: '',
};

/** A plan without anything but what is given. */
function plan(own: Partial<SheetPlan>): SheetPlan {
  return {
    ...PLAN,
    rows: [],
    styles: [],
    merges: [],
    columnWidths: [],
    rowHeights: {},
    freeze: { rows: 0, columns: 0 },
    links: [],
    choices: [],
    charts: [],
    print: { landscape: true, fitToWidth: true, titleRows: null },
    ...own,
  };
}

/** The worksheet of a plan; style n of the plan is cell style 10 + n. */
function xmlOf(own: Partial<SheetPlan>): XmlElement {
  let next = 10;
  return parseXml(plannedSheetXml(plan(own), { cell: () => next++ }, NAMESPACES)).children[0] ?? fail();
}

function fail(): never {
  throw new Error('no root');
}

function one(root: XmlElement, name: string): XmlElement {
  const [found, ...more] = root.all(name);
  if (!found || more.length > 0) throw new Error(`${root.all(name).length} of ${name}`);
  return found;
}

/** A plan as our own reader finds it in a finished file. */
function readBack(own: SheetPlan): SheetSnapshot {
  const draft = draftOf(buildXlsx({ sheets: [{ name: '附件2', rows: [['一']] }] }));
  insert(draft, own);
  expect(faultsOf(draft)).toEqual([]);
  return reread(draft).readSheet(1);
}

test('values, formulas, formats and merges are read back', () => {
  const sheet = readBack(PLAN);
  expect(sheet.values).toEqual([
    ['2025年度绩效自评审核单位汇总表'],
    ['单位', '预算', '执行率', '序号', '项目数', '指标数', '错误'],
    ['=cmd()', 40, 0.9625],
    ['007', 27.69, 0.95],
    ['合计', 67.69],
  ]);
  expect(sheet.formulas.flatMap((row) => row.filter((formula) => formula !== null))).toEqual([
    "='附件2'!D3",
    "='附件2'!D4",
    '=SUM(B3:B4)',
  ]);
  expect(sheet.numberFormats[2]).toEqual(['General', '0.00', '0.00%']);
  expect(sheet.merges).toEqual(PLAN.merges);
});

test('awkward texts stay texts', () => {
  const texts = [...TEXTS, '_x0041_', 'a\u0001b', '\ud800', 'a\rb', '\t制表', '好'.repeat(40_000)];
  const rows = texts.map((value): PlanCell[] => [{ value }, { value, style: 0 }]);
  const sheet = readBack(plan({ rows, styles: [{ numberFormat: '@' }] }));
  const expected = texts.map((text) => text.slice(0, 32_767));
  expect(sheet.values.map((row) => row[0])).toEqual(expected);
  expect(sheet.values.map((row) => row[1])).toEqual(expected);
});

test('a text is not cut through a character', () => {
  const sheet = readBack(plan({ rows: [[{ value: '一'.repeat(32_766) + '👍' }]] }));
  expect(valueAt(sheet, 0, 0)).toBe('一'.repeat(32_766));
});

test.each<[string, CellValue, CellValue, CellValue?]>([
  ['a text', '甲', '甲'],
  ['a text of no characters', '', null],
  ['a number', -1.5e-7, -1.5e-7],
  ['true', true, true],
  ['false', false, false],
  ['an error', { error: '#DIV/0!' }, { error: '#DIV/0!' }],
  ['an error files have no word for', { error: '#SPILL!' }, { error: '#VALUE!' }],
  ['an unknown error', { error: '#UNKNOWN!' }, { error: '#VALUE!' }],
  ['what is no number', NaN, { error: '#NUM!' }],
  ['nothing', null, null, UNKNOWN_FORMULA],
])('%s, as value and as result of a formula', (_name, value, expected, ofFormula = expected) => {
  const rows: PlanCell[][] = [[{ value }, { formula: '=IF(A1<"甲",1&"",0)', value }]];
  const sheet = readBack(plan({ rows: [...rows, [{ value: '末' }, { value: '末' }]] }));
  expect([0, 1].map((column) => valueAt(sheet, 0, column))).toEqual([expected, ofFormula]);
  expect(sheet.formulas[0]).toEqual([null, '=IF(A1<"甲",1&"",0)']);
});

test('blank cells stand only where they have a style', () => {
  const root = xmlOf({ rows: [[null, { value: null }, { value: '', style: 1 }], []], styles: [{}, {}] });
  expect(one(root, 'sheetData').all('c')).toEqual([
    expect.objectContaining({ attributes: { r: 'C1', s: '11' }, children: [] }),
  ]);
  expect(root.all('row')).toHaveLength(1);
});

test('children come in the order of the schema', () => {
  const names = xmlOf(PLAN).children.map(({ name }) => name);
  const order = names.map((name) => WORKSHEET_ORDER.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(names).toEqual(
    expect.arrayContaining(['sheetPr', 'sheetViews', 'cols', 'mergeCells', 'dataValidations', 'hyperlinks']),
  );
});

test('widths are those Excel makes of as many characters, hidden columns hidden', () => {
  const root = xmlOf({ columnWidths: [24, 8.43], hiddenColumns: [1, 3] });
  expect(root.all('col').map(({ attributes }) => attributes)).toEqual([
    { min: '1', max: '1', width: '24.7109375', customWidth: '1' },
    { min: '2', max: '2', width: '9.140625', hidden: '1', customWidth: '1' },
    { min: '4', max: '4', width: '8.7109375', hidden: '1', customWidth: '1' },
  ]);
});

test('heights are set where the plan does, and estimated where a text needs more lines', () => {
  const long = '这一段文字在十个字符宽的列里放不下，要占好几行';
  const wrapped = { wrap: true, fontSize: 10 };
  const rows: PlanCell[][] = [
    [{ value: '题' }],
    [{ value: '短', style: 0 }],
    [{ value: long, style: 0 }],
    [{ value: `${long}${long}`, style: 0 }],
    [{ value: long }],
    [{ value: long, style: 0 }],
  ];
  const root = xmlOf({
    rows,
    styles: [wrapped],
    columnWidths: [10],
    rowHeights: { 0: 30 },
    merges: [{ firstRow: 5, lastRow: 5, firstColumn: 0, lastColumn: 3 }],
  });
  const heights = root.all('row').map(({ attributes }) => Number(attributes.ht ?? 0));
  expect(heights[0]).toBe(30);
  expect(root.all('row').map(({ attributes }) => attributes.customHeight)).toEqual([
    '1',
    ...Array<undefined>(5).fill(undefined),
  ]);
  expect(heights[1]).toBe(0);
  expect(heights[2]).toBeGreaterThan(60);
  expect(heights[3]).toBeGreaterThan(heights[2]! * 1.7);
  expect(heights.slice(4)).toEqual([0, 0]);
});

test.each([
  [{ rows: 0, columns: 0 }, null, []],
  [{ rows: 3, columns: 0 }, { ySplit: '3', topLeftCell: 'A4', activePane: 'bottomLeft' }, ['bottomLeft']],
  [{ rows: 0, columns: 2 }, { xSplit: '2', topLeftCell: 'C1', activePane: 'topRight' }, ['topRight']],
  [
    { rows: 3, columns: 2 },
    { xSplit: '2', ySplit: '3', topLeftCell: 'C4', activePane: 'bottomRight' },
    ['topRight', 'bottomLeft', 'bottomRight'],
  ],
])('holds %j in view', (freeze, pane, selections) => {
  const root = xmlOf({ freeze });
  expect(root.all('pane').map(({ attributes }) => attributes)).toEqual(
    pane ? [{ ...pane, state: 'frozen' }] : [],
  );
  expect(root.all('selection').map(({ attributes }) => attributes.pane)).toEqual(selections);
  expect(one(root, 'sheetView').attributes).toEqual({ workbookViewId: '0' });
});

test('drop-downs are lists in quotes; what Excel could not take as one is left out', () => {
  const range = { firstRow: 2, lastRow: 3, firstColumn: 4, lastColumn: 4 };
  const root = xmlOf({
    choices: [
      { range, values: ['待处理', '说"好"', 'A & <B>'] },
      { range, values: ['一,二', '三'] },
      { range, values: ['长'.repeat(128), '长'.repeat(127)] },
      { range, values: ['长'.repeat(127), '长'.repeat(127)] },
      { range, values: [] },
    ],
  });
  const rules = root.all('dataValidation');
  expect(rules.map((rule) => rule.all('formula1')[0]?.text)).toEqual([
    '"待处理,说""好"",A & <B>"',
    `"${'长'.repeat(127)},${'长'.repeat(127)}"`,
  ]);
  expect(rules[0]!.attributes).toMatchObject({ type: 'list', sqref: 'E3:E4', allowBlank: '1' });
  expect(one(root, 'dataValidations').attributes.count).toBe('2');
});

test('of more links than a worksheet can have the rest is left out, and the texts stay', () => {
  const rows = Array.from({ length: 65_531 }, (_, row): PlanCell[] => [
    { value: `第${row + 1}项`, style: 0 },
  ]);
  const links = rows.map((_, row) => ({ row, column: 0, sheetName: '附件2', address: `A${row + 1}` }));
  const xml = plannedSheetXml(plan({ rows, links, styles: [{}] }), { cell: () => 0 }, NAMESPACES);
  expect(xml.match(/<hyperlink /g)).toHaveLength(65_530);
  expect(xml).toContain('第65531项');
});

test('links lead to places of the workbook, whatever the name of the sheet', () => {
  const root = xmlOf({
    links: [
      { row: 2, column: 3, sheetName: '附件2', address: 'J6', tooltip: '转到“附件2”&<J6>' },
      { row: 3, column: 3, sheetName: "it's", address: 'A1' },
    ],
  });
  expect(root.all('hyperlink').map(({ attributes }) => attributes)).toEqual([
    { ref: 'D3', location: "'附件2'!J6", tooltip: '转到“附件2”&<J6>' },
    { ref: 'D4', location: "'it''s'!A1" },
  ]);
});

test('prints on A4, as wide as one page, with page numbers', () => {
  const root = xmlOf({});
  expect(one(root, 'pageSetUpPr').attributes).toEqual({ fitToPage: '1' });
  expect(one(root, 'pageSetup').attributes).toEqual({
    paperSize: '9',
    orientation: 'landscape',
    fitToWidth: '1',
    fitToHeight: '0',
  });
  expect(one(root, 'oddFooter').text).toBe('&C&P / &N');
  const upright = xmlOf({ print: { landscape: false, fitToWidth: false, titleRows: null } });
  expect(one(upright, 'pageSetup').attributes).toEqual({ paperSize: '9', orientation: 'portrait' });
  expect(upright.all('sheetPr')).toEqual([]);
});

test('an empty plan is a worksheet too', () => {
  const root = xmlOf({});
  expect(one(root, 'sheetData').children).toEqual([]);
  expect(one(root, 'dimension').attributes).toEqual({ ref: toAddress(0, 0) });
});
