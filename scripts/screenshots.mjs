/**
 * `npm run screenshots`: takes the pictures of the README from the running workbench, into assets/screenshots.
 */
/* global window, requestAnimationFrame */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { BROWSER_ARGS, chromiumPath } from './chromium.mjs';
import { ensureDependencies, ROOT } from './dependencies.mjs';
import { startWorkbenchServer } from './workbench-server.mjs';

ensureDependencies();
ensureBuilt(['addin', 'workbench']);
const { chromium } = await import('playwright-core');
const folder = join(ROOT, 'assets/screenshots');
mkdirSync(folder, { recursive: true });

const { server, url } = await startWorkbenchServer(0);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' });
  await page.goto(url);
  const pane = page.frameLocator('iframe');
  const menu = async (name, item) => {
    await pane.getByRole('button', { name, exact: true }).and(pane.locator('[aria-haspopup]')).click();
    await pane.getByRole('menuitem', { name: item, exact: true }).click();
  };
  await pane.getByRole('region', { name: '识别结果' }).getByText('个项目').waitFor();
  await pane.getByRole('button', { name: '审核', exact: true }).click();
  await pane.getByRole('button', { name: /^错误 \d+$/ }).waitFor();
  await menu('标记', '标记全部问题');
  await pane.getByText(/已标记 \d+ 个单元格/).waitFor();
  const card = pane.locator('li[data-finding^="execution-rate-mismatch!"]').first();
  if (!(await card.isVisible()))
    await pane
      .getByRole('button', { name: /执行率与计算不符|执行率/ })
      .first()
      .click();
  await card.click();
  await picture(page, 'workbench');
  await menu('插入汇总', '全部汇总表');
  await pane.getByText(/已生成汇总表/).waitFor();
  await page.evaluate(() => {
    const { model } = window.workbench;
    model.activate(model.sheets.find(({ name }) => name.startsWith('单位汇总')).id);
  });
  await pane.getByText('不作审核').waitFor();
  await picture(page, 'rollup');
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** Waits until the grid has drawn twice without a change, then keeps what it shows. */
async function picture(page, name) {
  let before = '';
  for (;;) {
    const now = (await page.screenshot()).toString('base64');
    if (now === before) break;
    before = now;
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`assets/screenshots/${name}.png`);
}
