/**
 * `npm run check:engines`: the pane in the engines that WPS embeds, opened from a file at a width of 320 pixels: a review, a
 * menu by keyboard, a fix and marks, without an error of the page or a request for anything but its one script. Then the
 * package for WPS, which finds no WPS there and has to say so. Pictures are in artifacts/engines.
 *
 * These are builds for 64-bit Linux (`old-chromium.mjs`); elsewhere the check says so and does nothing.
 */
/* global window, document, getComputedStyle */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { annexRow, HEADER, seeded } from '../bench/support/annex-rows.mjs';
import { toSnapshot } from '../bench/support/to-snapshot.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, ROOT } from './dependencies.mjs';
import { oldChromium, RUNS_HERE } from './old-chromium.mjs';
import wpsPackage from './wps-package.js';

const { FOLDER, OUTPUT } = wpsPackage;

/** The engines of WPS for Linux 11.1 and, but for one release, of WPS for Windows 12.1. */
const RELEASES = [105, 87];
const PICTURES = join(ROOT, 'artifacts/engines');
const OVER_MEMORY = join(ROOT, 'dist/engines');

if (!RUNS_HERE) {
  console.log('The engines that WPS embeds are there for 64-bit Linux alone; nothing was checked.');
  process.exit(0);
}
ensureDependencies();
ensureBuilt(['wps']);
await buildOverMemory();
mkdirSync(PICTURES, { recursive: true });
for (const release of RELEASES) {
  await works(release);
  await saysThatThereIsNoWps(release);
  console.log(`Chromium ${release}: review, menu, marks and fix work; the package opens`);
}

/** The pane at work. */
async function works(release) {
  const random = seeded(1);
  const rows = [...HEADER, ...Array.from({ length: 30 }, (_, i) => annexRow(i, random))];
  rows[HEADER.length].splice(11, 2, '≧10个', '10个');
  const snapshot = JSON.stringify(toSnapshot(rows));
  const pane = await open(
    release,
    join(OVER_MEMORY, 'pane.html'),
    (text) => (window.snapshot = JSON.parse(text)),
    snapshot,
  );
  await pane.click('审核');
  await pane.until('重新审核');
  await pane.picture(`${release}-review`);
  await pane.press('标记', 'Enter');
  await pane.holds(
    'a menu is open, with its first item in focus',
    () => document.activeElement.getAttribute('role') === 'menuitem',
  );
  await pane.picture(`${release}-menu`);
  await pane.page.keyboard.press('Enter');
  await pane.says(/已标记 \d+ 个单元格/);
  await pane.holds('the menu is closed', () => document.querySelector('[role=menu]') === null);
  await pane.fix();
  await pane.picture(`${release}-fix`);
  await pane.lies();
  await pane.click('打开帮助');
  await pane.picture(`${release}-help`);
  await pane.end();
}

/** The package as WPS opens it, where no WPS is. */
async function saysThatThereIsNoWps(release) {
  const pane = await open(release, join(ROOT, OUTPUT, FOLDER, 'pane.html'));
  await pane.says(/没有找到表格软件/);
  await pane.picture(`${release}-package`);
  await pane.end();
  const background = await open(release, join(ROOT, OUTPUT, FOLDER, 'index.html'));
  await background.holds('the ribbon has its callbacks', () => typeof window.ribbon.OnAction === 'function');
  await background.end();
}

/**
 * Opens a page of files and watches it. What playwright-core asks of a page before it acts is younger than these engines,
 * so what is pressed is found by words of our own.
 */
