import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookReview } from '../../../src/app/workbook-review';
import { parseAddress } from '../../../src/engine/sheet/address';
import { openFileHost } from '../../../src/host/file/file-host';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook } from '../../../src/xlsx';
import { ANNEX_PARTS, ANNEX_SHEET } from '../../support/annexes/annex-parts';
import { partsOf } from '../../support/xlsx/package-parts';
import { reviewedFile } from '../../support/xlsx/reviewed-file';
import { zipParts } from '../../support/xlsx/xlsx-builder';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FILE = join(folder, 'numbers.xlsx');

const SECOND = 'xl/worksheets/sheet2.xml';
const CHAIN =
  '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A9" i="1"/><c r="B9"/></calcChain>';

/** Both worksheets are the same annex, but for what is spent in the second. */
function twoAnnexes(numbers: (xml: string) => string): Uint8Array {
  return zipParts({
    ...ANNEX_PARTS,
    'xl/workbook.xml': numbers(ANNEX_PARTS['xl/workbook.xml']!),
    [SECOND]: ANNEX_PARTS['xl/worksheets/sheet1.xml']!.replace('<v>80</v>', '<v>120</v>'),
    'xl/calcChain.xml': CHAIN,
    'xl/_rels/workbook.xml.rels': ANNEX_PARTS['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    ),
  });
}

const NUMBERS: readonly [string, (xml: string) => string][] = [
  ['one number twice', (xml) => xml.replace('sheetId="2"', 'sheetId="1"')],
  ['no numbers', (xml) => xml.replace(/ sheetId="\d"/g, '')],
  ['words for numbers', (xml) => xml.replace(/sheetId="\d"/g, 'sheetId="first"')],
  ['one number spelt twice', (xml) => xml.replace('sheetId="2"', 'sheetId="01"')],
];

const open = async (bytes: Uint8Array) => {
  writeFileSync(FILE, bytes);
  return openFileHost(FILE);
};

describe.each(NUMBERS)('a workbook whose sheets have %s', (_, numbers) => {
  const file = twoAnnexes(numbers);

  it('has each sheet read under its own name', async () => {
    const host = await open(file);
    const review = await WorkbookReview.of(host);
    const found: ReadonlySet<string>[] = [];
    for (const sheet of review.sheets) await review.look(sheet);
    for (const { findings } of await review.conclude())
      found.push(new Set(findings.map(({ sheetName, rule, cell }) => `${sheetName} ${rule} ${cell.row}`)));
    expect(review.sheets.map(({ name }) => name)).toEqual([ANNEX_SHEET, '其他']);
    const overspent = [...found[1]!].filter((one) => one === '其他 execution-over-100 4');
    expect(overspent).toHaveLength(1);
    expect([...found[0]!].filter((one) => one.includes('execution-over-100'))).toEqual([]);
    expect([...found[0]!].every((one) => one.startsWith(ANNEX_SHEET))).toBe(true);
  });

  it('is marked on both, and is itself again when cleared', async () => {
    const { copy, dressed } = await reviewedFile(FILE, file);
    const [before, after] = [partsOf(file), partsOf(copy)];
    for (const part of ['xl/worksheets/sheet1.xml', SECOND])
      expect(after.get(part)!.includes('annex-reviewer:')).toBe(true);
    expect(after.get('xl/comments1.xml')).not.toEqual(after.get('xl/comments2.xml'));
    expect(dressed?.rollups).toHaveLength(5);
    const { bytes } = await (await open(copy)).saveCleared();
    expect(partsOf(bytes)).toEqual(before);
  });

  it('gives the sheets that are added numbers of their own', async () => {
    const { copy } = await reviewedFile(FILE, file);
    const { sheets } = openWorkbook(copy, { inflate: inflateWithZlib });
    const added = sheets.slice(2).map(({ sheetId }) => sheetId);
    expect(added).toHaveLength(5);
    const taken = sheets.slice(0, 2).map(({ sheetId }) => Number(sheetId));
    expect(new Set([...added.map(Number), ...taken]).size).toBe(5 + new Set(taken).size);
  });

  it('is edited in the sheet that is meant', async () => {
    const host = await open(file);
    const [, second] = await host.sheets();
    const cell = parseAddress('D5')!;
    const expectedBefore = { value: 100, formula: null };
    await host.edit(second!.id, [{ ...cell, expectedBefore, after: { value: 130 } }]);
    const [before, after] = [partsOf(file), partsOf(await host.save())];
    expect(after.get(SECOND)!.includes('<v>130</v>')).toBe(true);
    expect(after.get('xl/worksheets/sheet1.xml')).toEqual(before.get('xl/worksheets/sheet1.xml'));
  });
});
