import { deflateRawSync } from 'node:zlib';
import { valueAt } from '../../src/engine/sheet/snapshot';
import { crc32 } from '../../src/xlsx/zip/crc32';
import { buildCompoundFile } from '../support/xlsx/compound-file-builder';
import { buildXlsx, buildXlsxOfSheetXml, xlsxParts, zipParts } from '../support/xlsx/xlsx-builder';
import { open, readSheetXml, xlsxError } from '../support/xlsx/xlsx-reading';
import { buildZip } from '../support/xlsx/zip-builder';

/** What is hostile must be told fast, too. */
jest.setTimeout(10_000);

const MEGABYTE = 1024 * 1024;
const BOMB_SIZE = 20 * MEGABYTE;
const PARTS = Object.entries(xlsxParts({ sheets: [{ rows: [['a', 1]] }] }));

/** A workbook whose worksheet is a bomb that declares `declaredSize`. */
function bomb(declaredSize: number): Uint8Array {
  const content = Buffer.alloc(BOMB_SIZE, 0x20);
  return buildZip(
    PARTS.map(([name, part]) =>
      name === 'xl/worksheets/sheet1.xml'
        ? { name, content: '', deflated: deflateRawSync(content), declaredSize, declaredCrc: crc32(content) }
        : { name, content: part },
    ),
  );
}

test('an honest zip bomb is refused by what it declares', () => {
  expect(xlsxError(() => open(bomb(1536 * MEGABYTE)))).toMatchObject({ code: 'too-large' });
  expect(xlsxError(() => open(bomb(BOMB_SIZE), { maxTotalSize: 10 * MEGABYTE })).detail.limit).toBe(
    10 * MEGABYTE,
  );
});

test('a lying zip bomb is refused while it inflates', () => {
  const workbook = open(bomb(1000));
  expect(xlsxError(() => workbook.readSheet(0))).toMatchObject({
    code: 'corrupt',
    detail: { part: 'xl/worksheets/sheet1.xml' },
  });
});

test('a part that is nothing but spaces', () => {
  expect(xlsxError(() => open(bomb(BOMB_SIZE)).readSheet(0)).code).toBe('corrupt');
});

test('entities of its own', () => {
  const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
    '',
  );
  const sst = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e0 "ha">${entities}]><sst><si><t>&e20;</t></si></sst>`;
  const bytes = buildXlsx({ sheets: [{ rows: [['a']] }], parts: { 'xl/sharedStrings.xml': sst } });
  expect(xlsxError(() => open(bytes).readSheet(0))).toMatchObject({
    code: 'unsafe-xml',
    detail: { part: 'xl/sharedStrings.xml' },
  });
});

describe('a list of very many sheets', () => {
  const { 'xl/workbook.xml': workbookXml, ...others } = xlsxParts({ sheets: [{ rows: [['a', 1]] }] });
  const sheet = /<sheet .*?\/>/.exec(workbookXml!)![0];
  const listing = (count: number, relationships = others['xl/_rels/workbook.xml.rels']!) =>
    zipParts({
      ...others,
      'xl/workbook.xml': workbookXml!.replace(sheet, sheet.repeat(count)),
      'xl/_rels/workbook.xml.rels': relationships,
    });

  test('that share one part: it is read for the first alone', () => {
    const workbook = open(listing(3));
    expect(workbook.sheets.map(({ part, kind }) => [part, kind])).toEqual([
      ['xl/worksheets/sheet1.xml', 'worksheet'],
      [null, 'unknown'],
      [null, 'unknown'],
    ]);
    expect(workbook.readSheet(0).values).toEqual([['a', 1]]);
    expect(xlsxError(() => workbook.readSheet(1)).code).toBe('corrupt');
  });

  test('that share one part under other spellings of its name', () => {
    const relationship = /<Relationship [^>]*sheet1\.xml[^>]*>/.exec(
      others['xl/_rels/workbook.xml.rels']!,
    )![0];
    const id = /Id="(.*?)"/.exec(relationship)![1]!;
    const spellings = ['SHEET1.xml', '%73heet1.xml', './sheet1.xml'].map((name, i) =>
      relationship.replace('sheet1.xml', name).replace(`"${id}"`, `"other${i}"`),
    );
    const bytes = zipParts({
      ...others,
      'xl/workbook.xml': workbookXml!.replace(
        sheet,
        sheet + spellings.map((_, i) => sheet.replace(`"${id}"`, `"other${i}"`)).join(''),
      ),
      'xl/_rels/workbook.xml.rels': others['xl/_rels/workbook.xml.rels']!.replace(
        relationship,
        relationship + spellings.join(''),
      ),
    });
    expect(open(bytes).sheets.map(({ kind }) => kind)).toEqual([
      'worksheet',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('of more sheets than a package may have parts', () => {
    expect(xlsxError(() => open(listing(21), { maxEntries: 20 }))).toMatchObject({
      code: 'too-large',
      detail: { limit: 20 },
    });
    expect(open(listing(20), { maxEntries: 20 }).sheets).toHaveLength(20);
  });
});

test('other files under the name of a workbook', () => {
  expect(xlsxError(() => open(buildCompoundFile(['EncryptionInfo', 'EncryptedPackage']))).code).toBe(
    'encrypted',
  );
  expect(xlsxError(() => open(buildCompoundFile(['Workbook', '\u0005SummaryInformation']))).code).toBe(
    'legacy-xls',
  );
  expect(xlsxError(() => open(buildCompoundFile(['Book']))).code).toBe('legacy-xls');
  expect(xlsxError(() => open(buildCompoundFile(['WordDocument']))).code).toBe('not-a-workbook');
  expect(xlsxError(() => open(buildCompoundFile(['Workbook']).subarray(0, 700))).code).toBe('corrupt');
  expect(xlsxError(() => open(Buffer.from('<html><table><tr><td>1</td></tr></table></html>')))).toMatchObject(
    {
      code: 'not-a-workbook',
      detail: { format: 'html' },
    },
  );
  expect(xlsxError(() => open(Buffer.from('序号,项目\n1,修缮'))).code).toBe('not-a-workbook');
  expect(xlsxError(() => open(new Uint8Array())).code).toBe('not-a-workbook');
  expect(xlsxError(() => open(Buffer.from('PK\x03\x04'.padEnd(200, '\0'), 'latin1'))).code).toBe('corrupt');
});

test('a compound file whose sectors run in a circle', () => {
  const file = buildCompoundFile(['a', 'b', 'c']);
  new DataView(file.buffer).setUint32(516, 1, true);
  expect(xlsxError(() => open(file)).code).toBe('not-a-workbook');
});

test('every truncation of a workbook', () => {
  const bytes = buildXlsx({ sheets: [{ rows: [['a', 1]] }] });
  for (let length = 0; length < bytes.length; length += 7) {
    expect(xlsxError(() => open(bytes.subarray(0, length)).readSheet(0))).toBeDefined();
  }
});

test('a dimension of a million rows, and a cell in either corner', () => {
  const sheet = readSheetXml(
    '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
  );
  expect(sheet).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
  expect(valueAt(sheet, 1_048_575, 16_383)).toBe(2);
  expect(sheet.values[1]).toBe(sheet.values[1_048_574]);
});

test('a million empty rows', () => {
  const started = Date.now();
  const rows = '<row/>'.repeat(1_000_000);
  expect(readSheetXml(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows}</sheetData>`).rowCount).toBe(
    1,
  );
  expect(Date.now() - started).toBeLessThan(5000);
});

