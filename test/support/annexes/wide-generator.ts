import type { FieldId, IndicatorKind, IndicatorRole } from '../../../src/engine/annex/field-id';
import type { CellRange } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';
import { Random } from '../random';
import { buildSheet, type CellInput } from './sheet-builder';

/** A generated wide annex whose rows are clean, with what recognition must make of it. */
export interface GeneratedAnnex {
  readonly sheet: SheetSnapshot;
  /** What the table was made with, for the message of a failing test. */
  readonly recipe: string;
  readonly title: string;
  readonly year: number;
  readonly moneyUnit: string;
  /** 0-based sheet column → field; columns that must stay without a field map to `null`. */
  readonly columns: ReadonlyMap<number, FieldId | null>;
  readonly projects: readonly { readonly row: number; readonly unit: string; readonly name: string }[];
  /** 0-based first and last row of the header. */
  readonly headerRows: readonly [number, number];
}

interface Column {
  readonly field: FieldId | null;
  /** Labels from top to leaf. */
  readonly path: readonly string[];
  /** The cell of the n-th project (0-based). */
  readonly cell: (project: CleanProject) => CellInput;
  /** Summed in 小计 and 合计 rows. */
  readonly sums?: boolean;
}

interface CleanProject {
  readonly index: number;
  readonly unit: string;
  readonly name: string;
  readonly budget: number;
  readonly initial: number;
  readonly general: number;
  readonly other: number;
  readonly actual: number;
  readonly actualGeneral: number;
  readonly actualOther: number;
  readonly low: boolean;
  readonly random: Random;
}

type Dialect = Readonly<Record<string, readonly string[]>>;

/** Header wordings, all different from the project's sample. */
const WORDS: Dialect = {
  sequence: ['序号', '编号', '序　号', '项次'],
  unit: ['预算单位', '项目实施单位', '用款单位', '部门（单位）名称', '资金使用单位', '承担单位'],
  projectName: ['项目名称', '专项（项目）名称', '支出项目名称', '预算项目名称', '项 目\n名 称'],
  initialBudget: ['年初预算数', '年初预算', '年初预算数（A1）', '年初批复数'],
  budget: ['全年预算数', '全年预算数（A）', '调整后预算数', '预算数（A）', '调整后预算'],
  actual: ['全年执行数', '全年执行数（B）', '预算执行数', '实际支出', '实际支出金额'],
  total: ['合计', '小计', '总额'],
  general: ['一般公共预算', '一般公共预算资金'],
  other: ['其他资金', '单位资金', '其他'],
  rate: ['执行率', '执行率（B/A）', '预算执行率', '预算执行率(B/A)', '资金支出率'],
  ratePercent: ['执行率（%）', '预算执行率(%)', '执行进度（%）'],
  goal: ['年度总体目标', '年初设定目标', '预期目标', '项目年度目标', '总体绩效目标'],
  completion: ['年度总体目标完成情况', '总体完成情况', '全年实际完成情况', '目标完成情况'],
  problems: ['存在的问题', '存在问题', '存在的主要问题', '项目实施中存在的问题'],
  rectification: ['改进措施', '整改措施', '下一步改进措施'],
  name: ['三级指标', '指标名称', '三级指标名称'],
  target: ['指标值', '年初目标值', '预期指标值', '年度指标值', '目标值', '计划值'],
  result: ['实际完成值', '完成情况', '全年完成值', '实际完成情况', '完成值', '全年实际值'],
  weight: ['分值', '权重', '指标分值'],
  score: ['得分', '自评得分', '评分'],
  remarks: ['备注', '说明'],
  code: ['项目编码', '功能科目编码', '单位代码'],
};

const KIND_WORDS: Readonly<Partial<Record<IndicatorKind, readonly string[]>>> = {
  quantity: ['数量指标', '产出数量', '数量'],
  quality: ['质量指标', '产出质量', '质量'],
  timeliness: ['时效指标', '产出时效', '时效'],
  cost: ['成本指标', '产出成本', '经济成本指标'],
  social: ['社会效益指标', '社会效益'],
  sustainability: ['可持续影响指标', '可持续影响'],
  satisfaction: ['服务对象满意度指标', '满意度指标', '社会公众满意度'],
};

