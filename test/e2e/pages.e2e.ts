import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zhCN } from '../../src/pane/i18n/zh-CN';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';

const ADDIN = join(__dirname, '../../dist/addin');
const built = (page: string): string => readFileSync(join(ADDIN, page), 'utf8');

const scenario = useWorkbench();

scenario('an engine that is too old is told which Excel is needed', async ({ page }) => {
  const old = await page.context().newPage();
  await old.addInitScript(() => {
    delete (Promise.prototype as Partial<Promise<unknown>>).finally;
  });
  await old.goto(`${page.url()}pane.html`);
  await old.getByText('此版本的 Excel 或 WPS 太旧').waitFor();
  await old.close();
});

scenario('the page of the buttons shows a message in words', async ({ page }) => {
  await page.goto(`${page.url()}commands.html#message=${encodeURIComponent('没有找到<b>自评表</b>')}`);
  expect(await page.locator('body').innerText()).toBe('没有找到<b>自评表</b>');
});

scenario('an office.js that cannot be loaded leaves no blank pane', async ({ page, pane: frame }) => {
  await new Pane(frame).recognition.waitFor();
  const alone = await page.context().newPage();
  await alone.route('**/office-js/**', (route) => route.abort());
  await alone.goto(`${page.url()}pane.html`);
  await alone.getByText(zhCN.problems.noHost).waitFor();
  await alone.close();
});

test('the built add-in holds nothing of the workbench and nothing of office.js', () => {
  const names = readdirSync(ADDIN, { recursive: true }) as string[];
  expect(names.filter((name) => /univer|workbench|office/i.test(name))).toEqual([]);
  for (const name of names.filter((each) => each.endsWith('.js')))
    expect([name, /univerjs|win32-seam|ScriptLoading/.test(built(name))]).toEqual([name, false]);
});

test('the notice for old engines is written in the oldest JavaScript', () => {
  const scripts = [...built('pane.html').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts)
    expect(script).not.toMatch(/=>|`|\b(const|let|class|async|await)\b|\?\.|\?\?/);
});
