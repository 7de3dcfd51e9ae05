import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { openFileHost } from '../../src/host/file/file-host';
import { inflateWithZlib } from '../../src/host/file/zlib-inflate';
import type { WorkbookModel } from '../../workbench/model/workbook-model';
import { openWorkbook } from '../../src/xlsx';
import { Pane } from './support/pane';
import { ourMarks } from './support/questions';
import { useWorkbench } from './support/workbench';

const SAMPLE = join(__dirname, '../../assets/samples/self-evaluation-annex.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-save-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is downloaded when somebody clicks on 保存. */
async function save(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存', exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

/** Opens a file in the page, as if it had been chosen behind 打开…. */
async function reopen(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.waitForFunction((wanted) => window.workbench?.model.name === wanted, name);
}

/** What is ours in the workbook. Runs in the page. */
const ours = (model: WorkbookModel) => {
  const all = model.sheets.map((sheet) => ({
    name: sheet.name,
    marks: sheet.conditionalFormats.map(({ formula, ranges, fill }) => ({ formula, ranges, fill })),
    notes: sheet.notes.map(({ row, column, text }) => ({ row, column, text })),
    charts: sheet.charts.map(({ name, type, title, at }) => ({ name, type, title, at })),
    merges: sheet.merges,
    choices: sheet.choices.length,
    frozen: sheet.frozen,
  }));
  return { sheets: all, names: model.names.map(({ name, visible }) => ({ name, visible })) };
};

function snapshots(bytes: Uint8Array): SheetSnapshot[] {
  const workbook = openWorkbook(bytes, { inflate: inflateWithZlib });
  return workbook.sheets.map(({ index }) => workbook.readSheet(index));
}

describe('a workbook reviewed in the workbench', () => {
  const scenario = useWorkbench();

  scenario(
    'is saved, opened again with all that is ours in it, and cleared by the command line',
    async ({ page, pane: frame, ask }) => {
      const pane = new Pane(frame);
      const counts = await pane.review();
      await pane.mark();
      await pane.insertRollups();
      const before = await ask(ours);
      expect(before.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['单位汇总', '问题清单']));

      const saved = await save(page);
      await reopen(page, 'saved.xlsx', saved);
      expect(await ask(ours)).toEqual(before);
      expect(await pane.review()).toEqual(counts);
      // The rollups are known again: they are written anew in their places, with one chart each as before.
      await pane.insertRollups();
      expect(await ask(ours)).toEqual(before);
      const again = await save(page);
      await reopen(page, 'again.xlsx', again);
      expect(await ask(ours)).toEqual(before);
      await pane.review();
      await pane.clearMarks();
      expect(await ask(ourMarks)).toEqual([]);

      const original = snapshots(readFileSync(SAMPLE));
      for (const [name, bytes] of Object.entries({ saved, again })) {
        const path = join(folder, `${name}.xlsx`);
        writeFileSync(path, bytes);
        const cleared = await (await openFileHost(path)).saveCleared();
        expect(cleared).toMatchObject({ hadTraces: true, keptSheets: [] });
        expect(snapshots(cleared.bytes)).toEqual(original);
      }
    },
    { workbook: SAMPLE },
  );

  scenario(
    'is not saved where the file cannot follow, and the page says why',
    async ({ page, ask }) => {
      await ask((model) => model.activeSheet.insertRows(7, 1));
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText(/^不能保存：.*插入、删除或移动过行或列/).waitFor();
    },
    { workbook: SAMPLE },
  );
});
