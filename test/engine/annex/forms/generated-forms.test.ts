import { compareForms, nothingCompared } from '../../../support/annexes/form-generator/compare';
import { generateForms } from '../../../support/annexes/form-generator/generate';

/** How many sheets are drawn; more may be asked for. */
const SHEETS = Number(process.env.GENERATED_FORMS ?? 150);

describe('generated sheets of clean forms', () => {
  const compared = nothingCompared();
  for (let seed = 1; seed <= SHEETS; seed++) compareForms(generateForms(seed), compared);

  test('each form and each table between them is found, with its range and layout', () => {
    expect(compared.annexes.wrong).toEqual([]);
    expect(compared.annexes.all).toBeGreaterThan(SHEETS * 2);
  });

  test.each(['heads', 'fields', 'values', 'indicators'] as const)('their %s are read', (what) => {
    const { right, all, wrong } = compared[what];
    expect(all).toBeGreaterThan(SHEETS);
    expect({ share: right / all >= 0.99, wrong: right / all >= 0.99 ? [] : wrong }).toEqual({
      share: true,
      wrong: [],
    });
  });

  test('no rule raises its voice', () => expect(compared.alarms).toEqual([]));
});
