import { UNKNOWN_FORMULA } from '../../../src/engine/sheet/cell-value';
import { valueAt } from '../../../src/engine/sheet/snapshot';
import type { BuilderWorkbook } from '../../support/xlsx/xlsx-builder';
import {
  buildXlsx,
  MAIN_NAMESPACE,
  RELATION_NAMESPACE,
  xlsxParts,
  zipParts,
} from '../../support/xlsx/xlsx-builder';
import { open, xlsxError } from '../../support/xlsx/xlsx-reading';
import { buildZip } from '../../support/xlsx/zip-builder';

const SAMPLE: BuilderWorkbook = {
  sheets: [
    {
      name: '绩效 & "自评"',
      rows: [
        ['项目', 12.5, true, { error: '#N/A' }],
        [null, ' 说明 ', { formula: 'B1*2', value: 25 }],
      ],
      merges: ['A1:A2'],
      formats: { 'B1:B2': '0.00%' },
      formulas: { D2: '=SUM(B1)' },
      hiddenRows: [1],
      hiddenColumns: [2],
      protected: true,
    },
    { name: 'b', state: 'veryHidden', rows: [['第二']] },
  ],
};

test.each([false, true])('reads all of a workbook (inline strings: %s)', (inlineStrings) => {
  const workbook = open(buildXlsx({ ...SAMPLE, inlineStrings }));
  expect(workbook.date1904).toBe(false);
  expect(workbook.sheets).toEqual([
    {
      index: 0,
      name: '绩效 & "自评"',
      sheetId: '1',
      state: 'visible',
      kind: 'worksheet',
      id: 'xl/worksheets/sheet1.xml',
      part: 'xl/worksheets/sheet1.xml',
    },
    {
      index: 1,
      name: 'b',
      sheetId: '2',
      state: 'veryHidden',
      kind: 'worksheet',
      id: 'xl/worksheets/sheet2.xml',
      part: 'xl/worksheets/sheet2.xml',
    },
  ]);
  expect(workbook.readSheet(0)).toEqual({
    id: 'xl/worksheets/sheet1.xml',
    name: '绩效 & "自评"',
    firstRow: 0,
    firstColumn: 0,
    rowCount: 2,
    columnCount: 4,
    values: [
      ['项目', 12.5, true, { error: '#N/A' }],
      [null, ' 说明 ', 25, UNKNOWN_FORMULA],
    ],
    formulas: [[], [null, null, '=B1*2', '=SUM(B1)']],
    numberFormats: [
      ['General', '0.00%'],
      ['General', '0.00%'],
    ],
    merges: [{ firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 0 }],
    hiddenRows: [{ first: 1, last: 1 }],
    hiddenColumns: [{ first: 2, last: 2 }],
    protected: true,
  });
  expect(workbook.readSheet(1).values).toEqual([['第二']]);
});

test('a snapshot survives being serialised', () => {
  const sheet = open(buildXlsx(SAMPLE)).readSheet(0);
  expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
});

test('an index out of range is the caller’s mistake', () => {
  expect(() => open(buildXlsx(SAMPLE)).readSheet(2)).toThrow(RangeError);
});

test('dates from 1904', () => {
  const parts = {
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN_NAMESPACE}"><sheetData><row><c t="d"><v>1904-01-02</v></c></row></sheetData></worksheet>`,
  };
  const workbook = open(buildXlsx({ sheets: [{}], date1904: true, parts }));
  expect(workbook.date1904).toBe(true);
  expect(workbook.readSheet(0).values).toEqual([[1]]);
});

test('a strict workbook with absolute targets, other part names and UTF-16 parts', () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const bytes = zipParts({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/Office/Book.xml"/></Relationships>`,
    'office/_RELS/book.xml.rels': `<Relationships><Relationship Id="s" Type="${strict}/worksheet" Target="/office/%E8%A1%A8.xml"/><Relationship Id="t" Type="${strict}/sharedStrings" Target="Strings.xml"/></Relationships>`,
    'OFFICE/book.XML': utf16(
      `<w:workbook xmlns:w="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${strict}" conformance="strict"><w:sheets><w:sheet name="绩效" sheetId="7" q:id="s"/></w:sheets></w:workbook>`,
    ),
    'office/表.xml': utf16('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'),
    'office/strings.xml': '<sst><si><t>自评</t></si></sst>',
  });
  expect(open(bytes).readSheet(0)).toMatchObject({
    id: 'office/%E8%A1%A8.xml',
    name: '绩效',
    values: [['自评']],
  });
});

