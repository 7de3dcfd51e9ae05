import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WorkbookReview, type ReviewedSheet } from '../../src/app/workbook-review';
import { toAddress } from '../../src/engine/sheet/address';
import { isCellError, type CellValue } from '../../src/engine/sheet/cell-value';
import { OWN_SHEET_KEYS } from '../../src/engine/sheet/sheet-plan';
import { openFileHost } from '../../src/host/file/file-host';
import { format } from '../../src/pane/i18n/texts';
import { WORKBOOK_TEXTS } from '../../src/pane/workbook/workbook-texts';
import type { WorkbookModel } from '../../workbench/model/workbook-model';
import { recalculatedByLibreOffice, testWith } from '../support/outside/outside-readers';
import { formsWorkbook } from '../support/workbooks/forms-workbook';
import { useWorkbench } from './support/workbench';

/** A share of the worksheets for every change, all of them each night. */
const WORKSHEETS = Number(process.env['FORM_SHEETS'] ?? 24);
const RESULTS = '自评结果汇总表';
const texts = WORKBOOK_TEXTS['zh-CN'];
const book = formsWorkbook(WORKSHEETS);
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Sixty worksheets take about a minute on a machine that has nothing else to do.
jest.setTimeout(240_000);

type Cells = (CellValue | undefined)[][];

/** What the command makes of the workbook: its reviews, and its rollups cell by cell from A1. */
async function byCommand(): Promise<{ reviewed: readonly ReviewedSheet[]; rollups: Map<string, Cells> }> {
  const path = join(folder, 'forms.xlsx');
  writeFileSync(path, book.bytes);
  const host = await openFileHost(path);
  const review = await WorkbookReview.of(host);
  for (const sheet of review.sheets) await review.look(sheet);
  const reviewed = await review.conclude();
  for (const sheet of review.hiddenSheets) await review.lookAt(sheet);
  await review.dress('zh-CN');
  const rollups = new Map<string, Cells>();
  for (const key of OWN_SHEET_KEYS) {
    const sheet = (await host.ownSheet(key))!;
    rollups.set(sheet.name, (await host.read(sheet.id)).values as Cells);
  }
  return { reviewed, rollups };
}

/** The values of a worksheet from A1 on, as the grid has calculated them. Runs in the page. */
const valuesOf = (model: WorkbookModel, name: string): Cells => {
  const sheet = model.sheets.find((one) => one.name === name)!;
  const { lastRow, lastColumn } = sheet.usedRange()!;
  return sheet.values({ firstRow: 0, firstColumn: 0, lastRow, lastColumn });
};

/** What is ours on each worksheet: marked cells ("row,column", 0-based), links and merged cells. Runs in the page. */
const ours = (model: WorkbookModel) =>
  model.sheets.map(({ name, conditionalFormats, links, merges }) => ({
    name,
    marked: conditionalFormats
      .filter(({ formula }) => formula.includes('annex-reviewer:'))
      .flatMap(({ ranges }) => ranges)
      .flatMap(({ firstRow, lastRow, firstColumn, lastColumn }) =>
        Array.from({ length: lastRow - firstRow + 1 }, (_row, r) =>
          Array.from({ length: lastColumn - firstColumn + 1 }, (_cell, c) =>
            [firstRow + r, firstColumn + c].join(),
          ),
        ).flat(),
      )
      .sort(),
    links: links.length,
    merges: merges.length,
  }));

/** Blank and '' are one to a reader; figures to eight digits, for calculators round each in its own way. */
function asShown(cells: Cells): unknown[][] {
  const shown = cells.map((row) => {
    const values = row.map((value) =>
      typeof value === 'number'
        ? Number(value.toPrecision(8))
        : value === '' || value === undefined
          ? null
          : value,
    );
    while (values.length > 0 && values.at(-1) === null) values.pop();
    return values;
  });
  while (shown.length > 0 && shown.at(-1)!.length === 0) shown.pop();
  return shown;
}

