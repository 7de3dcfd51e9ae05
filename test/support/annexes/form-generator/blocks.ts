import {
  INDICATOR_ROLES,
  type FieldId,
  type FundSource,
  type IndicatorKind,
  type IndicatorRole,
  type MoneyBase,
} from '../../../../src/engine/annex/field-id';
import { operatorCell } from '../annex-generator/indicators';
import { round, type PlannedIndicator } from '../annex-generator/model';
import { levelOf, type Level } from '../annex-generator/weights';
import type { CellInput } from '../sheet-builder';
import { levelPoints } from './content';
import type { FormContent, LineCell } from './model';
import type { FormWriter } from './writer';

/** A column of a block of money. */
export interface FundColumn {
  readonly label: string;
  readonly width?: number;
  readonly holds: 'initialBudget' | 'budget' | 'actual' | 'rate' | 'weight' | 'score' | 'reason' | 'rule';
}

/** Rows of a block of money: what they are called and where the money comes from. */
export type FundRow = readonly [label: string, fund: FundSource | null];

/** Draws the labels of a block of money and its rows. `corner` stands over the labels of the rows. */
export function funds(
  writer: FormWriter,
  corner: string | null,
  labelWidth: number,
  columns: readonly FundColumn[],
  rows: readonly FundRow[],
): void {
  writer.line(
    { value: corner, width: labelWidth },
    ...columns.map(({ label, width }) => ({ value: label, width })),
  );
  for (const [label, fund] of rows)
    writer.line(
      { value: label, width: labelWidth },
      ...columns.map((column) => fundCell(writer, columns, labelWidth, column, fund)),
    );
}

function fundCell(
  writer: FormWriter,
  columns: readonly FundColumn[],
  labelWidth: number,
  { holds, width }: FundColumn,
  fund: FundSource | null,
): LineCell {
  const { content, options, random } = writer;
  const amount = (base: MoneyBase): number | undefined =>
    content.amounts.get(fund === null ? base : (`${base}.${fund}` as FieldId));
  if (holds === 'initialBudget' || holds === 'budget' || holds === 'actual') {
    const field: FieldId = fund === null ? holds : `${holds}.${fund}`;
    return { value: amount(holds) ?? random.pick([null, 0, options.filler]), width, field };
  }
  if (fund !== null) {
    const [budget, actual] = [amount('budget'), amount('actual')];
    if (holds !== 'rate' || !budget || actual === undefined)
      return {
        value: holds === 'reason' ? null : options.filler,
        width,
        mark: holds === 'weight' || holds === 'score' ? 'sourcePoints' : undefined,
      };
    return { value: rateCell(content, actual, budget, null), width, field: 'executionRate' };
  }
  const [budget, actual] = [amount('budget')!, amount('actual')!];
  switch (holds) {
    case 'rate': {
      const at = (base: MoneyBase): string => writer.address(writer.row, columnOf(columns, labelWidth, base));
      return {
        value: rateCell(content, actual, budget, `=${at('actual')}/${at('budget')}`),
        width,
        field: 'executionRate',
      };
    }
    case 'weight':
      return { value: content.ratePoints, width, field: 'executionRate.weight' };
    case 'score':
      return {
        value: round(content.ratePoints * Math.min(1, actual / budget), 2),
        width,
        field: 'executionRate.score',
      };
    case 'reason':
      return { value: content.moneyReason, width, field: 'deviation' };
    case 'rule':
      return { value: '得分=执行率×该指标分值，最高不得超过分值上限', width };
  }
}

function columnOf(columns: readonly FundColumn[], labelWidth: number, base: MoneyBase): number {
  const before = columns.slice(
    0,
    columns.findIndex(({ holds }) => holds === base),
  );
  return before.reduce((sum, { width = 1 }) => sum + width, labelWidth);
}

function rateCell({ rate }: FormContent, actual: number, budget: number, formula: string | null): CellInput {
  const value = actual / budget;
  switch (rate) {
    case 'fraction':
      return { value: round(value, 4), format: '0.00%' };
    case 'bare':
      return round(value, 4);
    case 'percent':
      return round(value * 100, 2);
    case 'text':
      return `${round(value * 100, 2)}%`;
    case 'formula':
      return formula === null
        ? { value: round(value, 4), format: '0.00%' }
        : { value, formula, format: '0.00%' };
  }
}

/** A column of a block of indicators. */
export interface IndicatorColumn {
  readonly label: string;
  readonly width?: number;
  readonly holds: 'level1' | 'level2' | 'sequence' | 'explanation' | IndicatorRole;
}

