import { unitSummary } from '../../../src/engine/rollup';
import { overallRate } from '../../../src/engine/rollup/overall-rate';
import { UNKNOWN_FORMULA } from '../../../src/engine/sheet/cell-value';
import { buildAnnex, type AnnexRow } from '../../support/annexes/annex-builder';
import { DATE } from './rollup-cases';

const annexOf = (rows: readonly AnnexRow[]) => buildAnnex({ rows }).annex;

/** The rate in the row 合计 of 单位汇总. */
function rateOfTotal(annex: ReturnType<typeof annexOf>): unknown {
  const plan = unitSummary([annex], [], { locale: 'zh-CN', date: DATE, issues: null });
  const column = plan.rows[2]!.findIndex((cell) => cell?.value === '执行率');
  const total = plan.rows.find((row) => row[1]?.value === '合计')!;
  return total[column]?.value;
}

describe('the rate of all projects', () => {
  const cases: readonly [string, readonly AnnexRow[], number | null, number][] = [
    [
      'weighs by money',
      [
        { budget: 100, actual: 50 },
        { budget: 300, actual: 300 },
      ],
      0.875,
      0,
    ],
    [
      'leaves out amounts stored as text, and counts them',
      [
        { budget: 100, actual: 90 },
        { budget: '100', actual: '40' },
      ],
      0.9,
      2,
    ],
    [
      'leaves out the text alone where the other amount is a number',
      [
        { budget: 100, actual: 50 },
        { budget: 100, actual: '40' },
      ],
      0.25,
      1,
    ],
    [
      'counts a project that has one of the two',
      [
        { budget: 100, actual: 50 },
        { budget: 100, actual: null },
      ],
      0.25,
      0,
    ],
  ];
  it.each(cases)('%s, as the row 合计 of 单位汇总 does', (_, rows, rate, textAmounts) => {
    const annex = annexOf(rows);
    expect(overallRate([annex])).toEqual({ rate, textAmounts });
    expect(rateOfTotal(annex)).toBeCloseTo(rate!, 10);
  });

  it('cannot be told without a budget, or beside an error', () => {
    expect(overallRate([])).toEqual({ rate: null, textAmounts: 0 });
    expect(overallRate([annexOf([{ budget: 0, actual: 5 }])]).rate).toBeNull();
    expect(overallRate([annexOf([{ budget: { error: '#REF!' }, actual: 5 }])]).rate).toBeNull();
    expect(overallRate([annexOf([{ budget: UNKNOWN_FORMULA, actual: 5 }])]).rate).toBeNull();
  });

  it('is none where the sums are larger than any number', () => {
    const huge = { budget: 1.7e308, actual: 1.7e308 };
    expect(overallRate([annexOf([huge, huge])]).rate).toBeNull();
    expect(rateOfTotal(annexOf([huge, huge]))).toBe('');
  });

  it('is written as people write it', () => {
    const annex = annexOf([{ budget: 0.6, actual: 0.57 }]);
    expect(overallRate([annex]).rate).toBe(0.95);
    expect(rateOfTotal(annex)).toBe(0.95);
  });
});
