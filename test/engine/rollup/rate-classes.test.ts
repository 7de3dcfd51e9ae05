import { rateClasses } from '../../../src/engine/rollup/rate-classes';
import { buildAnnex } from '../../support/annexes/annex-builder';

const annexOf = (rates: readonly (readonly [budget: number, actual: number])[]) =>
  buildAnnex({
    rows: rates.map(([budget, actual]) => ({
      budget,
      actual,
      executionRate: { value: actual / budget, format: '0.00%' },
    })),
  }).annex;

describe('rates', () => {
  it('fall into classes; exactly 100 % and more stand apart', () => {
    const annex = annexOf([
      [100, 0],
      [100, 49.99],
      [100, 50],
      [100, 89.99],
      [100, 90],
      [100, 99.98],
      [100, 100],
      [100, 120],
    ]);
    expect(rateClasses([annex])).toEqual([2, 1, 0, 0, 1, 2, 1, 1]);
  });

  it('of nothing are none', () => {
    expect(rateClasses([])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
