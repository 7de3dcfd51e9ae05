/**
 * Reviewing many small workbooks that have little text in common, by the built command, as a ratio to reading the
 * same files: CPU of all threads of the whole process. One warm-up, then rounds in turns.
 * Usage: node bench/different-workbooks.mjs [workbooks = 1000] [rounds = 3]
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND, ensureBuilt } from '../scripts/build.mjs';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeDifferentWorkbooks } from './support/different-workbooks.mjs';
import { measureNode, median } from './support/measure-process.mjs';

/** Reads all worksheets of all workbooks of a folder, as the command does before it reviews them. */
async function readAll(folder) {
  const { openWorkbookFile } = typescriptLoader()('src/host/file/open-workbook-file');
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  for (const name of readdirSync(folder)) {
    const workbook = await openWorkbookFile(join(folder, name));
    workbook.sheets.forEach((_, i) => workbook.readSheet(i));
  }
  const used = process.cpuUsage();
  // Translating our own sources is no reading.
  console.log(
    JSON.stringify({
      cpu: (used.user - user + used.system - system) / 1e6,
      wall: (performance.now() - start) / 1000,
    }),
  );
}

/** The command's ways to be measured; with threads, once with one of them and once with as many as it takes. */
function waysOf(folder) {
  const words = [COMMAND, 'check', folder, '--format', 'json', '--fail-on', 'never', '--quiet'];
  const help = String(execFileSync(process.execPath, [COMMAND, '--help']));
  return help.includes('--jobs')
    ? { 'one thread': [...words, '--jobs', '1'], 'all cores': words }
    : { 'one thread': words };
}

async function compare(count, rounds) {
  ensureBuilt();
  const { folder, cells, texts, shared } = writeDifferentWorkbooks(count, typescriptLoader());
  console.log(
    `${count} workbooks of ${cells.toFixed(0)} cells and ${texts.toFixed(0)} distinct texts on average; ` +
      `${(100 * shared).toFixed(1)}% of their texts stand in another workbook too`,
  );
  const ways = waysOf(folder);
  const reading = [];
  const runs = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = -1; round < rounds; round++) {
    const read = JSON.parse(
      String(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--read', folder])),
    );
    if (round >= 0) reading.push(read);
    for (const [way, words] of Object.entries(ways)) {
      const used = await measureNode(words);
      if (used.status !== 0) throw new Error(`the command ended with status ${used.status}`);
      if (round >= 0) runs[way].push(used);
    }
  }
  const of = (list, key) => median(list.map((run) => run[key]));
  const ratio = (list, base, key) => median(list.map((run, i) => run[key] / base[i][key]));
  console.log(
    `reading alone: CPU ${of(reading, 'cpu').toFixed(2)} s, wall ${of(reading, 'wall').toFixed(2)} s`,
  );
  for (const [way, list] of Object.entries(runs))
    console.log(
      `command, ${way}: CPU ${of(list, 'cpu').toFixed(2)} s, wall ${of(list, 'wall').toFixed(2)} s, ` +
        `peak ${of(list, 'peak').toFixed(0)} MB; CPU / reading = ${ratio(list, reading, 'cpu').toFixed(2)}`,
    );
  const [one, all] = Object.values(runs);
  if (all) console.log(`wall, all cores / one thread = ${ratio(all, one, 'wall').toFixed(2)}`);
}

const [first, second] = process.argv.slice(2);
if (first === '--read') await readAll(second);
else await compare(Number(first ?? 1000), Number(second ?? 3));
