import type { Annex, AnnexView } from '../../../../src/engine/annex/annex';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { editOf } from '../../../../src/engine/rule/edits';
import { toAddress } from '../../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Rows = readonly (readonly CellInput[])[];
const _ = null;

const annexesOf = (rows: Rows, merges: readonly string[] = []) =>
  readAnnexes(buildSheet(rows, { merges: merges.map(rangeOf) }));

function rangeOf(address: string) {
  const [, c1, r1, c2, r2] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(address)!;
  const column = (letter: string) => letter.charCodeAt(0) - 65;
  return {
    firstRow: Number(r1) - 1,
    lastRow: Number(r2) - 1,
    firstColumn: column(c1!),
    lastColumn: column(c2!),
  };
}

/** The cells of the fields of a form, but for those of its indicators. */
function fieldsOf({ projects: [project] }: Annex): Record<string, string> {
  const cells = [
    ...Object.entries(project!.cells ?? {}).map(([field, cell]) => ({ ...cell, field })),
    ...(project!.further ?? []).filter(({ field }) => !field.startsWith('indicator.')),
  ];
  return Object.fromEntries(cells.map(({ row, column, field }) => [toAddress(row, column), field]));
}

const weightsOf = ({ projects: [project] }: Annex): string[] =>
  project!.indicatorRefs!.map(({ cells: { weight } }) => toAddress(weight!.row, weight!.column));

const INDICATORS: Rows = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '补植行道树', '≥300株', '312株', 50, 50, _],
  ['效益指标', '生态效益指标', '成活率', '≥95%', '96%', 30, 30, _],
  ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 10, 10, _],
];

