import { BaseFunction, IFunctionService } from '@univerjs/engine-formula';
import { unzipSync } from 'fflate';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { toAddress } from '../../../src/engine/sheet/address';
import { deflateWithZlib } from '../../../src/host/file/zlib-deflate';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { createHeadlessUniver } from '../../../workbench/model/create-univer';
import { openXlsx } from '../../../workbench/model/open-xlsx';
import { saveXlsx } from '../../../workbench/model/save-xlsx';
import { createWorkbookModel } from '../../../workbench/model/univer-workbook';
import type { OpenedWorkbookModel, OpenedWorksheetModel } from '../../../workbench/model/workbook-model';
import { at, closeWorkbooks, openFile, valueOf, write } from '../../support/workbooks/workbook-model';
import { buildXlsx, buildXlsxOfSheetXml, xlsxParts, zipParts } from '../../support/xlsx/xlsx-builder';

afterEach(closeWorkbooks);

const open = (file: Uint8Array): OpenedWorkbookModel => openFile(openXlsx(file, inflateWithZlib));
const save = (file: Uint8Array, model: OpenedWorkbookModel): Uint8Array =>
  saveXlsx(file, model, { inflate: inflateWithZlib, deflate: deflateWithZlib });
const first = (model: OpenedWorkbookModel): OpenedWorksheetModel => model.sheets[0]!;

/** The parts that are not as they were. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names]
    .filter((name) => Buffer.compare(old[name] ?? Buffer.of(), now[name] ?? Buffer.of()) !== 0)
    .sort();
}

const sheetXml = (file: Uint8Array): string =>
  Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml']!).toString();

/** Cells of one row, "A1" on, each with the formula and the value it is stored with. */
function rowOf(...cells: readonly (number | string | readonly [formula: string, value: string])[]): string {
  const xml = cells.map((cell, column) => {
    const start = `<c r="${toAddress(0, column)}"`;
    if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`;
    if (typeof cell === 'string') return `${start} t="inlineStr"><is><t>${cell}</t></is></c>`;
    const type = /^-?[\d.]+$/.test(cell[1]) ? '' : ' t="str"';
    return `${start}${type}><f>${cell[0]}</f>${cell[1] && `<v>${cell[1]}</v>`}</c>`;
  });
  return `<sheetData><row r="1">${xml.join('')}</row></sheetData>`;
}

const uncalculated = (model: OpenedWorkbookModel): string[] =>
  model.uncalculated.map(({ row, column }) => toAddress(row, column));

/** Opens, saves untouched, types one number and saves again. */
async function typed(file: Uint8Array, address: string, value: CellValue) {
  const model = open(file);
  await model.settled();
  expect(save(file, model)).toBe(file);
  write(first(model), address, [[value]]);
  await model.settled();
  const after = save(file, model);
  const again = open(after);
  await again.settled();
  expect(valueOf(first(again), address)).toEqual(value);
  expect(save(after, again)).toBe(after);
  return { model, after };
}

describe('formats of numbers', () => {
  test("that a calculation brings along are nobody's: cells keep their own", async () => {
    const file = buildXlsx({
      sheets: [
        {
          rows: [
            [
              45292,
              { formula: 'A1', value: 45292 },
              { formula: 'EDATE(A1,1)', value: 0 },
              { formula: 'TODAY()', value: 1 },
            ],
          ],
          formats: { A1: 'yyyy-mm-dd' },
        },
      ],
    });
    const { model, after } = await typed(file, 'A1', 45300);
    expect(first(model).numberFormats(at('A1:D1'))).toEqual([
      ['yyyy-mm-dd', 'General', 'General', 'General'],
    ]);
    expect(valueOf(first(model), 'B1')).toBe(45300);
    expect(changedParts(file, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });
});

describe('rows and columns', () => {
  const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  test.each([
    ['rows hidden unless they say otherwise', `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>${row}`],
    [
      'columns hidden to the end',
      `<cols><col min="2" max="16384" width="0" hidden="1" customWidth="1"/></cols>${row}`,
    ],
    [
      'widths that are no whole pixels',
      `<cols><col min="1" max="3" width="11.3712" customWidth="1"/></cols>${row}`,
    ],
    [
      'heights that are no whole pixels',
      '<sheetData><row r="1" ht="17.333" customHeight="1"><c r="A1"><v>1</v></c></row></sheetData>',
    ],
    [
      'a rule and a list far below',
      `${row}<dataValidations count="1"><dataValidation type="list" sqref="A5000:A6000"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    ],
    ['merges far below', `${row}<mergeCells count="1"><mergeCell ref="A9000:ZZ9001"/></mergeCells>`],
  ])('%s are as they were', async (_, xml) => {
    const file = buildXlsxOfSheetXml(xml);
    const { after } = await typed(file, 'A1', 7);
    expect(changedParts(file, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(sheetXml(after).replace(/<v>7<\/v>/, '<v>1</v>')).toBe(sheetXml(file));
  });
});

