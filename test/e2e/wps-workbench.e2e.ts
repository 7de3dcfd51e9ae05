import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenWpsWorkbench } from '../../workbench/view/wps-workbench';
import { expectedReview } from './support/expected';
import { Pane } from './support/pane';
import { cellsOf, content, ourMarks, sameCell, shownFills } from './support/questions';
import { useWorkbench } from './support/workbench';

/*
 * The add-in for WPS as it is built, in the emulated WPS of `npm start -- --wps`: background page and pane in windows of
 * their own, the ribbon of its ribbon.xml, several workbooks.
 */

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/samples/self-evaluation-annex.xlsx');
const PACKAGE = join(ROOT, `dist/wps/annex-reviewer_${require(join(ROOT, 'package.json')).version}`);
const PICTURES = join(ROOT, 'artifacts/wps');

// The whole way of a user, in one go.
jest.setTimeout(120_000);

const scenario = useWorkbench('wps');

/** Presses a button of the ribbon, once the add-in is loaded. */
const press = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('toolbar', { name: /功能区/ })
    .getByRole('button', { name, exact: true })
    .click();

const tabOf = (page: Page, book: string) =>
  page.getByRole('toolbar', { name: '打开的工作簿' }).getByRole('button', { name: book, exact: true });

/** What no page of an add-in may do, and was done. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window.workbench as unknown as OpenWpsWorkbench).wps.host.faults);

/** The pane in the width that most have. */
async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.evaluate(() => (document.querySelector<HTMLElement>('#pane')!.style.width = '320px'));
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.locator('#pane').screenshot({ path: join(PICTURES, `${name}-pane.png`) });
}

scenario('the main job, from the ribbon to a second workbook', async ({ page, pane: frame, ask }) => {
  const pane = new Pane(frame);
  const expected = await expectedReview(SAMPLE);
  const cells = cellsOf(expected.findings);

  await press(page, '审核');
  await pane.shows(expected.counts);
  await keepPicture(page, 'reviewed');

  await press(page, '标记');
  await pane.text(/已标记 \d+ 个单元格/).waitFor();
  expect((await ask(shownFills, cells)).every((fill) => fill !== null)).toBe(true);
  await keepPicture(page, 'marked');

  const finding = expected.findings.find(
    ({ fix, cell }) => fix?.edits.length === 1 && sameCell(fix.edits[0]!, cell),
  )!;
  const at = { row: finding.cell.row, column: finding.cell.column };
  const before = await ask(content, at);
  const card = await pane.card(finding);
  await card.click();
  await page.waitForFunction(({ row, column }) => {
    const { firstRow, firstColumn } = window.workbench!.model.selection;
    return firstRow === row && firstColumn === column;
  }, at);
  await card.getByRole('button', { name: '应用', exact: true }).click();
  await card.getByText('已修正').waitFor();
  expect(await ask(content, at)).not.toEqual(before);
  await keepPicture(page, 'fixed');

  await press(page, '插入汇总');
  await pane.text(/已生成汇总表/).waitFor();
  const sheets = await ask((model) => [model.activeSheet.name, ...model.sheets.map(({ name }) => name)]);
  expect(sheets).toEqual([expected.sheetName, ...sheets.slice(1)]);
  expect(sheets).toEqual(expect.arrayContaining(['单位汇总', '问题清单']));
  await keepPicture(page, 'rollups');

  await pane.button('收起窗格').click();
  await pane.body.waitFor({ state: 'hidden' });
  await press(page, '打开窗格');
  await pane.body.waitFor({ state: 'visible' });
  const left = await pane.counts();
  expect(left[finding.severity]).toBe(expected.counts[finding.severity] - 1);

  // Another workbook: nothing of the first is said of it, and nothing was done in it.
  await page.getByRole('button', { name: '示例', exact: true }).click();
  await pane.text('示例 (2).xlsx').waitFor();
  expect(await ask(ourMarks)).toEqual([]);
  await keepPicture(page, 'second');
  await press(page, '审核');
  await pane.shows(expected.counts);

  // The first one is as it was left.
  await tabOf(page, '示例.xlsx').click();
  await pane.text('示例.xlsx').waitFor();
  await pane.shows(left);
  expect((await ask(ourMarks)).length).toBeGreaterThan(0);
  await press(page, '清除标记');
  await pane.text(/已清除 \d+ 个单元格的标记/).waitFor();
  expect(await ask(ourMarks)).toEqual([]);
  expect(await faults(page)).toEqual([]);
});

scenario(
  'after a restart the pane is opened anew, and finds what the workbook keeps',
  async ({ page, pane: frame, ask }) => {
    const pane = new Pane(frame);
    await press(page, '标记');
    await pane.text(/已标记 \d+ 个单元格/).waitFor();
    await page.getByRole('button', { name: '重启 WPS', exact: true }).click();
    await page.locator('#pane').waitFor({ state: 'hidden' });
    await press(page, '清除标记');
    await pane.text(/已清除 \d+ 个单元格的标记/).waitFor();
    expect(await ask(ourMarks)).toEqual([]);
    expect(await faults(page)).toEqual([]);
  },
);

scenario('the pages are the built ones but for the script that stands for WPS', async ({ page }) => {
  for (const name of ['index.html', 'pane.html']) {
    const served = await (await page.request.get(`${page.url()}wps/${name}`)).text();
    const built = readFileSync(join(PACKAGE, name), 'utf8');
    expect(served.replace('<script src="/workbench/wps-seam.js"></script>', '')).toBe(built);
  }
});
