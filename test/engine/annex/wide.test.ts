import type { AnnexView } from '../../../src/engine/annex/annex';
import { lowestLabel } from '../../../src/engine/annex/place';
import { readAnnexes } from '../../../src/engine/annex/reading';
import { columnLetters, toRangeAddress } from '../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

type Row = readonly (CellInput | undefined)[];

function only(rows: readonly Row[]): AnnexView {
  const annexes = readAnnexes(buildSheet(rows));
  expect(annexes).toHaveLength(1);
  return annexes[0]!;
}

function fields(annex: AnnexView): Record<string, string | null> {
  return Object.fromEntries(annex.places.map(({ line, field }) => [columnLetters(line), field]));
}

const _ = null;

describe('headers', () => {
  test('a score under the group of budget execution is that of the rate', () => {
    const annex = only([
      ['某县2023年度预算项目绩效自评表'],
      ['序号', '项目名称', '预算执行情况（10分）', _, _, _, '产出指标（50分）', _, _, _, '自评总分', '等级'],
      [
        _,
        _,
        '预算数（A）',
        '执行数（B）',
        '执行率（B/A）',
        '得分',
        '三级指标（数量）',
        '年初目标值',
        '实际完成值',
        '得分',
      ],
      [1, '村道硬化', 50, 48, 0.96, 9.6, '硬化里程', '≥3公里', '3.2公里', 10, 98, '优'],
    ]);
    expect(fields(annex)).toEqual({
      A: 'sequence',
      B: 'projectName',
      C: 'budget',
      D: 'actual',
      E: 'executionRate',
      F: 'executionRate.score',
      G: 'indicator.quantity.name',
      H: 'indicator.quantity.target',
      I: 'indicator.quantity.result',
      J: 'indicator.quantity.score',
      K: 'totalScore',
      L: 'grade',
    });
  });

  test('sources of money without a group of their own belong to the money on their left', () => {
    const annex = only([
      ['2022年项目绩效自评汇总表'],
      [
        '项目名称',
        '年初预算数',
        '其中：财政拨款',
        '调整后预算数',
        '其中：财政拨款',
        '实际支出数',
        '其中：财政拨款',
        '执行率',
      ],
      ['消防器材更新', 10, 10, 12, 11, 12, 11, 1],
    ]);
    expect(Object.values(fields(annex))).toEqual([
      'projectName',
      'initialBudget',
      'initialBudget.fiscal',
      'budget',
      'budget.fiscal',
      'actual',
      'actual.fiscal',
      'executionRate',
    ]);
  });

  test('年初预算 is the budget where it stands alone', () => {
    const annex = only([
      ['项目名称', '年初预算', '全年支出', '支出率'],
      ['文物修缮', 10, 9, 0.9],
    ]);
    expect(fields(annex)).toEqual({ A: 'projectName', B: 'budget', C: 'actual', D: 'executionRate' });
  });

  test('codes, accounts and unknown columns keep no field and disturb nothing', () => {
    const annex = only([
      [
        '序号',
        '单位编码',
        '单位名称',
        '项目编码',
        '项目名称',
        '功能科目',
        '全年预算数',
        '全年执行数',
        '执行率',
        '开户银行',
        '是否涉密',
      ],
      [1, '101001', '县图书馆', 'P01', '图书采购', '2070104', 20, 20, 1, '农商行', '否'],
    ]);
    expect(fields(annex)).toEqual({
      A: 'sequence',
      B: null,
      C: 'unit',
      D: 'projectCode',
      E: 'projectName',
      F: null,
      G: 'budget',
      H: 'actual',
      I: 'executionRate',
      J: null,
      K: null,
    });
    expect(annex.places.filter(({ field }) => field === null).map(lowestLabel)).toEqual([
      '单位编码',
      '功能科目',
      '开户银行',
      '是否涉密',
    ]);
  });

  test('an unknown wording of 项目名称 is guessed from its place, and said to be a guess', () => {
    const annex = only([
      ['序号', '实施单位', '专项工作事项', '预算数', '执行数', '执行率', '绩效目标'],
      [1, '县卫健局', '疫苗冷链', 30, 30, 1, '配送及时'],
    ]);
    expect(annex.places[2]).toEqual({
      field: 'projectName',
      guess: null,
      content: 'texts',
      labels: [{ row: 0, column: 2, text: '专项工作事项' }],
      along: 'column',
      line: 2,
      confidence: 'guess',
      evidence: [{ by: 'neighbour' }],
      indicator: -1,
      percent: false,
    });
    expect(annex.projects[0]!.name).toBe('疫苗冷链');
  });

  test('项目名称 itself is the name beside another name', () => {
    const annex = only([
      ['序号', '专项名称', '项目名称', '预算数', '执行数', '执行率'],
      [1, '水利发展资金', '渠道衬砌', 30, 30, 1],
    ]);
    expect(fields(annex)).toMatchObject({ B: null, C: 'projectName' });
    expect(annex.projects[0]!.name).toBe('渠道衬砌');
  });

  test('two indicators of one kind stay apart', () => {
    const annex = only([
      ['项目名称', '预算数', '执行数', '成本指标', _, _, _],
      [_, _, _, '经济成本指标', _, '社会成本指标', _],
      [_, _, _, '指标值', '完成值', '指标值', '完成值'],
      ['垃圾分类', 8, 8, '≤8万元', '8万元', '≤2%', '1%'],
    ]);
    expect(annex.projects[0]!.indicators.map((i) => [i.kind, i.target!.text, i.result!.text])).toEqual([
      ['cost', '≤8万元', '8万元'],
      ['cost', '≤2%', '1%'],
    ]);
  });

  test('a header repeated on every printed page, column numbers and a blank row are skipped', () => {
    const header: Row = ['序号', '项目名称', '预算数', '执行数', '执行率'];
    const annex = only([
      ['2021年度绩效自评表'],
      header,
      ['栏次', 1, 2, 3, 4],
      [1, '甲项', 1, 1, 1],
      [],
      ['2021年度绩效自评表'],
      header,
      ['栏次', 1, 2, 3, 4],
      [2, '乙项', 2, 2, 1],
    ]);
    expect(annex.projects.map((p) => p.name)).toEqual(['甲项', '乙项']);
  });
});

