/**
 * What threads are worth to the built command: few small workbooks (from how many on threads are sooner done), many of them, and
 * one large worksheet that is shared out in portions; wall, CPU of all threads and the most memory of the process, with one
 * thread and with more, in turns.
 * Usage: node bench/threads.mjs [workbooks = 1000] [rows = 100000] [rounds = 3]
 */
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { COMMAND, ensureBuilt } from '../scripts/build.mjs';
import { typescriptLoader } from '../scripts/load-typescript.mjs';
import { writeBigWorkbook } from './support/big-workbook.mjs';
import { writeDifferentWorkbooks } from './support/different-workbooks.mjs';
import { measureNode, median } from './support/measure-process.mjs';

const FEW = [2, 4, 8, 16, 32, 64];
const THREADS = [1, 2, 4].filter((threads) => threads <= Math.max(2, availableParallelism()));

async function compare(what, paths, rounds) {
  const runs = new Map(THREADS.map((threads) => [threads, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [threads, list] of runs) {
      const words = ['check', ...paths, '--format', 'json', '--fail-on', 'never', '--quiet'];
      const used = await measureNode([COMMAND, ...words, '--jobs', String(threads)]);
      if (used.status !== 0) throw new Error(`the command ended with status ${used.status}`);
      list.push(used);
    }
  }
  const one = runs.get(1);
  for (const [threads, list] of runs) {
    const of = (key) => median(list.map((run) => run[key]));
    const ratio = median(list.map((run, i) => run.wall / one[i].wall));
    console.log(
      `${what}, ${threads} thread${threads > 1 ? 's' : ''}: wall ${of('wall').toFixed(2)} s, CPU ${of('cpu').toFixed(2)} s, ` +
        `peak ${of('peak').toFixed(0)} MB; wall / one thread's = ${ratio.toFixed(2)}`,
    );
  }
}

const [workbooks = 1000, rows = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
ensureBuilt();
const { folder } = writeDifferentWorkbooks(workbooks, typescriptLoader());
const files = readdirSync(folder).map((name) => join(folder, name));
for (const count of FEW.filter((each) => each < files.length)) {
  const few = files.slice(0, count);
  const kilobytes = few.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
  await compare(`${count} workbooks (${kilobytes.toFixed(0)} KB)`, few, rounds);
}
await compare(`${files.length} workbooks`, [folder], rounds);
for (const size of [Math.round(rows / 10), rows])
  await compare(`one worksheet of ${size} rows`, [await writeBigWorkbook(size)], rounds);
