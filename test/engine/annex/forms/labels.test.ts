import type { Annex } from '../../../../src/engine/annex/annex';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { notReadOf } from '../../../../src/engine/review/not-read';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { parseAddress, toAddress } from '../../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Rows = readonly (readonly CellInput[])[];
const _ = null;

const annexesOf = (rows: Rows) => readAnnexes(buildSheet(rows));

/** The cells of the fields of a form, but for those of its indicators. */
function fieldsOf({ projects: [project] }: Annex): Record<string, string> {
  return Object.fromEntries(
    Object.entries(project!.cells ?? {}).map(([field, { row, column }]) => [toAddress(row, column), field]),
  );
}

const rolesOf = ({ projects: [project] }: Annex): string[] =>
  Object.keys(project!.indicatorRefs![0]!.cells).sort();

const loud = (annex: ReturnType<typeof annexesOf>[number] | undefined): string[] =>
  reviewAnnex(annex!)
    .findings.filter(({ severity, rule }) => severity !== 'info' && rule !== 'dimension-missing')
    .map(({ rule, cell }) => `${rule} ${toAddress(cell.row, cell.column)}`);

const HEADER = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'];
const INDICATORS: Rows = [
  HEADER,
  ['产出指标', '数量指标', '补植行道树', '≥300株', '312株', 50, 50, _],
  ['效益指标', '生态效益指标', '成活率', '≥95%', '96%', 30, 30, _],
  ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 10, 10, _],
];
const MONEY: Rows = [
  ['项目资金（万元）', _, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [_, '年度资金总额', 100, 100, 98, 10, { value: 0.98, format: '0%' }, 9.8],
];
const TOTAL = ['总分', _, _, _, _, 100, 99.8, _];

describe('of two units', () => {
  test.each([
    ['部门名称', '实施单位'],
    ['一级预算单位', '项目实施单位'],
    ['预算单位', '项目承担单位'],
    ['主管部门及代码', '实施单位及代码'],
  ])('%s is the department in charge and %s the unit', (superior, unit) => {
    for (const row of [
      [superior, '云岭县林业局', _, unit, '云岭县园林所'],
      [unit, '云岭县园林所', _, superior, '云岭县林业局'],
    ]) {
      const [annex] = annexesOf([['项目支出绩效自评表'], ['项目名称', '行道树补植'], row, ...INDICATORS]);
      expect(annex).toMatchObject({ department: '云岭县林业局' });
      expect(annex!.projects[0]).toMatchObject({ unit: '云岭县园林所' });
    }
  });

  test('the only one is that of the form', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ['部门名称', '云岭县林业局'],
      ...INDICATORS,
    ]);
    expect(annex!.projects[0]).toMatchObject({ unit: '云岭县林业局' });
  });

  test('the column of the department names no unit', () => {
    const [annex] = annexesOf([
      ['2023年度项目支出绩效自评汇总表'],
      ['序号', '部门名称', '项目名称', '实施单位', '全年预算数', '全年执行数', '执行率'],
      [1, '云岭县林业局', '行道树补植', '云岭县园林所', 100, 98, 0.98],
      [2, '云岭县林业局', '公园管护', '云岭县公园处', 50, 50, 1],
    ]);
    expect(annex!.projects.map(({ unit }) => unit)).toEqual(['云岭县园林所', '云岭县公园处']);
    expect(annex!.places.map(({ field }) => field)).toContain('department');
  });
});

