/**
 * Reading a large annex: ours against hucre, in processes of their own, in turns.
 * Usage: node bench/read-xlsx.mjs [rows = 100000] [rounds = 5]
 */
import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeBigWorkbook } from './support/big-workbook.mjs';

const MEGABYTE = 1024 * 1024;

const readers = {
  async ours(path) {
    const { openWorkbookFile } = typescriptLoader()('src/host/file/open-workbook-file');
    const start = performance.now();
    const sheet = (await openWorkbookFile(path)).readSheet(0);
    return { seconds: (performance.now() - start) / 1000, values: sheet.values };
  },
  async hucre(path) {
    const { readXlsx } = await import('hucre/xlsx');
    const start = performance.now();
    const workbook = await readXlsx(await readFile(path));
    return { seconds: (performance.now() - start) / 1000, values: workbook.sheets[0].rows };
  },
};

/** What was read, in numbers that must be the same for both. */
function checksum(values) {
  let cells = 0;
  let sum = 0;
  let characters = 0;
  for (const row of values) {
    for (const value of row) {
      if (value === null || value === undefined || value === '') continue;
      cells++;
      if (typeof value === 'number') sum += value;
      else if (typeof value === 'string') characters += value.length;
    }
  }
  return { cells, sum: Math.round(sum), characters };
}

async function measureOne(name, path) {
  const { seconds, values } = await readers[name](path);
  const checked = checksum(values);
  globalThis.gc?.();
  globalThis.gc?.();
  const heap = process.memoryUsage();
  console.log(
    JSON.stringify({
      seconds,
      ...checked,
      peak: process.resourceUsage().maxRSS / 1024,
      kept: (heap.heapUsed + heap.external) / MEGABYTE,
      rows: values.length,
    }),
  );
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function compare(rows, rounds) {
  const path = await writeBigWorkbook(rows);
  console.log(`${rows} rows, file of ${((await stat(path)).size / MEGABYTE).toFixed(0)} MB`);
  const results = { ours: [], hucre: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(results)) {
      const output = execFileSync(process.execPath, [
        '--expose-gc',
        fileURLToPath(import.meta.url),
        '--one',
        name,
        path,
      ]);
      results[name].push(JSON.parse(String(output)));
    }
  }
  for (const [name, runs] of Object.entries(results)) {
    const times = runs.map((run) => run.seconds);
    const { cells, sum, characters, kept } = runs[0];
    console.log(
      `${name.padEnd(6)} median ${median(times).toFixed(2)} s (${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}), ` +
        `peak ${median(runs.map((run) => run.peak)).toFixed(0)} MB, kept ${kept.toFixed(0)} MB; ` +
        `${cells} cells, sum ${sum}, ${characters} characters`,
    );
  }
  const ratio =
    median(results.ours.map((run) => run.seconds)) / median(results.hucre.map((run) => run.seconds));
  console.log(`ours / hucre = ${ratio.toFixed(2)}`);
}

const [first, name, path] = process.argv.slice(2);
if (first === '--one') await measureOne(name, path);
else await compare(Number(first ?? 100_000), Number(name ?? 5));
