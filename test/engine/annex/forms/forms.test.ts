import type { Annex } from '../../../../src/engine/annex/annex';
import { readAnnexes } from '../../../../src/engine/annex/reading';
import { recognise } from '../../../../src/engine/annex/recognise';
import { reviewAnnex } from '../../../../src/engine/review/review-annex';
import { parseRangeAddress, toAddress, toRangeAddress } from '../../../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from '../../../support/annexes/sheet-builder';

type Rows = readonly (readonly CellInput[])[];
const _ = null;

function sheetOf(rows: Rows, merges: readonly string[] | null): SheetSnapshot {
  return buildSheet(rows, { merges: merges && merges.map((range) => parseRangeAddress(range)!) });
}

/** The cells of the fields of a form, but for those of its indicators. */
function fieldsOf({ projects: [project] }: Annex): Record<string, string> {
  const cells = [
    ...Object.entries(project!.cells ?? {}).map(([field, cell]) => ({ ...cell, field })),
    ...(project!.further ?? []).filter(({ field }) => !field.startsWith('indicator.')),
  ];
  return Object.fromEntries(cells.map(({ row, column, field }) => [toAddress(row, column), field]));
}

function indicatorsOf({ projects: [project] }: Annex): string[] {
  return project!.indicatorRefs!.map(
    ({ kind, cells }) =>
      `${kind}: ${Object.entries(cells)
        .map(([role, { row, column }]) => `${role} ${toAddress(row, column)}`)
        .join(', ')}`,
  );
}

