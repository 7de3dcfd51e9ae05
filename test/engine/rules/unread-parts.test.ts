import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { buildSheet } from '../../support/annexes/sheet-builder';

/** A table whose budget has parts of which the label of one is what is tried. */
function sums(label: string): string[] {
  const sheet = buildSheet([
    ['项目支出绩效自评表'],
    ['单位：万元'],
    ['项目名称', '全年预算数', null, null, '全年执行数', '执行率'],
    [null, '合计', '财政拨款', label, null, null],
    ['清淤', 100, 60, 30, 96, 0.96],
    ['绿化', 80, 50, 30, 78, 0.975],
  ]);
  const [annex] = readAnnexes(sheet);
  return reviewAnnex(annex!)
    .findings.filter(({ rule }) => rule === 'fund-sum-mismatch')
    .map(({ cell }) => `${cell.row} ${cell.column}`);
}

describe('a part of a total that was not read', () => {
  it('is missing from no sum: nothing is said of it', () => {
    expect(sums('呐咘嗼')).toEqual([]);
  });

  it('is none where all parts are read: the sum is held against them', () => {
    expect(sums('其他资金')).toEqual(['4 1']);
  });
});