describe('rows', () => {
  const header: Row = ['序号', '单位名称', '项目名称', '预算数', '执行数', '执行率', '数量指标', '完成情况'];

  test('units are carried down over blanks, sums and notes are no projects', () => {
    const annex = only([
      ['部门2020年度项目支出绩效自评表'],
      header,
      [1, '县档案馆', '库房除湿', 10, 10, 1, '购置除湿机4台', '4台'],
      [2, _, '数字化加工', 20, 20, 1, '扫描30万页', '30万页'],
      ['小计', _, _, 30, 30, 1],
      [3, '县史志办', '年鉴编纂', 5, 5, 1, '编纂1部', '1部'],
      ['县史志办小计', _, _, 5, 5, 1],
      ['合　　计', _, _, 35, 35, 1],
      ['填表人：张某', _, _, '联系电话：0000'],
      ['注：执行率按全年预算数计算'],
    ]);
    expect(annex.projects.map((p) => [p.unit, p.name])).toEqual([
      ['县档案馆', '库房除湿'],
      ['县档案馆', '数字化加工'],
      ['县史志办', '年鉴编纂'],
    ]);
    expect(annex.totals.map((t) => [t.level, t.label, t.projectsAbove])).toEqual([
      ['subtotal', '小计', 2],
      ['subtotal', '县史志办小计', 3],
      ['total', '合　　计', 3],
    ]);
    expect(toRangeAddress(annex.range)).toBe('A1:H10');
    expect(annex.dataRows).toEqual([2, 5]);
  });

  test('rows without a name carry further indicators of the project above', () => {
    const annex = only([
      header,
      [1, '县体育中心', '场馆开放', 10, 10, 1, '开放300天', '310天'],
      [_, _, _, _, _, _, '举办赛事8场', '9场'],
      [2, _, '健身路径', 6, 6, 1, '安装12套', '12套'],
    ]);
    expect(annex.projects.map((p) => [p.name, p.row, p.lastRow, p.indicators.length])).toEqual([
      ['场馆开放', 1, 2, 2],
      ['健身路径', 3, 3, 1],
    ]);
  });

  test('headings over rows name the unit where no column does', () => {
    const annex = only([
      ['项目名称', '预算数', '执行数', '执行率'],
      ['一、局机关'],
      ['办案费', 10, 10, 1],
      ['（二）下属中心'],
      ['培训费', 3, 3, 1],
    ]);
    expect(annex.projects.map((p) => [p.unit, p.name])).toEqual([
      ['局机关', '办案费'],
      ['下属中心', '培训费'],
    ]);
  });

  test('a project whose name contains 合计 is still a project', () => {
    const annex = only([
      ['序号', '项目名称', '预算数', '执行数'],
      [1, '统计数据合计口径研究', 1, 1],
    ]);
    expect(annex.projects).toHaveLength(1);
    expect(annex.totals).toHaveLength(0);
  });

  test('two tables on one sheet are two annexes', () => {
    const table = (year: number, name: string): Row[] => [
      [`${year}年度项目绩效自评表`],
      ['序号', '项目名称', '预算数', '执行数', '执行率'],
      [1, name, 5, 5, 1],
    ];
    const annexes = readAnnexes(
      buildSheet([
        ...table(2021, '甲'),
        [],
        ['2022年度项目绩效自评表'],
        ['序号', '用款单位', '项目名称', '全年预算数', '全年执行数', '执行率', '备注'],
        [1, '某院', '乙', 5, 5, 1, _],
      ]),
    );
    expect(annexes.map((a) => [a.year, a.projects.map((p) => p.name)])).toEqual([
      [2021, ['甲']],
      [2022, ['乙']],
    ]);
  });
});

