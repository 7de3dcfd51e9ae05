import { FAULT_NAMES } from '../../support/annexes/annex-generator/faults';
import { measure, type Measured } from '../../support/annexes/annex-generator/measure';

/** Generated annexes with known faults: each is found by a rule that names it, and clean rows are left alone. */
const SEEDS = 200;
const TABLES: readonly Measured[] = Array.from({ length: SEEDS }, (_, i) => measure(i + 1));

const outcomes = TABLES.flatMap((table) => table.outcomes);
const alarms = TABLES.flatMap((table) => table.alarms);
const cleanRows = TABLES.reduce((sum, table) => sum + table.cleanRows, 0);

/** The part that was found, of 1, and what was not, for the message of a failing test. */
function recall(found: typeof outcomes): { readonly share: number; readonly missed: string[] } {
  const missed = found.filter((outcome) => !outcome.found);
  return { share: 1 - missed.length / found.length, missed: missed.map(({ text }) => text) };
}

/** Fails with what was missed, so that the message names seeds and cells. */
function expectRecall(found: typeof outcomes, least: number): void {
  const { share, missed } = recall(found);
  expect({ found: share >= least, missed: share >= least ? [] : missed }).toEqual({
    found: true,
    missed: [],
  });
}

describe('annexes with planted faults', () => {
  test('are recognised column by column and project by project', () => {
    expect(TABLES.flatMap(({ unrecognised }) => unrecognised)).toEqual([]);
  });

  test('have their errors and warnings found by the right rules', () => {
    expectRecall(
      outcomes.filter(({ fault }) => !fault.note),
      0.97,
    );
  });

  test('have their notes found by the right rules', () => {
    expectRecall(
      outcomes.filter(({ fault }) => fault.note),
      0.9,
    );
  });

  test.each(FAULT_NAMES)('%s: nine in ten are found', (kind) => {
    const own = outcomes.filter(({ fault }) => fault.kind === kind);
    expect(own).not.toHaveLength(0);
    expectRecall(own, 0.9);
  });

  test('have clean rows that are left alone', () => {
    const loud = alarms.filter(({ severity }) => severity !== 'info');
    const rows = new Set(loud.map(({ seed, row }) => `${seed}:${row}`));
    const quiet = rows.size <= cleanRows * 0.01;
    expect({ quiet, alarms: quiet ? [] : loud.map(({ text }) => text) }).toEqual({ quiet: true, alarms: [] });
  });
});
