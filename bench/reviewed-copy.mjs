/**
 * Reviewed copies, as ratios to reading: one of a large annex with 1,000 marks and 1,000 notes, and many of a small one.
 * Usage: node bench/reviewed-copy.mjs [rows = 100000] [small workbooks = 1000] [rounds = 3]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../scripts/dependencies.mjs';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeBigWorkbook } from './support/big-workbook.mjs';

const MARKS = 1000;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const peak = () => process.resourceUsage().maxRSS / 1024;
const seconds = (since) => (performance.now() - since) / 1000;

/** Reads a workbook alone. */
async function measureReading(path) {
  const { openWorkbookFile } = typescriptLoader()('src/host/file/open-workbook-file');
  const start = performance.now();
  const { rowCount } = (await openWorkbookFile(path)).readSheet(0);
  return { read: seconds(start), rowCount, peak: peak() };
}

/** Marks and notes cells all over a worksheet and makes the bytes of the copy; the cells themselves are not read. */
async function measureCopying(path) {
  const { openFileHost } = typescriptLoader()('src/host/file/file-host');
  const { rowCount } = JSON.parse(process.argv[4]);
  const start = performance.now();
  const host = await openFileHost(path);
  const [sheet] = await host.sheets();
  const cells = Array.from({ length: MARKS }, (_, i) => ({
    row: Math.floor(((i + 0.5) * rowCount) / MARKS),
    column: i % 27,
  }));
  const ranges = cells.map(({ row, column }) => ({
    firstRow: row,
    lastRow: row,
    firstColumn: column,
    lastColumn: column,
  }));
  const text = '【错误】执行率应为 93.46%，表中为 95%，相差 1.54 个百分点。\n建议：改为 93.46%';
  const { markedCells, notes } = await host.mark(sheet.id, {
    cells: { error: ranges.slice(0, 300), warning: ranges.slice(300, 700), info: ranges.slice(700) },
    notes: cells.map((cell) => ({ ...cell, text })),
  });
  const marked = performance.now();
  const bytes = await host.save();
  const saved = performance.now();
  return {
    mark: (marked - start) / 1000,
    save: (saved - marked) / 1000,
    markedCells,
    notes,
    size: bytes.length / 2 ** 20,
    peak: peak(),
  };
}

/** Many small workbooks in one process: read alone, then reviewed and copied. */
async function measureSmall(count) {
  const load = typescriptLoader();
  const { openWorkbookFile } = load('src/host/file/open-workbook-file');
  const { openFileHost } = load('src/host/file/file-host');
  const { WorkbookReview } = load('src/app/workbook-review');
  const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-bench-'));
  const sample = readFileSync(join(ROOT, 'assets/samples/self-evaluation-annex.xlsx'));
  const path = join(folder, 'small.xlsx');
  writeFileSync(path, sample);
  let start = performance.now();
  for (let i = 0; i < count; i++) (await openWorkbookFile(path)).readSheet(0);
  const read = seconds(start);
  let [review, copy] = [0, 0];
  for (let i = 0; i < count; i++) {
    start = performance.now();
    const host = await openFileHost(path);
    const work = await WorkbookReview.of(host);
    for (const sheet of work.sheets) await work.look(sheet);
    await work.conclude();
    review += seconds(start);
    start = performance.now();
    await work.dress('zh-CN');
    writeFileSync(join(folder, `${i}.xlsx`), await host.save());
    copy += seconds(start);
  }
  rmSync(folder, { recursive: true });
  return { read, review, copy, peak: peak() };
}

function inOwnProcess(...words) {
  const file = fileURLToPath(import.meta.url);
  return JSON.parse(String(execFileSync(process.execPath, ['--max-old-space-size=8192', file, ...words])));
}

async function compare(rows, small, rounds) {
  const path = await writeBigWorkbook(rows);
  const runs = Array.from({ length: rounds }, () => {
    const reading = inOwnProcess('--read', path);
    return { reading, copying: inOwnProcess('--copy', path, JSON.stringify({ rowCount: reading.rowCount })) };
  });
  const of = (pick) => median(runs.map(pick));
  const { markedCells, notes } = runs[0].copying;
  console.log(
    `${rows} rows, ${markedCells} marks, ${notes} notes: read ${of((run) => run.reading.read).toFixed(2)} s, ` +
      `mark ${of((run) => run.copying.mark).toFixed(2)} s, save ${of((run) => run.copying.save).toFixed(2)} s ` +
      `(${of((run) => run.copying.size).toFixed(1)} MB); copy / read = ` +
      `${of((run) => (run.copying.mark + run.copying.save) / run.reading.read).toFixed(2)}; ` +
      `peak ${of((run) => run.copying.peak).toFixed(0)} MB, of reading ${of((run) => run.reading.peak).toFixed(0)} MB`,
  );
  const { read, review, copy, peak: most } = inOwnProcess('--small', String(small));
  console.log(
    `${small} small workbooks: read ${read.toFixed(2)} s, read and reviewed ${review.toFixed(2)} s, marked, rolled up and ` +
      `written ${copy.toFixed(2)} s; copy / read = ${(copy / read).toFixed(2)}; peak ${most.toFixed(0)} MB`,
  );
}

const [first, second, third] = process.argv.slice(2);
if (first === '--read') console.log(JSON.stringify(await measureReading(second)));
else if (first === '--copy') console.log(JSON.stringify(await measureCopying(second)));
else if (first === '--small') console.log(JSON.stringify(await measureSmall(Number(second))));
else await compare(Number(first ?? 100_000), Number(second ?? 1000), Number(third ?? 3));
