import { readAnnexes } from '../../../src/engine/annex/reading';
import { DEFAULT_PROFILE } from '../../../src/engine/profile/built-in';
import { findingText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { RULES } from '../../../src/engine/rules';
import { parseAddress, toAddress } from '../../../src/engine/sheet/address';
import { buildSheet, type CellInput } from '../../support/annexes/sheet-builder';

const _ = null;

/** The form of 财预〔2020〕10号, filled in without fault; cells in B stand over the ones to their right. */
const FORM: readonly (readonly CellInput[])[] = [
  ['项目支出绩效自评表'],
  ['（2023年度）'],
  ['项目名称', '校舍屋面防水补助资金'],
  ['主管部门', '云岭县教育局', _, _, '实施单位', '云岭县第二小学'],
  ['项目资金（万元）', _, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [_, '年度资金总额：', 60, 60, 57, 10, { value: 0.95, format: '0.00%' }, 9.5],
  [_, '其中：当年财政拨款', 60, 60, 57, '—', '—', '—'],
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
  [_, '产出指标', '数量指标', '翻新屋面面积', '≥2400平方米', '2460平方米', 20, 20],
  [_, _, '质量指标', '验收合格率', '100%', '100%', 20, 20],
  [_, _, '时效指标', '开学前完工', '8月31日前', '8月25日', 10, 10],
  [_, '效益指标', '社会效益指标', '受益学生人数', '≥900人', '912人', 30, 30],
  [_, '满意度指标', '服务对象满意度指标', '师生满意度', '≥90%', '93.5%', 10, 10],
  ['总分', _, _, _, _, _, 100, 99.5],
];

interface FormCase {
  readonly name: string;
  readonly rule: string;
  /** Cells that hold something else than in the form without fault, by address; rows (by number) that are left out. */
  readonly cells?: Readonly<Record<string, CellInput>>;
  readonly without?: readonly number[];
  /** Rows of money below that of the fiscal funds. */
  readonly funds?: readonly (readonly CellInput[])[];
  /** `severity cell (related cells): message`; with a colon and the text where the text is the point. */
  readonly found: readonly string[];
}

function review({ rule: id, cells = {}, without = [], funds = [] }: FormCase): string[] {
  const rows = FORM.map((row) => [...row]);
  for (const [address, value] of Object.entries(cells)) {
    const { row, column } = parseAddress(address)!;
    (rows[row] ??= [])[column] = value;
  }
  const kept = Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)).filter(
    (__, i) => !without.includes(i + 1),
  );
  const sheet = buildSheet([...kept.slice(0, 7), ...funds, ...kept.slice(7)]);
  const annexes = readAnnexes(sheet);
  expect(annexes.map(({ layout }) => layout)).toEqual(['form']);
  const rule = RULES.find(({ meta }) => meta.id === id)!;
  const { findings, outcomes } = reviewAnnex(annexes[0]!, [rule], DEFAULT_PROFILE);
  expect(outcomes).toMatchObject([{ outcome: 'checked' }]);
  return findings.map((finding) => {
    const { severity, cell, related, message } = finding;
    const others = related.map((other) => toAddress(other.row, other.column)).join(' ');
    return `${severity} ${toAddress(cell.row, cell.column)} (${others}) ${message}: ${findingText(finding, 'zh-CN')}`;
  });
}

const CASES: readonly FormCase[] = [
  { rule: 'dimension-missing', name: 'all levels', found: [] },
  {
    rule: 'dimension-missing',
    name: 'no row of satisfaction',
    without: [15],
    found: [
      'warning B14 (B11) satisfaction: 该项目未填写满意度指标。请补填服务对象满意度指标；确无服务对象的，请说明。',
    ],
  },
  {
    rule: 'dimension-missing',
    name: 'a row of satisfaction that only the template has filled',
    cells: { D15: '指标1：', E15: _, F15: _, G15: _, H15: _ },
    found: [
      'warning E15 () satisfaction: 该项目未填写满意度指标。请补填服务对象满意度指标；确无服务对象的，请说明。',
    ],
  },
  {
    rule: 'dimension-missing',
    name: 'no row of benefit',
    without: [14],
    found: ['warning B14 (B11) benefit: 该项目未填写效益指标。请补填经济、社会、生态效益或可持续影响指标。'],
  },
  {
    rule: 'dimension-missing',
    name: 'levels with names of their own may be of any',
    without: [15],
    cells: { B14: '管理指标', C14: '管理' },
    found: [],
  },
  {
    rule: 'printed-rule-not-followed',
    name: 'points × rate',
    cells: { H5: '得分（10分*执行率）' },
    found: [],
  },
  {
    rule: 'level1-weight-off',
    name: 'labels that print other points than the note',
    cells: {
      B11: '产出指标（50分）',
      B14: '效益指标（30分）',
      A17: '注：产出指标40分、效益指标40分、满意度指标10分、预算资金执行率10分。',
    },
    found: [
      'warning B11 (B14 A17) noted: 一级指标分值为产出 50、效益 30、满意度 10，与表内说明（A17）规定的产出 40、效益 40、满意度 10不符。请核对产出、效益指标的分值。',
    ],
  },
  {
    rule: 'level1-weight-off',
    name: 'the points of the note',
    cells: { A17: '注：产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。' },
    found: [],
  },
  {
    rule: 'negative-amount',
    name: 'the second source of one sort',
    funds: [
      [_, '单位资金', 3, 3, 3],
      [_, '其他资金', 2, -2, 2],
    ],
    found: ['error D9 () negative: 其他资金为 -2.00，金额不应为负。请核对。'],
  },
  {
    rule: 'negative-amount',
    name: 'sources of one sort that are none',
    funds: [
      [_, '单位资金', 3, 3, 3],
      [_, '其他资金', 0, 0, '—'],
    ],
    found: [],
  },
  {
    rule: 'number-as-text',
    name: 'the second source of one sort',
    funds: [
      [_, '单位资金', 3, 3, 3],
      [_, '其他资金', 2, '2.00', 2],
    ],
    found: ['warning D9 () text: 其他资金“2.00”是文本，不能参与计算。请改为数值 2。'],
  },
  {
    rule: 'fund-sum-mismatch',
    name: 'the amount is named by its column',
    cells: { E7: 60 },
    found: [
      'error E6 (E7) exceeds: 分项之和 60.00（当年财政拨款 60.00）超过全年执行数 57.00，多出 3.00。请核对。',
    ],
  },
  {
    rule: 'weight-sum-not-100',
    name: 'indicators of one kind are told apart by their names',
    cells: { C12: '数量指标', G12: 15, G16: _ },
    found: [
      'error F6 (G11 G12 G13 G14 G15) sum: 各项分值合计为 95（执行率 10 + 翻新屋面面积 20 + 验收合格率 15 + 时效指标 10 + 社会效益指标 30 + 服务对象满意度指标 10），应为 100。请核对各指标分值。',
    ],
  },
  {
    rule: 'result-missing',
    name: 'the indicator of the row is named',
    cells: { F12: _ },
    found: [
      'error F12 (E12 H12) scored: “验收合格率”：年度指标“100%”未填写完成情况，但得分为 20。请填写实际完成值，并核对得分。',
    ],
  },
];

describe('rules on forms', () => {
  test.each(CASES.map((input) => [input.rule, input.name, input] as const))(
    '%s: %s',
    (_rule, _name, input) => {
      expect(review(input)).toEqual(input.found);
    },
  );
});