describe('columns of indicators', () => {
  const form = (header: readonly CellInput[], ...rows: Rows) =>
    annexesOf([['项目支出绩效自评表'], ['项目名称', '行道树补植'], header, ...rows])[0]!;

  test.each(['指标值说明', '指标内涵', '评价要点'])('%s is no target', (label) => {
    const annex = form(
      ['一级指标', '二级指标', '三级指标', label, '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '补植行道树', _, '≥300株', '312株', 60, 60],
      ['满意度指标', '满意度指标', '居民满意度', _, '≥90%', '93%', 40, 40],
    );
    expect(rolesOf(annex)).toEqual(['name', 'result', 'score', 'scoringRule', 'target', 'weight']);
    expect(annex.projects[0]!.indicatorRefs![0]!.cells.target).toMatchObject(parseAddress('E4')!);
  });

  test.each(['备注', '说明'])('%s is where reasons are told that nothing else asks for', (label) => {
    const header = [...HEADER.slice(0, -1), label];
    const late = ['产出指标', '时效指标', '补植时间', '2023年4月底前', '2023年5月10日', 60, 55];
    const rest = ['满意度指标', '满意度指标', '居民满意度', '≥90%', '93%', 40, 40, _];
    expect(loud(form(header, [...late, '4月连续降雨，补植推迟。'], rest))).toEqual([]);
    expect(loud(form(header, [...late, _], rest))).not.toEqual([]);
    const both = form([...HEADER, label], [...late, _, '资料齐全'], [...rest, _]);
    expect(both.projects[0]!.indicatorRefs![0]!.cells.deviation).toMatchObject(parseAddress('H4')!);
  });

  test.each(['反向', '负向指标', '越低越好'])('what is %s is missed where it is exceeded', (direction) => {
    const header = [
      '一级指标',
      '二级指标',
      '三级指标',
      '指标方向',
      '指标值',
      '计量单位',
      '实际值',
      '分值',
      '得分',
    ];
    const of = (result: number) =>
      loud(
        form(
          header,
          ['产出指标', '数量指标', '补植行道树', '正向', 300, '株', 312, 60, 60],
          ['效益指标', '社会效益指标', '群众投诉次数', direction, 5, '次', result, 40, 40],
        ),
      );
    expect(of(3)).toEqual([]);
    expect(of(8)).toContain('result-below-target G5');
  });
});

describe('blocks', () => {
  test.each(['自评得分', '项目自评分', '项目总分'])('the total may be called %s', (label) => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ...MONEY,
      ...INDICATORS,
      [label, _, _, _, _, 100, 97.8, _],
    ]);
    expect(loud(annex)).toEqual(['total-score-mismatch G9']);
  });

  test.each([
    ['in its column', [100, 97.8, _], 'G9'],
    ['one column further right', [100, _, 97.8], 'H9'],
    ['without the sum of what may be got', [_, _, 97.8], 'H9'],
  ])('the total may stand %s', (_name, sums, at) => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ...MONEY,
      ...INDICATORS,
      ['总分', _, _, _, _, ...sums],
    ]);
    expect(loud(annex)).toEqual([`total-score-mismatch ${at}`]);
  });

  test('of two sums beside their label the first is what may be got', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ...INDICATORS,
      ['总分', 90, 88, _, _, _, _, _],
    ]);
    expect(fieldsOf(annex!)).toMatchObject({ B7: 'totalWeight', C7: 'totalScore' });
  });

  test('the money of a source is that of the label above it', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ['预算执行情况（万元）', '预算数', 100, '执行数', 98],
      [_, '其中：财政资金', 80, '其中：财政资金', 78],
      [_, '其他资金', 20, '其他资金', 20],
      ...INDICATORS,
    ]);
    expect(fieldsOf(annex!)).toMatchObject({
      C3: 'budget',
      E3: 'actual',
      C4: 'budget.fiscal',
      E4: 'actual.fiscal',
      C5: 'budget.other',
      E5: 'actual.other',
    });
    expect(loud(annex)).toEqual([]);
  });

  test('the label of the money is none of a column, merged or not', () => {
    const rows: Rows = [
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ['项目预算（万元）', _, '全年预算数', _, '全年执行数', _, '执行率'],
      [_, _, 100, _, 98, _, { value: 0.98, format: '0%' }],
      ...INDICATORS,
    ];
    const merged = { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 1 };
    for (const merges of [[merged], []]) {
      const [annex] = readAnnexes(buildSheet(rows, { merges }));
      expect(fieldsOf(annex!)).toMatchObject({ C4: 'budget', E4: 'actual', G4: 'executionRate' });
      expect(Object.values(fieldsOf(annex!))).not.toContain('initialBudget');
    }
  });

  test('the name of a unit is made of the words of labels', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '教师培训'],
      ['主管部门', _, '云岭县教育局', _, '实施单位', _, '云岭县教师进修学校'],
      ...INDICATORS,
    ]);
    expect(annex!.projects[0]).toMatchObject({ unit: '云岭县教师进修学校' });
  });

  test('the total may stand above the name of the project', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['（2023年度）'],
      ['自评得分', 97.8, _, _, '自评等级', '优'],
      ['项目名称', '行道树补植'],
      ...MONEY,
      ...INDICATORS,
    ]);
    expect(fieldsOf(annex!)).toMatchObject({ B3: 'totalScore', F3: 'grade' });
    expect(annex!.projects[0]).toMatchObject({ name: '行道树补植' });
    expect(loud(annex)).toEqual(['total-score-mismatch B3']);
  });

  test.each([
    ['预定目标', '实际完成'],
    ['预期绩效', '完成情况'],
  ])('a goal stands below %s, and what came of it below %s', (goal, completion) => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      ['年度总体目标', goal, _, _, completion],
      [_, '补植行道树300株', _, _, '补植行道树312株'],
      ...INDICATORS,
    ]);
    expect(fieldsOf(annex!)).toMatchObject({ B4: 'annualGoal', E4: 'goalCompletion' });
  });

  test('tasks without money name no project', () => {
    const [annex] = annexesOf([
      ['部门（单位）整体绩效自评表'],
      ['部门（单位）名称', '云岭县林业局'],
      ['年度主要任务', '任务名称', '主要内容'],
      [_, '国土绿化', '补植行道树300株'],
      [_, '森林防火', '巡护林区'],
      [
        '预算情况',
        _,
        '年初预算数（万元）',
        '全年预算数（万元）',
        '全年执行数（万元）',
        '分值',
        '执行率',
        '得分',
      ],
      [_, '部门预算总额', 100, 100, 98, 10, { value: 0.98, format: '0%' }, 9.8],
      [_, '1、资金来源：（1）财政性资金', 80, 80, 78, _, _, _],
      [_, '（2）其他资金', 20, 20, 20, _, _, _],
      [_, '按支出性质分：', _, _, _, _, _, _],
      [_, '（1）基本支出', 60, 60, 60, _, _, _],
      [_, '（2）项目支出', 40, 40, 38, _, _, _],
      ...INDICATORS,
      TOTAL,
    ]);
    expect(annex).toMatchObject({ layout: 'department-form', moneyUnit: '万元' });
    expect(annex!.projects[0]).toMatchObject({ unit: '云岭县林业局' });
    expect(Object.values(fieldsOf(annex!))).not.toContain('projectName');
    expect(fieldsOf(annex!)).toMatchObject({
      D7: 'budget',
      E7: 'actual',
      E8: 'actual.fiscal',
      E9: 'actual.other',
    });
    expect(annex!.projects[0]!.money.actual?.further ?? []).toEqual([]);
    expect(loud(annex)).toEqual([]);
  });

  test('the unit of money may stand alone in a row', () => {
    const [annex] = annexesOf([
      ['项目支出绩效自评表'],
      ['项目名称', '行道树补植'],
      [_, _, _, _, '万元'],
      ['项目资金', _, '全年预算数', '全年执行数', '执行率'],
      [_, '年度资金总额', 100, 98, { value: 0.98, format: '0%' }],
      ...INDICATORS,
    ]);
    expect(annex).toMatchObject({ moneyUnit: '万元' });
  });
});