describe('what stands above', () => {
  const body: Row[] = [
    ['项目名称', '预算数', '执行数', '执行率'],
    ['甲', 1, 1, 1],
  ];

  test.each([
    ['单位：万元', '万元'],
    ['金额单位：元', '元'],
    ['单位:人民币万元', '万元'],
    ['(单位：亿元)', '亿元'],
    ['填报单位：某局', null],
  ])('%s', (text, unit) => {
    expect(only([['2020年绩效自评表'], [text], ...body]).moneyUnit).toBe(unit);
  });

  test('a unit in the header of a money column counts first', () => {
    expect(
      only([['单位：元'], ['项目名称', '预算数（万元）', '执行数（万元）', '执行率'], ['甲', 1, 1, 1]])
        .moneyUnit,
    ).toBe('万元');
  });

  test.each([
    [['附件3', '某某局2019年度预算项目绩效自评表'], '某某局2019年度预算项目绩效自评表', 2019],
    [['项目支出绩效自评表', '（2023年度）'], '项目支出绩效自评表', 2023],
    [['二〇二一年度绩效自评表'], '二〇二一年度绩效自评表', 2021],
    [['部门项目绩效自评表'], '部门项目绩效自评表', null],
  ])('%j', (lines, title, year) => {
    expect(only([...lines.map((line) => [line]), ...body])).toMatchObject({ title, year });
  });

  test('the department is read up to the next label', () => {
    expect(only([['2020年自评表'], ['部门名称（盖章）：某市气象局  单位：万元'], ...body])).toMatchObject({
      department: '某市气象局',
      moneyUnit: '万元',
    });
  });
});

describe('what is no self-evaluation', () => {
  test('targets only', () => {
    expect(
      only([
        ['项目名称', '预算数', '年度总体目标', '数量指标', '质量指标'],
        ['甲', 1, '做好', '3个', '合格率100%'],
      ]).layout,
    ).toBe('goal');
  });

  test('money only', () => {
    expect(
      only([
        ['序号', '项目名称', '预算数', '备注'],
        [1, '甲', 1, _],
      ]).layout,
    ).toBe('allocation');
  });

  test('a report of a running year', () => {
    expect(
      only([
        ['2023年绩效运行监控表'],
        ['项目名称', '年初预算数', '1-7月执行数', '执行率'],
        ['甲', 1, 0.5, 0.5],
      ]).layout,
    ).toBe('progress');
  });

  test.each([
    ['an empty sheet', []],
    ['words', [['会议纪要'], ['一、项目名称待定，预算另行安排，执行情况见附件。']]],
    [
      'a staff list',
      [
        ['序号', '姓名', '单位', '电话'],
        [1, '甲', '某局', '1'],
      ],
    ],
    ['a header without rows', [['序号', '项目名称', '预算数', '执行数', '执行率']]],
  ] as [string, Row[]][])('%s', (_name, rows) => {
    expect(readAnnexes(buildSheet(rows))).toEqual([]);
  });
});

describe('rates', () => {
  test.each([
    ['fractions', '执行率', [0.95, 1, 0.5], [0.95, 1, 0.5]],
    ['percent by the header', '执行率（%）', [95, 100, 50], [0.95, 1, 0.5]],
    ['percent by the money', '执行率', [95, 100, 50], [0.95, 1, 0.5]],
    ['1 among percent is 100 %', '执行率（%）', [95, 1, 50], [0.95, 1, 0.5]],
    ['texts', '执行率', ['95%', '100.00％', '50.0%'], [0.95, 1, 0.5]],
  ] as const)('%s', (_name, label, shown, fractions) => {
    const annex = only([
      ['项目名称', '预算数', '执行数', label],
      ['甲', 100, 95, shown[0]],
      ['乙', 10, 10, shown[1]],
      ['丙', 8, 4, shown[2]],
    ]);
    expect(annex.projects.map((p) => p.rate!.fraction)).toEqual(fractions);
  });

  test.each([
    ['fractions', '预算调整率', [0.1, -0.2, 0.005], [0.1, -0.2, 0.005]],
    ['percent by the money', '预算调整率', [10, -20, 0.5], [0.1, -0.2, 0.005]],
    ['percent by the header', '预算调整率（%）', [10, -20, 0.5], [0.1, -0.2, 0.005]],
  ] as const)('of an adjustment: %s', (_name, label, shown, fractions) => {
    const annex = only([
      ['项目名称', '年初预算数', '全年预算数', label, '执行数', '执行率'],
      ['甲', 100, 110, shown[0], 105, 0.9545],
      ['乙', 10, 8, shown[1], 8, 1],
      ['丙', 200, 201, shown[2], 100, 0.4975],
    ]);
    expect(annex.projects.map((p) => p.rates['budget.adjustmentRate']?.fraction)).toEqual(fractions);
  });

  test('a further rate is written in its own way', () => {
    const annex = only([
      ['项目名称', '年初预算数', '全年预算数', '执行数', '执行率', '年初预算执行率'],
      ['甲', 100, 110, 105, 0.95, 105],
      ['乙', 10, 8, 8, 1, 80],
    ]);
    expect(annex.projects.map(({ rates }) => rates)).toMatchObject([
      { executionRate: { fraction: 0.95 }, 'executionRate.initial': { fraction: 1.05 } },
      { executionRate: { fraction: 1 }, 'executionRate.initial': { fraction: 0.8 } },
    ]);
  });
});