async function open(release, file, before, argument) {
  // In one process, as these builds run, a browser ends with its first page.
  const browser = await chromium.launch({ ...oldChromium(release), timeout: 60_000 });
  const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  const asked = [];
  page.on('pageerror', (error) => wrong.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  if (before) await page.addInitScript(before, argument);
  await page.goto(pathToFileURL(file).href);
  const fail = async (what) => {
    const version = browser.version();
    await page.screenshot({ path: join(PICTURES, 'failed.png') });
    await browser.close();
    throw new Error([`Chromium ${version}: ${what}`, ...wrong].join('\n  '));
  };
  const until = async (what, look, given) => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      if (await page.evaluate(look, given)) return;
      await page.waitForTimeout(100);
    }
    await fail(`not within a minute: ${what}`);
  };
  const press = (name, act) => until(`a button "${name}"`, pressButton, { name, act });
  return {
    page,
    until: (name) => until(`a button "${name}"`, pressButton, { name, act: 'look' }),
    click: (name) => press(name, 'click'),
    /** By keyboard alone. */
    press: async (name, key) => {
      await press(name, 'focus');
      await page.keyboard.press(key);
    },
    says: (words) =>
      until(String(words), (source) => new RegExp(source).test(document.body.innerText), words.source),
    holds: (what, look) => until(what, look),
    /** Opens the finding that has a fix, and applies it. */
    fix: async () => {
      await until('a finding with a fix, applied', applyFirstFix);
      await until('the last action is told', () => /撤销/.test(document.body.innerText));
    },
    /** Nothing lies on anything else. */
    lies: async () => {
      const found = await page.evaluate(overlap);
      if (found !== '') await fail(found);
    },
    picture: async (name) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    end: async () => {
      const script = asked.filter((url) => !/\.html$|\/(?:pane|background)\.js$|\/favicon\.ico$/.test(url));
      if (script.length > 0 || asked.length > 2) await fail(`the page asked for ${asked.join(', ')}`);
      if (wrong.length > 0) await fail('errors of the page:');
      await browser.close();
    },
  };
}

/** Runs in the page. */
function pressButton({ name, act }) {
  const named = (one) => one.textContent.trim() === name || one.getAttribute('aria-label') === name;
  const button = [...document.querySelectorAll('button')].find((one) => named(one) && !one.disabled);
  if (!button || button.getAttribute('aria-disabled') === 'true') return false;
  if (act === 'click') button.click();
  if (act === 'focus') button.focus();
  return true;
}

/** Runs in the page: opens the finding about "≧", or applies what the open one offers. */
function applyFirstFix() {
  const apply = [...document.querySelectorAll('button')].find((one) => /^应用/.test(one.textContent.trim()));
  if (apply) apply.click();
  else [...document.querySelectorAll('main li')].find((one) => /≧/.test(one.textContent))?.click();
  return apply !== undefined;
}

/** Runs in the page: what lies on what stands beside it in a flex box, or outside of the pane; '' where nothing does. */
function overlap() {
  const said = (...of) =>
    of.map((one) => `<${one.tagName} ${one.className}> ${one.textContent.slice(0, 40)}`).join(' and ');
  for (const box of document.querySelectorAll('#pane *')) {
    if (!/flex/.test(getComputedStyle(box).display)) continue;
    const inside = [...box.children]
      .filter((one) => !/absolute|fixed/.test(getComputedStyle(one).position))
      .map((one) => ({ one, at: one.getBoundingClientRect() }))
      .filter(({ at }) => at.width > 1 && at.height > 1);
    for (const [i, { one: a, at: first }] of inside.entries()) {
      if (first.right > window.innerWidth + 1 && a.textContent !== '')
        return `outside of the pane: ${said(a)}`;
      for (const { one: b, at: second } of inside.slice(i + 1)) {
        const across = Math.min(first.right, second.right) - Math.max(first.left, second.left);
        const down = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        if (across > 1 && down > 1) return `on one another: ${said(a, b)}`;
      }
    }
  }
  return '';
}

/** The pane as the package for WPS is built, with a spreadsheet in memory as its host. */
async function buildOverMemory() {
  const require = createRequire(import.meta.url);
  const webpack = require('webpack');
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  const wps = require('../webpack.config.js').find(({ name }) => name === 'wps');
  const kept = wps.plugins.filter(({ constructor }) =>
    ['FocusableSelectorPlugin', 'NormalModuleReplacementPlugin'].includes(constructor.name),
  );
  const [typescript, ...others] = wps.module.rules;
  const config = {
    ...wps,
    name: 'engines',
    entry: { pane: join(ROOT, 'test/engines/pane-over-memory.ts') },
    output: { ...wps.output, path: OVER_MEMORY },
    module: {
      ...wps.module,
      rules: [{ ...typescript, include: [...typescript.include, join(ROOT, 'test')] }, ...others],
    },
    plugins: [
      ...kept,
      new HtmlWebpackPlugin({
        filename: 'pane.html',
        template: join(ROOT, 'src/pages/pane.html'),
        officeJsUrl: '',
        minify: false,
        scriptLoading: 'defer',
      }),
    ],
  };
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}
