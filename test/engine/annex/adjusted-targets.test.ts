import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { buildSheet } from '../../support/annexes/sheet-builder';

const HEADER = [
  ['2023年度项目支出绩效自评表'],
  ['单位：万元'],
  ['项目名称', '全年预算数', '全年执行数', '执行率', '数量指标', null, null, null, null, null],
  [null, null, null, null, '年初指标值', '调整后指标值', '完成值', '分值', '得分', '复核得分'],
];

function annexOf(...rows: (string | number | null)[][]) {
  const [annex] = readAnnexes(buildSheet([...HEADER, ...rows]));
  return annex!;
}

const missed = (rows: (string | number | null)[]): number =>
  reviewAnnex(annexOf(rows)).findings.filter(({ rule }) => rule === 'result-below-target').length;

describe('a target that was changed during the year', () => {
  it('has a column of its own, and so have the points of another party', () => {
    expect(
      annexOf(['清淤', 50, 50, 1, '≥40处', '≥30处', '32处', 50, 50, 48]).places.map(({ field }) => field),
    ).toEqual([
      'projectName',
      'budget',
      'actual',
      'executionRate',
      'indicator.quantity.target',
      'indicator.quantity.target.adjusted',
      'indicator.quantity.result',
      'indicator.quantity.weight',
      'indicator.quantity.score',
      'indicator.quantity.score.reviewed',
    ]);
  });

  it('is what the result is held against', () => {
    expect(missed(['清淤', 50, 50, 1, '≥40处', '≥30处', '32处', 50, 50, 48])).toBe(0);
    expect(missed(['清淤', 50, 50, 1, '≥20处', '≥30处', '25处', 50, 50, 48])).toBe(1);
  });

  it('leaves the first one standing where it says nothing', () => {
    expect(missed(['清淤', 50, 50, 1, '≥40处', null, '32处', 50, 50, 48])).toBe(1);
    expect(missed(['清淤', 50, 50, 1, '≥30处', '―', '32处', 50, 50, 48])).toBe(0);
  });
});
