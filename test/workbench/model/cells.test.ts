import type { CellValue } from '../../../src/engine/sheet/cell-value';
import {
  at,
  cellAt,
  closeWorkbooks,
  openedSheet,
  openSheets,
  openWorkbook,
  valueOf,
  write,
} from '../../support/workbooks/workbook-model';

afterEach(closeWorkbooks);

test('a workbook is opened with values, formulas and number formats', () => {
  const model = openWorkbook({
    表1: [
      ['项目', 1.5, true, null],
      [{ value: 0.9346, format: '0.00%' }, { value: 3, formula: '=B1*2' }, { error: '#REF!' }, '007'],
    ],
  });
  const [sheet] = model.sheets;
  expect(sheet!.usedRange()).toEqual(at('A1:D2'));
  expect(sheet!.values(at('A1:D2'))).toEqual([
    ['项目', 1.5, true, null],
    [0.9346, 3, { error: '#REF!' }, '007'],
  ]);
  expect(sheet!.formulas(at('A2:C2'))).toEqual([[null, '=B1*2', null]]);
  expect(sheet!.numberFormats(at('A1:A2'))).toEqual([['General'], ['0.00%']]);
  expect(sheet!.texts(at('A1:D2'))).toEqual([
    ['项目', '1.5', 'TRUE', ''],
    ['93.46%', '3', '#REF!', '007'],
  ]);
});

test.each<CellValue>([
  '=cmd()',
  '2026-01',
  '007',
  '90%',
  'TRUE',
  '#REF!',
  '1,000',
  '￥5',
  "'x",
  ' 7 ',
  '1/2',
  'x\ny',
  '12:30',
  '1e3',
  0,
  -1.25,
  true,
  false,
  { error: '#N/A' },
  null,
])('writes %p exactly, over anything', async (value) => {
  const model = openWorkbook({
    表1: [['文', 5, '007', { value: 2, formula: '=B1' }, true, { value: 1, format: '@' }]],
  });
  const [sheet] = model.sheets;
  const cells = Array.from({ length: 6 }, () => ({ value }));
  sheet!.setCells(at('A1:F1'), [cells]);
  await model.settled();
  expect(sheet!.values(at('A1:F1'))).toEqual([cells.map(() => value)]);
  expect(sheet!.formulas(at('A1:F1'))).toEqual([cells.map(() => null)]);
  model.undo();
  await model.settled();
  expect(sheet!.values(at('A1:F1'))).toEqual([['文', 5, '007', 5, true, 1]]);
});

test('cells that are null in a matrix stay as they are', () => {
  const model = openWorkbook({ 表1: [[1, 2, 3]] });
  const [sheet] = model.sheets;
  sheet!.setCells(at('A1:C1'), [[{ value: 'a' }, null, { value: null }]]);
  expect(sheet!.values(at('A1:C1'))).toEqual([['a', 2, null]]);
  expect(sheet!.usedRange()).toEqual(at('A1:B1'));
});

test('formulas are calculated, across worksheets too, and follow changes', async () => {
  const model = openWorkbook({ 绩效自评表: [[10], [20], ['文字']], 汇总: [[null]] });
  const [data, summary] = model.sheets;
  write(summary!, 'A1:D1', [
    ['=SUM(绩效自评表!A1:A3)', '=IFERROR(1/0,"")', '=1/0', '=COUNTIF(绩效自评表!A1:A3,"文*")'],
  ]);
  await model.settled();
  expect(summary!.values(at('A1:D1'))).toEqual([[30, '', { error: '#DIV/0!' }, 1]]);
  write(data!, 'A1', [[15]]);
  await model.settled();
  expect(valueOf(summary!, 'A1')).toBe(35);
  model.undo();
  await model.settled();
  expect(valueOf(summary!, 'A1')).toBe(30);
});

test('without formulas there is nothing to wait for', async () => {
  const model = openWorkbook({ 表1: [[1]] });
  write(model.sheets[0]!, 'A1', [[2]]);
  const before = performance.now();
  await model.settled();
  expect(performance.now() - before).toBeLessThan(50);
});

