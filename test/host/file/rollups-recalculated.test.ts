import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookReview } from '../../../src/app/workbook-review';
import { isCellError, type CellValue } from '../../../src/engine/sheet/cell-value';
import { OWN_SHEET_KEYS } from '../../../src/engine/sheet/sheet-plan';
import { openFileHost } from '../../../src/host/file/file-host';
import { ministryForm } from '../../support/annexes/ministry-form';
import { recalculatedByLibreOffice, testWith } from '../../support/outside/outside-readers';
import { sheetOfCells } from '../../support/xlsx/sheet-of-cells';
import { buildXlsx } from '../../support/xlsx/xlsx-builder';

const folder = mkdtempSync(join(tmpdir(), 'rollups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const sample = (name: string): string =>
  kept(name, readFileSync(join(__dirname, '../../../assets/samples', name)));
const forms = (): string =>
  kept(
    'forms.xlsx',
    buildXlsx({
      sheets: [
        sheetOfCells('表1', ministryForm({ name: '河道巡查', totalScore: 90 })),
        sheetOfCells(
          "O'Brien 表!2",
          ministryForm({ name: '泵站检修', moneyUnit: '元', budget: 1_000_000, actual: 450_000 }),
        ),
        sheetOfCells(
          '表3',
          ministryForm({ name: '水质监测', unit: '市园林站', budget: '100万', actual: 110 }),
        ),
      ],
    }),
  );

type Shown = readonly (readonly unknown[])[];

/** Numbers to a hundred millionth, and blank cells as one thing. */
const shown = (values: readonly (readonly CellValue[])[]): Shown =>
  values.map((row) =>
    row.map((value) => (typeof value === 'number' ? Number(value.toFixed(8)) : value === '' ? null : value)),
  );

/** All rollups of a workbook with the values that the engine gives them. */
async function rollupsOf(
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly ours: Map<string, Shown> }> {
  const host = await openFileHost(path);
  const review = await WorkbookReview.of(host);
  for (const sheet of review.sheets) await review.look(sheet);
  await review.conclude();
  await review.dress('zh-CN');
  const ours = new Map<string, Shown>();
  for (const key of OWN_SHEET_KEYS) {
    const sheet = await host.ownSheet(key);
    if (sheet) ours.set(sheet.name, shown((await host.read(sheet.id)).values));
  }
  return { bytes: await host.save(), ours };
}

describe.each([
  ['a table with points', () => sample('scored-annex.xlsx'), 5],
  ['a table', () => sample('self-evaluation-annex.xlsx'), 5],
  ['a workbook of forms', forms, 6],
])('the rollups of %s', (_, path, count) => {
  testWith('libreoffice')(
    'say the same where LibreOffice calculates them',
    async () => {
      const { bytes, ours } = await rollupsOf(path());
      expect(ours.size).toBe(count);
      const host = await openFileHost(kept('calculated.xlsx', (await recalculatedByLibreOffice(bytes))!));
      const sheets = await host.sheets();
      for (const [name, values] of ours) {
        const now = await host.read(sheets.find((one) => one.name === name)!.id);
        expect(now.values.flat().filter(isCellError)).toEqual([]);
        const wide = Math.max(...values.map((row) => row.length));
        const same = (rows: Shown): Shown =>
          rows.map((row) => Array.from({ length: wide }, (_unused, c) => row[c] ?? null));
        expect([name, same(shown(now.values))]).toEqual([name, same(values)]);
      }
    },
    240_000,
  );
});
