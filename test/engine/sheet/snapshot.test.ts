import {
  formulaAt,
  inSpans,
  numberFormatAt,
  valueAt,
  type SheetSnapshot,
} from '../../../src/engine/sheet/snapshot';

/** A used range from C3 on whose second row is shorter and whose third is missing. */
const sheet: SheetSnapshot = {
  id: 'sheet1',
  name: '自评表',
  firstRow: 2,
  firstColumn: 2,
  rowCount: 3,
  columnCount: 3,
  values: [['项目', 12.5, null], ['桥涵'], []],
  formulas: [[null, '=5+7.5', null], []],
  numberFormats: [['@', '0.00']],
  merges: null,
  hiddenRows: [
    { first: 3, last: 3 },
    { first: 8, last: 10 },
  ],
  hiddenColumns: [],
  protected: false,
};

const empty: SheetSnapshot = {
  ...sheet,
  firstRow: 0,
  firstColumn: 0,
  rowCount: 0,
  columnCount: 0,
  values: [],
  formulas: [],
  numberFormats: [],
};

test.each([
  ['the first cell', 2, 2, '项目', null, '@'],
  ['a formula', 2, 3, 12.5, '=5+7.5', '0.00'],
  ['a blank in the range', 2, 4, null, null, 'General'],
  ['a cell of a short row', 3, 2, '桥涵', null, 'General'],
  ['behind the end of a short row', 3, 4, null, null, 'General'],
  ['an empty row', 4, 2, null, null, 'General'],
  ['above the range', 1, 2, null, null, 'General'],
  ['left of the range', 2, 1, null, null, 'General'],
  ['below the range', 5, 2, null, null, 'General'],
  ['right of the range', 2, 5, null, null, 'General'],
  ['the last cell of a worksheet', 1_048_575, 16_383, null, null, 'General'],
])('%s', (_, row, column, value, formula, format) => {
  expect(valueAt(sheet, row, column)).toBe(value);
  expect(formulaAt(sheet, row, column)).toBe(formula);
  expect(numberFormatAt(sheet, row, column)).toBe(format);
});

test('an empty worksheet is blank everywhere', () => {
  expect(valueAt(empty, 0, 0)).toBeNull();
  expect(formulaAt(empty, 0, 0)).toBeNull();
  expect(numberFormatAt(empty, 0, 0)).toBe('General');
});

test.each([
  [2, false],
  [3, true],
  [4, false],
  [7, false],
  [8, true],
  [9, true],
  [10, true],
  [11, false],
])('row %i is hidden: %p', (row, hidden) => {
  expect(inSpans(sheet.hiddenRows, row)).toBe(hidden);
  expect(inSpans(sheet.hiddenColumns, row)).toBe(false);
});
