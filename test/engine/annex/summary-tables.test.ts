import { readAnnexes } from '../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { columnLetters } from '../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

type Rows = readonly (readonly CellInput[])[];
const _ = null;

const annexesOf = (rows: Rows) => readAnnexes(buildSheet(rows));
type Read = ReturnType<typeof annexesOf>[number];

const projectsOf = ({ projects }: Read) => projects.map(({ unit, name }) => [unit, name]);
const rulesOf = (annex: Read): string[] =>
  reviewAnnex(annex)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('a summary of projects', () => {
  test('is read by its own rows, whatever form stands below it', () => {
    const [summary, form] = annexesOf([
      ['2023年度项目支出绩效自评汇总表'],
      ['填报单位：云岭县林业局', _, _, _, _, '单位：万元'],
      ['序号', '项目名称', '全年预算数', '全年执行数', '执行率', '自评得分'],
      [1, '行道树补植', 100, 98, 0.98, 99.8],
      [2, '公园管护', 110, 104.5, 0.95, 99.5],
      [],
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植', _, '实施单位', '云岭县园林所'],
      ['项目资金（万元）', _, '全年预算数', '全年执行数', '执行率', '得分'],
      [_, '年度资金总额', 100, 98, 0.98, 9.8],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '补植行道树', '≥300株', '312株', 60, 60],
      ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 30, 30],
    ]);
    expect(summary!.places.map(({ line, field }) => [columnLetters(line), field])).toContainEqual([
      'F',
      'totalScore',
    ]);
    expect(rulesOf(summary!)).toEqual([]);
    expect(form).toMatchObject({ layout: 'form' });
  });

  const UNITS: Rows = [
    [_, '云岭县林业局', 300, 285, 0.95],
    [1, '行道树补植', 100, 95, 0.95],
    [2, '公园管护', 200, 190, 0.95],
    [_, '云岭县卫健委', 150, 150, 1],
    [1, '能力建设', 150, 150, 1],
  ];
  const TOTAL: Rows = [[_, '合计', 450, 435, { value: 435 / 450, format: '0.00%' }]];
  const HEADER = ['序号', '项目名称', '预算数（万元）', '支出数（万元）', '执行率'];
  const expected = [
    ['云岭县林业局', '行道树补植'],
    ['云岭县林业局', '公园管护'],
    ['云岭县卫健委', '能力建设'],
  ];

  test.each([
    ['not numbered', (row: readonly CellInput[]) => row],
    ['where nothing is', (row: readonly CellInput[]) => row.slice(1)],
  ])('has units with their sums among its projects, %s', (_name, cut) => {
    const annexes = annexesOf([['2023年度项目支出绩效自评汇总表'], ...[HEADER, ...UNITS, ...TOTAL].map(cut)]);
    expect(projectsOf(annexes[0]!)).toEqual(expected);
    expect(rulesOf(annexes[0]!)).toEqual([]);
  });

  test('tells of a unit whose sum is wrong', () => {
    const wrong = UNITS.map((row, i) => (i === 3 ? [_, '云岭县卫健委', 150, 140, 1] : row));
    const [annex] = annexesOf([['2023年度项目支出绩效自评汇总表'], HEADER, ...wrong, ...TOTAL]);
    expect(projectsOf(annex!)).toEqual(expected);
    expect(rulesOf(annex!)).toContain('total-row');
  });

  test('takes a project whose number is missing for none', () => {
    const [annex] = annexesOf([
      ['2023年度项目支出绩效自评汇总表'],
      HEADER,
      [1, '行道树补植', 100, 95, 0.95],
      [_, '公园管护', 200, 190, 0.95],
      [3, '苗圃扩建', 80, 80, 1],
      [4, '林区巡护', 70, 70, 1],
    ]);
    expect(annex!.projects).toHaveLength(4);
  });

  test('has the unit beside the sums of its projects', () => {
    const [annex] = annexesOf([
      ['2023年度项目支出绩效自评汇总表'],
      ['单位名称', '项目名称', '年初预算', '调整后预算', '支出数', '执行率', '单位：万元'],
      ['云岭县林业局', '合计', 300, 300, 285, 0.95],
      [_, '行道树补植', 100, 100, 95, 0.95],
      [_, '公园管护', 200, 200, 190, 0.95],
      ['云岭县卫健委', '合计', 150, 150, 150, 1],
      [_, '能力建设', 150, 150, 150, 1],
    ]);
    expect(projectsOf(annex!)).toEqual(expected);
    expect(annex).toMatchObject({ moneyUnit: '万元' });
  });

  test('states its unit of money beside its total', () => {
    const [annex] = annexesOf([
      ['2023年度项目支出绩效自评汇总表'],
      ['序号', '项目名称', '预算数', '支出数', '执行率'],
      [1, '行道树补植', 100, 95, 0.95],
      [2, '公园管护', 200, 190, 0.95],
      ['合计（万元）', _, 300, 285, 0.95],
    ]);
    expect(annex).toMatchObject({ moneyUnit: '万元' });
  });

  test('goes on below its title on a further page', () => {
    const header = ['序号', '项目名称', '全年预算数', '全年执行数', '执行率'];
    const [annex, ...more] = annexesOf([
      ['2023年项目支出绩效自评表'],
      ['单位：万元'],
      header,
      [1, '行道树补植', 100, 90, 0.9],
      [2, '公园管护', 100, 100, 1],
      ['2023年项目支出绩效自评表（续）'],
      header,
      [3, '苗圃扩建', 50, 50, 1],
      ['续表2'],
      header,
      [4, '林区巡护', 60, 60, 1],
    ]);
    expect(more).toEqual([]);
    expect(annex!.projects.map(({ unit }) => unit)).toEqual([null, null, null, null]);
  });
});