describe('a new page', () => {
  const [first, second, third] = INDICATORS.slice(1);

  test.each([
    ['says that it goes on', [['项目支出绩效自评表（续）'], HEADER]],
    ['says so, without labels', [['（续表）']]],
    ['repeats title, year and labels', [['项目支出绩效自评表'], ['（2023年度）'], HEADER]],
    ['begins below a blank row', [[], ['项目支出绩效自评表（续表）'], HEADER]],
  ] as const)('of the same form %s', (_name, page) => {
    const annexes = annexesOf([
      ['项目支出绩效自评表'],
      ['（2023年度）'],
      ['项目名称', '行道树补植'],
      ...MONEY,
      HEADER,
      first!,
      ...page,
      second!,
      third!,
      [...TOTAL.slice(0, 6), 97.8, _],
    ]);
    expect(annexes).toHaveLength(1);
    expect(annexes[0]!.projects[0]!.indicators.map(({ kind }) => kind)).toEqual([
      'quantity',
      'ecological',
      'satisfaction',
    ]);
    expect(loud(annexes[0])).toEqual([`total-score-mismatch G${9 + page.length + 1}`]);
  });

  test('with a project of its own is another form', () => {
    const form: Rows = [['项目支出绩效自评表'], ['项目名称', '行道树补植'], ...INDICATORS];
    const other = form.map((row, i) => (i === 1 ? ['项目名称', '公园管护'] : row));
    expect(annexesOf([...form, ...other]).map(({ projects }) => projects[0]!.name)).toEqual([
      '行道树补植',
      '公园管护',
    ]);
  });
});

