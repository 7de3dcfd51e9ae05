import {
  isBlankValue,
  isCellError,
  showsPicture,
  type CellValue,
} from '../../../src/engine/sheet/cell-value';

const VALUES: readonly (readonly [
  string,
  CellValue,
  { readonly blank: boolean; readonly error: boolean },
])[] = [
  ['nothing', null, { blank: true, error: false }],
  ['an empty text', '', { blank: true, error: false }],
  ['blanks and line breaks', ' \t\r\n ', { blank: true, error: false }],
  ['full-width and hard blanks', '\u3000\u00a0', { blank: true, error: false }],
  ['a zero', 0, { blank: false, error: false }],
  ['a number', 12.5, { blank: false, error: false }],
  ['false', false, { blank: false, error: false }],
  ['a dash', '—', { blank: false, error: false }],
  ['the text "0"', '0', { blank: false, error: false }],
  ['an error', { error: '#DIV/0!' }, { blank: false, error: true }],
  ['the text of an error', '#DIV/0!', { blank: false, error: false }],
];

test.each(VALUES)('%s', (_, value, { blank, error }) => {
  expect(isBlankValue(value)).toBe(blank);
  expect(isCellError(value)).toBe(error);
});

test.each([
  ['=IMAGE("https://a.test/1.png")', true],
  ['=_xlfn.IMAGE(A1)', true],
  ['=DISPIMG("ID_1",1)', true],
  ['=@_xlfn.DISPIMG("ID_1",1)', true],
  ['= dispimg("ID_1",1)', true],
  ['=IMAGES', false],
  ['=SUM(IMAGE)', false],
  ['IMAGE(A1)', false],
])('a formula that shows a picture: %s %s', (formula, picture) => {
  expect(showsPicture(formula)).toBe(picture);
});
