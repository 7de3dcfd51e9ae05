import { absoluteReference, mentionsSheet } from '../../../../src/xlsx/write/sheets/reference';
import { freeSheetName } from '../../../../src/engine/sheet/sheet-name';

test.each([
  ['单位汇总', { firstRow: 3, lastRow: 8, firstColumn: 0, lastColumn: 0 }, "'单位汇总'!$A$4:$A$9"],
  ["it's", { firstRow: 0, lastRow: 0, firstColumn: 27, lastColumn: 27 }, "'it''s'!$AB$1"],
])('a reference to %s', (name, range, expected) => {
  expect(absoluteReference(name, range)).toBe(expected);
});

test.each([
  ["SUM('单位汇总'!A1:B2)", true],
  ['单位汇总!A1', true],
  ['A1+单位汇总!$A$1', true],
  ["'一月:单位汇总'!A1", true],
  ['单位汇总:十二月!A1', true],
  ['INDIRECT("单位汇总!A1")', true],
  [`"it's"&'单位汇总'!A1`, true],
  ["'[1]单位汇总'!A1", false],
  ['[1]单位汇总!A1', false],
  ["'[账.xlsx]单位汇总'!A1", false],
  ["'旧单位汇总'!A1", false],
  ['旧单位汇总!A1', false],
  ['"单位汇总"', false],
  ['单位汇总', false],
  ["'单位汇总 (2)'!A1", false],
])('%s mentions 单位汇总: %s', (formula, expected) => {
  expect(mentionsSheet(formula, '单位汇总')).toBe(expected);
});

test('letters of any case name a sheet, quotes in its name are doubled', () => {
  expect(mentionsSheet('sheet1!A1', 'Sheet1')).toBe(true);
  expect(mentionsSheet("'it''s'!A1", "It's")).toBe(true);
  expect(mentionsSheet("'it''s'!A1", 'it')).toBe(false);
});

test.each<[string, readonly string[], string]>([
  ['单位汇总', [], '单位汇总'],
  ['单位汇总', ['单位汇总'], '单位汇总 (2)'],
  ['Summary', ['SUMMARY', 'summary (2)'], 'Summary (3)'],
  ['a/b\\c?d*e[f]g:h', [], 'a b c d e f g h'],
  ["'引号'", [], ' 引号 '],
  ['长'.repeat(40), [], '长'.repeat(31)],
  ['长'.repeat(40), ['长'.repeat(31)], '长'.repeat(27) + ' (2)'],
  ['History', [], 'History (2)'],
  ['hISTORY', ['history (2)'], 'hISTORY (3)'],
  ['长'.repeat(30) + '𠮷表', [], '长'.repeat(30)],
  ['长'.repeat(26) + '𠮷表', ['长'.repeat(26) + '𠮷表'], '长'.repeat(26) + ' (2)'],
  [`${'长'.repeat(30)}'s`, [], `${'长'.repeat(30)} `],
  [`''引'号''`, [], ` '引'号' `],
])('a free name for %s beside %j', (wished, names, expected) => {
  expect(freeSheetName(wished, names)).toBe(expected);
});
