import type { BrowserContext, Frame, Page } from 'playwright-core';

import { startBrowser } from './support/browser';
import { PLATFORM } from './support/platform';
import type { SeamPage } from './support/seam-page';
import { startSeamServer } from './support/seam-server';

/** What the pages of these tests keep on their windows. */
declare global {
  interface Window {
    readonly seamPage: SeamPage;
    readonly ready: Promise<{ host: string; platform: string }>;
    readonly refreshed?: number;
  }
}

let server: Awaited<ReturnType<typeof startSeamServer>>;
let browser: { context: BrowserContext; close(): Promise<void> };

beforeAll(async () => {
  [server, browser] = await Promise.all([startSeamServer(), startBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

async function open(options: object = {}): Promise<{ page: Page; pane: Frame; outside: string[] }> {
  const page = await browser.context.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      outside.push(request.url());
  });
  await page.goto(`${server.url}?options=${encodeURIComponent(JSON.stringify(options))}`);
  const pane = await (await page.waitForSelector('iframe')).contentFrame();
  await pane!.waitForFunction(() => 'ready' in window);
  return { page, pane: pane!, outside };
}

const SEEN = {
  win32: { platform: 'PC', documentUrl: () => 'C:\\绩效自评.xlsx' },
  web: { platform: 'OfficeOnline', documentUrl: () => encodeURI(`${server.url}绩效自评.xlsx`) },
}[PLATFORM];

test(`office.js takes the workbench for Excel (${PLATFORM}) without asking anybody else`, async () => {
  const { pane, outside } = await open();
  expect(await pane.evaluate(() => window.ready)).toMatchObject({ host: 'Excel', platform: SEEN.platform });
  const sets = await pane.evaluate(() =>
    ['1.15', '1.16'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version)),
  );
  expect(sets).toEqual([true, false]);
  expect(await pane.evaluate(() => [Office.context.displayLanguage, Office.context.document.url])).toEqual([
    'zh-CN',
    SEEN.documentUrl(),
  ]);
  expect(outside).toEqual([]);
});

test('an older Excel is reported as such', async () => {
  const { pane } = await open({ apiVersion: '1.9', requirementSets: { SharedRuntime: '' } });
  await pane.evaluate(() => window.ready);
  const sets = await pane.evaluate(() => {
    const { requirements } = Office.context;
    return [
      requirements.isSetSupported('ExcelApi', '1.10'),
      requirements.isSetSupported('SharedRuntime', '1.1'),
    ];
  });
  expect(sets).toEqual([false, false]);
});

test('Excel.run reads, writes and marks the workbook', async () => {
  const { page, pane } = await open();
  await pane.evaluate(() => window.ready);
  const values = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A3:B3').values = [['合计', '=SUM(B2)']];
      const format = sheet.getRanges('B2,B3').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '="mark"<>""';
      format.custom.format.fill.color = '#F8C7C7';
      const used = sheet.getUsedRange().load('formulas');
      await context.sync();
      return used.formulas;
    }),
  );
  expect(values).toEqual([
    ['项目', '预算'],
    ['道路维修', 120],
    ['合计', '=SUM(B2)'],
  ]);
  expect(await page.evaluate(() => window.seamPage.model.activeSheet.shownFill({ row: 2, column: 1 }))).toBe(
    '#F8C7C7',
  );
});

test('errors come as the library throws them', async () => {
  const { pane } = await open();
  await pane.evaluate(() => window.ready);
  const error = await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    }).catch((thrown: OfficeExtension.Error) => [thrown instanceof OfficeExtension.Error, thrown.code]),
  );
  expect(error).toEqual([true, 'ItemNotFound']);
});

test('a large table is read and written', async () => {
  const { pane } = await open();
  await pane.evaluate(() => window.ready);
  const [rows, last] = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const matrix = Array.from({ length: 2000 }, (_, row) =>
        Array.from({ length: 10 }, (_, c) => row * 10 + c),
      );
      sheet.getRangeByIndexes(0, 0, 2000, 10).values = matrix;
      await context.sync();
      const used = sheet.getUsedRange().load('values');
      await context.sync();
      return [used.values.length, used.values[1999]![9] as number];
    }),
  );
  expect([rows, last]).toEqual([2000, 19999]);
});

test('events reach the pane', async () => {
  const { page, pane } = await open();
  await pane.evaluate(() => window.ready);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async (event) => void heard.push(`changed ${event.address}`));
      worksheets.onSelectionChanged.add(async (event) => void heard.push(`selected ${event.address}`));
      worksheets.onAdded.add(async () => void heard.push('added'));
      context.workbook.onSelectionChanged.add(async () => void heard.push('selected in workbook'));
      await context.sync();
    }),
  );
  await page.evaluate(() => {
    const { model } = window.seamPage;
    const cell = { firstRow: 4, firstColumn: 1, lastRow: 4, lastColumn: 1 };
    model.activeSheet.setCells(cell, [[{ value: 7 }]]);
    model.select(model.activeSheet.id, cell);
    model.addSheet('新表');
  });
  await pane.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length === 4);
  const heard = await pane.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.sort()).toEqual(['added', 'changed B5', 'selected B5', 'selected in workbook']);
});

test('a ribbon button calls its function and waits for it; an unknown one fails', async () => {
  const { page, pane } = await open();
  // Pressed while the pane may still be starting.
  await page.evaluate(() => window.seamPage.connection.fireCommand('refresh'));
  expect(await pane.evaluate(() => window.refreshed)).toBe(1);
  const failed = await page.evaluate(() =>
    window.seamPage.connection.fireCommand('unknown').catch((error: Error) => error.message),
  );
  expect(failed).toContain('unknown');
});

test('settings outlive a reload of the pane', async () => {
  const { page, pane } = await open();
  await pane.evaluate(() => window.ready);
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.document.settings.set('seen', true);
        Office.context.document.settings.saveAsync(() => resolve());
      }),
  );
  await pane.evaluate(() => sessionStorage.clear());
  await pane.goto(`${server.url}pane.html`);
  await pane.evaluate(() => window.ready);
  expect(await pane.evaluate(() => Office.context.document.settings.get('seen') as unknown)).toBe(true);
  await page.close();
});
