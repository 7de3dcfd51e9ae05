import { parseAddress } from '../../../src/engine/sheet/address';
import { UNKNOWN_FORMULA, UNKNOWN_PICTURE, type CellValue } from '../../../src/engine/sheet/cell-value';
import { valueAt } from '../../../src/engine/sheet/snapshot';
import { FileHost } from '../../../src/host/file/file-host';
import { OWN_SIGNATURE } from '../../../src/host/file/own-signature';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { WorkbookDraft } from '../../../src/xlsx';
import {
  buildXlsx,
  buildXlsxOfSheetXml,
  MAIN_NAMESPACE,
  RELATION_NAMESPACE,
} from '../../support/xlsx/xlsx-builder';

function hostOf(bytes: Uint8Array): FileHost {
  const draft = WorkbookDraft.open(bytes, { inflate: inflateWithZlib, signature: OWN_SIGNATURE });
  return new FileHost('自评表.xlsx', draft);
}

/** Cells of the first worksheet as the file host shows them. */
async function shown(bytes: Uint8Array, ...addresses: string[]): Promise<CellValue[]> {
  const host = hostOf(bytes);
  const sheet = await host.read((await host.sheets())[0]!.id);
  return addresses.map((address) => {
    const { row, column } = parseAddress(address)!;
    return valueAt(sheet, row, column);
  });
}

const rowsXml = (...rows: string[]): string =>
  `<sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')}</sheetData>`;
const workbookXml = (more: string): string =>
  `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATION_NAMESPACE}"><sheets><sheet name="附件" sheetId="1" r:id="rId1"/></sheets>${more}</workbook>`;
const ASKED = { 'xl/workbook.xml': workbookXml('<calcPr fullCalcOnLoad="1"/>') };

describe('formulas without a value', () => {
  test.each([
    ['no v', '<c r="C1"><f>A1/B1</f></c>'],
    ['an empty v', '<c r="C1"><f>A1/B1</f><v></v></c>'],
    ['a closed v', '<c r="C1"><f>A1/B1</f><v/></c>'],
    ['the type of texts and no v', '<c r="C1" t="str"><f>A1/B1</f></c>'],
    ['a shared formula', '<c r="C1"><f t="shared" ref="C1:C2" si="0">A1/B1</f></c>'],
    ['an array formula of one cell', '<c r="C1"><f t="array" ref="C1">A1/B1</f></c>'],
  ])('%s: it is calculated', async (_, cell) => {
    const bytes = buildXlsxOfSheetXml(rowsXml(`<c r="A1"><v>19</v></c><c r="B1"><v>20</v></c>${cell}`));
    expect(await shown(bytes, 'C1')).toEqual([0.95]);
  });

  test('each cell of a shared formula has its own', async () => {
    const bytes = buildXlsxOfSheetXml(
      rowsXml(
        '<c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1+1</f></c>',
        '<c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><f t="shared" si="9"/></c>',
      ),
    );
    expect(await shown(bytes, 'B1', 'B2', 'C2')).toEqual([2, 6, UNKNOWN_FORMULA]);
  });

  test('all cells of an array that has no values are unknown', async () => {
    const bytes = buildXlsxOfSheetXml(
      rowsXml('<c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f></c>', '<c r="A2"/>', '<c r="B3"><v>4</v></c>'),
    );
    expect(await shown(bytes, 'A1', 'A2', 'A3', 'B3')).toEqual([
      ...Array<CellValue>(3).fill(UNKNOWN_FORMULA),
      4,
    ]);
  });

  test('a text of no characters is a value', async () => {
    const bytes = buildXlsxOfSheetXml(rowsXml('<c r="A1" t="str"><f>IF(1,"",2)</f><v></v></c>'));
    expect(await shown(bytes, 'A1')).toEqual([null]);
  });

  test('those of other worksheets count, and those that cannot be calculated stay unknown', async () => {
    const bytes = buildXlsx({
      sheets: [
        {
          name: '附件',
          rows: [
            [{ formula: "=SUM('明 细'!A1:A2)" }, { formula: '=VLOOKUP(1,A1:A1,1)' }, { formula: '=B1+1' }],
          ],
        },
        { name: '明 细', rows: [[{ formula: '=2*3' }], [4]] },
      ],
    });
    expect(await shown(bytes, 'A1', 'B1', 'C1')).toEqual([10, UNKNOWN_FORMULA, UNKNOWN_FORMULA]);
  });

  test('zeros are believed unless the file asks to be calculated', async () => {
    const cells =
      '<c r="A1"><v>3</v></c><c r="B1"><f>A1*2</f><v>0</v></c><c r="C1"><f>LEN(A1)</f><v>0</v></c><c r="D1"><f>A1*3</f><v>8</v></c><c r="E1"><v>0</v></c>';
    const all = ['B1', 'C1', 'D1', 'E1'];
    expect(await shown(buildXlsxOfSheetXml(rowsXml(cells)), ...all)).toEqual([0, 0, 8, 0]);
    expect(await shown(buildXlsxOfSheetXml(rowsXml(cells), ASKED), ...all)).toEqual([
      6,
      UNKNOWN_FORMULA,
      8,
      0,
    ]);
  });

  test('after an edit they are calculated anew', async () => {
    const host = hostOf(buildXlsx({ sheets: [{ rows: [[2, { formula: '=A1*10' }]] }] }));
    const { id } = (await host.sheets())[0]!;
    expect((await host.read(id)).values).toEqual([[2, 20]]);
    const edit = { row: 0, column: 0, after: { value: 3 }, expectedBefore: { value: 2, formula: null } };
    await host.edit(id, [edit]);
    expect(await host.read(id)).toMatchObject({ values: [[3, 30]], calculated: [{ row: 0, column: 1 }] });
  });
});

