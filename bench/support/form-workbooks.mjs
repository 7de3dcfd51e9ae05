import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from './annex-rows.mjs';

const PLACES = ['东河', '南桥', '西岭', '北塘', '中洲', '新圩', '石湾', '龙潭'];
const WORKS = ['道路硬化', '渠道清淤', '校舍修缮', '管网改造', '绿化补种', '设备更新'];
const KINDS = [
  ['产出指标', '数量指标'],
  ['', '质量指标'],
  ['', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
];

/** Rows from one form to the next where they are stacked. */
const ROWS = 24;

/** The form of one project, as a unit fills it in; of one in twenty the rate is wrong. 24 rows at most, nine columns. */
export function formRows(index, random) {
  const name = `${PLACES[index % PLACES.length]}${WORKS[index % WORKS.length]}项目${index + 1}`;
  const budget = 20 + (random() % 900) / 10;
  const rate = 0.9 + (random() % 11) / 100;
  const actual = Math.round(budget * rate * 100) / 100;
  const told = index % 20 === 7 ? 0.5 : actual / budget;
  const points = Math.round(told * 1000) / 100;
  const indicators = Array.from({ length: 10 }, (_, i) => {
    const [level1, level2] = i % 2 === 0 ? KINDS[i / 2] : ['', ''];
    const asked = 80 + (random() % 20);
    return [
      '',
      level1,
      level2,
      `${name}第${i + 1}项完成率`,
      `≥${asked}%`,
      `${Math.min(100, asked + (random() % 5))}%`,
      9,
      9,
      '',
    ];
  });
  return [
    ['项目支出绩效自评表'],
    ['（2024年度）'],
    ['项目名称', name],
    [
      '主管部门',
      '测试县住房和城乡建设局',
      '',
      '',
      '',
      '实施单位',
      `${PLACES[index % PLACES.length]}街道办事处`,
    ],
    ['项目资金（万元）', '', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['', '年度资金总额', '', budget, budget, actual, 10, told, points],
    ['', '其中：当年财政拨款', '', budget, budget, actual, '—', '—', '—'],
    ['', '上年结转资金', '', '', '', '', '—', '—', '—'],
    ['', '其他资金', '', '', '', '', '—', '—', '—'],
    ['年度总体目标', '预期目标', '', '', '', '实际完成情况'],
    ['', `完成${name}，改善出行条件。`, '', '', '', `${name}已完成，出行条件得到改善。`],
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
    ...indicators,
    ['总分', '', '', '', '', '', 100, 90 + points, ''],
  ].map((row) => row.map((value) => (value === '' ? null : value)));
}

export function formMerges(top) {
  const at = (range) => range.replace(/\d+/g, (row) => String(Number(row) + top));
  const levels = [0, 2, 4, 6, 8].flatMap((i) => [`C${13 + i}:C${14 + i}`]);
  return [
    ...['A1:I1', 'A2:I2', 'B3:I3', 'B4:E4', 'G4:I4', 'A5:A9', 'B5:C5', 'B6:C6', 'B7:C7', 'B8:C8', 'B9:C9'],
    ...['A10:A11', 'B10:E10', 'F10:I10', 'B11:E11', 'F11:I11', 'A12:A22', 'B13:B18', 'B19:B20', 'B21:B22'],
    ...levels,
    'A23:F23',
  ].map(at);
}

/**
 * Writes two workbooks, always the same: `count` forms on as many worksheets, and as many below each other on one.
 * @param load loads the project's TypeScript modules
 */
export function writeFormWorkbooks(count, load) {
  const { buildXlsx } = load('test/support/xlsx/xlsx-builder');
  const folder = join(tmpdir(), 'annex-reviewer-bench', `forms-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name, sheets) => {
    const path = join(folder, name);
    writeFileSync(path, buildXlsx({ sheets }));
    return path;
  };
  const random = seeded(41);
  const forms = Array.from({ length: count }, (_, i) => formRows(i, random));
  const stacked = forms.flatMap((rows) => [...rows, ...Array.from({ length: ROWS - rows.length }, () => [])]);
  return {
    'a form on each worksheet': write(
      'worksheets.xlsx',
      forms.map((rows, i) => ({ name: `项目${i + 1}`, rows, merges: formMerges(0) })),
    ),
    'all forms on one worksheet': write('stacked.xlsx', [
      { name: '自评表', rows: stacked, merges: forms.flatMap((_, i) => formMerges(i * ROWS)) },
    ]),
  };
}
