/**
 * The longest task on the pane's page while it reviews for the first time, in Chromium, over a host that answers at
 * once: no grid and no office.js in the page (bench/support/recorded-pane.ts). Asked for are tasks that do not grow with
 * the worksheet, and that a cancelled review is heard before the next piece of work. Each run has a page of its own.
 *
 * A task is told by the time between two turns of a loop of messages, which stand in the same queue as everything else.
 * Usage: node bench/pane-tasks.mjs [rows …] (500 and 5000); CHROME_PATH names another Chromium
 */
/* global window, MessageChannel */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, extname } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findChromium } from '../scripts/chromium.mjs';
import { ROOT } from '../scripts/dependencies.mjs';
import { annexRow, HEADER, seeded } from './support/annex-rows.mjs';
import { toSnapshot } from './support/to-snapshot.mjs';

const RUNS = 5;
const FOLDER = join(ROOT, 'dist/bench');
const sizes = process.argv.slice(2).map(Number);

await build();
const server = await serve();
const { port } = server.address();
const browser = await chromium.launch({
  args: BROWSER_ARGS,
  executablePath: findChromium(),
});
try {
  const longest = [];
  for (const size of sizes.length > 0 ? sizes : [500, 5000]) longest.push(await measure(size));
  if (longest.length === 2) console.log(`ratio ${(longest[1] / longest[0]).toFixed(2)}`);
} finally {
  await browser.close();
  server.close();
}

async function measure(size) {
  const random = seeded(1);
  const snapshot = toSnapshot([...HEADER, ...Array.from({ length: size }, (_, i) => annexRow(i, random))]);
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const pane = await openPane(snapshot, size);
    runs.push(await firstReview(pane));
    await pane.page.close();
  }
  const cancelled = await openPane(snapshot, size);
  const heard = await cancelledReview(cancelled);
  await cancelled.page.close();
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[(RUNS - 1) / 2];
  const longest = median('longest');
  console.log(
    `${String(size).padStart(6)} rows (engine: ${cancelled.seat})  review ${median('took')} ms  ` +
      `longest task ${longest.toFixed(1)} ms ` +
      `(median of ${RUNS}: ${runs.map((run) => run.longest.toFixed(0)).join(' ')})` +
      (heard === null ? '' : `  cancel ${heard} ms`),
  );
  return longest;
}

/** A page of its own: what one that has reviewed before still knows would make the next review shorter. */
async function openPane(snapshot, size) {
  const page = await browser.newPage({ viewport: { width: 380, height: 800 } });
  await page.addInitScript((text) => {
    window.recorded = JSON.parse(text);
  }, JSON.stringify(snapshot));
  await page.goto(`http://localhost:${port}/pane.html`);
  const button = (name) => page.getByRole('toolbar').getByRole('button', { name });
  await button('审核').waitFor();
  await page.getByText(`${size} 个项目`).waitFor();
  return { page, button, seat: await page.locator('#pane').getAttribute('data-engine') };
}

/** The longest task of a page while it reviews for the first time, and how long that takes, in milliseconds. */
async function firstReview({ page, button }) {
  await page.evaluate(startLoop);
  await page.waitForTimeout(300);
  await page.evaluate(() => window.longestTask());
  const start = Date.now();
  await button('审核').click();
  await button('重新审核').waitFor();
  await page.getByText(/^已处理 0\//).waitFor();
  await page.waitForTimeout(200);
  return { longest: await page.evaluate(() => window.longestTask()), took: Date.now() - start - 200 };
}

/** Milliseconds from a click on "取消" to a pane that may review again; `null` where the review was over before. */
async function cancelledReview({ page, button }) {
  await button('审核').click();
  const cancel = page.getByRole('button', { name: '取消' });
  if (!(await cancel.isVisible().catch(() => false))) return null;
  const start = Date.now();
  await cancel.click();
  await button(/^(审核|重新审核)$/).waitFor();
  return Date.now() - start;
}

/** Runs in the page. */
function startLoop() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  window.longestTask = () => {
    const found = longest;
    longest = 0;
    return found;
  };
}

/** The pane as the add-in is built, with the recorded host as its entry. */
async function build() {
  const require = createRequire(import.meta.url);
  const webpack = require('webpack');
  const HtmlWebpackPlugin = require('html-webpack-plugin');
  const addin = require('../webpack.config.js').find(({ name }) => name === 'addin');
  const kept = addin.plugins.filter(({ constructor }) => constructor.name === 'MiniCssExtractPlugin');
  const templateContent =
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body><div id="pane"></div></body></html>';
  const [typescript, ...others] = addin.module.rules;
  const config = {
    ...addin,
    name: 'bench',
    entry: { pane: join(ROOT, 'bench/support/recorded-pane.ts') },
    output: { ...addin.output, path: FOLDER },
    module: {
      rules: [{ ...typescript, include: [...typescript.include, join(ROOT, 'bench')] }, ...others],
    },
    plugins: [...kept, new HtmlWebpackPlugin({ filename: 'pane.html', templateContent, chunks: ['pane'] })],
  };
  await new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}

function serve() {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    try {
      const body = readFileSync(join(FOLDER, name));
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => resolve(server));
  });
}
