import { formulaTemplate } from '../../../src/xlsx/read/formula-template';

test.each<[string, string, string]>([
  ['relative', '=A1+B2', '=B3+C4'],
  ['absolute', '=$A$1+$A1+A$1', '=$A$1+$A3+B$1'],
  ['ranges', '=SUM(A1:B$3)', '=SUM(B3:C$3)'],
  ['whole columns', '=SUM(A:B)+SUM($A:C)', '=SUM(B:C)+SUM($A:D)'],
  ['whole rows', '=SUM(1:3)+SUM($1:3)', '=SUM(3:5)+SUM($1:5)'],
  ['numbers', '=1.5E+10+12+A1*100%', '=1.5E+10+12+B3*100%'],
  ['texts', '="A1"&"say ""B2"" A1"&A1', '="A1"&"say ""B2"" A1"&B3'],
  ['sheets', '=Sheet1!A1+绩效!B$2+Q1_2!A:A', '=Sheet1!B3+绩效!C$2+Q1_2!B:B'],
  ['quoted sheets', `='A1 B2'!C3+'it''s A1'!$D4`, `='A1 B2'!D5+'it''s A1'!$D6`],
  ['sheet ranges', `=SUM(Sheet1:Sheet3!A1)+SUM('S 1:S 2'!A1)`, `=SUM(Sheet1:Sheet3!B3)+SUM('S 1:S 2'!B3)`],
  ['other workbooks', `=[1]Sheet1!A1+'C:\\[a1.xlsx]S'!A1`, `=[1]Sheet1!B3+'C:\\[a1.xlsx]S'!B3`],
  [
    'functions that look like cells',
    '=LOG10(A1)+ATAN2(A1,B1)+_xlfn.T1(A1)',
    '=LOG10(B3)+ATAN2(B3,C3)+_xlfn.T1(B3)',
  ],
  ['names', '=rate*A1+预算数+TAX_1+ABCD12+A1B+\\A1', '=rate*B3+预算数+TAX_1+ABCD12+A1B+\\A1'],
  ['beyond the sheet in the text', '=XFE1+A1048577', '=XFE1+A1048577'],
  ['tables', `=SUM(T1[A1])+T1[[#This Row],[B'[2]]*A1`, `=SUM(T1[A1])+T1[[#This Row],[B'[2]]*B3`],
  ['error values', '=IF(A1=#N/A,#REF!,#DIV/0!)', '=IF(B3=#N/A,#REF!,#DIV/0!)'],
  ['spilled ranges', '=SUM(A1#)', '=SUM(B3#)'],
  ['lower case', '=a1+$b$2', '=B3+$B$2'],
  ['mixed range ends', '=A1:INDEX(B:B,3)', '=B3:INDEX(C:C,3)'],
  ['no equals sign', 'A1', 'B3'],
  ['unclosed quotes', '="A1', '="A1'],
  ['nothing', '', ''],
])('two down, one to the right: %s', (_, formula, shifted) => {
  expect(formulaTemplate(formula).shifted(2, 1)).toBe(shifted);
});

test('a reference that leaves the sheet is an error', () => {
  expect(formulaTemplate('=A1+$A$1').shifted(-1, 0)).toBe('=#REF!+$A$1');
  expect(formulaTemplate('=XFD1+A:XFD').shifted(0, 1)).toBe('=#REF!+B:#REF!');
  expect(formulaTemplate('=A1048576').shifted(1, 0)).toBe('=#REF!');
});

test('not shifted at all it reads as before', () => {
  const formula = `=IF(AND($A1>0,'S 1'!B:B<>"A1"),LOG10(C3),#N/A)`;
  expect(formulaTemplate(formula).shifted(0, 0)).toBe(formula);
});
