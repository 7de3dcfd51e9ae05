import { UNKNOWN_FORMULA } from '../../../src/engine/sheet/cell-value';
import { formulaAt, numberFormatAt, valueAt } from '../../../src/engine/sheet/snapshot';
import { buildXlsxOfSheetXml, escapeXml, MAIN_NAMESPACE } from '../../support/xlsx/xlsx-builder';
import { open, readSheetXml, xlsxError } from '../../support/xlsx/xlsx-reading';

const cell = (xml: string, parts = {}) =>
  valueAt(readSheetXml(`<sheetData><row r="1">${xml}</row></sheetData>`, parts), 0, 0);
const strings = (items: string) => ({
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN_NAMESPACE}">${items}</sst>`,
});

describe('values', () => {
  test.each<[string, string, unknown]>([
    ['a number', '<c r="A1"><v>1.5</v></c>', 1.5],
    ['a number that says so', '<c r="A1" t="n"><v>-3E2</v></c>', -300],
    ['a number of many digits', '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ['no number', '<c r="A1"><v>1,000</v></c>', '1,000'],
    ['a number that is too large', '<c r="A1"><v>1e999</v></c>', '1e999'],
    ['a formula text', '<c r="A1" t="str"><v>绩效 &amp; x</v></c>', '绩效 & x'],
    ['a formula text with space', '<c r="A1" t="str"><v> a </v></c>', ' a '],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>绩效</t></is></c>', '绩效'],
    [
      'an inline rich text',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>绩</t></r><r><t>效</t></r></is></c>',
      '绩效',
    ],
    ['an inline text by v', '<c r="A1" t="inlineStr"><v>绩效</v></c>', '绩效'],
    ['text in CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<a> & b]]></t></is></c>', '<a> & b'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['an error of the future', '<c r="A1" t="e"><v>#PYTHON!</v></c>', { error: '#UNKNOWN!' }],
    ['the text of an error', '<c r="A1" t="str"><v>#REF!</v></c>', '#REF!'],
    ['a date', '<c r="A1" t="d"><v>2024-06-01T12:00:00</v></c>', 45444.5],
    ['no date', '<c r="A1" t="d"><v>someday</v></c>', 'someday'],
    ['a text that looks like a number', '<c r="A1" t="str"><v>007</v></c>', '007'],
    ['an empty v', '<c r="A1"><v></v></c>', null],
    ['an empty v of a text', '<c r="A1" t="str"><v/></c>', null],
    ['an empty inline text', '<c r="A1" t="inlineStr"><is><t></t></is></c>', null],
    ['nothing', '<c r="A1" s="0"/>', null],
    ['an escape', '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', 'a\rb_x000D_'],
    [
      'a line break',
      '<c r="A1" t="inlineStr"><is><t>项目\r\n资金&#10;(万元)</t></is></c>',
      '项目\n资金\n(万元)',
    ],
    ['a cell in an extension', '<c r="A1"><extLst><ext><v>9</v><is><t>x</t></is></ext></extLst></c>', null],
    [
      'a cell in alternate content',
      '<mc:AlternateContent><mc:Choice><c r="A1"><v>9</v></c></mc:Choice></mc:AlternateContent>',
      null,
    ],
  ])('%s', (_, xml, value) => {
    expect(cell(xml)).toEqual(value);
  });

  test.each<[string, string, string | null]>([
    ['a text', '<si><t>绩效</t></si>', '绩效'],
    [
      'runs and phonetic guides',
      '<si><r><t>绩</t></r><r><rPr/><t xml:space="preserve">效 </t></r><rPh sb="0" eb="1"><t>ji</t></rPh><phoneticPr/></si>',
      '绩效 ',
    ],
    ['space that counts', '<si><t xml:space="preserve"> a </t></si>', ' a '],
    ['space that does not', '<si><t>\n  a b  </t></si>', 'a b'],
    ['no text', '<si/>', null],
    ['text of an extension', '<si><extLst><t>x</t></extLst><t>y</t></si>', 'y'],
  ])('shared: %s', (_, items, value) => {
    expect(cell('<c r="A1" t="s"><v>1</v></c>', strings(`<si><t>zero</t></si>${items}`))).toBe(value);
  });

  test('a shared string that does not exist is an error, not a blank', () => {
    const error = xlsxError(() => cell('<c r="A1" t="s"><v>9</v></c>', strings('<si><t>a</t></si>')));
    expect(error).toMatchObject({
      code: 'corrupt',
      detail: { cell: 'A1', part: 'xl/worksheets/sheet1.xml' },
    });
    expect(xlsxError(() => cell('<c r="A1" t="s"><v>0</v></c>', { 'xl/sharedStrings.xml': null })).code).toBe(
      'corrupt',
    );
    expect(xlsxError(() => cell('<c r="A1" t="s"><v>x</v></c>', strings('<si/>'))).code).toBe('corrupt');
  });

  test('long texts are whole', () => {
    for (const length of [12, 13, 10_000, 32_767, 200_000]) {
      const text = '绩'.repeat(length - 1) + '效';
      expect(cell(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).toBe(text);
      expect(cell('<c r="A1" t="s"><v>0</v></c>', strings(`<si><t>${text}</t></si>`))).toBe(text);
    }
  });
});

describe('addresses', () => {
  test('missing ones are the next ones', () => {
    const sheet = readSheetXml(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
    );
    expect(sheet.values).toEqual([[1, 2], [], [], [null, null, 3, 4], [5]]);
  });

  test('a row without number has that of its cells', () => {
    const sheet = readSheetXml(
      '<sheetData><row><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>',
    );
    expect(sheet).toMatchObject({ firstRow: 2, firstColumn: 0, values: [[null, 1], [2]] });
  });

  test('rows and cells out of order, and more than once', () => {
    const sheet = readSheetXml(
      '<sheetData><row r="3"><c r="B3"><v>32</v></c><c r="A3"><v>31</v></c></row><row r="1"><c r="A1"><v>11</v></c></row>' +
        '<row r="3"><c r="C3"><f>A3</f><v>33</v></c><c r="A3"><v>99</v></c></row></sheetData>',
    );
    expect(sheet.values).toEqual([[11], [], [99, 32, 33]]);
    expect(sheet.formulas[2]).toEqual([null, null, '=A3']);
  });

  test('lower case letters and prefixes', () => {
    const sheet = readSheetXml(
      `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN_NAMESPACE}"><x:sheetData><x:row r="2" y:r="9"><x:c r="aa2" t="str"><x:f>1</x:f><x:v>v</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(sheet).toMatchObject({ firstRow: 1, firstColumn: 26, values: [['v']], formulas: [['=1']] });
  });

  test.each([
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="-1"/>',
    '<row r="x"/>',
    '<row r="1"><c r="A2"/></row>',
    '<row r="1"><c r="XFE1"/></row>',
    '<row r="1"><c r="AAAA1"/></row>',
    '<row r="1"><c r="A"/></row>',
    '<row r="1"><c r="1"/></row>',
    '<row r="1"><c r="XFD1"/><c/></row>',
  ])('refuses %s', (row) => {
    expect(xlsxError(() => readSheetXml(`<sheetData>${row}</sheetData>`)).code).toBe('corrupt');
  });
});

describe('used range', () => {
  test('is where values and formulas are, whatever the dimension says', () => {
    const sheet = readSheetXml(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" s="0"/></row><row r="3"><c r="C3"><v>1</v></c><c r="D3"/></row>' +
        '<row r="5"><c r="B5"><f>C3</f></c></row><row r="900"/></sheetData>',
    );
    expect(sheet).toMatchObject({ firstRow: 2, firstColumn: 1, rowCount: 3, columnCount: 2 });
    expect(sheet.values).toEqual([[null, 1], [], [UNKNOWN_FORMULA]]);
    expect(sheet.formulas).toEqual([[], [], ['=C3']]);
  });

  test.each(['', '<sheetData/>', '<sheetData><row r="5"><c r="A5" s="0"/></row></sheetData>'])(
    'is empty: "%s"',
    (xml) => {
      expect(readSheetXml(xml)).toMatchObject({
        rowCount: 0,
        columnCount: 0,
        values: [],
        formulas: [],
        numberFormats: [],
      });
    },
  );

  test('empty rows share one array', () => {
    const { values, formulas } = readSheetXml(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="100"><c r="A100"><v>1</v></c></row></sheetData>',
    );
    expect(values[1]).toBe(values[98]);
    expect(values[1]).toBe(formulas[0]);
  });
});

describe('formulas', () => {
  const formulas = (xml: string) => readSheetXml(`<sheetData>${xml}</sheetData>`).formulas;

  test('plain, with and without value', () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f>SUM(B1:C1)&amp;"x"</f><v>3</v></c><c r="B1"><f>1+1</f></c><c r="C1"><v>1</v></c></row>',
      ),
    ).toEqual([['=SUM(B1:C1)&"x"', '=1+1']]);
  });

  test('shared ones are written out', () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">$C1*D$1+LOG10(E1)</f></c><c r="B1"><f t="shared" si="0"/></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" si="0"></f><v>2</v></c><c r="B2"><f t="shared" si="0"/></c></row>',
      ),
    ).toEqual([
      ['=$C1*D$1+LOG10(E1)', '=$C1*E$1+LOG10(F1)'],
      ['=$C2*D$1+LOG10(E2)', '=$C2*E$1+LOG10(F2)'],
    ]);
  });

  test('shared ones whose text comes later or never', () => {
    expect(
      formulas(
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="B2"><f t="shared" si="7"/><v>5</v></c></row>' +
          '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c></row>',
      ),
    ).toEqual([['=B1'], ['=B2']]);
  });

  test('array formulas stand at their first cell', () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      ),
    ).toEqual([['=B1:B2*2'], []]);
  });

  test('what-if tables', () => {
    expect(
      formulas(
        '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="1" r1="B1"/></c><c r="B1"><f t="dataTable" r1="B1"/></c><c r="C1"><f t="dataTable" dt2D="1" r1="B1" r2="B2"/></c></row>',
      ),
    ).toEqual([['=TABLE(B1,)', '=TABLE(,B1)', '=TABLE(B1,B2)'], []]);
  });

  test('an empty one is none', () => {
    expect(formulas('<row r="1"><c r="A1"><f/><v>1</v></c></row>')).toEqual([[]]);
  });

  test('the value of a formula that shows nothing is blank', () => {
    const sheet = readSheetXml(
      '<sheetData><row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c></row></sheetData>',
    );
    expect([valueAt(sheet, 0, 0), formulaAt(sheet, 0, 0)]).toEqual([null, '=IF(1,"","")']);
  });
});

describe('number formats', () => {
  const styles = (numFmts: string, ids: readonly number[]) => ({
    'xl/styles.xml': `<styleSheet xmlns="${MAIN_NAMESPACE}"><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${ids
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="no"/></dxf></dxfs></styleSheet>`,
  });
  const rows = (...styleRows: readonly (readonly number[])[]) =>
    `<sheetData>${styleRows.map((row) => `<row>${row.map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row>`).join('')}</sheetData>`;

  test('built in, custom, unknown', () => {
    const custom = `<numFmt numFmtId="164" formatCode="${escapeXml('#,##0.00"万元"')}"/><numFmt numFmtId="14" formatCode="yyyy/m/d"/>`;
    const sheet = readSheetXml(rows([0, 1, 2, 3, 4, 5, 99]), styles(custom, [0, 10, 164, 14, 57, 200]));
    expect(sheet.numberFormats).toEqual([
      ['General', '0.00%', '#,##0.00"万元"', 'yyyy/m/d', 'yyyy"年"m"月"'],
    ]);
    expect(numberFormatAt(sheet, 0, 5)).toBe('General');
    expect(numberFormatAt(sheet, 0, 6)).toBe('General');
  });

  test('rows that have the same ones share an array, also cut to the used range', () => {
    const sheet = readSheetXml(
      '<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="1"><v>1</v></c><c r="C1" s="1"/></row><row r="2"><c r="A2" s="1"/><c r="B2" s="1"><v>1</v></c><c r="C2" s="1"/></row></sheetData>',
      styles('', [0, 9]),
    );
    expect(sheet.numberFormats).toEqual([['0%'], ['0%']]);
    expect(sheet.numberFormats[0]).toBe(sheet.numberFormats[1]);
  });

  test('blank cells within the used range have theirs', () => {
    const sheet = readSheetXml(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>1</v></c></row></sheetData>',
      styles('', [0, 9]),
    );
    expect(numberFormatAt(sheet, 0, 1)).toBe('0%');
  });

  test('date cells get one that shows them', () => {
    const sheet = readSheetXml(
      '<sheetData><row r="1"><c r="A1" t="d"><v>2024-06-01</v></c><c r="B1" t="d" s="1"><v>2024-06-01</v></c></row></sheetData>',
      styles('', [0, 14]),
    );
    expect(sheet.numberFormats).toEqual([['yyyy-mm-dd', 'm/d/yyyy']]);
  });

  test('without a styles part all are General', () => {
    expect(readSheetXml(rows([3]), { 'xl/styles.xml': null }).numberFormats).toEqual([[]]);
  });
});

describe('the rest of the sheet', () => {
  const data =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" hidden="true"/><row r="4" ht="0" customHeight="1"/><row r="7" hidden="1"/><row r="8" hidden="0"/></sheetData>';

  test('merges', () => {
    expect(
      readSheetXml(`${data}<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="nonsense"/></mergeCells>`)
        .merges,
    ).toEqual([{ firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 2 }]);
    expect(readSheetXml(data).merges).toEqual([]);
  });

  test('hidden rows', () => {
    expect(readSheetXml(data).hiddenRows).toEqual([
      { first: 1, last: 3 },
      { first: 6, last: 6 },
    ]);
  });

  test('rows hidden by default', () => {
    expect(readSheetXml(`<sheetFormatPr zeroHeight="1"/>${data}`).hiddenRows).toEqual([
      { first: 1, last: 6 },
      { first: 8, last: 1_048_575 },
    ]);
  });

  test('hidden columns', () => {
    const columns =
      '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="6" max="99999" hidden="1"/><col min="5" max="5" width="9"/></cols>';
    expect(readSheetXml(columns + data).hiddenColumns).toEqual([
      { first: 1, last: 3 },
      { first: 5, last: 16_383 },
    ]);
  });

  test.each([
    ['', false],
    ['<sheetProtection sheet="1"/>', true],
    ['<sheetProtection sheet="true" objects="1"/>', true],
    ['<sheetProtection sheet="0"/>', false],
    ['<sheetProtection objects="1"/>', false],
    ['<extLst><ext><sheetProtection sheet="1"/></ext></extLst>', false],
  ])('protection by "%s"', (xml, isProtected) => {
    expect(readSheetXml(data + xml).protected).toBe(isProtected);
  });
});

test('a cell limit', () => {
  const bytes = buildXlsxOfSheetXml(
    '<sheetData><row r="1"><c r="Z1"><v>1</v></c></row><row r="2"><c r="Z2"><v>1</v></c></row></sheetData>',
  );
  expect(open(bytes, { maxCells: 52 }).readSheet(0).rowCount).toBe(2);
  expect(xlsxError(() => open(bytes, { maxCells: 51 }).readSheet(0))).toMatchObject({
    code: 'too-large',
    detail: { limit: 51 },
  });
});
