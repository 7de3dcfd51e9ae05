import type { AnnexView } from '../../../src/engine/annex/annex';
import {
  indicatorParts,
  isMoneyField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
} from '../../../src/engine/annex/field-id';
import { readAnnexes } from '../../../src/engine/annex/reading';
import type { SheetSnapshot, Span } from '../../../src/engine/sheet/snapshot';
import { buildSheet, type CellInput } from './sheet-builder';

/** One row of a test annex: cells by field. A row whose projectName is 合计 or 小计 is a row of sums. */
export type AnnexRow = Readonly<Partial<Record<FieldId, CellInput>>>;

export interface AnnexInput {
  readonly rows: readonly AnnexRow[];
  /** The cells of a form, row by row, in place of a table: what is found there is told by addresses. */
  readonly form?: readonly (readonly CellInput[])[];
  /** Fields with a column although no row fills them. */
  readonly fields?: readonly FieldId[];
  readonly unit?: '元' | '万元';
  /** Header wording to use in place of the usual one. */
  readonly labels?: Readonly<Partial<Record<FieldId, string>>>;
  readonly title?: string;
  /** Cells of lines between the title and the header, in place of the usual line with the unit of money. */
  readonly above?: readonly (readonly CellInput[])[];
  /** Cells of lines under the table. */
  readonly below?: readonly (readonly CellInput[])[];
  /** Labels of the first levels, in a header row of their own over the indicators ("产出指标（50分）"). */
  readonly levels?: Readonly<Partial<Record<'output' | 'cost' | 'benefit' | 'satisfaction', string>>>;
  /** 0-based rows of the case's `rows` that are hidden, and hidden fields. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenFields?: readonly FieldId[];
}

const KINDS: Readonly<Record<IndicatorKind, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  economic: '经济效益指标',
  social: '社会效益指标',
  ecological: '生态效益指标',
  sustainability: '可持续影响指标',
  satisfaction: '满意度指标',
  other: '其他指标',
};

export const ROLES: Readonly<Record<IndicatorRole, string>> = {
  name: '三级指标',
  operator: '指标性质',
  measureUnit: '度量单位',
  target: '指标值',
  result: '完成值',
  weight: '分值',
  score: '得分',
  deviation: '未完成原因',
  scoringRule: '评分标准',
  'target.adjusted': '调整后指标值',
  'score.reviewed': '审核得分',
  coefficient: '得分系数',
};

export const SINGLE: Readonly<Record<string, string>> = {
  sequence: '序号',
  unit: '单位名称',
  department: '主管部门',
  projectName: '项目名称',
  projectCode: '项目编码',
  projectType: '项目类别',
  contact: '负责人',
  executionRate: '执行率',
  annualGoal: '年度总体目标',
  goalCompletion: '总体完成情况',
  problems: '存在的问题',
  rectification: '整改情况',
  deviation: '偏差原因分析',
  conclusion: '自评结论',
  remarks: '备注',
  grade: '等级',
  totalScore: '自评总分',
  totalWeight: '总分值',
  'budget.adjustmentRate': '预算调整率',
  'executionRate.initial': '年初预算执行率',
  'executionRate.received': '到位资金执行率',
  'totalScore.reviewed': '审核得分',
  'grade.reviewed': '审核等级',
  scoreCoefficient: '得分系数',
  'executionRate.weight': '执行率分值',
  'executionRate.score': '执行率得分',
};

export const BASES: Readonly<Record<string, string>> = {
  budget: '全年预算数',
  initialBudget: '年初预算数',
  actual: '全年执行数',
  received: '到位资金',
  balance: '资金结余',
};

export const SOURCES: Readonly<Record<string, string>> = {
  fiscal: '财政拨款',
  generalPublic: '一般公共预算',
  governmentFund: '政府性基金',
  stateCapital: '国有资本经营预算',
  nonFiscal: '非财政资金',
  carryover: '上年结转',
  central: '中央资金',
  local: '地方资金',
  other: '其他资金',
  adjustment: '调整预算',
};

/** The label of a level over its first column. A cost column without a level of its own belongs to the output. */
function levelRow(fields: readonly FieldId[], labels: NonNullable<AnnexInput['levels']>): (string | null)[] {
  let before: string | null = null;
  return fields.map((field) => {
    const kind = indicatorParts(field)?.kind;
    const level = kind && (LEVEL_OF[kind] === 'cost' && !labels.cost ? 'output' : LEVEL_OF[kind]);
    const label: string | null = (level && labels[level]) || null;
    const shown = label === before ? null : label;
    before = label;
    return shown;
  });
}

/** The points of the one group that a test annex may have. */
const GROUP_POINTS: Readonly<Record<string, string>> = {
  'group.weight': '权重',
  'group.rate': '得分率',
  'group.score': '得分',
};

/** The order that columns have in published annexes. */
const ORDER: readonly string[] = [
  'sequence',
  'department',
  'unit',
  'projectName',
  'projectCode',
  'initialBudget',
  'budget',
  'received',
  'actual',
  'balance',
  'executionRate',
  'annualGoal',
  'goalCompletion',
  'indicator',
  'group',
  'totalWeight',
  'totalScore',
  'grade',
  'deviation',
  'problems',
  'rectification',
  'conclusion',
  'remarks',
];

function rank(field: FieldId): number {
  const at = ORDER.findIndex((head) => field === head || field.startsWith(`${head}.`));
  return at < 0 ? ORDER.length : at;
}

function headerPath(field: FieldId, all: readonly FieldId[]): string[] {
  const indicator = indicatorParts(field);
  if (indicator) return [KINDS[indicator.kind], ROLES[indicator.role]];
  if (isMoneyField(field)) {
    const [base, source] = field.split('.') as [string, string | undefined];
    if (field === 'budget.adjustment') return ['调整预算'];
    const split = all.some((other) => other.startsWith(`${base}.`) && other !== 'budget.adjustment');
    return source ? [BASES[base]!, SOURCES[source]!] : split ? [BASES[base]!, '合计'] : [BASES[base]!];
  }
  const points = GROUP_POINTS[field];
  return points ? ['过程管理', points] : [SINGLE[field] ?? field];
}

export interface BuiltAnnex {
  readonly annex: AnnexView;
  /** The worksheet that the annex was recognised in. */
  readonly sheet: SheetSnapshot;
  /** 0-based sheet position of a field in the n-th row (0-based) of the input. */
  at(row: number, field: FieldId): { row: number; column: number };
}

const LEVEL_OF: Readonly<Record<IndicatorKind, 'output' | 'cost' | 'benefit' | 'satisfaction'>> = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'cost',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  sustainability: 'benefit',
  satisfaction: 'satisfaction',
  other: 'output',
};

