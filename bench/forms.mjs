/**
 * Workbooks of many forms, one on each worksheet or all on one: the built command, against reading the same file, in CPU of
 * all threads of a process; recognising and the rules by themselves, against reading; and what twice as many forms take.
 * Usage: node bench/forms.mjs [forms = 200] [rounds = 3]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMMAND, ensureBuilt } from '../scripts/build.mjs';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeFormWorkbooks } from './support/form-workbooks.mjs';
import { measureNode, median } from './support/measure-process.mjs';

async function measureOne(path) {
  const load = typescriptLoader();
  const { openWorkbookFile } = load('src/host/file/open-workbook-file');
  const { readAnnexes } = load('src/engine/annex/reading');
  const { reviewAnnex } = load('src/engine/review/review-annex');
  const cpu = {};
  async function measured(key, work) {
    const before = process.cpuUsage();
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    cpu[key] = (user + system) / 1e6;
    return made;
  }
  const sheets = await measured('read', async () => {
    const workbook = await openWorkbookFile(path);
    return workbook.sheets.map((_, i) => workbook.readSheet(i));
  });
  const annexes = await measured('recognise', () => sheets.flatMap((sheet) => readAnnexes(sheet)));
  const findings = await measured('rules', () => annexes.flatMap((annex) => reviewAnnex(annex).findings));
  console.log(JSON.stringify({ ...cpu, annexes: annexes.length, findings: findings.length }));
}

function runOne(path) {
  const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', path]);
  return JSON.parse(String(out));
}

async function compare(count, rounds) {
  ensureBuilt();
  const load = typescriptLoader();
  const few = writeFormWorkbooks(Math.max(1, count >> 1), load);
  const many = writeFormWorkbooks(count, load);
  for (const [kind, path] of Object.entries(many)) {
    const command = (file) =>
      measureNode([
        COMMAND,
        'check',
        file,
        '--format',
        'json',
        '--fail-on',
        'never',
        '--quiet',
        '--jobs',
        '1',
      ]);
    const runs = [];
    for (let round = -1; round < rounds; round++) {
      const run = {
        parts: runOne(path),
        half: runOne(few[kind]),
        whole: await command(path),
        wholeOfHalf: await command(few[kind]),
      };
      if (run.whole.status !== 0) throw new Error(`the command ended with status ${run.whole.status}`);
      if (round >= 0) runs.push(run);
    }
    const of = (value) => median(runs.map(value));
    const { annexes, findings } = runs[0].parts;
    console.log(`${kind}: ${annexes} annexes, ${findings} findings`);
    console.log(
      `  CPU: read ${of(({ parts }) => parts.read).toFixed(2)} s, recognise ${of(({ parts }) => parts.recognise).toFixed(2)} s, ` +
        `rules ${of(({ parts }) => parts.rules).toFixed(2)} s; ` +
        `(recognise + rules) / read = ${of(({ parts }) => (parts.recognise + parts.rules) / parts.read).toFixed(2)}; ` +
        `twice as many forms take ${of(({ parts, half }) => parts.recognise / half.recognise).toFixed(1)} times as long ` +
        `to recognise, ${of(({ parts, half }) => parts.rules / half.rules).toFixed(1)} times to review`,
    );
    console.log(
      `  command: CPU ${of(({ whole }) => whole.cpu).toFixed(2)} s, wall ${of(({ whole }) => whole.wall).toFixed(2)} s, ` +
        `peak ${of(({ whole }) => whole.peak).toFixed(0)} MB; ` +
        `CPU / reading = ${of(({ whole, parts }) => whole.cpu / parts.read).toFixed(2)}; ` +
        `twice as many forms take ${of(({ whole, wholeOfHalf }) => whole.cpu / wholeOfHalf.cpu).toFixed(1)} times as long`,
    );
  }
}

const [first, second] = process.argv.slice(2);
if (first === '--one') await measureOne(second);
else await compare(Number(first ?? 200), Number(second ?? 3));