const LEVELS: Readonly<Partial<Record<IndicatorKind, readonly string[]>>> = {
  quantity: ['产出指标', '产出'],
  quality: ['产出指标', '产出'],
  timeliness: ['产出指标', '产出'],
  cost: ['产出指标', '产出'],
  social: ['效益指标', '效益'],
  sustainability: ['效益指标', '效益'],
  satisfaction: ['满意度', '满意度指标'],
};

/** A clean indicator of each kind: name, target, result that meets it. */
function indicatorText(
  kind: IndicatorKind,
  random: Random,
): { name: string; target: string; result: string } {
  const n = random.integer(3, 400);
  const rate = random.integer(85, 98);
  // Results lie above their targets, but not so far that the target looks too low.
  const surplus = Math.floor(n / 6);
  switch (kind) {
    case 'quantity':
      return random.pick([
        { name: '巡护河道长度', target: `≥${n}公里`, result: `${n + surplus}公里` },
        { name: '举办就业招聘会场次', target: `${n}场`, result: `${n}场` },
        { name: '新增停车泊位数量', target: `不少于${n}个`, result: `${n + surplus}个` },
      ]);
    case 'quality':
      return random.pick([
        { name: '路灯亮灯率', target: `≥${rate}%`, result: `${rate + 1}.5%` },
        { name: '验收合格率', target: '100%', result: '100%' },
        { name: '种苗成活率', target: `不低于${rate}%`, result: `${rate}.20%` },
      ]);
    case 'timeliness':
      return random.pick([
        { name: '工单响应时间', target: '≤30分钟', result: '22分钟' },
        { name: '资金拨付及时率', target: '≥95%', result: '98%' },
        { name: '任务完成时限', target: '12月底前', result: '11月25日' },
      ]);
    case 'cost':
      return { name: '总成本', target: `≤${n}万元`, result: `${n - 1}万元` };
    case 'social':
      return { name: '受益居民人数', target: `≥${n}人`, result: `${n + surplus}人` };
    case 'sustainability':
      return { name: '设施管护制度', target: '健全', result: '已建立并执行管护制度' };
    default:
      return { name: '居民满意度', target: `≥${rate}%`, result: `${rate + 1}.30%` };
  }
}

const UNITS = ['市水务处', '市人才中心', '市园林站', '第二福利院', '市测绘院'];
const NAMES = [
  '河道巡查',
  '招聘服务',
  '公园养护',
  '适老化改造',
  '地形图更新',
  '设备检测',
  '信息采集',
  '安全培训',
  '场馆开放补助',
  '标准化试点',
];

type Shape = 'pairs' | 'triples' | 'flat' | 'neighbours' | 'byRole' | 'scored';

