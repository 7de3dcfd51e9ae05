import { readAnnexes } from '../../../../src/engine/annex/reading';
import { toRangeAddress } from '../../../../src/engine/sheet/address';
import { compareForms, nothingCompared } from '../../../support/annexes/form-generator/compare';
import { generateSideBySide } from '../../../support/annexes/form-generator/side-by-side';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

/** How many sheets are drawn; more may be asked for. */
const SHEETS = Number(process.env.GENERATED_FORMS ?? 120);

describe('generated sheets of forms beside each other and beside tables, and of forms with blank columns within', () => {
  const compared = nothingCompared();
  for (let seed = 1; seed <= SHEETS; seed++) compareForms(generateSideBySide(seed), compared);

  test.each(['annexes', 'heads', 'fields', 'values', 'indicators'] as const)('their %s are read', (what) => {
    const { right, all, wrong } = compared[what];
    expect(all).toBeGreaterThan(SHEETS * 2);
    expect({ share: right / all >= 0.99, wrong: right / all >= 0.99 ? [] : wrong }).toEqual({
      share: true,
      wrong: [],
    });
  });

  test('no rule raises its voice on what is read', () => {
    expect(compared.alarms.length).toBeLessThanOrEqual(compared.annexes.wrong.length * 5);
  });
});

const _ = null;

/** A form of some columns, with a name. */
const FORM = (name: string): readonly (readonly CellInput[])[] => [
  ['项目名称', name, _, '实施单位', '某局', _],
  ['绩效指标', '一级指标', '三级指标', '年度指标值', '实际完成值', '得分'],
  [_, '产出指标', '培训人数', '≥100人', '120人', 50],
  [_, '效益指标', '受益人数', '≥900人', '912人', 40],
];

function beside(
  left: readonly (readonly CellInput[])[],
  right: readonly (readonly CellInput[])[],
  gap: number,
): CellInput[][] {
  const width = Math.max(...left.map((row) => row.length));
  return Array.from({ length: Math.max(left.length, right.length) }, (_row, r) => [
    ...Array.from({ length: width + gap }, (_cell, c) => left[r]?.[c] ?? null),
    ...(right[r] ?? []),
  ]);
}

function found(rows: readonly (readonly CellInput[])[]): string[] {
  return readAnnexes(buildSheet(rows)).map(
    ({ layout, range, title, year, projects }) =>
      `${layout} ${toRangeAddress(range)} ${title} ${year} ${projects.map(({ name }) => name).join()}`,
  );
}

describe('annexes beside each other', () => {
  test.each([0, 1, 3])('are told apart with %d blank columns between them', (gap) => {
    const second = gap === 0 ? 'G1:L4' : gap === 1 ? 'H1:M4' : 'J1:O4';
    expect(found(beside(FORM('甲项目'), FORM('乙项目'), gap))).toEqual([
      'form A1:F4 null null 甲项目',
      `form ${second} null null 乙项目`,
    ]);
  });

  test('share the title that stands over both', () => {
    const rows = [['2023年度项目支出绩效自评表'], ...beside(FORM('甲项目'), FORM('乙项目'), 1)];
    const sheet = {
      ...buildSheet(rows),
      merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 12 }],
    };
    expect(readAnnexes(sheet).map(({ title, year, range }) => [title, year, toRangeAddress(range)])).toEqual([
      ['2023年度项目支出绩效自评表', 2023, 'A2:F5'],
      ['2023年度项目支出绩效自评表', 2023, 'H2:M5'],
    ]);
  });

  test('the two halves of one form are none, however it is parted', () => {
    const row = (...cells: CellInput[]): CellInput[] => [...cells.slice(0, 3), _, _, ...cells.slice(3)];
    expect(found(FORM('甲项目').map((cells) => row(...cells)))).toEqual(['form A1:H4 null null 甲项目']);
  });

  test('a form and the table of all projects', () => {
    const table = [
      ['序号', '项目名称', '全年预算数', '全年执行数', '执行率'],
      [1, '甲项目', 60, 57, '95%'],
      [2, '乙项目', 20, 20, '100%'],
    ];
    expect(found(beside(FORM('甲项目'), table, 1))).toEqual([
      'form A1:F4 null null 甲项目',
      'wide H1:L3 null null 甲项目,乙项目',
    ]);
  });

  test('end where one over their whole width begins, though nothing of it stands on the right at first', () => {
    const below: CellInput[][] = [
      ['项目名称', '丙项目', _, _, _, _, '实施单位', '某局'],
      ['主管部门', '某局'],
      ['项目类别', '部门预算项目'],
      ['年度目标', '培训900人。'],
      ['目标一', '培训900人。'],
      ['目标二', '满意。'],
      ['实施内容', '按计划实施。'],
      ['资金来源', '财政'],
      ['其他事项', '无'],
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分', '原因'],
      ['产出指标', '数量指标', '培训人数', '≥900人', '912人', 50, 50, _],
    ];
    const rows = [...beside(FORM('甲项目'), FORM('乙项目'), 0), [], ...below];
    expect(found(rows).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'form A1:F4',
      'form G1:L4',
      'form A6:H16',
    ]);
  });

  test('end a table above them', () => {
    const table = [
      ['序号', '项目名称', '全年预算数', '全年执行数', '执行率'],
      [1, '甲项目', 60, 57, '95%'],
      [2, '乙项目', 20, 20, '100%'],
    ];
    const rows = [...table, [], ...beside(FORM('甲项目'), FORM('乙项目'), 1)];
    expect(found(rows).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'wide A1:E3',
      'form A5:F8',
      'form H5:M8',
    ]);
  });
});
