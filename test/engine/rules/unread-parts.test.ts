import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

/** Where a rule speaks in a table, as row and column. */
function said(rule: string, ...rows: CellInput[][]): string[] {
  const [annex] = readAnnexes(buildSheet([['项目支出绩效自评表'], ['单位：万元'], ...rows]));
  return reviewAnnex(annex!)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ cell }) => `${cell.row} ${cell.column}`);
}

/** A table whose budget has parts of which the label of one is what is tried. */
function sums(label: string): string[] {
  return said(
    'fund-sum-mismatch',
    ['项目名称', '全年预算数', null, null, '全年执行数', '执行率'],
    [null, '合计', '财政拨款', label, null, null],
    ['清淤', 100, 60, 30, 96, 0.96],
    ['绿化', 80, 50, 30, 78, 0.975],
  );
}

/** A table whose budget has a source of which more was spent than it has, beside another part. */
function overspent(label: string): string[] {
  return said(
    'source-overspent',
    ['项目名称', '全年预算数', null, null, '全年执行数', null],
    [null, '合计', '财政拨款', label, '合计', '财政拨款'],
    ['清淤', 100, 60, 40, 96, 66],
    ['绿化', 80, 50, 30, 78, 50],
  );
}

/** A table whose weights make 80, beside a column of which the label is what is tried. */
function weights(label: string, leaf: string): string[] {
  return said(
    'weight-sum-not-100',
    ['项目名称', '全年预算数', '全年执行数', '数量指标', null, null, null, label],
    [null, null, null, '指标值', '完成值', '分值', '得分', leaf],
    ['清淤', 100, 96, '≥12处', '12处', 80, 80, 20],
    ['绿化', 80, 78, '≥30亩', '30亩', 80, 80, 20],
  );
}

describe('a part that was not read', () => {
  it('is missing from no sum: nothing is said of it', () => {
    expect(sums('呐咘嗼')).toEqual([]);
  });

  it('is none where all parts are read: the sum is held against them', () => {
    expect(sums('其他资金')).toEqual(['4 1']);
  });

  it('may be money of the source that seems overspent', () => {
    expect(overspent('呐咘嗼')).toEqual([]);
    expect(overspent('其他资金')).toEqual(['4 5']);
  });

  it('may hold the weights that are missing', () => {
    expect(weights('呐咘嗼', '分值')).toEqual([]);
    expect(weights('呐咘嗼', '呐咘嗼')).toEqual(['4 5']);
  });
});
