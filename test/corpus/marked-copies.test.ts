import { insertOne } from '../support/workbooks/insert-one';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileHost } from '../../src/host/file/file-host';
import { PLAN } from '../host/contract/plan';
import { partsOf } from '../support/xlsx/package-parts';
import { CORPUS, corpusFile, withCorpus } from '../support/outside/corpus';
import { readWithOpenpyxl } from '../support/outside/outside-readers';

const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What has to be entered in parts that a workbook has already. */
const MAY_CHANGE =
  /^\[Content_Types\]\.xml$|workbook\.xml(\.rels)?$|styles\.xml$|worksheets\/(_rels\/)?sheet1\.xml/;

withCorpus([], () => {
  test.each(CORPUS)('%s, marked, noted, rolled up and cleared, is what it was', async (name) => {
    const original = new Uint8Array(readFileSync(corpusFile(name)));
    const host = await openFileHost(corpusFile(name));
    const [sheet] = await host.sheets();
    const cell = { firstRow: 2, lastRow: 5, firstColumn: 1, lastColumn: 3 };
    const notes = [2, 3, 4].map((row) => ({ row, column: 1, text: `第${row + 1}行：请核对` }));
    const marked = await host.mark(sheet!.id, { cells: { error: [cell], warning: [], info: [] }, notes });
    expect(marked).toMatchObject({
      markedCells: 12,
      notes: 3,
      notesLeftOut: 0,
      notesRefused: 0,
      unreadable: 0,
    });
    await insertOne(host, { ...PLAN, links: [] });
    await host.remember('{"version":1}');
    const copy = await host.save();

    const [before, after] = [partsOf(original), partsOf(copy)];
    const changed = [...before.keys()].filter((part) => !after.get(part)?.equals(before.get(part)!));
    expect(changed.filter((part) => !MAY_CHANGE.test(part))).toEqual([]);
    const seen = await readWithOpenpyxl(copy);
    // It shows no notes within merged cells, so they are not counted here.
    if (seen) expect(seen.sheets.map((one) => one.name)).toEqual([sheet!.name, '单位汇总']);

    const path = join(folder, name);
    writeFileSync(path, copy);
    const { bytes } = await (await openFileHost(path)).saveCleared();
    expect(partsOf(bytes)).toEqual(before);
  });
});
