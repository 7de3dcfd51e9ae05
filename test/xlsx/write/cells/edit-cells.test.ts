import { UNKNOWN_FORMULA, type CellValue } from '../../../../src/engine/sheet/cell-value';
import type { PackageDraft } from '../../../../src/xlsx/package/package-draft';
import type { CellEdit } from '../../../../src/xlsx/write/cells/edit-cells';
import { CellsLocked } from '../../../../src/xlsx/write/cells/cells-locked';
import { toAddress } from '../../../../src/engine/sheet/address';
import { cellIn, editFirstSheet, editOf, firstSheet } from '../../../support/workbooks/edit-one-sheet';
import { draftOf, SHEET, STYLES, utf16 } from '../../../support/xlsx/edited-package';
import { buildXlsxOfSheetXml, MAIN_NAMESPACE } from '../../../support/xlsx/xlsx-builder';
import { xlsxError } from '../../../support/xlsx/xlsx-reading';

/** 0 General, 1 text, 2 percent, 3 text behind an apostrophe, 4 an amount. */
const STYLE_SHEET =
  `<styleSheet xmlns="${MAIN_NAMESPACE}"><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/>` +
  '<xf numFmtId="0" quotePrefix="1"/><xf numFmtId="4"/></cellXfs></styleSheet>';

function draftWith(xml: string | Uint8Array): PackageDraft {
  const parts = { [STYLES]: STYLE_SHEET };
  return typeof xml === 'string'
    ? draftOf(buildXlsxOfSheetXml(xml, parts))
    : draftOf(buildXlsxOfSheetXml('', { ...parts, [SHEET]: xml }));
}

/** The part between the tags of the worksheet after edits. */
function edited(xml: string, ...edits: CellEdit[]): string {
  const draft = draftWith(xml);
  editFirstSheet(draft, edits);
  return draft.xml(SHEET).text.replace(/^[\s\S]*?<worksheet[^>]*>|<\/worksheet>$/g, '');
}

const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const inline = (text: string) => `<is><t xml:space="preserve">${text}</t></is>`;

