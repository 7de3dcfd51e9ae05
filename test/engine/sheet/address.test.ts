import {
  columnIndex,
  columnLetters,
  parseAddress,
  parseRangeAddress,
  toAddress,
  toRangeAddress,
} from '../../../src/engine/sheet/address';

const COLUMNS: readonly (readonly [number, string])[] = [
  [0, 'A'],
  [1, 'B'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_382, 'XFC'],
  [16_383, 'XFD'],
];

test.each(COLUMNS)('column %i is %s, both ways', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(columnLetters(index)).toBe(letters);
  expect(columnIndex(letters)).toBe(index);
  expect(columnIndex(letters.toLowerCase())).toBe(index);
});

test('every column of a worksheet survives the way there and back', () => {
  for (let index = 0; index <= 16_383; index++) expect(columnIndex(columnLetters(index))).toBe(index);
});

test.each([-1, 16_384, 0.5, NaN, Infinity])('%p is no column index', (index) => {
  expect(() => columnLetters(index)).toThrow(RangeError);
});

test.each(['', 'XFE', 'ZZZ', 'AAAA', 'A1', '1', 'Ａ', 'Ä', ' A'])('%p names no column', (letters) => {
  expect(columnIndex(letters)).toBe(-1);
});

test.each([
  ['A1', 0, 0],
  ['a1', 0, 0],
  ['$C$7', 6, 2],
  ['$C7', 6, 2],
  ['C$7', 6, 2],
  ['AA36', 35, 26],
  ['XFD1048576', 1_048_575, 16_383],
])('%s is row %i, column %i', (address, row, column) => {
  expect(parseAddress(address)).toEqual({ row, column });
  expect(toAddress(row, column)).toBe(address.replace(/\$/g, '').toUpperCase());
});

const NO_ADDRESSES = [
  '',
  'A',
  '1',
  'A0',
  'A01',
  'A-1',
  'A1048577',
  'A10485760',
  'XFE1',
  'AAAA1',
  'A1:B2',
  ' A1',
  'A1 ',
  '$$A1',
  'A1$',
  'R1C1',
  'Sheet1!A1',
  'A1.5',
  'Ａ1',
];
test.each(NO_ADDRESSES)('%p is no address', (address) => {
  expect(parseAddress(address)).toBeNull();
});

test.each([
  ['A1', 'A1', [0, 0, 0, 0]],
  ['A1:A1', 'A1', [0, 0, 0, 0]],
  ['B2:D5', 'B2:D5', [1, 1, 4, 3]],
  ['$D$5:$B$2', 'B2:D5', [1, 1, 4, 3]],
  ['D2:B5', 'B2:D5', [1, 1, 4, 3]],
  ['A1:XFD1048576', 'A1:XFD1048576', [0, 0, 1_048_575, 16_383]],
] as const)('range %s is %s', (address, written, [firstRow, firstColumn, lastRow, lastColumn]) => {
  const range = parseRangeAddress(address);
  expect(range).toEqual({ firstRow, firstColumn, lastRow, lastColumn });
  expect(toRangeAddress(range!)).toBe(written);
});

test.each(['', ':', 'A1:', ':B2', 'A1:B2:C3', 'A:A', '1:1', 'A1:XFE1', 'A1;B2', 'A1 : B2'])(
  '%p is no range',
  (address) => {
    expect(parseRangeAddress(address)).toBeNull();
  },
);