/** The form of 财预〔2020〕10号, as a school has filled it in. */
const FORM: Rows = [
  ['附件3'],
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '校舍屋面防水补助资金'],
  ['主管部门', '云岭县教育局', _, _, _, '实施单位', '云岭县第二小学'],
  ['项目资金\n（万元）', _, _, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [_, '年度资金总额：', _, 60, 58, 55.1, 10, 0.95, 9.5],
  [_, '其中：当年财政拨款', _, 60, 58, 55.1, '—', '—', '—'],
  [_, '上年结转资金', _, _, _, _, '—', '—', '—'],
  [_, '其他资金', _, _, _, _, '—', '—', '—'],
  ['年度总体目标', '预期目标', _, _, _, '实际完成情况'],
  [_, '翻新三栋教学楼的屋面，雨季不再漏水。', _, _, _, '三栋教学楼屋面已翻新，经过一个雨季没有漏水。'],
  [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  [_, '产出指标', '数量指标', '翻新屋面面积', '≥2400平方米', '2460平方米', 20, 20, _],
  [_, _, _, '……', _, _, _, _, _],
  [_, _, '质量指标', '验收合格率', '100%', '100%', 20, 20, _],
  [_, _, '时效指标', '开学前完工', '8月31日前', '8月25日', 10, 10, _],
  [_, '效益指标', '社会效益指标', '受益学生人数', '≥900人', '912人', 30, 30, _],
  [_, '满意度指标', '服务对象满意度指标', '师生满意度', '≥90%', '93.5%', 10, 10, _],
  ['总分', _, _, _, _, _, 100, 99.5, _],
  ['填表人：周某', _, _, '联系电话：', _, _, '填报日期：2024年2月6日'],
];

const FORM_MERGES = [
  'A2:I2',
  'A3:I3',
  'B4:I4',
  'B5:E5',
  'G5:I5',
  'A6:A10',
  'B6:C6',
  'B7:C7',
  'B8:C8',
  'B9:C9',
  'B10:C10',
  'A11:A12',
  'B11:E11',
  'F11:I11',
  'B12:E12',
  'F12:I12',
  'A13:A19',
  'B14:B17',
  'C14:C15',
  'A20:F20',
];

const FORM_FIELDS = {
  B4: 'projectName',
  B5: 'department',
  G5: 'unit',
  D7: 'initialBudget',
  E7: 'budget',
  F7: 'actual',
  G7: 'executionRate.weight',
  H7: 'executionRate',
  I7: 'executionRate.score',
  D8: 'initialBudget.fiscal',
  E8: 'budget.fiscal',
  F8: 'actual.fiscal',
  D9: 'initialBudget.carryover',
  E9: 'budget.carryover',
  F9: 'actual.carryover',
  D10: 'initialBudget.other',
  E10: 'budget.other',
  F10: 'actual.other',
  B12: 'annualGoal',
  F12: 'goalCompletion',
  G20: 'totalWeight',
  H20: 'totalScore',
};

describe.each([
  ['with merged cells', FORM_MERGES],
  ['without merged cells', null],
])('the form of 2020, %s', (_name, merges) => {
  const [annex, ...more] = readAnnexes(sheetOf(FORM, merges));

  test('is one annex, by its title, year and unit of money', () => {
    expect(more).toEqual([]);
    expect(annex).toMatchObject({
      layout: 'form',
      title: '项目支出绩效自评表',
      year: 2023,
      moneyUnit: '万元',
      headerRows: null,
      dataRows: [13, 18],
    });
    expect(toRangeAddress(annex!.range)).toBe('A1:I21');
  });

  test('has each of its fields in its cell', () => {
    const fields = fieldsOf(annex!);
    expect(fields).toMatchObject(FORM_FIELDS);
    // What stands in the lines of signatures is asked for as well.
    const beyond = Object.entries(fields).filter(([cell]) => !(cell in FORM_FIELDS));
    expect(beyond.map(([, field]) => field).filter((field) => field !== 'contact')).toEqual([]);
  });

  test('has an indicator a row, by its kind, and none where only the template speaks', () => {
    expect(indicatorsOf(annex!)).toEqual([
      'quantity: name D14, target E14, result F14, weight G14, score H14, deviation I14',
      'quality: name D16, target E16, result F16, weight G16, score H16, deviation I16',
      'timeliness: name D17, target E17, result F17, weight G17, score H17, deviation I17',
      'social: name D18, target E18, result F18, weight G18, score H18, deviation I18',
      'satisfaction: name D19, target E19, result F19, weight G19, score H19, deviation I19',
    ]);
  });

  test('is read as a project', () => {
    const [project] = annex!.projects;
    expect(project).toMatchObject({ name: '校舍屋面防水补助资金', unit: '云岭县第二小学', row: 3 });
    expect(project!.money.actual!.number).toBe(55.1);
    expect(project!.rate!.fraction).toBe(0.95);
    expect(project!.scores).toMatchObject({ totalScore: { number: 99.5 }, totalWeight: { number: 100 } });
    expect(project!.narrative.goalCompletion!.text).toContain('没有漏水');
    expect(project!.indicators[4]!.result!.text).toBe('93.5%');
  });
});

test('sums of one source that stand in several rows are all read', () => {
  const [annex] = readAnnexes(
    sheetOf(
      [
        ['部门预算项目支出绩效自评表（2023年度）'],
        ['项目名称', '基层文化站运转经费'],
        [
          '预算执行情况（10分）',
          '年度预算数（万元）',
          '年初预算',
          '调整后预算数',
          '预算执行数',
          '预算执行率',
          '权重',
          '得分',
          '原因',
        ],
        [_, '总额', 30, 33, 31, '93.94%', 10, 9.4, '尾款按合同于次年支付'],
        [_, '其中：财政资金', 20, 20, 20, '100%', '/', '/', _],
        [_, '财政专户管理资金', 0, 3, 1, '33.33%', '/', '/', _],
        [_, '单位资金', 6, 6, 6, '100%', '/', '/', _],
        [_, '其他资金', 4, 4, 4, '100%', '/', '/', _],
        [
          '绩效指标（90分）',
          '一级指标',
          '二级指标',
          '三级指标',
          '指标性质',
          '指标值',
          '度量单位',
          '完成值',
          '权重',
          '得分',
        ],
        [_, '产出指标', '数量指标', '开放天数', '≥', 300, '天', 310, 60, 60],
        [_, '效益指标', '社会效益指标', '读者到馆人次', '≥', 20000, '人次', 21000, 30, 30],
        ['合计', _, _, _, _, _, _, _, 100, 99.4],
        ['评价结论', '项目按计划完成。'],
        ['存在问题', '无'],
        ['改进措施', '无'],
      ],
      null,
    ),
  );
  expect(fieldsOf(annex!)).toMatchObject({
    D4: 'budget',
    I4: 'deviation',
    D6: 'budget.other',
    D7: 'budget.other',
    D8: 'budget.other',
    J12: 'totalScore',
    B13: 'conclusion',
    B14: 'problems',
    B15: 'rectification',
  });
  const { money } = annex!.projects[0]!;
  expect([money['budget.other']!, ...money['budget.other']!.further!].map(({ number }) => number)).toEqual([
    3, 6, 4,
  ]);
});

test('labels of indicators may stand in two rows', () => {
  const [annex] = readAnnexes(
    sheetOf(
      [
        ['2022年度项目支出绩效自评表'],
        ['部门：江畔镇中心卫生院', _, _, _, _, _, _, _, _, '公开14表'],
        ['项目名称', '村医培训专项经费'],
        ['主管部门', '江畔县卫生健康局', _, _, '实施单位', '江畔镇中心卫生院'],
        ['绩效指标', _, _, '年度指标值', _, _, '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
        ['产出指标', '数量指标', '培训村医人数', '≧', 40, '人', 42, 50, 50, _],
        ['效益指标', '社会效益指标', '知识测试合格率', '≧', 90, '%', '95%', 40, 40, _],
        ['其他需要说明事项', _, _, '无'],
        ['总分', _, _, _, _, _, _, 90, 90, '优'],
      ],
      null,
    ),
  );
  expect(fieldsOf(annex!)).toEqual({
    B3: 'projectName',
    B4: 'department',
    F4: 'unit',
    D9: 'remarks',
    H10: 'totalWeight',
    I10: 'totalScore',
    J10: 'grade',
  });
  expect(indicatorsOf(annex!)).toEqual([
    'quantity: name C7, operator D7, target E7, measureUnit F7, result G7, weight H7, score I7, deviation J7',
    'social: name C8, operator D8, target E8, measureUnit F8, result G8, weight H8, score I8, deviation J8',
  ]);
  expect(annex!.projects[0]).toMatchObject({ unit: '江畔镇中心卫生院' });
});

const SHORT_FORM = (name: string): Rows => [
  ['项目名称', name],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', '巡查次数', '≥12次', '12次', 60, 60],
  ['效益指标', '社会效益指标', '投诉下降', '有所下降', '有所下降', 40, 36],
  ['总分', _, _, _, _, 100, 96],
];

test('forms that stand below each other are annexes of their own, with a title or without', () => {
  const annexes = recognise(
    sheetOf(
      [
        ...SHORT_FORM('河道巡查'),
        ...SHORT_FORM('山林巡查'),
        [_],
        ['2023年度项目支出绩效自评表'],
        ...SHORT_FORM('水库巡查'),
      ],
      null,
    ),
  );
  expect(annexes.map(({ range }) => toRangeAddress(range))).toEqual(['A1:G5', 'A6:G10', 'A12:G17']);
  expect(annexes.map(({ projects }) => projects[0]!.name)).toEqual(['河道巡查', '山林巡查', '水库巡查']);
});

test('a wide table above forms, and one below them, stay wide tables', () => {
  const wide: Rows = [
    ['2023年度项目支出绩效自评汇总表'],
    ['序号', '单位名称', '项目名称', '全年预算数', '全年执行数', '执行率', '自评总分'],
    [1, '林业局', '山林巡查', 20, 20, 1, 96],
    [2, '水利局', '河道巡查', 10, 9, 0.9, 95],
  ];
  const annexes = recognise(sheetOf([...wide, [_], ...SHORT_FORM('山林巡查'), [_], ...wide], null));
  expect(annexes.map(({ layout, range }) => [layout, toRangeAddress(range)])).toEqual([
    ['wide', 'A1:G4'],
    ['form', 'A6:G10'],
    ['wide', 'A12:G15'],
  ]);
});

test('what is asked of a row that nobody knows is answered beside it, in whatever words', () => {
  const [annex] = readAnnexes(
    sheetOf(
      [
        ['转移支付区域绩效自评表（2024年度）'],
        ['转移支付（项目）名称', _, '馆藏文物预防性保护专项'],
        ['中央主管部门', _, '国家文物局'],
        ['地方主管部门', _, '市文物局', _, '资金使用单位', '市特殊教育学校'],
        ['资金投入情况（万元）', _, _, '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A）'],
        [_, '年度资金总额：', _, 20, 19, '95%'],
        [_, '其中：中央补助', _, 20, 19, '95%'],
        ['资金管理情况', _, _, '情况说明', _, '存在问题和改进措施'],
        [_, '执行准确性', _, '按下达预算执行', _, '无'],
        [_, '预算绩效管理情况', _, '已同步下达绩效目标', _, '无'],
        ['总体目标完成情况', '总体目标', _, _, '全年实际完成情况'],
        [_, '修复馆藏文物22件，资金规范使用。', _, _, '修复馆藏文物23件。'],
        ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值'],
        [_, '产出指标', '数量指标', '修复馆藏文物', '≥22件', '23件'],
      ],
      null,
    ),
  );
  expect(fieldsOf(annex!)).toEqual({
    C2: 'projectName',
    C3: 'department',
    C4: 'department',
    F4: 'unit',
    D6: 'budget',
    E6: 'actual',
    F6: 'executionRate',
    F7: 'executionRate',
    D7: 'budget.central',
    E7: 'actual.central',
    B12: 'annualGoal',
    E12: 'goalCompletion',
  });
  // The one rate of a form stands in no column that is calculated with.
  const texts = reviewAnnex(annex!).findings.filter(({ rule }) => rule === 'execution-rate-as-text');
  expect(texts.map(({ severity }) => severity)).toEqual(['info']);
});

test.each<[string, number, boolean]>([
  ['with the points of the execution in them', 25, true],
  ['by themselves', 15, true],
  ['nowhere', 40, false],
])('points printed for a level that is no kind may be found %s', (_name, points, found) => {
  const [annex] = readAnnexes(
    sheetOf(
      [
        ['项目名称', '河道巡查'],
        ['项目资金（万元）', '全年预算数', '全年执行数', '执行率', '分值（10分）', '得分'],
        ['年度资金总额', 20, 20, { value: 1, format: '0%' }, 10, 10],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值（90分）', '得分'],
        [`项目管理（${points}分）`, '资金管理', '资金使用合规性', '合规', '合规', 15, 15],
        ['产出指标（45分）', '数量指标', '巡查次数', '≥12次', '13次', 45, 45],
        ['效益指标（30分）', '社会效益指标', '投诉下降', '有所下降', '全年投诉比上年少3件', 30, 30],
        ['总分', _, _, _, _, 100, 100],
      ],
      null,
    ),
  );
  const faults = reviewAnnex(annex!).findings.filter(({ rule }) => rule === 'weight-sum-not-100');
  expect(faults.map(({ message }) => message)).toEqual(found ? [] : ['printed']);
});

test('a table of points without a project is that of a department', () => {
  const [annex] = readAnnexes(
    sheetOf(
      [
        ['2023年度部门整体支出绩效自评表'],
        ['单位名称（盖章）：', '青溪区统计局'],
        ['序号', '一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分'],
        [1, '管理（20分）', '预算管理', '预算编制完整', 10, '完整得满分', 10],
        [2, _, '绩效目标', '绩效目标明确', 10, '明确得满分', 8],
        [3, '履职（80分）', '统计调查', '调查完成率', 80, '按完成率计分', 80],
        ['总分', _, _, _, 100, _, 98],
      ],
      null,
    ),
  );
  expect(annex).toMatchObject({ layout: 'department-form', dataRows: [3, 5] });
  expect(annex!.projects[0]).toMatchObject({ unit: '青溪区统计局' });
  expect(indicatorsOf(annex!)).toHaveLength(3);
  expect(fieldsOf(annex!)).toMatchObject({ B2: 'unit', E7: 'totalWeight', G7: 'totalScore' });
});

test.each<[string, Rows]>([
  [
    'a list of people',
    [
      ['人员名册'],
      ['序号', '姓名', '部门', '职务'],
      [1, '周某', '办公室', '科员'],
      [2, '吴某', '财务科', '科长'],
    ],
  ],
  ['a cover', [['2023年度绩效自评材料'], ['单位名称：', '青溪区统计局'], ['填报日期：', '2024年3月']]],
  ['a guide', [['填报说明'], ['一、项目名称应与预算批复一致。'], ['二、一级指标不得增删。']]],
])('%s is no annex', (_name, rows) => {
  expect(recognise(sheetOf(rows, null))).toEqual([]);
});