test.each(['FOO100000', 'C1048576', 'XFC900000'])('a value far away, in %s, is kept', async (address) => {
  const row = /\d+/.exec(address)![0];
  const file = buildXlsxOfSheetXml(
    `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${row}"><c r="${address}"><v>5</v></c></row></sheetData>`,
  );
  const { model, after } = await typed(file, 'A1', 2);
  expect(valueOf(first(model), address)).toBe(5);
  expect(sheetXml(after)).toContain(`<c r="${address}"><v>5</v></c>`);
});

describe('sheets without cells', () => {
  test('are opened as what they are, and kept', async () => {
    const parts = xlsxParts({ sheets: [{ rows: [[1]] }, { name: 'Diagramm' }, { name: 'Dialog' }] });
    const file = zipParts({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        '<sheet name="Module1" sheetId="9" r:id=""/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        /\/worksheet"(?= Target="worksheets\/sheet2)/,
        '/chartsheet"',
      ).replace(/\/worksheet"(?= Target="worksheets\/sheet3)/, '/dialogsheet"'),
    });
    const { model, after } = await typed(file, 'A1', 3);
    expect(model.sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['Sheet1', 'worksheet'],
      ['Diagramm', 'chart'],
      ['Dialog', 'dialog'],
      ['Module1', 'module'],
    ]);
    expect(changedParts(file, after)).not.toContain('xl/_rels/workbook.xml.rels');
    write(model.sheets[3]!, 'A1', [[1]]);
    expect(() => save(file, model)).toThrow(
      expect.objectContaining({ obstacle: 'sheets', sheet: 'Module1' }),
    );
  });
});

describe('formulas', () => {
  test('with newer functions are calculated, and stay in the file as they are stored', async () => {
    const file = buildXlsxOfSheetXml(
      rowOf(
        1,
        2,
        ['_xlfn.IFNA(VLOOKUP(9,A1:B1,2,FALSE),0)', '0'],
        ['_xlfn.MAXIFS(A1:B1,A1:B1,"&gt;0")', '2'],
        ['"_xlfn.IFNA("&amp;A1', '_xlfn.IFNA(1'],
      ),
    );
    const { model, after } = await typed(file, 'A1', 9);
    expect(first(model).formulas(at('C1:E1'))).toEqual([
      ['=IFNA(VLOOKUP(9,A1:B1,2,FALSE),0)', '=MAXIFS(A1:B1,A1:B1,">0")', '="_xlfn.IFNA("&A1'],
    ]);
    expect(first(model).values(at('C1:E1'))).toEqual([[2, 9, '_xlfn.IFNA(9']]);
    expect(uncalculated(model)).toEqual([]);
    expect(sheetXml(after)).toContain('<f>_xlfn.IFNA(VLOOKUP(9,A1:B1,2,FALSE),0)</f>');
  });

  test.each(['=IFNA(1,2)', '=_xlfn.IFNA(1,2)'])(
    'typed with newer functions are stored as in files: %s',
    async (formula) => {
      const file = buildXlsxOfSheetXml(rowOf(1, 2));
      const model = open(file);
      write(first(model), 'A1', [[formula]]);
      await model.settled();
      expect(first(model).formulas(at('A1:A1'))).toEqual([['=IFNA(1,2)']]);
      expect(sheetXml(save(file, model))).toContain('<f>_xlfn.IFNA(1,2)</f>');
    },
  );

  const NOT_CALCULATED: [string, string][] = [
    ['a table', '明细[金额]*A1'],
    ['the row of a table', '明细[[#This Row],[金额]]+A1'],
    ['another workbook', "'[1]Sheet1'!$A$1+A1"],
    ['several worksheets', 'SUM(Sheet1:Sheet9!A1)'],
    ['a function that is not known', 'IFERROR(STRANGE(A1),1)'],
    ['a newer function that is not known', '_xlfn.STRANGE(A1)'],
    ['a function that would ask another server', '_xlfn.WEBSERVICE("https://elsewhere.example/"&amp;A1)'],
    ['a picture from elsewhere', '_xlfn.IMAGE("https://elsewhere.example/"&amp;A1)'],
    ['a spilled range', '_xlfn.ANCHORARRAY(A1)'],
    ['what two ranges have in common', 'SUM(A1:B1 A1)'],
    ['two ranges as one', 'LARGE((A1,B1),1)'],
    ['a name that is missing', 'A1*没有这个名称'],
    ['a name for something that is not known', 'A1*奇怪'],
    ['a range where one value is wanted', 'A1:B1'],
    ['a list behind an operator', 'SUMPRODUCT(A1*{1,2})'],
  ];

  test.each(NOT_CALCULATED)('with %s keep their value and are named', async (_, formula) => {
    const parts = xlsxParts({ sheets: [{}] });
    const file = buildXlsxOfSheetXml(rowOf(1, 2, [formula, '77'], ['A1+1', '2'], ['C1+1', '78']), {
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        '</sheets><definedNames><definedName name="奇怪">明细[金额]</definedName></definedNames>',
      ),
    });
    const { model, after } = await typed(file, 'A1', 5);
    expect(first(model).values(at('C1:E1'))).toEqual([[77, 6, 78]]);
    expect(uncalculated(model)).toEqual(['C1']);
    expect(sheetXml(after)).toContain(`<c r="C1"><f>${formula}</f><v>77</v></c>`);
  });

  test('that were entered for several cells keep the values of all', async () => {
    const file = buildXlsxOfSheetXml(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:C1">A1*{1,2}</f><v>1</v></c><c r="C1"><v>2</v></c></row></sheetData>',
    );
    const { model } = await typed(file, 'A1', 5);
    expect(first(model).values(at('B1:C1'))).toEqual([[1, 2]]);
    expect(uncalculated(model)).toEqual(['B1']);
  });

  test('that were entered for several cells without values change nothing', async () => {
    const file = buildXlsxOfSheetXml(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v/></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>',
    );
    const { model } = await typed(file, 'A1', 5);
    expect(first(model).values(at('B1:B2'))).toEqual([[null], [null]]);
    expect(uncalculated(model)).toEqual(['B1']);
  });

  test('without a value are calculated, those with one stay until they are concerned', async () => {
    const file = buildXlsxOfSheetXml(rowOf(1, ['A1+1', ''], ['A1+1', '0'], ['A1&amp;"x"', 'old']));
    const model = open(file);
    await model.settled();
    expect(first(model).values(at('B1:D1'))).toEqual([[2, 0, 'old']]);
  });

  test('are all calculated where the file asks for it', async () => {
    const parts = xlsxParts({ sheets: [{}] });
    const file = buildXlsxOfSheetXml(rowOf(1, ['A1+1', '0'], ['A1+2', '7']), {
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</workbook>',
        '<calcPr fullCalcOnLoad="1"/></workbook>',
      ),
    });
    const model = open(file);
    await model.settled();
    expect(first(model).values(at('B1:C1'))).toEqual([[2, 3]]);
    expect(save(file, model)).toBe(file);
  });

  test('that are typed and that nobody understands show it; the others go on', async () => {
    const { model } = await typed(buildXlsxOfSheetXml(rowOf(1, ['A1+1', '2'])), 'A1', 5);
    write(first(model), 'C1:D1', [['=STRANGE(A1)', '=nothing']]);
    await model.settled();
    expect(first(model).values(at('B1:D1'))).toEqual([[6, { error: '#NAME?' }, { error: '#NAME?' }]]);
  });

  test('that are typed and fill several cells are refused', async () => {
    const file = buildXlsxOfSheetXml(rowOf(1, 2));
    const model = open(file);
    write(first(model), 'D1', [['=A1:B1*2']]);
    await model.settled();
    expect(() => save(file, model)).toThrow(expect.objectContaining({ obstacle: 'spilled-formulas' }));
  });
});