describe('the tasks of a department with what they cost', () => {
  const rows: Rows = [
    ['部门整体支出绩效自评表'],
    ['部门（单位）名称', '云岭县林业局'],
    ['年度主要任务', '任务名称', '主要内容', '预算数（万元）', _, _, '执行数（万元）', _, _],
    [_, _, _, '总额', '财政拨款', '其他资金', '总额', '财政拨款', '其他资金'],
    [_, '机关运转', '保障日常运转', 500, 500, 0, 490, 490, 0],
    [_, '国土绿化', '补植行道树', 300, 260, 40, 294, 254, 40],
    [_, '金额合计', _, 800, 760, 40, 784, 744, 40],
    ...INDICATORS,
    ['预算执行率', _, _, '100%', { value: 0.98, format: '0%' }, 10, 9.8, _],
    ['总分', _, _, _, _, 100, 99.8, _],
  ];
  const merges = ['A3:A7', 'B3:B4', 'C3:C4', 'D3:F3', 'G3:I3', 'B7:C7', 'A12:C12'];

  test.each([
    ['merged', merges],
    ['without merged cells', []],
  ])('name no project, and their sum is the money of the department: %s', (_name, merged) => {
    const [annex, ...more] = annexesOf(rows, merged);
    expect(more).toEqual([]);
    expect(annex).toMatchObject({ layout: 'department-form', moneyUnit: '万元' });
    expect(annex!.projects[0]).toMatchObject({ unit: '云岭县林业局' });
    expect(fieldsOf(annex!)).toMatchObject({
      B2: 'unit',
      D7: 'budget',
      E7: 'budget.fiscal',
      F7: 'budget.other',
      G7: 'actual',
      H7: 'actual.fiscal',
      I7: 'actual.other',
    });
    expect(annex!.projects[0]!.money.budget?.number).toBe(800);
  });

  test('their sum is held against its sources, whatever single tasks cost', () => {
    const wrong = rows.map((row, i) => (i === 6 ? row.map((cell) => (cell === 784 ? 794 : cell)) : row));
    const [annex] = annexesOf(wrong, merges);
    const found = reviewAnnex(annex!).findings.map(({ rule, cell }) => [
      rule,
      toAddress(cell.row, cell.column),
    ]);
    expect(found).toContainEqual(['fund-sum-mismatch', 'G7']);
  });

  test('the rate below the indicators stands where results do', () => {
    const [annex] = annexesOf(rows, merges);
    expect(fieldsOf(annex!)).toMatchObject({
      E12: 'executionRate',
      F12: 'executionRate.weight',
      G12: 'executionRate.score',
    });
    expect(reviewAnnex(annex!).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

test('points behind each level are those of the level, not of its indicators', () => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['填报日期：2024年3月', _, _, _, _, '单位：万元'],
    ['项目名称', '行道树补植', '预算资金总额', 60, '实际支出', 60],
    ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '指标值', '完成值', '得分'],
    ['产出指标', 50, '数量指标', 30, '补植株数', 30, '≥300株', '312株', 30],
    [_, _, '质量指标', 20, '验收合格率', 20, '100%', '100%', 20],
    ['效益指标', 30, '生态效益', 30, '成活率', 30, '≥95%', '96%', 30],
    ['满意度指标', 20, '满意度', 20, '居民满意度', 20, '≥90%', '93%', 20],
    ['合计', 100, _, 100, _, 100, _, _, 100],
  ]);
  expect(weightsOf(annex!)).toEqual(['F5', 'F6', 'F7', 'F8']);
  expect(fieldsOf(annex!)).toMatchObject({ F9: 'totalWeight', I9: 'totalScore' });
  expect(annex).toMatchObject({ moneyUnit: '万元' });
  // The unit of money is nobody's name.
  expect(annex!.projects[0]).toMatchObject({ name: '行道树补植', unit: null });
  expect(reviewAnnex(annex!).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('what is filled in behind its label is no label over the indicators below it', () => {
  const [annex] = annexesOf(
    [
      ['项目支出绩效自评评分表'],
      ['项目名称：公园管护', _, _, _, '项目单位：云岭县园林所', _, _],
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分', '备注'],
      ['决策', '项目立项', '立项依据充分', 40, '充分得满分', 40, _],
      ['产出', '产出数量', '管护公园数', 60, '12个得满分', 60, _],
      ['合计', _, _, 100, _, 100, _],
    ],
    ['A2:D2', 'E2:G2'],
  );
  expect(annex!.projects[0]).toMatchObject({ name: '公园管护', unit: '云岭县园林所' });
});

test('a grade with its own label among the sums is no score', () => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植'],
    ...INDICATORS,
    ['总分', _, _, _, _, '自评等级：优', 90, _],
  ]);
  expect(fieldsOf(annex!)).toMatchObject({ F7: 'grade', G7: 'totalScore' });
  expect(reviewAnnex(annex!).findings.map(({ rule }) => rule)).not.toContain('number-as-text');
});

test('money of the year before is not that of the year', () => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植', _, '预算单位', '云岭县林业局'],
    ['当年预算数（元）', 320000, _, '上年预算数（元）', 280000],
    ['预算执行数（元）', 313600, _, '预算执行率', { value: 0.98, format: '0%' }],
    ...INDICATORS,
  ]);
  expect(annex!.projects[0]!.money.budget).toMatchObject({ number: 320000 });
  expect(Object.keys(fieldsOf(annex!))).not.toContain('E3');
});