test('what sources were changed by, and how much of a target was reached, is nothing that nobody has read', () => {
  const [annex] = annexesOf([
    ['项目支出绩效自评表'],
    ['项目名称', '行道树补植'],
    ['项目资金（万元）', _, '年初预算数', '预算调整数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [_, '年度资金总额', 80, 20, 100, 98, 10, { value: 0.98, format: '0%' }, 9.8],
    [_, '其中：财政拨款', 60, 20, 80, 78, _, _, _],
    [_, '其他资金', 20, 0, 20, 20, _, _, _],
    [...HEADER.slice(0, 5), '指标完成率', ...HEADER.slice(5, 7)],
    ...INDICATORS.slice(1).map((row) => [...row.slice(0, 5), { value: 1, format: '0%' }, ...row.slice(5, 7)]),
    ['总分', _, _, _, _, _, 100, 99.8],
  ]);
  const { outcomes } = reviewAnnex(annex!);
  expect(notReadOf(annex!, outcomes)).toBeNull();
  const apart = annex!.places.filter(({ content }) => content === 'foreign');
  expect(apart.map(({ line, column }) => toAddress(line, column!))).toEqual(['D5', 'D6', 'F8', 'F9', 'F10']);
});

test('below indicators without levels, what stands where names do ends them by its label', () => {
  const [annex] = annexesOf([
    ['2023年县级预算项目绩效自评表'],
    ['项目名称', '校车购置', _, _],
    ['预算安排', 120, '实际支出', 119.8],
    ['指标', '目标值', '完成值', '是否完成'],
    ['购置数量', '4辆', '4辆', '是'],
    ['学生满意度', '≥95%', '96%', '是'],
    ['存在问题', '无', _, _],
    ['下一步措施', '继续加强管理。', _, _],
  ]);
  expect(fieldsOf(annex!)).toMatchObject({ B7: 'problems', B8: 'rectification' });
  expect(annex!.projects[0]!.indicatorRefs).toHaveLength(2);
  expect(notReadOf(annex!, reviewAnnex(annex!).outcomes)).toBeNull();
});

test('the texts of a department are checked though it names no project', () => {
  const [annex] = annexesOf([
    ['部门整体支出绩效自评表'],
    ['部门名称', '云岭县林业局'],
    ['年度总体目标', '补植行道树，得到群众的的认可。'],
    ...INDICATORS,
    TOTAL,
  ]);
  expect(annex!.layout).toBe('department-form');
  const typos = reviewAnnex(annex!).findings.filter(({ rule }) => rule === 'text-typo');
  expect(typos.map(({ cell }) => toAddress(cell.row, cell.column))).toEqual(['B3']);
});
