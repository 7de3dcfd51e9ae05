import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { zhCN } from '../../src/pane/i18n/zh-CN';
import { Pane } from './support/pane';
import { useWorkbench } from './support/workbench';

const ADDIN = join(__dirname, '../../dist/addin');
const OFFICE_JS = join(__dirname, '../../node_modules/@microsoft/office-js/dist');
const built = (page: string): string => readFileSync(join(ADDIN, page), 'utf8');

const scenario = useWorkbench();

scenario('an engine that is too old is told which Excel is needed', async ({ page }) => {
  const old = await page.context().newPage();
  await old.addInitScript(() => {
    Reflect.deleteProperty(String.prototype, 'trimStart');
  });
  // Microsoft's script, where no Excel answers it, asks for pages of its own, which the policy of ours refuses.
  await old.route('**/office-js/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await old.goto(`${page.url()}pane.html`);
  await old.getByText('此版本的 Excel 太旧').waitFor();
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

/** The directives of a page's own policy. */
function policyOf(html: string): Record<string, string[]> {
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
  return Object.fromEntries(
    content!.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ');
      return [name!, sources];
    }),
  );
}

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inlineIn = (element: string, html: string) =>
  [...html.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(([, text]) => hashed(text!));

describe.each([
  ['pane.html', [hashed('')]],
  ['commands.html', []],
])('the policy of %s', (page, madeByFluent) => {
  const html = built(page);

  test('stands first in the head', () => {
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(Buffer.byteLength(html.slice(0, html.indexOf('<meta charset')))).toBeLessThan(1000);
  });

  test('allows no more than the page needs', () => {
    const [office] = html.match(/https:[^"]*\/(?=office\.js")/)!;
    expect(policyOf(html)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'", office, ...inlineIn('script', html)],
      'style-src': ["'self'", ...madeByFluent, ...inlineIn('style', html)],
      'img-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'frame-src': [`${office}AgaveErrorUX/`],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });
});

/** Serves a page that is not quite the one that was built. */
async function serve(page: Page, html: string, headers: Record<string, string> = {}): Promise<void> {
  await page.route('**/pane.html', (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers }),
  );
}

scenario('the pane as it ships takes office.js from its own address', async ({ page }) => {
  const alone = await page.context().newPage();
  await serve(alone, built('pane.html'));
  const asked: string[] = [];
  await alone.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
    asked.push(name);
    const file = join(OFFICE_JS, name.toLowerCase());
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  await alone.goto(`${page.url()}pane.html`);
  await alone.getByText(zhCN.problems.noHost).waitFor();
  expect(asked[0]).toBe('office.js');
  expect(asked.length).toBeGreaterThan(1);
  await alone.close();
});

scenario(
  'what is put into the pane neither runs nor shows nor asks anybody',
  async ({ page, pane: frame, violations }) => {
    await new Pane(frame).recognition.waitFor();
    const done = await frame.locator('body').evaluate(async (body) => {
      const put = <K extends keyof HTMLElementTagNameMap>(name: K, how: object) =>
        body.appendChild(Object.assign(document.createElement(name), how));
      put('script', { textContent: 'window.injected = 1' });
      put('script', { src: 'https://elsewhere.example/script.js' });
      put('div', { innerHTML: '<b style="color: red" onclick="window.injected = 1">x</b>' });
      body.querySelector('b')!.click();
      put('style', { textContent: 'body { outline: 3px solid red }' });
      put('img', { src: 'https://elsewhere.example/picture.png' });
      put('iframe', { src: 'https://elsewhere.example/' });
      put('object', { data: 'https://elsewhere.example/' });
      put('base', { href: 'https://elsewhere.example/' });
      const threw = (act: () => unknown): boolean => {
        try {
          act();
          return false;
        } catch {
          return true;
        }
      };
      const code = 'window.injected = 1';
      const address = URL.createObjectURL(new Blob([code]));
      threw(() => new Worker(address));
      const asks = await fetch('https://elsewhere.example/').then(
        () => true,
        () => false,
      );
      // What a test evaluates may make code of text; what the page does afterwards may not.
      await new Promise((resolve) => setTimeout(resolve));
      return {
        asks,
        evaluates: !threw(() => new Function(code)()),
        injected: 'injected' in window,
        outline: getComputedStyle(body).outlineStyle,
        color: getComputedStyle(body.querySelector('b')!).color === 'rgb(255, 0, 0)',
      };
    });
    expect(done).toEqual({ evaluates: false, asks: false, injected: false, outline: 'none', color: false });
    const expected = [
      'base-uri',
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
      'worker-src',
    ];
    const broken = () => new Set(violations.map((words) => /violates ([\w-]+)/.exec(words)![1]));
    const missing = (): string[] => expected.filter((directive) => !broken().has(directive));
    const late = Date.now() + 20_000;
    // Pages tell of breaches when they come to it; those that never come are named.
    while (missing().length > 0 && Date.now() < late) await page.evaluate(() => undefined);
    expect(missing()).toEqual([]);
  },
  { expect: /Content Security Policy|violates|left this machine: https:\/\/elsewhere/ },
);

// In the workbench the page around the pane lets it lead nowhere in any case.
scenario(
  'a form in the pane sends nothing',
  async ({ page }) => {
    const alone = await page.context().newPage();
    await serve(alone, built('pane.html'));
    await alone.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
    await alone.goto(`${page.url()}pane.html`);
    await alone.getByText(zhCN.problems.noHost).waitFor();
    const broken = await alone.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          const form = document.createElement('form');
          form.action = 'https://elsewhere.example/';
          document.body.append(form);
          form.submit();
        }),
    );
    expect(broken).toBe('form-action');
    await alone.close();
  },
  { expect: /violates form-action/ },
);

describe('a policy without one of its sources', () => {
  const page = built('pane.html');
  const { 'script-src': scripts, 'style-src': styles } = policyOf(page);
  const inline = [...scripts!, ...styles!].filter((source) => source.startsWith("'sha256"));
  inline.forEach((source, i) =>
    scenario(
      `is broken by the pane itself (${i})`,
      async ({ page: workbench, violations }) => {
        const alone = await workbench.context().newPage();
        await alone.route('**/office-js/**', (route) => route.abort());
        await serve(
          alone,
          page.replace(` ${source}`, '').replace(/https:[^"]*\/office\.js/, '/office-js/office.js'),
        );
        await alone.goto(`${workbench.url()}pane.html`);
        while (violations.length === 0) await alone.evaluate(() => undefined);
        await alone.close();
      },
      { expect: /Content Security Policy|violates/ },
    ),
  );
});

describe('a pane whose scripts do not come', () => {
  const ours = /\/[\w-]+\.[\da-f]{8}\.js$/;

  scenario('says so, and lets the reader try again', async ({ page }) => {
    const alone = await page.context().newPage();
    await alone.route(ours, (route) => route.abort());
    await alone.goto(`${page.url()}pane.html`);
    await alone.getByRole('alert').getByText('窗格没有加载成功').waitFor();
    await alone.unroute(ours);
    await alone.getByRole('button', { name: /重试/ }).click();
    await alone
      .getByText(/没有找到表格软件|没有连接/)
      .first()
      .waitFor();
    await alone.close();
  });

  scenario(
    'says so also where not even those in the page may run',
    async ({ page }) => {
      const alone = await page.context().newPage();
      await serve(alone, built('pane.html'), { 'Content-Security-Policy': "script-src 'none'" });
      await alone.goto(`${page.url()}pane.html`);
      const late = alone.getByText('窗格没有加载成功');
      expect(await late.isVisible()).toBe(false);
      await alone.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      await late.waitFor();
      await alone.close();
    },
    { expect: /Content Security Policy|violates/ },
  );
});

test('the built add-in holds nothing of the workbench and nothing of office.js', () => {
  const names = readdirSync(ADDIN, { recursive: true }) as string[];
  expect(names.filter((name) => /univer|workbench|office/i.test(name))).toEqual([]);
  for (const name of names.filter((each) => each.endsWith('.js')))
    expect([name, /univerjs|win32-seam|ScriptLoading/.test(built(name))]).toEqual([name, false]);
});

const OLD_LIBRARIES = /__core-js_shared__|core-js\/|rxSubscriber|UnsubscriptionError/;

test('the built add-in ships none of the old libraries that office-js-helpers brings', () => {
  const helpers = join(OFFICE_JS, '../../office-js-helpers/dist/office.helpers.min.js');
  expect(readFileSync(helpers, 'utf8')).toMatch(OLD_LIBRARIES);
  const names = (readdirSync(ADDIN) as string[]).filter((name) => name.endsWith('.js'));
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect([name, OLD_LIBRARIES.test(built(name))]).toEqual([name, false]);
});

test('the notice for old engines is written in the oldest JavaScript', () => {
  const scripts = [...built('pane.html').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts)
    expect(script).not.toMatch(/=>|`|\b(const|let|class|async|await)\b|\?\.|\?\?/);
});
