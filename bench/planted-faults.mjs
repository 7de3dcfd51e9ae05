/**
 * How many of the faults planted into generated annexes each rule finds, and how often it speaks on clean rows.
 * Usage: node bench/planted-faults.mjs [tables = 300] [--from SEED] [--verbose] [--write FOLDER]
 * `--verbose` lists what was missed and what was reported on clean rows; `--write` keeps the tables as .xlsx files
 * beside .json files with what is known about them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typescriptLoader } from '../scripts/load-typescript.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const tables = Number(args.find((arg, i) => /^\d+$/.test(arg) && args[i - 1] !== '--from') ?? 300);
const from = Number(option('--from') ?? 1);
const load = typescriptLoader();
const { measure } = load('test/support/annexes/annex-generator/measure');

const start = performance.now();
const measured = Array.from({ length: tables }, (_, i) => measure(from + i));
const outcomes = measured.flatMap((table) => table.outcomes);
const alarms = measured.flatMap((table) => table.alarms);
const unrecognised = measured.flatMap((table) => table.unrecognised);
const cleanRows = measured.reduce((sum, table) => sum + table.cleanRows, 0);

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);
/** Chinese characters take two columns, but all that is printed here is Latin. */
function print(rows) {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => String(row[c]).length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, c) => (c === 0 ? String(cell).padEnd(widths[c]) : String(cell).padStart(widths[c])))
        .join('  '),
    );
}

/** One line a key: cases, found, missed and false alarms. */
function tally(list, keyOf, falseOf) {
  const lines = new Map();
  const line = (key) => lines.get(key) ?? lines.set(key, [0, 0]).get(key);
  for (const outcome of list) {
    const counts = line(keyOf(outcome));
    counts[0]++;
    if (outcome.found) counts[1]++;
  }
  for (const key of falseOf.keys()) line(key);
  return [...lines]
    .map(([key, [cases, found]]) => [
      key,
      cases,
      found,
      cases - found,
      falseOf.get(key) ?? 0,
      percent(found, cases),
    ])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

const falseBy = new Map();
for (const { rule } of alarms) falseBy.set(rule, (falseBy.get(rule) ?? 0) + 1);
console.log(
  `${tables} tables, ${cleanRows} clean rows, ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
);
print([
  ['rule', 'cases', 'found', 'missed', 'false', 'recall'],
  ...tally(outcomes, ({ fault }) => fault.rules[0], falseBy),
]);
console.log();
print([
  ['fault', 'cases', 'found', 'missed', '', 'recall'],
  ...tally(outcomes, ({ fault }) => fault.kind, new Map()).map((line) => line.with(4, '')),
]);
console.log();
for (const [label, note] of [
  ['error/warning', false],
  ['info', true],
]) {
  const own = outcomes.filter(({ fault }) => fault.note === note);
  const found = own.filter((outcome) => outcome.found).length;
  const loud = alarms.filter(({ severity }) => (severity === 'info') === note);
  const rows = new Set(loud.map(({ seed, row }) => `${seed}:${row}`)).size;
  console.log(
    `${label}: found ${found} of ${own.length} (${percent(found, own.length)}); ${loud.length} false, in ${percent(rows, cleanRows)} of the clean rows`,
  );
}
const disclosed = measured.reduce((sum, table) => sum + table.disclosed.length, 0);
console.log(`shortfalls that the row explains: noted ${disclosed}`);
console.log(`recognition: ${unrecognised.length} differences`);

if (args.includes('--verbose')) {
  for (const text of unrecognised) console.log(`not recognised: ${text}`);
  for (const { found, text } of outcomes) if (!found) console.log(`missed: ${text}`);
  for (const { text } of alarms) console.log(`false: ${text}`);
}

const folder = option('--write');
if (folder !== undefined) {
  const { generateAnnex } = load('test/support/annexes/annex-generator/generate');
  const { toFiles } = load('test/support/annexes/annex-generator/to-files');
  mkdirSync(folder, { recursive: true });
  for (let seed = from; seed < from + tables; seed++) {
    const { xlsx, truth } = toFiles(generateAnnex(seed));
    const name = join(folder, `planted-${String(seed).padStart(4, '0')}`);
    writeFileSync(`${name}.xlsx`, xlsx);
    writeFileSync(`${name}.json`, `${JSON.stringify(truth, null, 1)}\n`);
  }
}
