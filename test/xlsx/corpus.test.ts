import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toRangeAddress } from '../../src/engine/sheet/address';
import { numberFormatAt, valueAt } from '../../src/engine/sheet/snapshot';
import { openWorkbookFile } from '../../src/host/file/open-workbook-file';

const FOLDER = join(__dirname, '..', '..', '..', 'shared', 'corpus');
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx')) : [];

interface Expected {
  readonly cells: readonly (readonly unknown[])[];
  readonly merges: readonly string[];
  readonly numberFormats?: Readonly<Record<string, string>>;
}

if (names.length === 0) {
  test.skip('the corpus of published annexes is not beside this checkout', () => undefined);
} else {
  test.each(names)('reads %s', async (name) => {
    const expected = JSON.parse(
      readFileSync(join(FOLDER, name.replace(/xlsx$/, 'json')), 'utf8'),
    ) as Expected;
    const workbook = await openWorkbookFile(join(FOLDER, name));
    const sheet = workbook.readSheet(0);
    const cells = expected.cells.map((row, r) => row.map((_, c) => valueAt(sheet, r, c) ?? ''));
    expect(cells).toEqual(expected.cells.map((row) => row.map((value) => value ?? '')));
    expect(sheet.merges!.map(toRangeAddress).sort()).toEqual([...expected.merges].sort());
    for (const [range, format] of Object.entries(expected.numberFormats ?? {})) {
      const [, column, row] = /^([A-Z])(\d+)/.exec(range)!;
      expect(numberFormatAt(sheet, Number(row) - 1, column!.charCodeAt(0) - 65)).toBe(format);
    }
  });
}