describe('content', () => {
  const contents: [what: string, edit: CellEdit, xml: string, value?: CellValue][] = [
    ['a number', editOf('B2', 12.5), '<c r="B2"><v>12.5</v></c>'],
    ['a tiny number', editOf('B2', 1e-9), '<c r="B2"><v>1e-9</v></c>'],
    ['minus nought', editOf('B2', -0), '<c r="B2"><v>0</v></c>', 0],
    ['true', editOf('B2', true), '<c r="B2" t="b"><v>1</v></c>'],
    ['false', editOf('B2', false), '<c r="B2" t="b"><v>0</v></c>'],
    ['an error', editOf('B2', { error: '#N/A' }), '<c r="B2" t="e"><v>#N/A</v></c>'],
    [
      'an error that files do not name',
      editOf('B2', { error: '#SPILL!' }),
      '<c r="B2" t="e"><v>#VALUE!</v></c>',
      { error: '#VALUE!' },
    ],
    [
      'a text',
      editOf('B2', ' 开展 <A&B>\n2 '),
      `<c r="B2" t="inlineStr">${inline(' 开展 &lt;A&amp;B&gt;\n2 ')}</c>`,
    ],
    [
      'a text that looks like a formula',
      { row: 1, column: 1, content: { value: '=cmd()' } },
      `<c r="B2" t="inlineStr">${inline('=cmd()')}</c>`,
    ],
    [
      'a text that looks like an escape',
      editOf('B2', 'a_x0041_\u0001\r\n'),
      `<c r="B2" t="inlineStr">${inline('a_x005F_x0041__x0001__x000D_\n')}</c>`,
    ],
    ['a blank', editOf('B2', null), '<c r="B2"/>'],
    ['a text of no characters', editOf('B2', ''), '<c r="B2"/>', null],
  ];
  test.each(contents)('%s', (_, edit, xml, ...[value]) => {
    const before =
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s" cm="1" vm="2"><v>0</v></c><c r="C2"/></row>';
    const after = `<row r="2"><c r="A2"><v>1</v></c>${xml}<c r="C2"/></row>`;
    const draft = draftWith(data(before));
    editFirstSheet(draft, [edit]);
    expect(draft.xml(SHEET).text).toContain(data(after));
    const expected =
      value !== undefined ? value : edit.content && 'value' in edit.content ? edit.content.value : null;
    expect(cellIn(firstSheet(draft), 'B2')).toEqual({ value: expected, formula: null, format: 'General' });
  });

  test.each<[string, CellValue | undefined, string]>([
    ['none', undefined, '<c r="A1"><f>SUM(B1:B3)&lt;&gt;"a"</f></c>'],
    ['null', null, '<c r="A1"><f>SUM(B1:B3)&lt;&gt;"a"</f></c>'],
    ['a number', 3, '<c r="A1"><f>SUM(B1:B3)&lt;&gt;"a"</f><v>3</v></c>'],
    ['a text', 'x<y', '<c r="A1" t="str"><f>SUM(B1:B3)&lt;&gt;"a"</f><v>x&lt;y</v></c>'],
    ['a boolean', true, '<c r="A1" t="b"><f>SUM(B1:B3)&lt;&gt;"a"</f><v>1</v></c>'],
    ['an error', { error: '#REF!' }, '<c r="A1" t="e"><f>SUM(B1:B3)&lt;&gt;"a"</f><v>#REF!</v></c>'],
  ])('a formula whose known value is %s', (_, cached, xml) => {
    const draft = draftWith(data('<row r="1"><c r="A1"><v>7</v></c></row>'));
    editFirstSheet(draft, [editOf('A1', '=SUM(B1:B3)<>"a"', cached === undefined ? {} : { cached })]);
    expect(draft.xml(SHEET).text).toContain(xml);
    expect(cellIn(firstSheet(draft), 'A1')).toMatchObject({
      value: cached ?? UNKNOWN_FORMULA,
      formula: '=SUM(B1:B3)<>"a"',
    });
  });

  test('what else a cell has stays', () => {
    expect(
      edited(
        data(
          `<row r="1"><c ph="1"  r='A1' s="4" x:y="t" t="str"><f>B1</f><v>a</v><extLst><ext uri="u"/></extLst></c></row>`,
        ),
        editOf('A1', 2),
      ),
    ).toBe(
      data(`<row r="1"><c ph="1"  r='A1' s="4" x:y="t"><v>2</v><extLst><ext uri="u"/></extLst></c></row>`),
    );
  });

  test('cells that lost their formula are told', () => {
    const draft = draftWith(
      data('<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>1</f></c><c r="C1"><f>1</f></c><c r="D1"/></row>'),
    );
    const { removedFormulas } = editFirstSheet(draft, [
      editOf('A1', 2),
      editOf('B1', '=2'),
      editOf('C1', null),
      editOf('D1', 1),
    ]);
    expect(removedFormulas).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 2 },
    ]);
  });

  test.each([NaN, Infinity])('%p is refused', (value) => {
    expect(() => editFirstSheet(draftWith(data('')), [editOf('A1', value)])).toThrow(RangeError);
  });

  test.each([
    [-1, 0],
    [1_048_576, 0],
    [0, 16_384],
    [0.5, 0],
  ])('a cell at row %p, column %p is refused', (row, column) => {
    expect(() => editFirstSheet(draftWith(data('')), [{ row, column, content: { value: 1 } }])).toThrow(
      RangeError,
    );
  });

  test('no edits change nothing', () => {
    expect(edited(data('<row><c/></row>'))).toBe(data('<row><c/></row>'));
  });
});

