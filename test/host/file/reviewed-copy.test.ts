import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../../src/host/file/file-host';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook } from '../../../src/xlsx';
import { partsOf, readToEnd } from '../../support/xlsx/package-parts';
import { reviewedFile } from '../../support/xlsx/reviewed-file';
import { RICH_SHEETS, richWorkbook, type RichWorkbookOptions } from '../../support/xlsx/rich-workbook';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function open(bytes: Uint8Array) {
  const path = join(folder, `${(files += 1)}.xlsx`);
  writeFileSync(path, bytes);
  return openFileHost(path);
}

async function reviewed(bytes: Uint8Array): Promise<Uint8Array> {
  const { copy, dressed } = await reviewedFile(join(folder, `${(files += 1)}.xlsx`), bytes);
  expect(dressed?.markedCells).toBeGreaterThan(0);
  expect(dressed?.notes).toBeGreaterThan(0);
  expect(dressed?.rollups).toHaveLength(5);
  return copy;
}

/** Parts that marks, notes and rollup sheets have to be entered in, besides the worksheet of the annex. */
const MAY_CHANGE =
  /^\[Content_Types\]\.xml$|\/workbook\.xml(\.rels)?$|\/styles\.xml$|comments|vmlDrawing|pivotTable/i;

function annexPart(bytes: Uint8Array): string {
  const { sheets } = openWorkbook(bytes, { inflate: inflateWithZlib });
  return sheets.find(({ name }) => name === RICH_SHEETS.annex)!.part!;
}

const VARIANTS: readonly [string, RichWorkbookOptions][] = [
  ['as Excel writes it', {}],
  ['without macros', { macros: false }],
  ['strict', { strict: true }],
  ['with prefixes', { prefix: 'x' }],
  ['with absolute targets', { absoluteTargets: true }],
  ['with the annex in UTF-16', { utf16: true }],
  ['as zip64', { zip64: true }],
  ['signed', { signed: true }],
];

describe.each(VARIANTS)('the reviewed copy of a workbook with everything, %s', (_, options) => {
  it('has every part, the untouched ones byte for byte, the others well-formed', async () => {
    const before = partsOf(richWorkbook(options));
    const after = partsOf(await reviewed(richWorkbook(options)));
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
    const changed = [...before.keys()].filter((name) => !after.get(name)!.equals(before.get(name)!));
    const annex = annexPart(richWorkbook(options));
    expect(changed).toContain(annex);
    expect(changed.filter((name) => name !== annex && !MAY_CHANGE.test(name))).toEqual([]);
    const touched = [...after.keys()].filter((name) => changed.includes(name) || !before.has(name));
    for (const name of touched.filter((one) => /\.(xml|rels)$/.test(one))) readToEnd(after.get(name)!, name);
  });

  it('is the workbook again, part by part, when cleared', async () => {
    const original = richWorkbook(options);
    const { bytes, hadTraces, keptSheets } = await (await open(await reviewed(original))).saveCleared();
    expect({ hadTraces, keptSheets }).toEqual({ hadTraces: true, keptSheets: [] });
    expect(partsOf(bytes)).toEqual(partsOf(original));
  });
});
