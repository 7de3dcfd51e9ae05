/**
 * Reviewing a large annex with all rules, as a ratio to reading it, in one process a run.
 * Usage: node bench/review-xlsx.mjs [rows = 100000] [rounds = 3]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeBigWorkbook } from './support/big-workbook.mjs';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

async function measureOne(path) {
  const load = typescriptLoader();
  const { openWorkbookFile } = load('src/host/file/open-workbook-file');
  const { readAnnexes } = load('src/engine/annex/reading');
  const { reviewAnnex } = load('src/engine/review/review-annex');
  const start = performance.now();
  const sheet = (await openWorkbookFile(path)).readSheet(0);
  const read = performance.now();
  const annexes = readAnnexes(sheet);
  const recognised = performance.now();
  const findings = annexes.flatMap((annex) => reviewAnnex(annex).findings);
  const reviewed = performance.now();
  console.log(
    JSON.stringify({
      read: (read - start) / 1000,
      recognise: (recognised - read) / 1000,
      rules: (reviewed - recognised) / 1000,
      projects: annexes.reduce((all, annex) => all + annex.projects.length, 0),
      findings: findings.length,
      peak: process.resourceUsage().maxRSS / 1024,
    }),
  );
}

async function compare(rows, rounds) {
  const sizes = [Math.max(1, Math.round(rows / 10)), rows];
  const reviews = [];
  for (const size of sizes) {
    const path = await writeBigWorkbook(size);
    const runs = Array.from({ length: rounds }, () =>
      JSON.parse(
        String(
          execFileSync(process.execPath, [
            '--max-old-space-size=8192',
            fileURLToPath(import.meta.url),
            '--one',
            path,
          ]),
        ),
      ),
    );
    const of = (key) => median(runs.map((run) => run[key]));
    const review = median(runs.map((run) => run.recognise + run.rules));
    reviews.push(review);
    console.log(
      `${size} rows: read ${of('read').toFixed(2)} s, recognise ${of('recognise').toFixed(2)} s, rules ${of('rules').toFixed(2)} s; ` +
        `review / read = ${median(runs.map((run) => (run.recognise + run.rules) / run.read)).toFixed(2)}; ` +
        `${Math.round(size / review)} rows/s reviewed, ${Math.round(size / (review + of('read')))} rows/s read and reviewed; ` +
        `${runs[0].projects} projects, ${runs[0].findings} findings, peak ${of('peak').toFixed(0)} MB`,
    );
  }
  console.log(`ten times the rows take ${(reviews[1] / reviews[0]).toFixed(1)} times as long to review`);
}

const [first, second] = process.argv.slice(2);
if (first === '--one') await measureOne(second);
else await compare(Number(first ?? 100_000), Number(second ?? 3));