describe('styles', () => {
  const styled = (s: number, edit: CellEdit): string => {
    const draft = draftWith(
      data(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="${s}"><v>1</v></c><c r="C1"><v>1</v></c></row>`),
    );
    editFirstSheet(draft, [edit]);
    return (
      cellIn(firstSheet(draft), 'B1').format + (/<c [^>]*s="(\d+)"/.exec(draft.xml(SHEET).text)?.[1] ?? '')
    );
  };

  test.each<[string, number, CellEdit, string]>([
    ['a number keeps its format', 2, editOf('B1', 3), '0.00%2'],
    ['a blank keeps it too', 2, editOf('B1', null), '0.00%2'],
    ['a text does not take part in it', 2, editOf('B1', 'x'), '0.00%2'],
    ['a number in a cell of texts', 1, editOf('B1', 3), 'General5'],
    ['a formula in a cell of texts', 1, editOf('B1', '=A1'), 'General5'],
    ['a text in a cell of texts', 1, editOf('B1', '3'), '@1'],
    ['a blank in a cell of texts', 1, editOf('B1', null), '@1'],
    ['a number where "@" is asked for', 1, editOf('B1', 3, { numberFormat: '@' }), '@1'],
    ['a format that is there', 0, editOf('B1', 3, { numberFormat: '0.00%' }), '0.00%2'],
    ['a new format', 0, editOf('B1', 3, { numberFormat: '0.0%' }), '0.0%5'],
    ['a number behind an apostrophe', 3, editOf('B1', 3), 'General0'],
    ['a formula behind an apostrophe', 3, editOf('B1', '=3'), 'General0'],
    ['a text behind an apostrophe', 3, { row: 0, column: 1, content: { value: '=3' } }, 'General3'],
  ])('%s', (_, style, edit, expected) => {
    expect(styled(style, edit)).toBe(expected);
  });

  test('a format alone leaves all that a cell holds as it is', () => {
    const cell = '<c r="B1" s="0" t="str" cm="1"><f t="shared" ref="B1:C1" si="0">A1</f><v>x</v></c>';
    const row = `<row r="1">${cell}<c r="C1"><f t="shared" si="0"/></c></row>`;
    const draft = draftWith(data(row));
    const edit = { row: 0, numberFormat: '0.00%' };
    const { removedFormulas } = editFirstSheet(draft, [
      { ...edit, column: 1 },
      { ...edit, column: 4 },
    ]);
    expect(removedFormulas).toEqual([]);
    const { text } = draft.xml(SHEET);
    expect(text).toContain(cell.replace('s="0"', 's="2"'));
    expect(text).toContain('<c r="E1" s="2"/>');
    expect(cellIn(firstSheet(draft), 'C1').formula).toBe('=B1');
  });

  test('cells that were not there take the style of their row, else of their column', () => {
    const cols = '<cols><col min="2" max="3" style="2"/><col min="4" max="16384" style="1"/></cols>';
    const draft = draftWith(`${cols}${data('<row r="1" s="4" customFormat="1"/><row r="2" s="4"/>')}`);
    editFirstSheet(draft, [
      ...['A1', 'B1', 'A2', 'B2', 'C3'].map((address) => editOf(address, 1)),
      editOf('D3', 1),
      editOf('E3', 'x'),
    ]);
    const sheet = firstSheet(draft);
    const formats = ['A1', 'B1', 'A2', 'B2', 'C3', 'D3', 'E3'].map(
      (address) => cellIn(sheet, address).format,
    );
    expect(formats).toEqual(['#,##0.00', '#,##0.00', 'General', '0.00%', '0.00%', 'General', '@']);
  });
});

describe('missing cells and rows', () => {
  const rows: [what: string, before: string, addresses: string, after: string][] = [
    [
      'before, between and behind cells',
      '<row r="1"><c r="B1"/><c r="D1"/></row>',
      'A1 C1 E1',
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>1</v></c><c r="D1"/><c r="E1"><v>1</v></c></row>',
    ],
    [
      'in a self-closed row',
      '<row r="1" ht="3" />',
      'B1 A1',
      '<row r="1" ht="3"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>',
    ],
    ['in an empty row', '<row r="1"></row>', 'B1', '<row r="1"><c r="B1"><v>1</v></c></row>'],
    [
      'before what is no cell',
      '<row r="1"><c r="A1"/><extLst/></row>',
      'B1',
      '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><extLst/></row>',
    ],
    [
      'beyond the spans of the row',
      '<row r="1" spans="1:2"><c r="A1"/></row><row r="2" spans="1:1 3:4"><c r="A2"/></row>',
      'C1 C2',
      '<row r="1"><c r="A1"/><c r="C1"><v>1</v></c></row><row r="2" spans="1:1 3:4"><c r="A2"/><c r="C2"><v>1</v></c></row>',
    ],
    [
      'rows before, between and behind',
      '<row r="2"/><row r="5"/>',
      'A1 A3 B4 A6 A9',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>1</v></c></row>' +
        '<row r="4"><c r="B4"><v>1</v></c></row><row r="5"/><row r="6"><c r="A6"><v>1</v></c></row><row r="9"><c r="A9"><v>1</v></c></row>',
    ],
    [
      'rows out of order',
      '<row r="8"/><row r="2"/><row r="9"/>',
      'A2 A5',
      '<row r="5"><c r="A5"><v>1</v></c></row><row r="8"/><row r="2"><c r="A2"><v>1</v></c></row><row r="9"/>',
    ],
    [
      'cells without addresses',
      '<row><c/><c/></row><row r="4"><c/></row><row><c s="2"/></row>',
      'B1 C1 A2 A5 A6',
      '<row><c/><c><v>1</v></c><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="4"><c/></row>' +
        '<row><c s="2"><v>1</v></c></row><row r="6"><c r="A6"><v>1</v></c></row>',
    ],
    [
      'a row whose number only its first cell says',
      '<row><c r="C3"/></row>',
      'A1 A3',
      '<row r="1"><c r="A1"><v>1</v></c></row><row><c r="A3"><v>1</v></c><c r="C3"/></row>',
    ],
    [
      'white space and comments between',
      '\n<row r="1">\n <c r="A1"/>\n <!-- <c r="B1"/> --></row>\n',
      'B1',
      '\n<row r="1">\n <c r="A1"/><c r="B1"><v>1</v></c>\n <!-- <c r="B1"/> --></row>\n',
    ],
    [
      'a cell that is there twice',
      '<row r="1"><c r="A1"><f>1</f></c><c r="A1"><v>2</v></c></row>',
      'A1',
      '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
    ],
  ];
  test.each(rows)('%s', (_, before, addresses, after) => {
    const draft = draftWith(data(before));
    editFirstSheet(
      draft,
      addresses.split(' ').map((address) => editOf(address, 1)),
    );
    expect(draft.xml(SHEET).text).toContain(data(after));
    const sheet = firstSheet(draft);
    for (const address of addresses.split(' ')) expect(cellIn(sheet, address).value).toBe(1);
  });

  test('a blank that is not there stays so', () => {
    const before = data('<row r="1"/>');
    expect(edited(before, editOf('A1', null), editOf('A9', ''))).toBe(before);
  });

  test('but gets the number format it is to have', () => {
    expect(edited(data(''), editOf('A1', null, { numberFormat: '0.00%' }))).toBe(
      data('<row r="1"><c r="A1" s="2"/></row>'),
    );
  });

  test.each([
    ['self-closed', '<cols/><sheetData/><mergeCells/>'],
    ['empty', '<cols/><sheetData></sheetData><mergeCells/>'],
    ['missing', '<cols/><mergeCells/>'],
  ])('cells whose element is %s', (_, before) => {
    expect(edited(before, editOf('A1', 1), editOf('A2', 2))).toBe(
      `<cols/>${data('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')}<mergeCells/>`,
    );
  });

  test.each([
    ['B2:C3', 'E9', 'B2:E9'],
    ['B2:C3', 'A1', 'A1:C3'],
    ['A1', 'B1', 'A1:B1'],
    ['A1:XFD9', 'B1', 'A1:XFD9'],
    ['nonsense', 'B1', 'nonsense'],
  ])('a dimension %s and %s make %s', (before, address, after) => {
    const rest = `<sheetViews/>${data('')}`;
    expect(edited(`<dimension a="b" ref="${before}"/>${rest}`, editOf(address, 1))).toContain(
      `<dimension a="b" ref="${after}"/>`,
    );
  });
});

describe('formulas over many cells', () => {
  const column =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"x"</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="B3" s="2"><f ca="1" t="shared" si="0"></f><v>3</v></c></row>';

  test('whoever shares a formula that is overwritten gets one of their own', () => {
    const draft = draftWith(data(column));
    const before = firstSheet(draft);
    editFirstSheet(draft, [editOf('B1', 7)]);
    expect(draft.xml(SHEET).text).toContain(
      '<c r="B1"><v>7</v></c></row><row r="2"><c r="B2"><f>A2*$A$1&amp;"x"</f><v>2</v></c></row>' +
        '<row r="3"><c r="B3" s="2"><f ca="1">A3*$A$1&amp;"x"</f><v>3</v></c></row>',
    );
    for (const address of ['A1', 'B2', 'B3'])
      expect(cellIn(firstSheet(draft), address)).toEqual(cellIn(before, address));
  });

  test('one that only shares it is overwritten alone', () => {
    expect(edited(data(column), editOf('B2', 7))).toBe(
      data(column.replace('<f t="shared" si="0"/><v>2</v>', '<v>7</v>')),
    );
  });

  test('nobody is left who shares it', () => {
    const text = edited(data(column), editOf('B1', 7), editOf('B2', '=A9'), editOf('B3', null));
    expect(text).not.toContain('shared');
  });

  test('rows out of order, the formula written out last', () => {
    const [, first, second, third] = /^(<row.*?<\/row>)(<row.*?<\/row>)(<row.*?<\/row>)$/.exec(column)!;
    const draft = draftWith(data(second! + third! + first!));
    editFirstSheet(draft, [editOf('B1', null)]);
    const sheet = firstSheet(draft);
    expect(['B1', 'B2', 'B3'].map((address) => cellIn(sheet, address).formula)).toEqual([
      null,
      '=A2*$A$1&"x"',
      '=A3*$A$1&"x"',
    ]);
  });

  const filled = (attributes: string) =>
    data(
      `<row r="1"><c r="A1" cm="1"><f ${attributes}>X1:X2</f><v>1</v></c><c r="B1"><v>1</v></c></row>` +
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c></row>',
    );

  test.each([
    ['an array formula', 't="array" ref="A1:B2"'],
    ['a what-if table', 't="dataTable" ref="A1:B2" dt2D="1" r1="X1" r2="X2"'],
  ])('parts of %s are refused by name, and nothing is written', (_, attributes) => {
    const draft = draftWith(filled(attributes));
    const edits = ['C3', 'B2', 'A1'].map((address) => editOf(address, 1, { numberFormat: '0.0000' }));
    let error: unknown;
    try {
      editFirstSheet(draft, edits);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CellsLocked);
    expect((error as CellsLocked).cells.map(({ row, column }) => toAddress(row, column))).toEqual([
      'A1',
      'B2',
    ]);
    expect([...draft.changes()]).toEqual([]);
  });

  test('a message about very many cells is short, and the error has them all', () => {
    const cells = Array.from({ length: 200_000 }, (_, row) => ({ row, column: 0 }));
    const error = new CellsLocked(cells);
    expect(error.message).toMatch(/: A1, A2, .*…$/);
    expect(error.message.length).toBeLessThan(300);
    expect(error.cells).toHaveLength(200_000);
  });

  test('all of it may go at once', () => {
    const text = edited(
      filled('t="array" ref="A1:B2"'),
      ...['A1', 'A2', 'B1', 'B2'].map((address) => editOf(address, 5)),
    );
    expect(text).toBe(
      data(
        '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>5</v></c></row><row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>5</v></c></row>',
      ),
    );
  });

  test('an array formula of one cell may be replaced', () => {
    expect(edited(filled('t="array" ref="A1"'), editOf('A1', '=SUM(B1:B2)'))).toContain(
      '<c r="A1"><f>SUM(B1:B2)</f></c>',
    );
  });
});

describe('the part', () => {
  const sheet = (prefix: string, attributes: string) =>
    `<${prefix}worksheet ${attributes}><${prefix}dimension ref="A1"/><${prefix}sheetData><${prefix}row r="1">` +
    `<${prefix}c r="A1" t="str"><${prefix}v>旧</${prefix}v></${prefix}c></${prefix}row></${prefix}sheetData></${prefix}worksheet>`;
  const edits = [
    editOf('A1', '新'),
    editOf('B1', '=A1', { cached: '新' }),
    editOf('C3', 0.5, { numberFormat: '0.0%' }),
  ];

  test.each<[string, string | Uint8Array, string]>([
    ['strict', sheet('', 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'), ''],
    ['with a prefix', sheet('x:', `xmlns:x="${MAIN_NAMESPACE}"`), 'x:'],
    [
      'in UTF-16',
      utf16(`<?xml version="1.0" encoding="UTF-16"?>${sheet('', `xmlns="${MAIN_NAMESPACE}"`)}`),
      '',
    ],
    ['with a byte order mark', `\ufeff${sheet('', `xmlns="${MAIN_NAMESPACE}"`)}`, ''],
  ])('%s', (_, xml, p) => {
    const draft = draftWith(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml);
    const { encoding, byteOrderMark } = draft.xml(SHEET);
    editFirstSheet(draft, edits);
    expect(draft.xml(SHEET)).toMatchObject({ encoding, byteOrderMark });
    expect(draft.xml(SHEET).text).toContain(
      `<${p}dimension ref="A1:C3"/><${p}sheetData><${p}row r="1"><${p}c r="A1" t="inlineStr"><${p}is><${p}t xml:space="preserve">新</${p}t></${p}is></${p}c>` +
        `<${p}c r="B1" t="str"><${p}f>A1</${p}f><${p}v>新</${p}v></${p}c></${p}row><${p}row r="3"><${p}c r="C3" s="5"><${p}v>0.5</${p}v></${p}c></${p}row></${p}sheetData>`,
    );
    const read = firstSheet(draft);
    expect([cellIn(read, 'A1').value, cellIn(read, 'B1').formula, cellIn(read, 'C3').format]).toEqual([
      '新',
      '=A1',
      '0.0%',
    ]);
  });

  test.each([
    '<row r="0"/>',
    '<row r="1"><c r="A2"/></row>',
    '<row r="1"><c r="XFE1"/></row>',
    '<row r="1"><c>',
  ])('%s is corrupt', (rows) => {
    const draft = draftWith(data(rows));
    expect(xlsxError(() => editFirstSheet(draft, [editOf('A1', 1)])).code).toBe('corrupt');
    expect([...draft.changes()]).toEqual([]);
  });
});
