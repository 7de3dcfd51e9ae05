import { readFileSync } from 'node:fs';
import { toRangeAddress } from '../../src/engine/sheet/address';
import { numberFormatAt, valueAt } from '../../src/engine/sheet/snapshot';
import { openWorkbookFile } from '../../src/host/file/open-workbook-file';
import { CORPUS, corpusFile, withCorpus } from '../support/outside/corpus';

interface Expected {
  readonly cells: readonly (readonly unknown[])[];
  readonly merges: readonly string[];
  readonly numberFormats?: Readonly<Record<string, string>>;
}

withCorpus([], () => {
  test.each(CORPUS)('reads %s', async (name) => {
    const expected = JSON.parse(readFileSync(corpusFile(name.replace(/xlsx$/, 'json')), 'utf8')) as Expected;
    const workbook = await openWorkbookFile(corpusFile(name));
    const sheet = workbook.readSheet(0);
    const cells = expected.cells.map((row, r) => row.map((_, c) => valueAt(sheet, r, c) ?? ''));
    expect(cells).toEqual(expected.cells.map((row) => row.map((value) => value ?? '')));
    expect(sheet.merges!.map(toRangeAddress).sort()).toEqual([...expected.merges].sort());
    for (const [range, format] of Object.entries(expected.numberFormats ?? {})) {
      const [, column, row] = /^([A-Z])(\d+)/.exec(range)!;
      expect(numberFormatAt(sheet, Number(row) - 1, column!.charCodeAt(0) - 65)).toBe(format);
    }
  });
});