test('the label of a row may begin beside the labels of the columns', () => {
  const [annex] = annexesOf(
    [
      ['部门整体支出绩效自评表'],
      ['部门名称', '云岭县林业局'],
      ['年度预算（万元）', '资金总额', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [_, _, 780, 800, 784, 10, { value: 0.98, format: '0%' }, 9.8],
      ...INDICATORS,
      ['总分', _, _, _, _, 100, 99.8, _],
    ],
    ['A3:A4', 'B3:B4'],
  );
  expect(fieldsOf(annex!)).toMatchObject({
    C4: 'initialBudget',
    D4: 'budget',
    E4: 'actual',
    F4: 'executionRate.weight',
    G4: 'executionRate',
    H4: 'executionRate.score',
  });
});

test('what came of the goal may stand in a row below it', () => {
  const [annex] = annexesOf([
    ['衔接资金项目绩效自评表'],
    ['项目名称', '养殖场建设'],
    ['资金情况（万元）', _, '全年预算数', '全年执行数', '执行率'],
    [_, '年度资金总额', 180, 176.4, { value: 0.98, format: '0%' }],
    [_, '其中：中央衔接资金', 100, 100, _],
    [_, '省级衔接资金', 50, 46.4, _],
    [_, '县级衔接资金', 30, 30, _],
    ['年度总体目标', '建成养殖场一处，带动农户50户'],
    ['实际完成情况', '建成养殖场一处，带动农户52户'],
    ...INDICATORS,
  ]);
  expect(fieldsOf(annex!)).toMatchObject({
    C5: 'budget.central',
    C6: 'budget.local',
    C7: 'budget.local',
    B8: 'annualGoal',
    B9: 'goalCompletion',
  });
});

describe('the block of money', () => {
  const form = (header: Rows, rows: Rows): Rows => [
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植'],
    ...header,
    ...rows,
    ...INDICATORS,
    ['总分', _, _, _, _, 100, 99.8, _],
  ];
  const columns = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
  const figures = [100, 100, 98, 10, { value: 0.98, format: '0%' }, 9.8];

  test.each(['预算资金（万元）', '项目预算（万元）', '年度预算', '项目支出'])(
    'is known by its rows where its label speaks of money: %s',
    (label) => {
      const rows = form([[label, _, ...columns]], [[_, '年度资金总额', ...figures]]);
      for (const merges of [['A3:A4'], []])
        expect(fieldsOf(annexesOf(rows, merges)[0]!)).toMatchObject({
          C4: 'initialBudget',
          D4: 'budget',
          E4: 'actual',
          F4: 'executionRate.weight',
          G4: 'executionRate',
          H4: 'executionRate.score',
        });
    },
  );

  test.each(['年度预算总额', '全年资金总额', '项目总预算', '本年资金总额'])(
    'has its sum in the first row, whatever that is called: %s',
    (label) => {
      const rows = form(
        [['项目资金（万元）', _, ...columns]],
        [
          [_, label, ...figures],
          [_, '上级转移支付', 40, 40, 38, _, _, _],
        ],
      );
      const [annex] = annexesOf(rows, ['A3:A5']);
      expect(fieldsOf(annex!)).toMatchObject({
        D4: 'budget',
        F4: 'executionRate.weight',
        H4: 'executionRate.score',
      });
      expect(annex!.projects[0]!.money.budget?.further ?? []).toEqual([]);
    },
  );

  test.each([
    ['预算批复数', '调整后预算数'],
    ['年初预算', '调整预算'],
  ])('has one budget of the year: %s, %s', (initial, adjusted) => {
    const rows = form(
      [['项目资金（万元）', _, initial, adjusted, '实际支出数', '分值', '执行率', '得分']],
      [[_, '年度资金总额', 90, 100, 98, 10, { value: 0.98, format: '0%' }, 9.8]],
    );
    const [annex] = annexesOf(rows, ['A3:A4']);
    expect(fieldsOf(annex!)).toMatchObject({ C4: 'initialBudget', D4: 'budget', E4: 'actual' });
    expect(reviewAnnex(annex!).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('an adjustment that is a change stays one', () => {
    const rows = form(
      [['项目资金（万元）', _, '年初预算', '调整预算', '实际支出数', '分值', '执行率', '得分']],
      [[_, '年度资金总额', 90, 10, 98, 10, { value: 0.98, format: '0%' }, 9.8]],
    );
    expect(fieldsOf(annexesOf(rows, ['A3:A4'])[0]!)).toMatchObject({ D4: 'budget.adjustment' });
  });
});

test.each(['自评得分', '绩效自评总分'])('the sum of the points may be called %s', (label) => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['项 目 名 称', '行道树补植'],
    ...INDICATORS,
    [label, _, _, _, _, 90, 90, _],
  ]);
  expect(annex!.projects[0]).toMatchObject({ name: '行道树补植' });
  expect(fieldsOf(annex!)).toMatchObject({ F7: 'totalWeight', G7: 'totalScore' });
});

test('"分数" beside "得分" is what may be got', () => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分数', '得分'],
    ['产出指标', '数量指标', '补植行道树', '≥300株', '312株', 60, 60],
    ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 40, 40],
    ['总分', _, _, _, _, 100, 100],
  ]);
  expect(weightsOf(annex!)).toEqual(['F4', 'F5']);
});

