import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../../src/host/file/file-host';
import { inflateWithZlib } from '../../../src/host/file/zlib-inflate';
import { openWorkbook } from '../../../src/xlsx';
import { ANNEX_PARTS, ANNEX_SHEET } from '../../support/annexes/annex-parts';
import { partsOf, readToEnd } from '../../support/xlsx/package-parts';
import * as habits from '../../support/xlsx/resaved-file';
import { reviewedFile } from '../../support/xlsx/reviewed-file';
import { zipParts } from '../../support/xlsx/xlsx-builder';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FILE = join(folder, 'resaved.xlsx');

const open = async (bytes: Uint8Array) => {
  writeFileSync(FILE, bytes);
  return openFileHost(FILE);
};

const STATE = '{"version":1,"kept":"忽略的发现"}';

/** A reviewed copy with a state document in it. */
async function reviewed(): Promise<Uint8Array> {
  const { copy } = await reviewedFile(FILE, zipParts(ANNEX_PARTS));
  const host = await open(copy);
  await host.remember(STATE);
  return host.save();
}

const PROGRAMS: readonly [string, readonly habits.Resaving[]][] = [
  ['LibreOffice', [habits.sharesTexts, habits.movesCustomXml, habits.cutsNotesIntoRuns, habits.redrawsNotes]],
  ['one that forgets what leads to parts', [habits.sharesTexts, habits.forgetsWhatLeadsToCustomXml]],
  ['one that rewords formulas', [habits.rewordsFormats, habits.namesAuthorsInNotes]],
  ['one that splits ranges', [habits.splitsRanges, habits.rewordsFormats]],
  ['one that knows extensions', [habits.usesExtensions, habits.sharesTexts]],
  ['one that names parts anew', [habits.renamesSheetParts, habits.sharesTexts, habits.movesCustomXml]],
];

describe.each(PROGRAMS)('a reviewed copy that was saved by %s', (_, program) => {
  it('has nothing of ours any more when it is cleared, and is otherwise what it was', async () => {
    const saved = habits.resavedFile(await reviewed(), ...program);
    const { bytes, hadTraces, keptSheets, damagedSheets } = await (await open(saved)).saveCleared();
    expect({ hadTraces, keptSheets, damagedSheets }).toEqual({
      hadTraces: true,
      keptSheets: [],
      damagedSheets: [],
    });
    for (const [name, content] of partsOf(bytes)) {
      const text = content.toString('utf8');
      for (const word of [
        'annex-reviewer',
        '_annexReviewer',
        '绩效自评审核',
        '问题清单',
        '请核对',
        'ObjectType="Note"',
      ])
        expect({ name, word, found: text.includes(word) }).toEqual({ name, word, found: false });
      if (/\.(xml|rels)$/.test(name)) readToEnd(content, name);
    }
    const values = (file: Uint8Array) => {
      const book = openWorkbook(file, { inflate: inflateWithZlib });
      return book.sheets.map(({ index, name }) => [name, book.readSheet(index).values]);
    };
    expect(values(bytes)).toEqual(values(zipParts(ANNEX_PARTS)));
    expect((await (await open(bytes)).saveCleared()).hadTraces).toBe(false);
  });

  it('still has the state of the review', async () => {
    const host = await open(habits.resavedFile(await reviewed(), ...program));
    expect((await host.recall()).map(({ text }) => text)).toEqual([STATE]);
  });

  it('is reviewed again: each mark and note is there once', async () => {
    const saved = habits.resavedFile(await reviewed(), ...program);
    const { copy, dressed } = await reviewedFile(FILE, saved);
    const first = await reviewedFile(FILE, zipParts(ANNEX_PARTS));
    expect(dressed?.markedCells).toBe(first.dressed?.markedCells);
    expect(dressed?.notes).toBe(first.dressed?.notes);
    const { sheets } = openWorkbook(copy, { inflate: inflateWithZlib });
    expect(sheets.map(({ name }) => name).sort()).toEqual(
      [ANNEX_SHEET, '其他', '单位汇总', '执行率分档表', '指标完成统计', '审核意见表', '问题清单'].sort(),
    );
  });
});

test('texts that worksheets of the user have too stay in the shared strings', async () => {
  const parts = {
    ...ANNEX_PARTS,
    'xl/worksheets/sheet2.xml': ANNEX_PARTS['xl/worksheets/sheet2.xml']!.replace(
      /<c r="A1".*?<\/c>/,
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">问题清单</t></is></c>',
    ),
  };
  const { copy } = await reviewedFile(FILE, zipParts(parts));
  const saved = habits.resavedFile(copy, habits.sharesTexts);
  const { bytes } = await (await open(saved)).saveCleared();
  const book = openWorkbook(bytes, { inflate: inflateWithZlib });
  expect(book.readSheet(1).values[0]![0]).toBe('问题清单');
});
