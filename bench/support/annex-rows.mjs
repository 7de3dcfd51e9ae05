/** What the benchmark annex says: a header of three rows over 27 columns, and rows as units fill them in. */
export const HEADER = [
  [
    '序号',
    '预算单位',
    '项目名称',
    '全年预算数',
    '全年执行数',
    '',
    '',
    '',
    '预算执行率',
    '年度总体目标',
    '总体目标完成情况',
    '产出指标',
    '',
    '',
    '',
    '',
    '',
    '效益指标',
    '',
    '',
    '',
    '',
    '',
    '满意度指标',
    '',
    '存在的问题',
    '改进措施',
  ],
  [
    '',
    '',
    '',
    '',
    '合计',
    '财政拨款',
    '',
    '其他资金',
    '',
    '',
    '',
    '数量指标',
    '',
    '质量指标',
    '',
    '时效指标',
    '',
    '经济效益指标',
    '',
    '社会效益指标',
    '',
    '生态效益指标',
    '',
    '服务对象满意度指标',
    '',
    '',
    '',
  ],
  [
    '',
    '',
    '',
    '',
    '',
    '一般公共预算',
    '政府性基金',
    '',
    '',
    '',
    '',
    ...Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? '年度指标值' : '实际完成值')),
    '',
    '',
  ],
];

export const MERGES = [
  'A1:AA1',
  'A2:H2',
  'Z2:AA2',
  'A3:A5',
  'B3:B5',
  'C3:C5',
  'D3:D5',
  'E3:H3',
  'E4:E5',
  'F4:G4',
  'H4:H5',
  'I3:I5',
  'J3:J5',
  'K3:K5',
  'L3:Q3',
  'R3:W3',
  'X3:Y3',
  'L4:M4',
  'N4:O4',
  'P4:Q4',
  'R4:S4',
  'T4:U4',
  'V4:W4',
  'X4:Y4',
  'Z3:Z5',
  'AA3:AA5',
];

/** A small generator of repeatable numbers from 0 to 2^24. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}

const THINGS = [
  '村组道路硬化',
  '灌溉渠道清淤',
  '公共厕所改造',
  '路灯节能更换',
  '健身路径安装',
  '农家书屋更新',
  '古树名木挂牌',
  '消防水源补建',
  '老旧电梯加装',
  '校园监控换代',
  '河湖水质监测',
  '卫生室设备购置',
  '非遗传承人培训',
  '退役军人技能培训',
  '应急物资储备',
  '耕地地力监测',
];
const COUNTERS = ['处', '座', '套', '场', '家', '项'];
const RATES = ['验收合格率', '设备完好率', '资料归档率', '培训结业率', '线索核查率'];

/**
 * The cells of one row, in column order: numbers, texts, and `null` for the blank cells of a carried-down unit.
 * About one row in twenty has something a reviewer would flag.
 * @param index 0-based row of the body
 */
export function annexRow(index, random) {
  const pick = (list) => list[random() % list.length];
  const general = (random() % 900_000) / 100 + 1;
  const fund = random() % 4 === 0 ? (random() % 50_000) / 100 : 0;
  const other = random() % 5 === 0 ? (random() % 20_000) / 100 : 0;
  const cents = (value) => Math.round(value * 100) / 100;
  const budget = cents(general + fund + other);
  const thing = pick(THINGS);
  const n = (random() % 400) + 3;
  const rate = 85 + (random() % 13);
  const counter = pick(COUNTERS);
  const faulty = random() % 20 === 0;
  const name = pick(RATES);
  return [
    index + 1,
    index % 40 === 0 ? `第${index / 40 + 1}预算单位` : null,
    `${thing}项目（${2018 + (random() % 7)}年第${(random() % 9) + 1}批）`,
    budget,
    budget,
    cents(general),
    cents(fund),
    cents(other),
    1,
    `完成${thing}${n}${counter}，改善群众生产生活条件，${name}不低于${rate}%。`,
    `全年完成${thing}${n + (index % 7)}${counter}，${name}${rate + 1}.${index % 10}%，群众反映良好。`,
    `${thing}${n}${counter}`,
    faulty ? '已完成' : `${n + (index % 7)}${counter}`,
    `${name}≥${rate}%`,
    `${rate + 1}.${index % 10}%`,
    `${(random() % 12) + 1}月底前完成`,
    `${1 + (random() % 1)}月${1 + (random() % 28)}日`,
    '―',
    '―',
    `受益群众${n * 10}人以上`,
    `${n * 10 + (index % 50)}人`,
    '―',
    '―',
    `群众满意度不低于${rate}%`,
    faulty ? '满意' : `${rate + 1}.${index % 10}%`,
    '无',
    '无',
  ];
}