test('cells at the far right in very many rows use up the cells, not the memory', () => {
  const far = Array.from(
    { length: 5000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="XFD${i + 1}"><v>1</v></c></row>`,
  );
  expect(xlsxError(() => readSheetXml(`<sheetData>${far.join('')}</sheetData>`)).code).toBe('too-large');
});

test('elements nested deep', () => {
  const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
  expect(xlsxError(() => readSheetXml(`<sheetData/><extLst>${deep}</extLst>`)).code).toBe('too-large');
});

test('many attributes, a long attribute, many references', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `a${i}="${i}"`).join(' ');
  expect(
    readSheetXml(
      `<sheetData><row ${many}><c ${many} x="${'&amp;'.repeat(100_000)}"><v>1</v></c></row></sheetData>`,
    ).values,
  ).toEqual([[1]]);
  const text = readSheetXml(
    `<sheetData><row><c t="str"><v>${'&lt;'.repeat(300_000)}</v></c></row></sheetData>`,
  ).values[0]![0];
  expect(text).toHaveLength(300_000);
});

test('a text in very many pieces', () => {
  const pieces = 'x<!-- -->'.repeat(100_000);
  expect(
    readSheetXml(`<sheetData><row><c t="str"><v>${pieces}</v></c></row></sheetData>`).values[0]![0],
  ).toHaveLength(100_000);
  const runs = '<r><t>x</t></r>'.repeat(100_000);
  expect(
    readSheetXml(`<sheetData><row><c t="inlineStr"><is>${runs}</is></c></row></sheetData>`).values[0]![0],
  ).toHaveLength(100_000);
});

test('a chain of shared formulas', () => {
  const cells = Array.from(
    { length: 20_000 },
    (_, i) => `<row><c><f t="shared" si="0">${i === 0 ? 'A1+$B$2' : ''}</f></c></row>`,
  );
  expect(readSheetXml(`<sheetData>${cells.join('')}</sheetData>`).formulas[19_999]).toEqual(['=A20000+$B$2']);
});

test('names that are properties of objects', () => {
  const bytes = buildXlsxOfSheetXml(
    '<sheetData><row><c t="__proto__"><f t="shared" si="__proto__">1</f><v>constructor</v></c></row></sheetData>',
  );
  expect(open(bytes).readSheet(0)).toMatchObject({ values: [['constructor']], formulas: [['=1']] });
});

test('a long formula that very many cells share', () => {
  const sheet = (formula: string) =>
    `<sheetData><row><c><f t="shared" si="0">${formula}</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(6000)}</sheetData>`;
  expect(xlsxError(() => readSheetXml(sheet('A1+'.repeat(100_000) + '1'))).detail.limit).toBe(32_768);
  expect(xlsxError(() => readSheetXml(sheet(`"${'x'.repeat(30_000)}"`))).detail.limit).toBe(150_000_000);
});