const LEVELS: Readonly<Record<Level, readonly string[]>> = {
  output: ['产出指标', '产出指标', '产出'],
  cost: ['成本指标'],
  benefit: ['效益指标', '效益指标', '效益'],
  satisfaction: ['满意度指标', '满意度指标', '满意度'],
};
const KINDS: Readonly<Record<IndicatorKind, readonly string[]>> = {
  quantity: ['数量指标', '数量指标', '产出数量'],
  quality: ['质量指标', '质量指标', '产出质量'],
  timeliness: ['时效指标', '时效指标', '产出时效'],
  cost: ['成本指标', '成本指标', '产出成本'],
  economic: ['经济效益指标', '经济效益'],
  social: ['社会效益指标', '社会效益'],
  ecological: ['生态效益指标', '环境效益'],
  sustainability: ['可持续影响指标', '可持续影响'],
  satisfaction: ['服务对象满意度指标', '满意度指标', '服务对象满意度指标等'],
  other: [''],
};

/** A row of indicators: what stands in its cells, and its levels. */
interface Row {
  readonly kind: IndicatorKind;
  readonly level1: string;
  readonly level2: string;
  readonly cells: Readonly<Partial<Record<IndicatorColumn['holds'], CellInput>>>;
  /** It tells of an indicator; else it is what the template left. */
  readonly filled: boolean;
}

/** Draws the rows of indicators below their labels, levels beside them. */
export function indicatorRows(writer: FormWriter, columns: readonly IndicatorColumn[]): void {
  const rows = rowsOf(writer, columns);
  let next = 0;
  const placed = columns.map(({ holds, width = 1 }) => {
    const at = next;
    next += width;
    return { holds, width, at };
  });
  const hasLevels = placed.some(({ holds }) => holds === 'level1' || holds === 'level2');
  const { levels } = writer.options;
  const spans: (() => void)[] = [];
  rows.forEach((row, i) => {
    if (row.filled)
      writer.indicator(
        hasLevels || row.kind === 'satisfaction' ? row.kind : 'other',
        placed.flatMap(({ holds, at }) => (isRole(holds) ? [[holds, at] as const] : [])),
        row.kind,
      );
    if (row.filled)
      for (const { holds, at } of placed)
        if (holds === 'coefficient' && row.cells.weight) writer.mark(holds, writer.address(writer.row, at));
    const first = writer.row;
    const line = placed.map(({ holds, width, at }) => {
      if (holds !== 'level1' && holds !== 'level2') return { value: row.cells[holds] ?? null, width };
      if (levels !== 'repeated' && isSameLevel(rows[i - 1], row, holds)) return { value: null, width: 1 };
      let last = i;
      while (levels === 'merged' && isSameLevel(rows[last + 1], row, holds)) last++;
      if (last > i) spans.push(() => writer.put(first, at, row[holds], width, last - i + 1));
      if (holds === 'level1') writer.mark('level1', writer.address(first, at));
      return { value: row[holds], width: last > i ? 1 : width };
    });
    placed.forEach(({ at }, c) => writer.put(first, at, line[c]!.value, line[c]!.width));
    writer.canvas.next++;
  });
  for (const span of spans) span();
}

function isSameLevel(other: Row | undefined, row: Row, holds: 'level1' | 'level2'): boolean {
  return other?.level1 === row.level1 && (holds === 'level1' || other.level2 === row.level2);
}

function isRole(holds: IndicatorColumn['holds']): holds is IndicatorRole {
  return !['level1', 'level2', 'sequence', 'explanation'].includes(holds);
}

function rowsOf(writer: FormWriter, columns: readonly IndicatorColumn[]): Row[] {
  const { content, options, random } = writer;
  const points = levelPoints(content.points);
  const scored = columns.some(({ holds }) => holds === 'weight' || holds === 'score');
  const [style1, style2] = [random.integer(0, 2), random.integer(0, 2)];
  const levelName = (kind: IndicatorKind): string => {
    const level = levelOf(kind, false);
    const name = LEVELS[level][style1 % LEVELS[level].length]!;
    return options.levelPoints && scored ? `${name}（${points[level]}分）` : name;
  };
  const kindName = (kind: IndicatorKind): string => KINDS[kind][style2 % KINDS[kind].length]!;
  const prefix = options.template && random.chance(0.5);
  const rows: Row[] = [];
  content.indicators.forEach((indicator, i) => {
    const { kind } = indicator;
    const levels = { kind, level1: levelName(kind), level2: kindName(kind) };
    const isFirst = content.indicators[i - 1]?.kind !== kind;
    const isLast = content.indicators[i + 1]?.kind !== kind;
    const name = prefix ? `指标${isFirst ? 1 : 2}：${indicator.name}` : indicator.name;
    const cells = { ...cellsOf(content, indicator), sequence: i + 1, name };
    rows.push({ ...levels, cells: isFirst ? withFault(content, kind, cells) : cells, filled: true });
    if (options.parts && kind === 'quantity' && isLast) {
      const part = partOf(content, indicator);
      if (part) rows.push({ ...levels, cells: part, filled: true });
    }
    if (options.template && isLast && random.chance(0.5)) {
      if (isFirst && random.chance(0.5)) rows.push({ ...levels, cells: { name: '指标2：' }, filled: false });
      rows.push({ ...levels, cells: { name: '……' }, filled: false });
    }
  });
  return rows;
}

