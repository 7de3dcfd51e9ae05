/**
 * Reviewing a large annex with all rules, as a ratio to reading it, in one process a run: CPU of all its threads, which
 * others on the machine disturb least, and time. Also how long a copy of the annex as a plain value takes.
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
  const { recognise } = load('src/engine/annex/recognise');
  const used = { read: 0, recognise: 0, rules: 0, clone: 0 };
  const cpu = { ...used };
  async function measured(key, work) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    used[key] = (performance.now() - start) / 1000;
    cpu[key] = (user + system) / 1e6;
    return made;
  }
  const sheet = await measured('read', async () => (await openWorkbookFile(path)).readSheet(0));
  const annexes = await measured('recognise', () => readAnnexes(sheet));
  const findings = await measured('rules', () => annexes.flatMap((annex) => reviewAnnex(annex).findings));
  const peak = process.resourceUsage().maxRSS / 1024;
  const plain = recognise(sheet);
  await measured('clone', () => globalThis.structuredClone(plain));
  console.log(
    JSON.stringify({
      ...used,
      cpu,
      projects: annexes.reduce((all, annex) => all + annex.projects.length, 0),
      findings: findings.length,
      peak,
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
    const cpuOf = (key) => median(runs.map(({ cpu }) => cpu[key]));
    console.log(
      `${size} rows: read ${of('read').toFixed(2)} s, recognise ${of('recognise').toFixed(2)} s, rules ${of('rules').toFixed(2)} s; ` +
        `review / read = ${median(runs.map((run) => (run.recognise + run.rules) / run.read)).toFixed(2)}; ` +
        `${Math.round(size / review)} rows/s reviewed, ${Math.round(size / (review + of('read')))} rows/s read and reviewed; ` +
        `${runs[0].projects} projects, ${runs[0].findings} findings, peak ${of('peak').toFixed(0)} MB`,
    );
    console.log(
      `  CPU: read ${cpuOf('read').toFixed(2)} s, recognise ${cpuOf('recognise').toFixed(2)} s, rules ${cpuOf('rules').toFixed(2)} s; ` +
        `review / read = ${median(runs.map(({ cpu }) => (cpu.recognise + cpu.rules) / cpu.read)).toFixed(2)}; ` +
        `cloning the annex / reading = ${median(runs.map((run) => run.clone / run.read)).toFixed(3)}`,
    );
  }
  console.log(`ten times the rows take ${(reviews[1] / reviews[0]).toFixed(1)} times as long to review`);
}

const [first, second] = process.argv.slice(2);
if (first === '--one') await measureOne(second);
else await compare(Number(first ?? 100_000), Number(second ?? 3));