describe('what a merged range covers', () => {
  const merged = buildXlsx({
    sheets: [
      {
        rows: [
          ['甲', '看不见', 1],
          ['旧', { formula: '=1+1', value: 2 }, 2],
          ['尾', null, 3],
        ],
        merges: ['A1:B2'],
      },
    ],
  });

  test('is blank and has no formula', async () => {
    const host = hostOf(merged);
    const sheet = await host.read((await host.sheets())[0]!.id);
    expect(sheet.values).toEqual([
      ['甲', null, 1],
      [null, null, 2],
      ['尾', null, 3],
    ]);
    expect(sheet.formulas.flat().filter((formula) => formula !== null)).toEqual([]);
  });

  test('is not written to, and stays in the file', async () => {
    const host = hostOf(merged);
    const { id } = (await host.sheets())[0]!;
    const edit = {
      row: 1,
      column: 0,
      after: { value: '乙' },
      expectedBefore: { value: null, formula: null },
    };
    await expect(host.edit(id, [edit])).rejects.toMatchObject({
      code: 'changed',
      detail: { cells: [{ row: 1, column: 0 }] },
    });
    await host.edit(id, [{ ...edit, row: 2, expectedBefore: { value: '尾', formula: null } }]);
    const saved = WorkbookDraft.open(await host.save(), {
      inflate: inflateWithZlib,
      signature: OWN_SIGNATURE,
    });
    expect(saved.readSheet(id).values[1]).toEqual(['旧', 2, 2]);
  });

  test('counts in sums, as it does in Excel', async () => {
    const bytes = buildXlsx({ sheets: [{ rows: [[1, 5, { formula: '=SUM(A1:B1)' }]], merges: ['A1:B1'] }] });
    expect(await shown(bytes, 'B1', 'C1')).toEqual([null, 6]);
  });
});

describe('a workbook that counts days from 1904', () => {
  const bytes = buildXlsx({
    date1904: true,
    sheets: [{ rows: [[44_164, 44_164, 0.5, 7]], formats: { A1: 'yyyy-mm-dd', C1: 'h:mm', D1: '0.00' } }],
  });

  test('has dates that count from 1900, and other numbers as they are', async () => {
    expect(await shown(bytes, 'A1', 'B1', 'C1', 'D1')).toEqual([45_626, 44_164, 0.5, 7]);
  });

  test('takes dates as they are shown', async () => {
    const host = hostOf(bytes);
    const { id } = (await host.sheets())[0]!;
    const [done] = await host.edit(id, [
      { row: 0, column: 0, after: { value: 45_627 }, expectedBefore: { value: 45_626, formula: null } },
    ]);
    expect(done!.now.value).toBe(45_627);
    const saved = WorkbookDraft.open(await host.save(), {
      inflate: inflateWithZlib,
      signature: OWN_SIGNATURE,
    });
    expect(saved.readSheet(id).values[0]![0]).toBe(44_165);
  });
});

