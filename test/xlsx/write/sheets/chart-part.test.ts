import type { CellRange } from '../../../../src/engine/sheet/address';
import type { PlanChart, SheetPlan } from '../../../../src/engine/sheet/sheet-plan';
import { chartXml } from '../../../../src/xlsx/write/sheets/chart-part';
import { PLAN } from '../../../host/contract/plan';
import { parseXml, type XmlElement } from '../../../support/xlsx/xml-tree';

const NAMESPACES = {
  main: 'http://main',
  relationships: 'http://relationships',
  drawing: 'http://drawing',
  spreadsheetDrawing: 'http://sheet-drawing',
  chart: 'http://chart',
};

const TABLE: SheetPlan = {
  ...PLAN,
  rows: [
    [{ value: '题' }],
    [{ value: '单位' }, { value: '预算' }, { value: '执行率' }],
    [{ value: '水务处<甲>' }, { value: 40.5, style: 2 }, { formula: '=B3/2', value: 0.9625, style: 3 }],
    [{ value: null }, { value: { error: '#DIV/0!' } }, { value: '无' }],
    [{ value: 2024 }, { value: -1e-7 }, { value: 1 }],
  ],
};

function rowsOf(column: number): CellRange {
  return { firstRow: 2, lastRow: 4, firstColumn: column, lastColumn: column };
}

const SERIES = [1, 2].map((column) => ({ name: { row: 1, column }, values: rowsOf(column) }));

function chart(own: Partial<PlanChart> = {}, sheetName = '单位汇总'): XmlElement {
  const at = { firstRow: 6, lastRow: 20, firstColumn: 0, lastColumn: 4 };
  const planned: PlanChart = {
    type: 'column',
    title: '预算与<执行>',
    categories: rowsOf(0),
    series: SERIES,
    at,
    ...own,
  };
  return parseXml(chartXml(planned, TABLE, sheetName, NAMESPACES));
}

/** The points of a cache by their index. */
function points(cache: XmlElement): Record<string, string> {
  return Object.fromEntries(cache.all('c:pt').map((pt) => [pt.attributes.idx!, pt.all('c:v')[0]!.text]));
}

function child(parent: XmlElement, name: string): XmlElement {
  const found = parent.children.find((element) => element.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test('series and categories refer to the data, and keep what it holds', () => {
  const series = chart().all('c:ser');
  expect(series.map((ser) => ser.all('c:f').map(({ text }) => text))).toEqual([
    ["'单位汇总'!$B$2", "'单位汇总'!$A$3:$A$5", "'单位汇总'!$B$3:$B$5"],
    ["'单位汇总'!$C$2", "'单位汇总'!$A$3:$A$5", "'单位汇总'!$C$3:$C$5"],
  ]);
  expect(series.map((ser) => points(child(ser, 'c:tx')))).toEqual([{ 0: '预算' }, { 0: '执行率' }]);
  expect(points(child(series[0]!, 'c:cat'))).toEqual({ 0: '水务处<甲>', 2: '2024' });
  const values = series.map((ser) => child(ser, 'c:val'));
  expect(values.map(points)).toEqual([
    { 0: '40.5', 2: '-1e-7' },
    { 0: '0.9625', 2: '1' },
  ]);
  expect(values.map((val) => val.all('c:formatCode')[0]!.text)).toEqual(['0.00', '0.00%']);
  const counts = series.flatMap((ser) => ser.all('c:ptCount').map(({ attributes }) => attributes.val));
  expect(counts).toEqual(['1', '3', '3', '1', '3', '3']);
});

test('labels, names and values need not be neighbours', () => {
  const [series] = chart({
    categories: rowsOf(2),
    series: [{ name: { row: 0, column: 0 }, values: rowsOf(1) }],
  }).all('c:ser');
  expect(series!.all('c:f').map(({ text }) => text)).toEqual([
    "'单位汇总'!$A$1",
    "'单位汇总'!$C$3:$C$5",
    "'单位汇总'!$B$3:$B$5",
  ]);
  expect([child(series!, 'c:tx'), child(series!, 'c:cat'), child(series!, 'c:val')].map(points)).toEqual([
    { 0: '题' },
    { 0: '0.9625', 1: '无', 2: '1' },
    { 0: '40.5', 2: '-1e-7' },
  ]);
});

test('the name of the sheet is quoted', () => {
  expect(chart({}, "王's 表").all('c:f')[0]!.text).toBe("'王''s 表'!$B$2");
});

test.each([
  ['column', 'c:barChart', 'col', ['b', 'l']],
  ['bar', 'c:barChart', 'bar', ['l', 'b']],
] as const)('a %s chart has two axes without titles', (type, element, direction, positions) => {
  const root = chart({ type });
  expect(root.all(element)[0]!.all('c:barDir')[0]!.attributes.val).toBe(direction);
  expect(root.all('c:axPos').map(({ attributes }) => attributes.val)).toEqual(positions);
  expect([...root.all('c:catAx'), ...root.all('c:valAx')].flatMap((axis) => axis.all('c:title'))).toEqual([]);
  const ids = root
    .all(element)[0]!
    .all('c:axId')
    .map(({ attributes }) => attributes.val);
  const own = [...root.all('c:catAx'), ...root.all('c:valAx')].map(
    (axis) => child(axis, 'c:axId').attributes.val,
  );
  expect(own).toEqual(ids);
  expect(root.all('c:valAx')[0]!.all('c:numFmt')[0]!.attributes).toEqual({
    formatCode: '0.00',
    sourceLinked: '1',
  });
});

test('a pie shows the first series, a colour a slice, and no axes', () => {
  const root = chart({ type: 'pie' });
  expect(root.all('c:ser')).toHaveLength(1);
  expect(root.all('c:axId')).toEqual([]);
  const colours = root.all('c:dPt').map((slice) => slice.all('a:srgbClr')[0]!.attributes.val);
  expect(new Set(colours).size).toBe(3);
  expect(root.all('c:legend')).toHaveLength(1);
});

test('one series needs no legend', () => {
  expect(chart({ series: SERIES.slice(0, 1) }).all('c:legend')).toEqual([]);
  expect(chart().all('c:legend')).toHaveLength(1);
});

test('the title is there, in a font that has Chinese', () => {
  const root = chart();
  const title = root.all('c:title')[0]!;
  expect(title.all('a:t').map(({ text }) => text)).toEqual(['预算与<执行>']);
  expect(title.all('a:ea')[0]!.attributes.typeface).toBe('微软雅黑');
  expect(root.all('c:txPr')[0]!.all('a:ea')).toHaveLength(1);
});