test('the used range is that of values and formulas, not of formats', async () => {
  const model = openSheets([openedSheet('表1', [])]);
  const [sheet] = model.sheets;
  expect(sheet!.usedRange()).toBeNull();
  sheet!.setFormat(at('A1:F9'), { fill: '#FFFFFF' });
  expect(sheet!.usedRange()).toBeNull();
  write(sheet!, 'C3', [['=1+1']]);
  expect(sheet!.usedRange()).toEqual(at('C3'));
  sheet!.clear(at('A1:Z99'), 'contents');
  expect(sheet!.usedRange()).toBeNull();
});

test('writing beyond the grid makes it larger', () => {
  const model = openWorkbook({ 表1: [[1]] });
  const [sheet] = model.sheets;
  write(sheet!, 'AZ3000', [['far']]);
  expect(valueOf(sheet!, 'AZ3000')).toBe('far');
  expect(sheet!.usedRange()).toEqual(at('A1:AZ3000'));
  expect(sheet!.values(at('A900000:B900001'))).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('number formats are set and taken away', () => {
  const model = openWorkbook({ 表1: [[0.5, { value: 45000, format: 'yyyy-mm-dd' }]] });
  const [sheet] = model.sheets;
  sheet!.setNumberFormats(at('A1:B1'), [['0.0%', null]]);
  expect(sheet!.texts(at('A1:B1'))).toEqual([['50.0%', '2023-03-15']]);
  sheet!.setNumberFormats(at('A1:B1'), [['General', 'General']]);
  expect(sheet!.numberFormats(at('A1:B1'))).toEqual([['General', 'General']]);
  model.undo();
  expect(sheet!.numberFormats(at('A1:B1'))).toEqual([['0.0%', 'yyyy-mm-dd']]);
  expect(valueOf(sheet!, 'B1')).toBe(45000);
});

test('clearing takes contents, or formats too', () => {
  const model = openWorkbook({ 表1: [[{ value: 1, format: '0.00' }, 2]] });
  const [sheet] = model.sheets;
  sheet!.setFormat(at('A1'), { fill: '#FF0000', bold: true });
  sheet!.clear(at('A1'), 'contents');
  expect(sheet!.format(cellAt('A1'))).toMatchObject({ fill: '#FF0000', bold: true });
  sheet!.clear(at('A1:B1'), 'all');
  expect(sheet!.values(at('A1:B1'))).toEqual([[null, null]]);
  expect(sheet!.format(cellAt('A1'))).toMatchObject({ fill: null, bold: false });
  expect(sheet!.numberFormats(at('A1'))).toEqual([['General']]);
  model.undo();
  expect(sheet!.format(cellAt('A1'))).toMatchObject({ fill: '#FF0000', bold: true });
  expect(sheet!.numberFormats(at('A1'))).toEqual([['0.00']]);
  expect(valueOf(sheet!, 'B1')).toBe(2);
});

test('a large block is read and written at once', () => {
  const rows = Array.from({ length: 5000 }, (_, r) =>
    Array.from({ length: 27 }, (_, c) => (c % 3 ? `项目${r}指标内容不低于90%` : r + c / 100)),
  );
  const model = openSheets([openedSheet('表1', [[null]])]);
  const [sheet] = model.sheets;
  const range = at('A1:AA5000');
  const start = performance.now();
  write(sheet!, 'A1:AA5000', rows);
  const written = performance.now();
  expect(sheet!.values(range)).toEqual(rows);
  sheet!.values(range);
  sheet!.formulas(range);
  sheet!.numberFormats(range);
  const read = performance.now();
  sheet!.setFormat(range, { fill: '#FFE8A3' });
  const formatted = performance.now();
  if (process.env.TIMES)
    console.log({ write: written - start, read: read - written, format: formatted - read });
  expect(written - start).toBeLessThan(15_000);
  expect(read - written).toBeLessThan(15_000);
});
