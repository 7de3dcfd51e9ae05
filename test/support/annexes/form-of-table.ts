import { readAnnexes } from '../../../src/engine/annex/reading';
import type { AnnexView } from '../../../src/engine/annex/annex';
import {
  INDICATOR_ROLES,
  indicatorParts,
  isMoneyField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
} from '../../../src/engine/annex/field-id';
import { toAddress, type CellPosition } from '../../../src/engine/sheet/address';
import { BASES, ROLES, SINGLE, SOURCES, type AnnexInput, type AnnexRow } from './annex-builder';
import { buildSheet, type CellInput } from './sheet-builder';

/** The one project of a rule's table, laid out as a form that the reader of forms has to make out. */
export interface FormOfTable {
  readonly annexes: readonly AnnexView[];
  /** The field that a cell of the form holds; its address where it holds none. */
  fieldAt(cell: CellPosition): string;
  /** Where each field stands, by its address. */
  readonly fields: Readonly<Record<string, FieldId>>;
}

const LEVELS: Readonly<Record<IndicatorKind, readonly [string, string]>> = {
  quantity: ['产出指标', '数量指标'],
  quality: ['产出指标', '质量指标'],
  timeliness: ['产出指标', '时效指标'],
  cost: ['成本指标', '经济成本指标'],
  economic: ['效益指标', '经济效益指标'],
  social: ['效益指标', '社会效益指标'],
  ecological: ['效益指标', '生态效益指标'],
  sustainability: ['效益指标', '可持续影响指标'],
  satisfaction: ['满意度指标', '服务对象满意度指标'],
  other: ['管理指标', '管理指标'],
};

/** Columns of the block of money, in the order of the form of 财预〔2020〕10号. */
const MONEY_COLUMNS = ['initialBudget', 'budget', 'received', 'actual', 'balance'] as const;
const BESIDE_MONEY = ['executionRate.weight', 'executionRate', 'executionRate.score'] as const;
const HEAD: readonly FieldId[] = [
  'projectName',
  'projectCode',
  'projectType',
  'department',
  'unit',
  'contact',
];
const BELOW: readonly FieldId[] = ['conclusion', 'problems', 'rectification', 'deviation', 'remarks'];

/**
 * Lays out the one row of a table as a form; `null` where a form has no place for one of its fields, or the table is worded
 * or laid out in a way of its own.
 */
export function formOfTable(input: AnnexInput): FormOfTable | null {
  const [row, ...others] = input.rows;
  const isOwn =
    input.form ?? input.labels ?? input.levels ?? input.above ?? input.hiddenRows ?? input.hiddenFields;
  if (!row || others.length > 0 || isOwn) return null;
  const all = new Set<FieldId>(['projectName', ...(input.fields ?? []), ...(Object.keys(row) as FieldId[])]);
  const draft = new Draft(row, all, input.unit ?? '万元');
  if (!draft.hasBlocks) return null;
  draft.text([input.title ?? '2023年度项目支出绩效自评表']);
  draft.answers(HEAD);
  draft.money();
  draft.goals();
  draft.indicators();
  draft.answers(BELOW);
  draft.answers(['grade']);
  for (const line of input.below ?? []) draft.text(line);
  return draft.finished();
}

class Draft {
  private readonly rows: CellInput[][] = [];
  private readonly fields: Record<string, FieldId> = {};
  private readonly left: Set<FieldId>;

  constructor(
    private readonly row: AnnexRow,
    all: ReadonlySet<FieldId>,
    private readonly unit: string,
  ) {
    this.left = new Set(all);
  }

  /** Without money or indicators there is nothing to know a form by. */
  get hasBlocks(): boolean {
    return [...this.left].some((field) => indicatorParts(field) !== null || isMoneyField(field));
  }

  text(cells: readonly CellInput[]): void {
    this.rows.push([...cells]);
  }

  /** A line for each of the fields, the answer beside its label. */
  answers(fields: readonly FieldId[]): void {
    for (const field of fields) {
      if (!this.left.has(field)) continue;
      this.rows.push([SINGLE[field]!]);
      this.put(field, 1);
    }
  }

  money(): void {
    const own = [...this.left].filter((field) => isMoneyField(field) && field !== 'budget.adjustment');
    const bases = MONEY_COLUMNS.filter((base) => own.some((field) => field.split('.')[0] === base));
    const besides = BESIDE_MONEY.filter((field) => this.left.has(field));
    // A block of money has columns of money: points by themselves are none.
    const rates = besides.includes('executionRate') ? 1 : 0;
    if (bases.length + rates < 2) return;
    const labels = { 'executionRate.weight': '分值', executionRate: '执行率', 'executionRate.score': '得分' };
    this.rows.push([
      `项目资金（${this.unit}）`,
      null,
      ...bases.map((base) => BASES[base]!),
      ...besides.map((field) => labels[field]),
    ]);
    this.rows.push([null, '年度资金总额']);
    bases.forEach((base, i) => this.left.has(base) && this.put(base, 2 + i));
    besides.forEach((field, i) => this.put(field, 2 + bases.length + i));
    for (const source of Object.keys(SOURCES)) {
      const here = bases.map((base) => `${base}.${source}` as FieldId);
      if (source === 'adjustment' || !here.some((field) => this.left.has(field))) continue;
      this.rows.push([null, SOURCES[source]!]);
      here.forEach((field, i) => this.left.has(field) && this.put(field, 2 + i));
    }
  }

  goals(): void {
    const own = (['annualGoal', 'goalCompletion'] as const).filter((field) => this.left.has(field));
    if (own.length < 2) return this.answers(own);
    this.rows.push(['年度总体目标', '预期目标', null, null, '实际完成情况'], [null]);
    this.put('annualGoal', 1);
    this.put('goalCompletion', 4);
  }

  indicators(): void {
    const parts = [...this.left].flatMap((field) => {
      const part = indicatorParts(field);
      return part ? [{ field, ...part }] : [];
    });
    const roles = INDICATOR_ROLES.filter((role) => parts.some((part) => part.role === role));
    const kinds = (Object.keys(LEVELS) as IndicatorKind[]).filter((kind) =>
      parts.some((part) => part.kind === kind),
    );
    if (kinds.length > 0)
      this.rows.push(['一级指标', '二级指标', ...roles.map((role: IndicatorRole) => ROLES[role])]);
    for (const kind of kinds) {
      this.rows.push([...LEVELS[kind]]);
      for (const part of parts) if (part.kind === kind) this.put(part.field, 2 + roles.indexOf(part.role));
    }
    const sums = { weight: 'totalWeight', score: 'totalScore' } as const;
    const has = (['weight', 'score'] as const).filter((role) => this.left.has(sums[role]));
    if (has.length === 0) return;
    if (kinds.length === 0 || has.some((role) => !roles.includes(role)))
      return this.answers(has.map((role) => sums[role]));
    this.rows.push(['总分']);
    for (const role of has) this.put(sums[role], 2 + roles.indexOf(role));
  }

  finished(): FormOfTable | null {
    if (this.left.size > 0) return null;
    const width = Math.max(...this.rows.map((row) => row.length));
    const sheet = buildSheet(this.rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null)));
    const { fields } = this;
    return {
      annexes: readAnnexes(sheet),
      fields,
      fieldAt: ({ row, column }) => fields[toAddress(row, column)] ?? toAddress(row, column),
    };
  }

  private put(field: FieldId, column: number): void {
    const at = this.rows.length - 1;
    this.rows[at]![column] = this.row[field] ?? (field === 'projectName' ? '项目1' : null);
    this.fields[toAddress(at, column)] = field;
    this.left.delete(field);
  }
}