describe('points of several indicators in one merged cell, where no column gives weights', () => {
  const rows: Rows = [
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植', _, _, _, _],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '得分'],
    ['产出指标', '数量指标', '补植行道树', '≥300株', '312株', 20],
    [_, _, '修剪行道树', '≥500株', '520株', _],
    [_, '质量指标', '成活率', '≥95%', '96%', _],
    ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 10],
    ['总分', _, _, _, _, 30],
  ];
  const scoresMissing = (annex: AnnexView): string[] =>
    reviewAnnex(annex)
      .findings.filter(({ rule }) => rule === 'score-missing')
      .map(({ cell }) => toAddress(cell.row, cell.column));

  test.each([
    ['merged cells are known', ['A4:A6', 'B4:B5', 'F4:F6']],
    ['merged cells are not known', null],
  ])('are theirs together: %s', (_name, merges) => {
    const sheet = buildSheet(rows, { merges: merges?.map(rangeOf) ?? [] });
    const [annex] = readAnnexes(merges ? sheet : { ...sheet, merges: null });
    expect(annex!.projects[0]!.indicatorRefs!.map(({ cells: { score } }) => score!.row)).toEqual([
      3, 3, 3, 6,
    ]);
    expect(scoresMissing(annex!)).toEqual([]);
  });

  test('are missing where the cells are known to stand alone, and where nothing stands above', () => {
    const [alone] = annexesOf(rows, ['A4:A6', 'B4:B5']);
    expect(scoresMissing(alone!)).toEqual(['F5', 'F6']);
    const late = rows.map((row, i) => (i === 3 ? [...row.slice(0, 5), _] : row));
    const [annex] = readAnnexes({ ...buildSheet(late), merges: null });
    expect(scoresMissing(annex!)).toEqual(['F4', 'F5', 'F6']);
  });

  test('are not those of what a row parts of the indicator above it', () => {
    const parted = rows.map((row, i) => (i === 4 ? [_, _, '其中：市区', '≥100株', '120株', _] : row));
    const [annex] = readAnnexes({ ...buildSheet(parted), merges: null });
    expect(annex!.projects[0]!.indicatorRefs!.map(({ cells: { score } }) => score!.row)).toEqual([
      3, 4, 3, 6,
    ]);
  });
});

