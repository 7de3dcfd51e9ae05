/**
 * The longest task on the pane's page while it reviews, in Chromium, over a host that answers at once: no grid and no
 * office.js in the page (bench/support/recorded-pane.ts). Asked for are tasks that do not grow with the worksheet, and
 * that a cancelled review is heard before the next piece of work.
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
  const page = await browser.newPage({ viewport: { width: 380, height: 800 } });
  await page.addInitScript((text) => {
    window.recorded = JSON.parse(text);
  }, JSON.stringify(snapshot));
  await page.goto(`http://localhost:${port}/pane.html`);
  const button = (name) => page.getByRole('toolbar').getByRole('button', { name });
  await button('审核').waitFor();
  await page.getByText(`${size} 个项目`).waitFor();
  const seat = await page.locator('#pane').getAttribute('data-engine');
  await page.evaluate(startLoop);
  const tasks = [];
  for (let run = 0; run < RUNS; run++) {
    await page.waitForTimeout(300);
    await page.evaluate(() => window.longestTask());
    const start = Date.now();
    await button(/^(审核|重新审核)$/).click();
    await button('重新审核').waitFor();
    await page.getByText(/^已处理 0\//).waitFor();
    await page.waitForTimeout(200);
    tasks.push({ longest: await page.evaluate(() => window.longestTask()), took: Date.now() - start - 200 });
  }
  await button(/^(审核|重新审核)$/).click();
  const cancel = page.getByRole('button', { name: '取消' });
  let heard = null;
  if (await cancel.isVisible().catch(() => false)) {
    const start = Date.now();
    await cancel.click();
    await button('重新审核').waitFor();
    heard = Date.now() - start;
  }
  tasks.sort((a, b) => a.longest - b.longest);
  const { longest } = tasks[(RUNS - 1) / 2];
  const took = tasks.map((task) => task.took).sort((a, b) => a - b)[(RUNS - 1) / 2];
  console.log(
    `${String(size).padStart(6)} rows (engine: ${seat})  review ${took} ms  longest task ${longest.toFixed(1)} ms ` +
      `(median of ${RUNS}: ${tasks.map((task) => task.longest.toFixed(0)).join(' ')})` +
      (heard === null ? '' : `  cancel ${heard} ms`),
  );
  await page.close();
  return longest;
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