function cellsOf(content: FormContent, indicator: PlannedIndicator): Row['cells'] {
  const { measured, nothing } = content;
  return {
    name: indicator.name,
    operator: measured ? operatorCell(indicator) : null,
    measureUnit: measured ? (indicator.figure?.measure ?? nothing) : null,
    target:
      measured && indicator.figure && !Number.isNaN(Number(indicator.target))
        ? Number(indicator.target)
        : indicator.target,
    result: indicator.result,
    weight: indicator.weight,
    score: indicator.score,
    deviation: indicator.reason ?? nothing,
    coefficient: round(indicator.score / indicator.weight, 4),
    scoringRule: '按完成比例计分',
    explanation: `反映${indicator.name}的情况`,
  };
}

/** The cells of the first indicator of a kind, with the fault that was planted there; its coefficient goes by its points. */
function withFault(
  { measured, instead }: FormContent,
  kind: IndicatorKind,
  cells: Row['cells'],
): Row['cells'] {
  if (instead.size === 0) return cells;
  const faulty: Partial<Record<IndicatorColumn['holds'], CellInput>> = { ...cells };
  for (const role of INDICATOR_ROLES) {
    const field: FieldId = `indicator.${kind}.${role}`;
    if (!instead.has(field)) continue;
    const value = instead.get(field)!;
    const isNumber = measured && role === 'target' && typeof value === 'string' && /^\d/.test(value);
    faulty[role] = isNumber && !Number.isNaN(Number(value)) ? Number(value) : value;
  }
  const { weight, score } = faulty;
  if (typeof weight === 'number' && typeof score === 'number') faulty.coefficient = round(score / weight, 4);
  return faulty;
}

/** "其中：" and a part of what an indicator counts, without points. */
function partOf({ measured }: FormContent, { name, figure }: PlannedIndicator): Row['cells'] | null {
  if (!figure || figure.asked < 10 || figure.said < figure.asked || figure.inTenThousands) return null;
  const half = Math.floor(figure.asked / 2);
  const target = measured ? half : `≥${half}${figure.measure}`;
  return {
    name: `其中：本级${name}`,
    operator: measured ? '≥' : null,
    measureUnit: measured ? figure.measure : null,
    target,
    result: `${half}${figure.measure}`,
  };
}

/** The labels of indicators in one row. */
export function indicatorLabels(writer: FormWriter, columns: readonly IndicatorColumn[]): void {
  writer.line(...columns.map(({ label, width }) => ({ value: label, width })));
}

/** The row of sums: its label up to the first column of points, the sums below their columns. */
export function sums(
  writer: FormWriter,
  label: string,
  columns: readonly IndicatorColumn[],
  before = 0,
  grade = false,
): void {
  const { content } = writer;
  const first = columns.findIndex(({ holds }) => holds === 'weight' || holds === 'score');
  const width = columns.slice(0, first).reduce((sum, one) => sum + (one.width ?? 1), before);
  writer.line(
    { value: label, width },
    ...columns.slice(first).map(({ holds, width: own }) => {
      if (holds === 'weight')
        return { value: content.points + content.ratePoints, width: own, field: 'totalWeight' as const };
      if (holds === 'score') return { value: content.totalScore, width: own, field: 'totalScore' as const };
      if (grade && holds === 'deviation')
        return { value: gradeOf(content.totalScore), width: own, field: 'grade' as const };
      return { value: null, width: own };
    }),
  );
}

function gradeOf(score: number): string {
  return score >= 90 ? '优' : score >= 80 ? '良' : '中';
}

/** Labels over the goal and what came of it, and their texts below. */
export function goals(
  writer: FormWriter,
  labels: readonly [goal: string, completion: string],
  widths: readonly [number, number],
): void {
  const { content } = writer;
  writer.line({ value: labels[0], width: widths[0] }, { value: labels[1], width: widths[1] });
  writer.line(
    { value: content.goal, width: widths[0], field: 'annualGoal' },
    { value: content.completion, width: widths[1], field: 'goalCompletion' },
  );
}

/** A label and its answer in a row of its own. */
export function answer(
  writer: FormWriter,
  label: string,
  value: string | null,
  field: FieldId,
  widths: readonly [number, number],
): void {
  writer.line({ value: label, width: widths[0] }, { value, width: widths[1], field });
}
