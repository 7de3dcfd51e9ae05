/**
 * How many of the faults planted into generated forms of all styles are found by the right rule at the right cell, and how
 * often a rule raises its voice on clean forms beside them.
 * Usage: node bench/planted-forms.mjs [sheets = 1000] [--from SEED] [--verbose]
 * `--verbose` lists what was missed and what was said of clean forms.
 */
import { typescriptLoader } from '../scripts/load-typescript.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const sheets = Number(args.find((arg, i) => /^\d+$/.test(arg) && args[i - 1] !== '--from') ?? 1000);
const from = Number(option('--from') ?? 1);
const { measureForms } = typescriptLoader()('test/support/annexes/form-generator/measure');

const measured = Array.from({ length: sheets }, (_, i) => measureForms(from + i));
const outcomes = measured.flatMap((sheet) => sheet.outcomes);
const alarms = measured.flatMap((sheet) => sheet.alarms);
const clean = measured.reduce((sum, { cleanForms }) => sum + cleanForms, 0);

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

/** One line a key: cases, found and the share of them. */
function tally(keyOf) {
  const lines = new Map();
  for (const outcome of outcomes) {
    const line = lines.get(keyOf(outcome)) ?? lines.set(keyOf(outcome), [0, 0]).get(keyOf(outcome));
    line[0]++;
    if (outcome.found) line[1]++;
  }
  for (const [key, [cases, found]] of [...lines].sort(([a], [b]) => a.localeCompare(b)))
    console.log(
      `${key.padEnd(48)}${String(cases).padStart(6)}${String(found).padStart(6)}  ${percent(found, cases)}`,
    );
  console.log();
}

tally(({ fault }) => fault.kind);
tally(({ style }) => style);
const found = outcomes.filter((outcome) => outcome.found).length;
console.log(`found ${found} of ${outcomes.length} (${percent(found, outcomes.length)})`);
console.log(`errors and warnings on ${clean} clean forms: ${alarms.length}`);

if (args.includes('--verbose')) {
  for (const outcome of outcomes) if (!outcome.found) console.log(`missed: ${outcome.text}`);
  for (const { text } of alarms) console.log(`false: ${text}`);
}