test('sheets that have no cells are empty, and their kind says so', () => {
  const parts = xlsxParts({ sheets: [{ name: 'a', rows: [[1]] }, { name: 'chart' }, { name: 'dialog' }] });
  parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
    'relationships/worksheet" Target="worksheets/sheet2.xml"',
    'relationships/chartsheet" Target="chartsheets/sheet1.xml"',
  ).replace(
    'relationships/worksheet" Target="worksheets/sheet3.xml"',
    'relationships/dialogsheet" Target="x.xml"',
  );
  const workbook = open(zipParts(parts));
  expect(workbook.sheets.map(({ kind }) => kind)).toEqual(['worksheet', 'chartsheet', 'dialogsheet']);
  expect(workbook.readSheet(1)).toMatchObject({
    id: 'xl/chartsheets/sheet1.xml',
    name: 'chart',
    rowCount: 0,
    values: [],
  });
  expect(valueAt(workbook.readSheet(0), 0, 0)).toBe(1);
});

describe('missing pieces', () => {
  const without = (...names: string[]) =>
    buildXlsx({ ...SAMPLE, parts: Object.fromEntries(names.map((name) => [name, null])) });

  test('one missing sheet does not cost the others', () => {
    const workbook = open(without('xl/worksheets/sheet1.xml'));
    expect(xlsxError(() => workbook.readSheet(0))).toMatchObject({
      code: 'corrupt',
      detail: { part: 'xl/worksheets/sheet1.xml' },
    });
    expect(workbook.readSheet(1).rowCount).toBe(1);
  });

  test('a sheet without a relationship', () => {
    const workbook = open(without('xl/_rels/workbook.xml.rels'));
    expect(workbook.sheets[0]).toMatchObject({ kind: 'unknown', part: null, isLost: true });
    expect(xlsxError(() => workbook.readSheet(0)).code).toBe('corrupt');
  });

  test('the package’s relationships: content types tell as well', () => {
    expect(open(without('_rels/.rels')).readSheet(1).values).toEqual([['第二']]);
    expect(xlsxError(() => open(without('_rels/.rels', '[Content_Types].xml'))).code).toBe('corrupt');
  });

  test('content types are not needed', () => {
    expect(open(without('[Content_Types].xml')).readSheet(1).values).toEqual([['第二']]);
  });

  test('the workbook part', () => {
    expect(xlsxError(() => open(without('xl/workbook.xml')))).toMatchObject({
      code: 'corrupt',
      detail: { part: 'xl/workbook.xml' },
    });
  });

  test('no sheets', () => {
    const parts = { 'xl/workbook.xml': `<workbook xmlns="${MAIN_NAMESPACE}"><sheets/></workbook>` };
    expect(xlsxError(() => open(buildXlsx({ ...SAMPLE, parts }))).code).toBe('corrupt');
  });

  test('relationships that lead outside', () => {
    const rels = (target: string, mode = '') => ({
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION_NAMESPACE}/worksheet" Target="${target}"${mode}/></Relationships>`,
    });
    const outside = open(buildXlsx({ ...SAMPLE, parts: rels('../../../../../etc/passwd') }));
    expect(xlsxError(() => outside.readSheet(0)).detail.part).toBe('etc/passwd');
    const external = open(
      buildXlsx({ ...SAMPLE, parts: rels('file:///etc/passwd', ' TargetMode="External"') }),
    );
    expect(xlsxError(() => external.readSheet(0)).code).toBe('corrupt');
  });
});

describe('other files', () => {
  const withType = (type: string) => {
    const parts = xlsxParts(SAMPLE);
    parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      type,
    );
    return zipParts(parts);
  };

  test.each([
    ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'xlsb'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
  ])('%s', (type, format) => {
    expect(xlsxError(() => open(withType(type)))).toMatchObject({
      code: 'unsupported-format',
      detail: { format },
    });
  });

  test('macros are no hindrance', () => {
    expect(open(withType('application/vnd.ms-excel.sheet.macroEnabled.main+xml')).sheets).toHaveLength(2);
  });

  test('OpenDocument and plain zips', () => {
    const ods = buildZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', content: '<a/>' },
    ]);
    expect(xlsxError(() => open(ods))).toMatchObject({
      code: 'unsupported-format',
      detail: { format: 'ods' },
    });
    expect(xlsxError(() => open(buildZip([{ name: 'a.txt', content: 'a' }])))).toMatchObject({
      code: 'not-a-workbook',
      detail: { format: 'zip' },
    });
    expect(xlsxError(() => open(buildZip([]))).code).toBe('not-a-workbook');
  });

  test('a workbook part that is something else', () => {
    expect(
      xlsxError(() => open(buildXlsx({ ...SAMPLE, parts: { 'xl/workbook.xml': '<document/>' } }))).code,
    ).toBe('unsupported-format');
    const parts = { 'xl/worksheets/sheet1.xml': '<html/>' };
    expect(xlsxError(() => open(buildXlsx({ ...SAMPLE, parts })).readSheet(0)).code).toBe('corrupt');
  });
});
