import { generateAnnex } from '../../support/annexes/annex-generator/generate';
import { intoRows } from '../../support/annexes/annex-generator/into-rows';
import { measureAnnex } from '../../support/annexes/annex-generator/measure';

/** Generated annexes whose indicators are rows: what is planted is found there, too, and clean rows are left alone. */
const SEEDS = Array.from({ length: 120 }, (_, i) => i + 1);
const TABLES = SEEDS.flatMap((seed) => intoRows(generateAnnex(seed)) ?? []).map(measureAnnex);

const outcomes = TABLES.flatMap((table) => table.outcomes);

/** Fails with what was missed, so that the message names seeds and cells. */
function expectRecall(found: typeof outcomes, least: number): void {
  const missed = found.filter((outcome) => !outcome.found).map(({ text }) => text);
  const enough = found.length > 0 && 1 - missed.length / found.length >= least;
  expect({ enough, missed: enough ? [] : missed }).toEqual({ enough: true, missed: [] });
}

test('most tables can be drawn so', () => expect(TABLES.length).toBeGreaterThan(SEEDS.length / 2));

test('they are recognised column by column and project by project', () => {
  expect(TABLES.flatMap(({ unrecognised }) => unrecognised)).toEqual([]);
});

test('their errors and warnings are found by the right rules', () => {
  expectRecall(
    outcomes.filter(({ fault }) => !fault.note),
    0.97,
  );
});

test('their notes are found by the right rules', () => {
  expectRecall(
    outcomes.filter(({ fault }) => fault.note),
    0.9,
  );
});

test('their clean rows are left alone', () => {
  const loud = TABLES.flatMap(({ alarms }) => alarms).filter(({ severity }) => severity !== 'info');
  expect(loud.map(({ text }) => text)).toEqual([]);
});
