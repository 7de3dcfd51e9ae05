import type { Dimension } from '../statement';

/** How one measure word is read. */
export interface Measure {
  readonly dimension: Exclude<Dimension, 'date' | 'none'>;
  /** The canonical word. */
  readonly measure: string;
  /** What it counts in the end, and how many of that it is. */
  readonly base: string;
  readonly factor: number;
  /** Behind a Chinese numeral it mostly makes a name or an ordinal (一类, 二期), and is not read. */
  readonly digitsOnly: boolean;
}

/** Measure words that count: the word, then other ways of writing the same. */
const COUNTS: readonly string[][] = [
  ['个'],
  ['份'],
  ['次', '次数'],
  ['件'],
  ['件次'],
  ['条'],
  ['条次'],
  ['家'],
  ['家次'],
  ['户'],
  ['户次'],
  ['人', '名', '位', '个人'],
  ['人次', '人·次', '人/次', '名次'],
  ['人天', '人日', '人·天'],
  ['人份'],
  ['套'],
  ['台'],
  ['台套', '台(套)', '台/套', '套(台)'],
  ['台次'],
  ['辆'],
  ['辆次', '车次'],
  ['座'],
  ['处'],
  ['项'],
  ['项次'],
  ['场', '场次'],
  ['所'],
  ['间'],
  ['栋'],
  ['幢'],
  ['张'],
  ['册'],
  ['本'],
  ['篇'],
  ['部'],
  ['支'],
  ['种'],
  ['批次'],
  ['班次'],
  ['例'],
  ['宗'],
  ['单'],
  ['笔'],
  ['班'],
  ['节'],
  ['课时'],
  ['学时'],
  ['株'],
  ['棵'],
  ['只'],
  ['羽'],
  ['尾'],
  ['枚'],
  ['盏'],
  ['根'],
  ['块'],
  ['片'],
  ['道'],
  ['轮'],
  ['届'],
  ['趟'],
  ['幅'],
  ['卷'],
  ['箱'],
  ['袋'],
  ['瓶'],
  ['盒'],
  ['桶'],
  ['剂'],
  ['剂次'],
  ['门'],
  ['艘'],
  ['架'],
  ['樘'],
  ['组'],
  ['副'],
  ['顶'],
  ['床'],
  ['站'],
  ['眼'],
  ['村'],
  ['亩次'],
  ['户人'],
  ['字'],
];

/** Counts that only digits introduce. */
const COUNTS_BEHIND_DIGITS: readonly string[][] = [
  ['期'],
  ['类'],
  ['起'],
  ['层'],
  ['对'],
  ['面'],
  ['段'],
  ['口'],
  ['头'],
  ['把'],
  ['倍'],
];