/** Makes one clean annex; the same seed gives the same table. */
export function generateWide(seed: number): GeneratedAnnex {
  const random = new Random(seed);
  const shape = random.pick<Shape>(['pairs', 'triples', 'flat', 'neighbours', 'byRole', 'scored']);
  const options = {
    merges: random.chance(0.4),
    bothBudgets: random.chance(0.4),
    funds: shape !== 'flat' && random.chance(0.5),
    rate: random.pick<'fraction' | 'percent' | 'formula'>(['fraction', 'percent', 'formula']),
    spacer: random.chance(0.3),
    code: random.chance(0.3),
    subtotals: random.pick<'none' | 'below' | 'above'>(['none', 'none', 'below', 'above']),
    total: random.pick<'none' | 'last' | 'first'>(['none', 'last', 'last', 'first']),
    repeatHeader: random.chance(0.3),
    columnNumbers: random.chance(0.2),
    notes: random.chance(0.6),
    firstRow: random.pick([0, 0, 3]),
    firstColumn: random.pick([0, 0, 2]),
    unitInHeader: random.chance(0.3),
    oneLevel: random.chance(0.5),
  };
  const word = (key: string): string => random.pick(WORDS[key]!);
  const moneyWord = (key: string): string => (options.unitInHeader ? `${word(key)}（万元）` : word(key));

  const kinds = (
    ['quantity', 'quality', 'timeliness', 'cost', 'social', 'sustainability', 'satisfaction'] as const
  ).filter((k) => k === 'quantity' || k === 'satisfaction' || random.chance(0.7));
  const columns: Column[] = [
    { field: 'sequence', path: [word('sequence')], cell: (p) => p.index + 1 },
    { field: 'unit', path: [word('unit')], cell: () => null },
    { field: 'projectName', path: [word('projectName')], cell: (p) => p.name },
  ];
  if (options.code) {
    const label = word('code');
    columns.push({
      field: label === '项目编码' ? 'projectCode' : null,
      path: [label],
      cell: (p) => `2130${100 + p.index}`,
    });
  }
  const budgetWord = moneyWord('budget');
  if (options.bothBudgets)
    columns.push({
      field: 'initialBudget',
      path: [moneyWord('initialBudget')],
      cell: (p) => p.initial,
      sums: true,
    });
  if (options.funds) {
    const [general, other] = [word('general'), word('other')];
    const actualWord = moneyWord('actual');
    columns.push(
      { field: 'budget', path: [budgetWord, word('total')], cell: (p) => p.budget, sums: true },
      { field: 'budget.generalPublic', path: [budgetWord, general], cell: (p) => p.general, sums: true },
      { field: 'budget.other', path: [budgetWord, other], cell: (p) => p.other, sums: true },
      { field: 'actual', path: [actualWord, word('total')], cell: (p) => p.actual, sums: true },
      {
        field: 'actual.generalPublic',
        path: [actualWord, `其中：${general}`],
        cell: (p) => p.actualGeneral,
        sums: true,
      },
      { field: 'actual.other', path: [actualWord, other], cell: (p) => p.actualOther, sums: true },
    );
  } else {
    columns.push(
      { field: 'budget', path: [budgetWord], cell: (p) => p.budget, sums: true },
      { field: 'actual', path: [moneyWord('actual')], cell: (p) => p.actual, sums: true },
    );
  }
  columns.push({
    field: 'executionRate',
    path: [options.rate === 'percent' ? word('ratePercent') : word('rate')],
    cell: (p) => rateCell(p, options.rate),
  });
  columns.push({
    field: 'annualGoal',
    path: [word('goal')],
    cell: (p) => `按计划完成${p.name}各项任务，服务群众。`,
  });
  columns.push({
    field: 'goalCompletion',
    path: [word('completion')],
    cell: (p) => `全年完成${p.name}任务，完成投资${p.actual}万元。`,
  });
  columns.push(...indicatorColumns(kinds, shape, options.oneLevel, word, random));
  columns.push({
    field: 'problems',
    path: [word('problems')],
    cell: (p) => (p.low ? '受汛期影响，部分工程款待次年支付。' : '无'),
  });
  columns.push({
    field: 'rectification',
    path: [word('rectification')],
    cell: (p) => (p.low ? '加快结算进度。' : '无'),
  });
  if (options.spacer)
    columns.splice(random.integer(4, columns.length - 1), 0, { field: null, path: [], cell: () => null });

  const year = random.integer(2019, 2025);
  const table = layOut(columns, random, options, year);
  return { ...table, year, moneyUnit: '万元', recipe: JSON.stringify({ seed, shape, ...options }) };
}

function rateCell(p: CleanProject, kind: 'fraction' | 'percent' | 'formula'): CellInput {
  const rate = p.actual / p.budget;
  if (kind === 'percent') return Math.round(rate * 10_000) / 100;
  if (kind === 'formula') return { value: rate, format: '0.00%', formula: '=B/A' };
  return { value: Math.round(rate * 10_000) / 10_000, format: '0.00%' };
}