async function save(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存', exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

let saved: Buffer | null = null;
let expected: Awaited<ReturnType<typeof byCommand>>;
beforeAll(async () => {
  expected = await byCommand();
});

describe(`a workbook of ${WORKSHEETS} worksheets`, () => {
  const scenario = useWorkbench();

  scenario(
    'is reviewed as a whole, marked, rolled up, saved and opened again',
    async ({ page, pane, ask }) => {
      const open = expected.reviewed.flatMap(({ findings }) => findings);
      const evaluations = book.forms.length + 1;
      const found = format(texts.sheets, { count: evaluations, findings: open.length });
      const reviewAll = async (button: string): Promise<void> => {
        await pane.getByRole('button', { name: button, exact: true, disabled: false }).click();
        await pane.getByText(found, { exact: true }).waitFor({ timeout: 120_000 });
      };
      await pane.getByRole('button', { name: texts.title, exact: true }).click();
      await reviewAll(texts.review);
      const lines = await pane.getByRole('listitem').allTextContents();
      expect(lines).toHaveLength(WORKSHEETS);
      expect(lines[0]).toContain(texts['no-annex']);
      expect(lines.at(-1)).toContain(texts.hiddenAnnex);

      // The summary contradicts four forms, and no others.
      const across = open.filter(({ rule }) => rule === 'summary-form-mismatch');
      expect(across.map(({ cell: { row, column } }) => toAddress(row, column))).toEqual(book.contradictions);

      await pane.getByRole('button', { name: texts.mark, exact: true }).click();
      await pane.getByText(/已标记 \d+ 个单元格/).waitFor({ timeout: 120_000 });
      const marked = await ask(ours);
      for (const { sheet, findings } of expected.reviewed) {
        const cells = new Set(findings.map(({ cell: { row, column } }) => [row, column].join()));
        const own = marked.find(({ name }) => name === sheet.name)!;
        expect([sheet.name, own.marked]).toEqual([sheet.name, [...cells].sort()]);
      }
      expect(marked.find(({ name }) => name === book.hiddenName)!.marked).toEqual([]);

      const rollUp = format(texts.rollUp, { count: evaluations });
      await pane.getByRole('button', { name: rollUp, exact: true }).click();
      await pane.getByText(/已生成汇总表/).waitFor({ timeout: 120_000 });
      const names = [
        ...book.names,
        '问题清单',
        '审核意见表',
        '指标完成统计',
        '执行率分档表',
        RESULTS,
        '单位汇总',
      ];
      const before = await ask(ours);
      expect(before.map(({ name }) => name)).toEqual(names);
      // What the grid calculates itself is what the command has written.
      for (const [name, cells] of expected.rollups)
        expect(asShown(await ask(valuesOf, name))).toEqual(asShown(cells));
      expect(before.find(({ name }) => name === RESULTS)!.links).toBe(book.forms.length);

      saved = await save(page);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'saved.xlsx', mimeType: '', buffer: saved });
      await page.waitForFunction(() => window.workbench?.model.name === 'saved.xlsx');
      expect(await ask(ours)).toEqual(before);
      for (const [name, cells] of expected.rollups)
        expect(asShown(await ask(valuesOf, name))).toEqual(asShown(cells));
      // Ours are known again, and the rest is as it was.
      await pane.getByRole('button', { name: texts.title, exact: true }).click();
      await reviewAll(
        (await pane.getByRole('button', { name: texts.again, exact: true }).count()) > 0
          ? texts.again
          : texts.review,
      );
      await pane.getByRole('button', { name: rollUp, exact: true }).click();
      await pane.getByText(/已生成汇总表/).waitFor({ timeout: 120_000 });
      expect((await ask(ours)).map(({ name }) => name)).toEqual(names);
    },
    { workbook: Buffer.from(book.bytes) },
  );

  scenario(
    'has results that follow the forms',
    async ({ page, pane, ask }) => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'saved.xlsx', mimeType: '', buffer: saved! });
      await page.waitForFunction(() => window.workbench?.model.name === 'saved.xlsx');
      await pane.locator('body').waitFor();
      const [form] = book.forms;
      const results = expected.rollups.get(RESULTS)!;
      const heading = results[2]!;
      const at = {
        row: 3,
        column: heading.indexOf('全年预算数'),
        total: results.findIndex((row) => row[1] === '合计'),
      };
      const was = await ask(valuesOf, RESULTS);
      const cell = /\$([A-Z]+)\$(\d+)/.exec(
        await ask(formulaOf, { sheet: RESULTS, row: at.row, column: at.column }),
      )!;
      await ask(type, { sheet: form!.name, address: `${cell[1]}${cell[2]}`, value: 1_000_000 });
      await page.waitForFunction(
        ({ sheet, row, column }) =>
          window
            .workbench!.model.sheets.find(({ name }) => name === sheet)!
            .values({
              firstRow: row,
              lastRow: row,
              firstColumn: column,
              lastColumn: column,
            })[0]![0] === 1_000_000,
        { sheet: RESULTS, row: at.row, column: at.column },
      );
      const now = await ask(valuesOf, RESULTS);
      const total = (cells: Cells): number => cells[at.total]![at.column] as number;
      expect(total(now) - total(was)).toBeCloseTo(1_000_000 - (was[at.row]![at.column] as number), 4);
    },
    { workbook: Buffer.from(book.bytes) },
  );

  testWith('libreoffice')(
    'says the same where LibreOffice calculates its rollups',
    async () => {
      const path = join(folder, 'recalculated.xlsx');
      writeFileSync(path, (await recalculatedByLibreOffice(saved!))!);
      const host = await openFileHost(path);
      const sheets = await host.sheets();
      for (const [name, cells] of expected.rollups) {
        const { values } = await host.read(sheets.find((one) => one.name === name)!.id);
        expect(values.flat().filter(isCellError)).toEqual([]);
        expect(asShown(values as Cells)).toEqual(asShown(cells));
      }
    },
    180_000,
  );
});

/** The formula of a cell. Runs in the page. */
const formulaOf = (
  model: WorkbookModel,
  { sheet, row, column }: { sheet: string; row: number; column: number },
): string =>
  model.sheets
    .find(({ name }) => name === sheet)!
    .formulas({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column })[0]![0]!;

/** Types a number, as a person would. Runs in the page. */
const type = (
  model: WorkbookModel,
  { sheet, address, value }: { sheet: string; address: string; value: number },
): void => {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters!].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const range = {
    firstRow: Number(row) - 1,
    lastRow: Number(row) - 1,
    firstColumn: column,
    lastColumn: column,
  };
  model.sheets.find(({ name }) => name === sheet)!.setCells(range, [[{ value }]]);
};
