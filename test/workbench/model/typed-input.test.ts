import { readTyped } from '../../../workbench/model/typed-input';
import { MemoryWorkbook } from '../../support/memory-workbook';
import { createExcelInNode } from '../../support/office-in-node';

const JANUARY_2026 = 46023;

describe('a text that is written is read as typed', () => {
  test.each([
    ['', null, undefined],
    ['已完成', '已完成', undefined],
    ['007', 7, undefined],
    [' 12 ', 12, undefined],
    ['-3.5', -3.5, undefined],
    ['+3', 3, undefined],
    ['1,234', 1234, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['12,34', '12,34', undefined],
    ['(5)', -5, undefined],
    ['1e3', 1000, '0.00E+00'],
    ['90%', 0.9, '0%'],
    ['98.5%', 0.985, '0.00%'],
    ['¥12', 12, '"¥"#,##0'],
    ['1 1/2', 1.5, '# ?/?'],
    ['2026-01', JANUARY_2026, 'mmm-yy'],
    ['2026/1/2', JANUARY_2026 + 1, 'yyyy/m/d'],
    ['2026年1月2日', JANUARY_2026 + 1, 'yyyy"年"m"月"d"日"'],
    ['2026-13', '2026-13', undefined],
    ['2026-02-30', '2026-02-30', undefined],
    ['12:30', 12.5 / 24, 'h:mm'],
    ['TRUE', true, undefined],
    ['.', '.', undefined],
    ['%', '%', undefined],
    ['-', '-', undefined],
    ['≥90%', '≥90%', undefined],
    ["'=cmd()", '=cmd()', undefined],
    ["'007", '007', undefined],
    ["''quoted", "'quoted", undefined],
    ['=', '=', undefined],
  ])('%j becomes %j with format %j', (text, value, numberFormat) => {
    expect(readTyped(text, 'General')).toEqual(numberFormat ? { value, numberFormat } : { value });
  });

  test('errors are errors', () => {
    expect(readTyped('#n/a', 'General')).toEqual({ value: { error: '#N/A' } });
  });

  test.each([
    ['=A1+1', '=A1+1'],
    ['+A1', '=A1'],
    ['-A1', '=-A1'],
  ])('%j is a formula', (text, formula) => {
    expect(readTyped(text, 'General').formula).toBe(formula);
  });

  test.each(['=A1', '007', '2026-01', '90%'])('under the format @ %j stays as it is', (text) => {
    expect(readTyped(text, '@')).toEqual({ value: text });
  });
});

test('a cell takes the format of what is typed only where it has none', async () => {
  const model = new MemoryWorkbook();
  const { Excel } = createExcelInNode({ model });
  const formats = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:C1');
    range.numberFormat = [['General', '0.0', '@']];
    range.values = [['90%', '90%', '90%']];
    range.load(['values', 'numberFormat', 'text']);
    await context.sync();
    return [range.values, range.numberFormat];
  });
  expect(formats).toEqual([[[0.9, 0.9, '90%']], [['0%', '0.0', '@']]]);
});

test('a number written into a cell with the format @ becomes a text, one that is there stays a number', async () => {
  const { Excel } = createExcelInNode({ model: new MemoryWorkbook() });
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
    range.values = [[5, 5]];
    range.numberFormat = [['@', '@']];
    context.workbook.worksheets.getItem('Sheet1').getRange('B1').values = [[6]];
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([[5, '6']]);
});