function indicatorColumns(
  kinds: readonly IndicatorKind[],
  shape: Shape,
  oneLevel: boolean,
  word: (key: string) => string,
  random: Random,
): Column[] {
  const words = {
    name: word('name'),
    target: word('target'),
    result: word('result'),
    weight: word('weight'),
    score: word('score'),
  };
  const texts = new Map<string, ReturnType<typeof indicatorText>>();
  const text = (p: CleanProject, kind: IndicatorKind): ReturnType<typeof indicatorText> => {
    const key = `${p.index} ${kind}`;
    let made = texts.get(key);
    if (!made) texts.set(key, (made = indicatorText(kind, p.random)));
    return made;
  };
  const level = random.integer(0, 1);
  /** All points add up to 100; the first indicator takes the rest. */
  const share = Math.floor(100 / kinds.length);
  const weightOf = (kind: IndicatorKind): number =>
    kind === kinds[0] ? 100 - share * (kinds.length - 1) : share;
  const column = (kind: IndicatorKind, role: IndicatorRole, path: string[]): Column => ({
    field: `indicator.${kind}.${role}`,
    path,
    cell: (p) => {
      const { name, target, result } = text(p, kind);
      if (role === 'name') return name;
      if (role === 'target') return shape === 'triples' || shape === 'scored' ? target : name + target;
      if (role === 'result') return result;
      return weightOf(kind);
    },
  });
  const kindWord = new Map(kinds.map((kind) => [kind, random.pick(KIND_WORDS[kind]!)]));
  const head = (kind: IndicatorKind): string[] =>
    oneLevel ? [kindWord.get(kind)!] : [LEVELS[kind]![level]!, kindWord.get(kind)!];
  const roles: IndicatorRole[] =
    shape === 'triples'
      ? ['name', 'target', 'result']
      : shape === 'scored'
        ? ['name', 'target', 'result', 'weight', 'score']
        : ['target', 'result'];
  if (shape === 'flat')
    return kinds.flatMap((kind) => [
      column(kind, 'target', [`${kindWord.get(kind)}${words.target}`]),
      column(kind, 'result', [`${kindWord.get(kind)}${words.result}`]),
    ]);
  if (shape === 'neighbours')
    return kinds.flatMap((kind) => [
      column(kind, 'target', [kindWord.get(kind)!]),
      column(kind, 'result', [words.result]),
    ]);
  if (shape === 'byRole') {
    return [
      ...kinds.map((kind) => column(kind, 'target', ['年度绩效目标', kindWord.get(kind)!])),
      ...kinds.map((kind) => column(kind, 'result', ['实际完成情况', kindWord.get(kind)!])),
    ];
  }
  return kinds.flatMap((kind) =>
    roles.map((role) => column(kind, role, [...head(kind), words[role as keyof typeof words]])),
  );
}

interface LayoutOptions {
  readonly merges: boolean;
  readonly subtotals: 'none' | 'below' | 'above';
  readonly total: 'none' | 'last' | 'first';
  readonly repeatHeader: boolean;
  readonly columnNumbers: boolean;
  readonly notes: boolean;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rate: 'fraction' | 'percent' | 'formula';
}

function layOut(
  columns: readonly Column[],
  random: Random,
  options: LayoutOptions,
  year: number,
): Pick<GeneratedAnnex, 'sheet' | 'title' | 'columns' | 'projects' | 'headerRows'> {
  const { firstRow, firstColumn } = options;
  const title = random.pick([
    `${year}年度市级部门项目支出绩效自评表`,
    `${year}年某某市预算项目绩效自评情况表`,
    `项目支出绩效自评汇总表（${year}年度）`,
  ]);
  const rows: CellInput[][] = [
    [title],
    ['填报部门：市示例局', ...Array<null>(Math.max(1, columns.length - 3)).fill(null), '金额单位：万元'],
  ];
  const merges: CellRange[] = [];
  const header = headerRows(columns);
  const headerFirst = rows.length;
  rows.push(...header.map((row) => [...row]));
  if (options.merges) merges.push(...headerMerges(columns, header.length, headerFirst));
  if (options.columnNumbers) rows.push(columns.map((_, i) => i + 1));

  const units = UNITS.slice(0, random.integer(1, 3));
  const projects: { row: number; unit: string; name: string }[] = [];
  const clean: CleanProject[] = [];
  const made = units.map((unit) =>
    Array.from({ length: random.integer(2, 6) }, (_, i): CleanProject =>
      cleanProject(random, unit, clean, i),
    ),
  );
  const sumRow = (label: string, of: readonly CleanProject[]): CellInput[] => {
    const row = columns.map((column): CellInput =>
      column.sums ? sum(of.map((p) => column.cell(p) as number)) : null,
    );
    const rateAt = columns.findIndex((c) => c.field === 'executionRate');
    const [budget, actual] = ['budget', 'actual'].map(
      (field) => row[columns.findIndex((c) => c.field === field)] as number,
    );
    const rate = actual! / budget!;
    row[rateAt] =
      options.rate === 'percent' ? Math.round(rate * 10_000) / 100 : { value: rate, format: '0.00%' };
    row[1] = label;
    return row;
  };
  if (options.total === 'first') rows.push(sumRow('合计', clean));
  made.forEach((group, g) => {
    if (options.subtotals === 'above') rows.push(sumRow('小计', group));
    group.forEach((project, i) => {
      projects.push({ row: firstRow + rows.length, unit: project.unit, name: project.name });
      rows.push(
        columns.map((column, c) => (c === 1 ? (i === 0 ? project.unit : null) : column.cell(project))),
      );
    });
    if (options.subtotals === 'below') rows.push(sumRow('小　计', group));
    if (options.repeatHeader && g === 0) rows.push(...header.map((row) => [...row]));
  });
  if (options.total === 'last') rows.push(sumRow('合 计', clean));
  if (options.notes)
    rows.push(
      ['注：1.执行率=全年执行数÷全年预算数×100%，结果保留两位小数。'],
      ['填表人：王某', null, null, '联系电话：'],
    );

  const shifted = merges.map((m) => ({
    firstRow: m.firstRow + firstRow,
    lastRow: m.lastRow + firstRow,
    firstColumn: m.firstColumn + firstColumn,
    lastColumn: m.lastColumn + firstColumn,
  }));
  const sheet = buildSheet(rows, {
    firstRow,
    firstColumn,
    merges: options.merges ? shifted : null,
    name: '自评表',
  });
  const map = new Map(
    columns.flatMap((column, i) =>
      column.path.length > 0 ? [[firstColumn + i, column.field] as const] : [],
    ),
  );
  return {
    sheet,
    title,
    columns: map,
    projects,
    headerRows: [firstRow + headerFirst, firstRow + headerFirst + header.length - 1],
  };
}