describe('amounts that stand in one cell with their labels', () => {
  const BELOW: Rows = [...INDICATORS, ['总分', _, _, _, _, 100, 99.6, _]];
  const LABELLED: Rows = [
    [_, '按收入性质分：5100', _, '按支出性质分：5100'],
    [_, '其中：一般公共预算：5000', _, '其中：基本支出：3000万元'],
    [_, '政府性基金拨款：100', _, '项目支出：2100'],
    [_, '其他资金：', _, _],
  ];
  const columns: Rows = [
    ['部门整体支出绩效自评表'],
    ['部门名称', '云岭县林业局'],
    ['年度预算（万元）', _, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ];

  test.each<[string, number, number, string]>([
    ['the budget', 5100, 4896, 'budget'],
    ['the spending', 5312.5, 5100, 'actual'],
  ])('are those of the money that they add up to: %s', (_name, budget, actual, base) => {
    const total = [_, '年度资金总额', 5000, budget, actual, 10, { value: 0.96, format: '0%' }, 9.6];
    const [annex] = annexesOf([...columns, total, ...LABELLED, ...BELOW]);
    expect(fieldsOf(annex!)).toMatchObject({
      B6: `${base}.generalPublic`,
      D6: `${base}.basic`,
      B7: `${base}.governmentFund`,
      D7: `${base}.projects`,
    });
    const { money } = annex!.projects[0]!;
    expect(money[`${base}.basic` as 'budget.basic']).toMatchObject({ number: 3000, writtenUnit: '万元' });
    expect(reviewAnnex(annex!).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('are no known money where they add up to none of several', () => {
    const total = [_, '年度资金总额', 5000, 5200, 4896, 10, { value: 0.94, format: '0%' }, 9.4];
    const [annex] = annexesOf([...columns, total, ...LABELLED, ...BELOW]);
    expect(Object.keys(fieldsOf(annex!))).not.toEqual(expect.arrayContaining(['B6']));
    expect(annex!.places.filter(({ field, line }) => field === null && line === 5)).toHaveLength(2);
  });

  test('are read without labels over columns, and keep their labels where they are corrected', () => {
    const [annex] = annexesOf([
      ['部门整体支出绩效自评表'],
      ['部门名称', '云岭县林业局'],
      ['年度预算（万元）', '年度资金总额：5200'],
      ...LABELLED,
      ...BELOW,
    ]);
    expect(fieldsOf(annex!)).toMatchObject({
      B3: 'budget',
      B5: 'budget.generalPublic',
      D5: 'budget.basic',
      B6: 'budget.governmentFund',
      D6: 'budget.projects',
    });
    const { budget } = annex!.projects[0]!.money;
    expect(budget).toMatchObject({ number: 5200, label: '年度资金总额：' });
    expect(editOf(budget!, { value: 5100 })).toMatchObject({
      after: { value: '年度资金总额：5100' },
      expectedBefore: { value: '年度资金总额：5200' },
    });
    const { findings } = reviewAnnex(annex!);
    expect(findings.map(({ rule }) => rule)).toContain('department-sum-mismatch');
    expect(findings.map(({ rule }) => rule)).not.toContain('number-as-text');
  });

  test('are parted by the money that the row speaks of, with rates and units of their own', () => {
    const rows: Rows = [
      ['项目支出绩效自评表'],
      ['项目名称：造林补助', _, _, '实施单位：县林业局'],
      ['预算数：130万元', _, '其中：财政拨款：90万元', _, '自筹资金：30万元'],
      ['执行数：117万元', _, '其中：财政拨款：90万元', '自筹资金：27万元', '执行率：95%'],
      ...INDICATORS,
      ['总分：89.6'],
    ];
    const [annex] = annexesOf(rows);
    expect(fieldsOf(annex!)).toMatchObject({
      A3: 'budget',
      C3: 'budget.fiscal',
      E3: 'budget.other',
      A4: 'actual',
      C4: 'actual.fiscal',
      D4: 'actual.other',
      E4: 'executionRate',
    });
    expect(annex!.moneyUnit).toBe('万元');
    const { rate, money } = annex!.projects[0]!;
    expect(rate).toMatchObject({ fraction: 0.95, label: '执行率：' });
    expect(editOf(money.budget!, { value: 120 }).after).toEqual({ value: '预算数：120万元' });
    const { findings } = reviewAnnex(annex!);
    const found = findings.filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule }) => rule)).toEqual(['fund-sum-mismatch', 'execution-rate-mismatch']);
    const fixes = findings.flatMap(({ fix, suggestions }) => [...(fix ? [fix] : []), ...suggestions]);
    const written = fixes.flatMap(({ edits }) => edits.map(({ after }) => after));
    expect(written.every((after) => 'value' in after)).toBe(true);
    expect(written).toContainEqual({ value: '执行率：90%' });
    expect(findings.map(({ rule }) => rule)).not.toContain('execution-rate-as-text');
  });

  test('are named by their labels, without their figures', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '造林补助'],
      ['年初预算数（万元）：120', _, '全年执行数（万元）：117'],
      ...BELOW,
    ]);
    const labels = annex!.places.filter(({ line }) => line === 2).map((place) => place.labels[0]!.text);
    expect(labels).toEqual(['年初预算数（万元）', '全年执行数（万元）']);
  });
});
