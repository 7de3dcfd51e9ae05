/**
 * Clearing workbooks of more and more worksheets, each with marks and notes that another program has saved: time as a
 * ratio to the smallest, for each worksheet of it. Usage: node bench/clear-sheets.mjs [rounds = 3]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typescriptLoader } from '../scripts/load-typescript.mjs';

const COUNTS = [50, 100, 200, 400];
const rounds = Number(process.argv[2] ?? 3);
const load = typescriptLoader();
const { openFileHost } = load('src/host/file/file-host');
const { buildXlsx } = load('test/support/xlsx/xlsx-builder');
const { partsOf } = load('test/support/xlsx/package-parts');
const { zipParts } = load('test/support/xlsx/xlsx-builder');
const folder = mkdtempSync(join(tmpdir(), 'annex-reviewer-'));

async function reviewed(count) {
  const path = join(folder, `${count}.xlsx`);
  const rows = Array.from({ length: 40 }, (_, row) => [`项目${row}`, row, row * 2]);
  writeFileSync(path, buildXlsx({ sheets: Array.from({ length: count }, () => ({ rows })) }));
  const host = await openFileHost(path);
  const cell = { row: 1, column: 1 };
  const range = { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 1 };
  for (const { id } of await host.sheets())
    await host.mark(id, {
      cells: { error: [range], warning: [], info: [] },
      notes: [{ ...cell, text: '看' }],
    });
  const copy = await host.save();
  const resaved = join(folder, `${count}-resaved.xlsx`);
  // Without the record of the way back, as after another program: marks and notes have to be looked for.
  const parts = Object.fromEntries([...partsOf(copy)].filter(([name]) => !name.startsWith('customXml/')));
  writeFileSync(path, copy);
  writeFileSync(resaved, zipParts(parts));
  return { 'with its record': path, 'saved elsewhere': resaved };
}

async function secondsOf(path) {
  const start = performance.now();
  await (await openFileHost(path)).saveCleared();
  return (performance.now() - start) / 1000;
}

try {
  const files = new Map();
  for (const count of COUNTS) files.set(count, await reviewed(count));
  for (const kind of ['with its record', 'saved elsewhere']) {
    const best = new Map();
    for (let round = 0; round < rounds; round++) {
      for (const count of COUNTS) {
        const seconds = await secondsOf(files.get(count)[kind]);
        best.set(count, Math.min(best.get(count) ?? Infinity, seconds));
      }
    }
    const each = best.get(COUNTS[0]) / COUNTS[0];
    for (const count of COUNTS) {
      const ratio = best.get(count) / count / each;
      console.log(
        `${kind}: ${count} worksheets ${best.get(count).toFixed(2)} s, ${ratio.toFixed(2)} of the time for each`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