function cleanProject(random: Random, unit: string, all: CleanProject[], i: number): CleanProject {
  const cents = (min: number, max: number): number => random.integer(min * 100, max * 100) / 100;
  const general = cents(5, 800);
  const other = random.chance(0.5) ? cents(1, 50) : 0;
  const budget = sum([general, other]);
  const low = random.chance(0.2);
  const share = low ? random.integer(50, 88) / 100 : random.integer(92, 100) / 100;
  const actualGeneral = Math.round(general * share * 100) / 100;
  const actualOther = Math.round(other * share * 100) / 100;
  const project: CleanProject = {
    index: all.length,
    unit,
    name: `${NAMES[(all.length + i) % NAMES.length]!}${random.integer(1, 9) > 6 ? '（二期）' : ''}`,
    budget,
    initial: random.chance(0.7) ? budget : Math.round(budget * random.integer(85, 115)) / 100,
    general,
    other,
    actual: sum([actualGeneral, actualOther]),
    actualGeneral,
    actualOther,
    low,
    random,
  };
  all.push(project);
  return project;
}

function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((all, n) => all + n, 0) * 100) / 100;
}

/** Labels row by row; a label that spans several columns stands in the first of them. */
function headerRows(columns: readonly Column[]): (string | null)[][] {
  const depth = Math.max(...columns.map((column) => column.path.length));
  return Array.from({ length: depth }, (_, level) =>
    columns.map((column, i) => {
      const label = column.path[level] ?? null;
      return label !== null && level < column.path.length - 1 && samePrefix(columns[i - 1], column, level)
        ? null
        : label;
    }),
  );
}

function samePrefix(left: Column | undefined, right: Column | undefined, level: number): boolean {
  if (!left || !right || left.path.length <= level + 1) return false;
  return right.path.slice(0, level + 1).every((label, i) => left.path[i] === label);
}

function headerMerges(columns: readonly Column[], depth: number, firstRow: number): CellRange[] {
  const merges: CellRange[] = [];
  columns.forEach((column, i) => {
    const { path } = column;
    if (path.length > 0 && path.length < depth)
      merges.push({
        firstRow: firstRow + path.length - 1,
        lastRow: firstRow + depth - 1,
        firstColumn: i,
        lastColumn: i,
      });
    for (let level = 0; level < path.length - 1; level++) {
      if (samePrefix(columns[i - 1], column, level)) continue;
      let last = i;
      while (samePrefix(columns[last], columns[last + 1], level)) last++;
      if (last > i)
        merges.push({
          firstRow: firstRow + level,
          lastRow: firstRow + level,
          firstColumn: i,
          lastColumn: last,
        });
    }
  });
  return merges;
}

/** The same sheet with some cells replaced: `at` are 0-based sheet positions. */
export function withCells(
  sheet: SheetSnapshot,
  cells: readonly { row: number; column: number; value: CellValue }[],
): SheetSnapshot {
  const values = sheet.values.map((row) => [...row]);
  for (const { row, column, value } of cells)
    values[row - sheet.firstRow]![column - sheet.firstColumn] = value;
  return { ...sheet, values };
}