/**
 * Builds a worksheet of one project a row under a two-level header and recognises it, so that what is tested
 * is what a reviewer meets.
 */
export function buildAnnex(input: AnnexInput): BuiltAnnex {
  if (input.form) return buildForm(input.form);
  const named = new Set<FieldId>([
    'projectName',
    ...(input.fields ?? []),
    ...input.rows.flatMap((row) => Object.keys(row) as FieldId[]),
  ]);
  const fields = [...named].sort((a, b) => rank(a) - rank(b));
  const paths = fields.map((field) => {
    const path = headerPath(field, fields);
    const label = input.labels?.[field];
    return label ? [...path.slice(0, -1), label] : path;
  });
  const top = paths.map((path, i) =>
    i > 0 && path.length > 1 && paths[i - 1]!.length > 1 && paths[i - 1]![0] === path[0] ? null : path[0]!,
  );
  const leaf = paths.map((path) => path[1] ?? null);
  const body = input.rows.map((row, i) =>
    fields.map((field) => row[field] ?? (field === 'projectName' ? `项目${i + 1}` : null)),
  );
  const above = [
    [input.title ?? '2023年度项目支出绩效自评表'],
    ...(input.above ?? [[`单位：${input.unit ?? '万元'}`]]),
  ];
  const header = input.levels ? [levelRow(fields, input.levels), top, leaf] : [top, leaf];
  const bodyRow = above.length + header.length;
  const built = buildSheet([...above, ...header, ...body, ...(input.below ?? [])]);
  const spans = (indexes: readonly number[]): Span[] => indexes.map((i) => ({ first: i, last: i }));
  const sheet = {
    ...built,
    hiddenRows: spans((input.hiddenRows ?? []).map((i) => i + bodyRow)),
    hiddenColumns: spans((input.hiddenFields ?? []).map((field) => fields.indexOf(field))),
  };
  const [annex] = readAnnexes(sheet);
  if (!annex) throw new Error('the test annex was not recognised');
  fields.forEach((field, column) => {
    const read = annex.places.find(({ line }) => line === column)?.field;
    if (read !== field) throw new Error(`column ${column} was read as ${read}, not ${field}`);
  });
  return { annex, sheet, at: (row, field) => ({ row: row + bodyRow, column: fields.indexOf(field) }) };
}

/** Recognises the form that stands in some cells. */
function buildForm(rows: readonly (readonly CellInput[])[]): BuiltAnnex {
  const sheet = buildSheet(rows);
  const [annex] = readAnnexes(sheet);
  if (annex?.layout !== 'form' && annex?.layout !== 'department-form')
    throw new Error('the test form was not recognised');
  return {
    annex,
    sheet,
    at: () => {
      throw new Error('cells of a form are told by their addresses');
    },
  };
}