describe('pictures in cells', () => {
  const richValue = (structure: string) => ({
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      [
        [`${RELATION_NAMESPACE}/worksheet`, 'worksheets/sheet1.xml'],
        [`${RELATION_NAMESPACE}/sheetMetadata`, 'metadata.xml'],
        ['http://schemas.microsoft.com/office/2017/06/relationships/rdRichValue', 'richData/rdrichvalue.xml'],
        [
          'http://schemas.microsoft.com/office/2017/06/relationships/rdRichValueStructure',
          'richData/rdrichvaluestructure.xml',
        ],
      ]
        .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
        .join('') +
      '</Relationships>',
    'xl/metadata.xml': `<metadata xmlns="${MAIN_NAMESPACE}"><metadataTypes count="2"><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLDAPR"><bk/></futureMetadata><futureMetadata name="XLRICHVALUE"><bk><extLst><ext uri="u"><x:rvb xmlns:x="r" i="0"/></ext></extLst></bk></futureMetadata><valueMetadata count="1"><bk><rc t="2" v="0"/></bk></valueMetadata></metadata>`,
    'xl/richData/rdrichvalue.xml': '<rvData xmlns="r"><rv s="0"><v>0</v></rv></rvData>',
    'xl/richData/rdrichvaluestructure.xml': `<rvStructures xmlns="r"><s t="${structure}"/></rvStructures>`,
  });
  const cell = rowsXml('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e"><v>#VALUE!</v></c>');

  test.each(['_localImage', '_webimage', '_linkedentity2core'])('%s is no error', async (structure) => {
    const bytes = buildXlsxOfSheetXml(cell, richValue(structure));
    expect(await shown(bytes, 'A1', 'B1')).toEqual([UNKNOWN_PICTURE, { error: '#VALUE!' }]);
  });

  test('a newer error stays one', async () => {
    expect(await shown(buildXlsxOfSheetXml(cell, richValue('_error')), 'A1')).toEqual([{ error: '#VALUE!' }]);
  });

  test('one that leads nowhere is not judged', async () => {
    expect(await shown(buildXlsxOfSheetXml(cell), 'A1')).toEqual([UNKNOWN_PICTURE]);
  });

  test.each([
    '<c r="A1" t="e"><f>_xlfn.IMAGE("https://a.cn/1.png")</f><v>#VALUE!</v></c>',
    '<c r="A1" t="e"><f>_xlfn.IMAGE(B1,"图")</f><v>#NAME?</v></c>',
    '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
    '<c r="A1"><f>DISPIMG("ID_1",1)</f></c>',
  ])('%s is a picture', async (xml) => {
    expect(await shown(buildXlsxOfSheetXml(rowsXml(xml)), 'A1')).toEqual([UNKNOWN_PICTURE]);
  });
});

test('times and durations of strict workbooks are numbers', async () => {
  const cells = [
    'PT24H0M0.000S',
    'PT0H11M0.000S',
    'PT1464H0M0.000S',
    'P1DT12H',
    '-PT30M',
    'P2W',
    '2024-01-01',
    '06:00:00',
    'PT',
    'P1Y',
  ];
  const xml = cells.map((text, i) => `<c r="A${i + 1}" t="d"><v>${text}</v></c>`);
  const values = await shown(buildXlsxOfSheetXml(rowsXml(...xml)), ...cells.map((_, i) => `A${i + 1}`));
  expect(values).toEqual([1, 660 / 86_400, 61, 1.5, -1800 / 86_400, 14, 45_292, 0.25, 'PT', 'P1Y']);
});
