import { measureForms, type FormOutcome } from '../../../support/annexes/form-generator/measure';

/** How many sheets are drawn; more may be asked for. */
const SHEETS = Number(process.env.GENERATED_FORMS ?? 400);

const measured = Array.from({ length: SHEETS }, (_, i) => measureForms(i + 1));
const outcomes = measured.flatMap((sheet) => sheet.outcomes);
const kinds = [...new Set(outcomes.map(({ fault }) => fault.kind))].sort();

/** Fails with what was missed, so that the message names seeds and cells. */
function expectFound(all: readonly FormOutcome[], least: number): void {
  const missed = all.filter(({ found }) => !found);
  const enough = missed.length <= all.length * (1 - least);
  expect({ enough, missed: enough ? [] : missed.map(({ text }) => text) }).toEqual({
    enough: true,
    missed: [],
  });
}

describe('generated forms with planted faults', () => {
  test('have nearly all of them found by the right rule at the right cell', () => {
    expect(outcomes.length).toBeGreaterThan(SHEETS);
    expect(kinds.length).toBeGreaterThan(45);
    expectFound(outcomes, 0.98);
  });

  test.each(kinds)('%s: nine in ten are found', (kind) => {
    expectFound(
      outcomes.filter(({ fault }) => fault.kind === kind),
      0.9,
    );
  });

  test('have clean ones among them, on which no rule raises its voice', () => {
    expect(measured.reduce((sum, { cleanForms }) => sum + cleanForms, 0)).toBeGreaterThan(SHEETS);
    expect(measured.flatMap(({ alarms }) => alarms.map(({ text }) => text))).toEqual([]);
  });
});