/** Base word, then its measures with their factor and the other ways of writing them. */
const SCALED: readonly (readonly [
  Measure['dimension'],
  string,
  readonly (readonly [string, number, ...string[]])[],
])[] = [
  [
    'percent',
    '%',
    [
      ['%', 1, '百分比'],
      ['‰', 0.1],
      ['成', 10],
    ],
  ],
  ['percent', '百分点', [['百分点', 1, '个百分点', '个百分比']]],
  ['money', '元', [['元', 1, '人民币', '元人民币', '元整']]],
  ['money', '美元', [['美元', 1]]],
  ['money', '港元', [['港元', 1, '港币']]],
  ['money', '欧元', [['欧元', 1]]],
  [
    'duration',
    '天',
    [
      ['天', 1, '日', '自然日', '个自然日', '日历天', '个日历日', '日历日'],
      ['周', 7, '星期', '个星期'],
      ['小时', 1 / 24, '个小时', 'h', '个钟头'],
      ['分钟', 1 / 1440, 'min'],
      ['秒', 1 / 86400, '秒钟'],
    ],
  ],
  ['duration', '工作日', [['工作日', 1, '个工作日', '个工作天']]],
  [
    'duration',
    '月',
    [
      ['月', 1, '个月'],
      ['季度', 3, '个季度'],
      ['年', 12, '周年', '个年度'],
    ],
  ],
  [
    'duration',
    '学期',
    [
      ['学期', 1, '个学期'],
      ['学年', 2, '个学年'],
    ],
  ],
  [
    'physical',
    '平方米',
    [
      ['平方米', 1, '㎡', 'm²', 'm2', '平米', '平方'],
      ['亩', 2000 / 3],
      ['公顷', 10_000, 'hm²', 'hm2'],
      ['平方公里', 1_000_000, '平方千米', 'km²', 'km2'],
    ],
  ],
  [
    'physical',
    '米',
    [
      ['米', 1, 'm', '延米', '延长米'],
      ['公里', 1000, '千米', 'km', 'KM'],
      ['厘米', 0.01, 'cm'],
      ['毫米', 0.001, 'mm'],
    ],
  ],
  [
    'physical',
    '公斤',
    [
      ['公斤', 1, '千克', 'kg', 'KG'],
      ['吨', 1000, 't'],
      ['斤', 0.5],
      ['克', 0.001],
      ['毫克', 0.000_001, 'mg'],
    ],
  ],
  [
    'physical',
    '升',
    [
      ['升', 1, 'L'],
      ['毫升', 0.001, 'ml', 'mL'],
      ['立方米', 1000, 'm³', 'm3', '立方', '方'],
    ],
  ],
  [
    'physical',
    'GB',
    [
      ['GB', 1, 'G字节'],
      ['TB', 1024, 'T字节'],
      ['PB', 1024 * 1024],
      ['MB', 1 / 1024],
    ],
  ],
  [
    'physical',
    'Mbps',
    [
      ['Mbps', 1, '兆'],
      ['Gbps', 1000],
    ],
  ],
  [
    'physical',
    '千瓦',
    [
      ['千瓦', 1, 'kW', 'KW'],
      ['兆瓦', 1000, 'MW'],
    ],
  ],
  [
    'physical',
    '千瓦时',
    [
      ['千瓦时', 1, 'kWh', 'KWH', '千瓦·时'],
      ['兆瓦时', 1000, 'MWh', 'MWH', '兆瓦·时'],
    ],
  ],
  ['physical', '千伏安', [['千伏安', 1, 'kVA', 'KVA']]],
  ['physical', '分贝', [['分贝', 1, 'dB']]],
  ['physical', '℃', [['℃', 1, '摄氏度']]],
  ['score', '分', [['分', 1]]],
];

/** Measures of the scaled ones that only digits introduce. */
const SCALED_BEHIND_DIGITS = new Set([
  '日',
  '分',
  '方',
  '平方',
  '立方',
  '兆',
  '季度',
  '学期',
  '学年',
  '月',
  '周年',
  '人民币',
  '秒',
]);

function* measures(): Generator<readonly [string, Measure]> {
  for (const [words, digitsOnly] of [
    [COUNTS, false],
    [COUNTS_BEHIND_DIGITS, true],
  ] as const) {
    for (const spellings of words) {
      const measure = spellings[0]!;
      for (const word of spellings) {
        yield [word, { dimension: 'count', measure, base: measure, factor: 1, digitsOnly }];
      }
    }
  }
  for (const [dimension, base, scale] of SCALED) {
    for (const [measure, factor, ...spellings] of scale) {
      for (const word of [measure, ...spellings]) {
        yield [word, { dimension, measure, base, factor, digitsOnly: SCALED_BEHIND_DIGITS.has(word) }];
      }
    }
  }
}

/** Every way of writing a measure, with how it is read. */
export const MEASURES: readonly (readonly [string, Measure])[] = [...measures()];

/**
 * Measures whose factor is not exact as people reckon with them, with the share by which it may be off: 亩 is written
 * as 666.67, 667 or 2000/3 平方米, and a GB has 1000 or 1024 MB.
 */
export const INEXACT: Readonly<Record<string, number>> = { 亩: 0.001, TB: 0.025, PB: 0.05, MB: 0.025 };

/** Multipliers behind the digits. */
export const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['十万', 1e5],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['十亿', 1e9],
  ['百亿', 1e10],
  ['千亿', 1e11],
  ['万亿', 1e12],
];

/** Averages, which say what the number is divided by. */
export const AVERAGES: readonly (readonly [string, string])[] = [
  ['人均', '人'],
  ['户均', '户'],
  ['月均', '月'],
  ['年均', '年'],
  ['日均', '天'],
  ['亩均', '亩'],
  ['单位面积', '平方米'],
  ['生均', '人'],
];

/**
 * Single characters behind digits that are no measure word, though nothing else follows them (6号, 3版, 20余).
 * Any other single character there counts as a measure word that this list does not know: 258通, 12席.
 */
export const NO_LONE_MEASURES = '岁号版型级届期年月日时点余多来几上下内外前后以左右和及与或的等约中至到';