test('headers and totals of a table, which the table keeps too, are not changed alone', () => {
  const parts = xlsxParts({
    sheets: [
      {
        rows: [
          ['单位', '金额'],
          ['甲', 1],
          ['合计', 1],
        ],
      },
    ],
  });
  const file = zipParts({
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
    'xl/tables/table1.xml':
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="明细" displayName="明细" ref="A1:B3" totalsRowCount="1"/>',
  });
  for (const [address, isKept] of [
    ['B1', false],
    ['A3', false],
    ['B2', true],
  ] as const) {
    const model = open(file);
    write(first(model), address, [[7]]);
    const saving = () => save(file, model);
    if (isKept) expect(changedParts(file, saving())).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    else expect(saving).toThrow(expect.objectContaining({ obstacle: 'table-headers' }));
    write(first(model), address, [[{ B1: '金额', A3: '合计', B2: 1 }[address]!]]);
    expect(save(file, model)).toBe(file);
  }
});

describe('an engine that breaks down', () => {
  class Breaks extends BaseFunction {
    override calculate(): never {
      throw new Error('broken');
    }
  }
  const file = buildXlsxOfSheetXml(rowOf(1, ['SUM(A1,1)', '2'], ['SHEETS()+A1', '77'], ['C1+1', '78']));

  test('over one formula leaves its value, names it, and calculates the others', async () => {
    const univer = createHeadlessUniver('zh-CN');
    const model = createWorkbookModel({ ...openXlsx(file, inflateWithZlib), name: 'test.xlsx', univer });
    univer.__getInjector().get(IFunctionService).registerExecutors(new Breaks('SHEETS'));
    for (const value of [5, 6]) {
      write(first(model), 'A1', [[value]]);
      await model.settled();
      expect(first(model).values(at('B1:D1'))).toEqual([[value + 1, 77, 78]]);
    }
    expect(uncalculated(model)).toEqual(['C1']);
    model.dispose();
    univer.dispose();
  });
});
