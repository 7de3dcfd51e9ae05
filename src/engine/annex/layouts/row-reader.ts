import type { SheetSnapshot } from '../../sheet/snapshot';
import { NARRATIVE_FIELDS, type Indicator, type NarrativeField } from '../annex';
import {
  indicatorParts,
  isMoneyField,
  isScoreField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
  type MoneyField,
  type ScoreField,
} from '../field-id';
import type { MappedColumn } from '../header/map-columns';
import { decimalsOf, numberDecimals, readNumberCell, type NumberCell } from '../values/number-cell';
import { readRateCell, type RateCell, type RateScale } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { IndicatorCells, type JudgingContext } from './indicator-cells';
import { rateHabit } from './rate-habit';

const NARRATIVES: ReadonlySet<string> = new Set(NARRATIVE_FIELDS);

interface IndicatorColumns {
  readonly kind: IndicatorKind;
  readonly kindGuessed: boolean;
  readonly roles: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/**
 * Reads the cells of one row after another of a wide table. Columns are resolved once, so that a row costs only
 * its cells. Rows are 0-based sheet rows.
 */
export class RowReader {
  private readonly moneyColumns: readonly (readonly [MoneyField, number])[];
  private readonly scoreColumns: readonly (readonly [ScoreField, number])[];
  private readonly narrativeColumns: readonly (readonly [NarrativeField, number])[];
  private readonly indicatorColumns: readonly IndicatorColumns[];
  private readonly nameColumn: number;
  private readonly sequenceColumn: number;
  private readonly rateColumn: number;
  private readonly rateScale: RateScale;
  private readonly rateDecimals: number;
  private values: SheetSnapshot['values'][number] = [];
  private formats: SheetSnapshot['numberFormats'][number] = [];
  private formulas: SheetSnapshot['formulas'][number] = [];

  /** `firstRow` is the first row of the table's body. */
  constructor(
    private readonly sheet: SheetSnapshot,
    columns: readonly MappedColumn[],
    private readonly context: JudgingContext,
    firstRow: number,
  ) {
    const of = (field: FieldId): number => columns.find((c) => c.field === field)?.column ?? -1;
    const pairs = <F extends FieldId>(test: (field: FieldId) => boolean): [F, number][] =>
      columns.filter((c) => c.field !== null && test(c.field)).map((c) => [c.field as F, c.column]);
    this.moneyColumns = pairs<MoneyField>(isMoneyField);
    this.scoreColumns = pairs<ScoreField>(isScoreField);
    this.narrativeColumns = pairs<NarrativeField>((f) => NARRATIVES.has(f));
    this.indicatorColumns = indicatorColumns(columns);
    this.nameColumn = of('projectName');
    this.sequenceColumn = of('sequence');
    this.rateColumn = of('executionRate');
    const rate = columns.find((c) => c.field === 'executionRate');
    const habit = rate
      ? rateHabit(sheet, rate, of('budget'), of('actual'), firstRow)
      : { scale: 'fraction' as const, decimals: 0 };
    this.rateScale = habit.scale;
    this.rateDecimals = habit.decimals;
  }

  /** 项目名称 */
  name(row: number): TextCell {
    this.turnTo(row);
    return this.text(row, this.nameColumn);
  }

  /** 序号; `null` where the table has no such column. */
  sequence(row: number): NumberCell | null {
    if (this.sequenceColumn < 0) return null;
    this.turnTo(row);
    return this.number(row, this.sequenceColumn);
  }

  narrative(row: number): Partial<Record<NarrativeField, TextCell>> {
    this.turnTo(row);
    const narrative: Partial<Record<NarrativeField, TextCell>> = {};
    for (const [field, column] of this.narrativeColumns) narrative[field] = this.text(row, column);
    return narrative;
  }

  scores(row: number): Partial<Record<ScoreField, NumberCell>> {
    this.turnTo(row);
    const scores: Partial<Record<ScoreField, NumberCell>> = {};
    for (const [field, column] of this.scoreColumns) scores[field] = this.number(row, column);
    return scores;
  }

  money(row: number): Partial<Record<MoneyField, NumberCell>> {
    this.turnTo(row);
    const money: Partial<Record<MoneyField, NumberCell>> = {};
    for (const [field, column] of this.moneyColumns) money[field] = this.number(row, column);
    return money;
  }

  rate(row: number): RateCell | null {
    const column = this.rateColumn;
    if (column < 0) return null;
    this.turnTo(row);
    const i = column - this.sheet.firstColumn;
    return readRateCell(
      row,
      column,
      this.values[i] ?? null,
      this.formats[i] ?? 'General',
      this.formulas[i] ?? null,
      this.rateScale,
      this.rateDecimals,
    );
  }

  indicators(row: number): Indicator[] {
    this.turnTo(row);
    return this.indicatorColumns.map(
      ({ kind, kindGuessed, roles }) =>
        new IndicatorCells(
          this.context,
          kind,
          kindGuessed,
          this.textAt(row, roles.name),
          this.textAt(row, roles.target),
          this.textAt(row, roles.result),
          this.numberAt(row, roles.weight),
          this.numberAt(row, roles.score),
          this.textAt(row, roles.deviation),
          this.textAt(row, roles.operator),
          this.textAt(row, roles.measureUnit),
        ),
    );
  }

  /** Takes up a row: its cells are then read by their column alone. */
  private turnTo(row: number): void {
    const i = row - this.sheet.firstRow;
    this.values = this.sheet.values[i] ?? [];
    this.formats = this.sheet.numberFormats[i] ?? [];
    this.formulas = this.sheet.formulas[i] ?? [];
  }

  private textAt(row: number, column: number | undefined): TextCell | null {
    return column === undefined ? null : this.text(row, column);
  }

  private numberAt(row: number, column: number | undefined): NumberCell | null {
    return column === undefined ? null : this.number(row, column);
  }

  private text(row: number, column: number): TextCell {
    const i = column - this.sheet.firstColumn;
    const raw = this.values[i] ?? null;
    const format = typeof raw === 'number' ? (this.formats[i] ?? 'General') : 'General';
    return new TextCell(row, column, raw, format, this.context.statements);
  }

  private number(row: number, column: number): NumberCell {
    const i = column - this.sheet.firstColumn;
    return readNumberCell(
      row,
      column,
      this.values[i] ?? null,
      this.formats[i] ?? 'General',
      this.formulas[i] ?? null,
    );
  }

  /** The most decimals that a money cell of the row shows or stores (at most 6). */
  moneyDecimals(row: number): number {
    this.turnTo(row);
    let most = 0;
    for (const [, column] of this.moneyColumns) {
      const i = column - this.sheet.firstColumn;
      const raw = this.values[i];
      if (typeof raw === 'number') most = Math.max(most, numberDecimals(raw, this.formats[i] ?? 'General'));
      else if (typeof raw === 'string') most = Math.max(most, decimalsOf(this.number(row, column)));
    }
    return most;
  }
}

function indicatorColumns(columns: readonly MappedColumn[]): IndicatorColumns[] {
  const groups = new Map<
    number,
    { kind: IndicatorKind; kindGuessed: boolean; roles: Partial<Record<IndicatorRole, number>> }
  >();
  for (const column of columns) {
    const parts = column.field ? indicatorParts(column.field) : null;
    if (!parts) continue;
    const kindGuessed = column.confidence === 'guess';
    const group = groups.get(column.indicator) ?? { kind: parts.kind, kindGuessed, roles: {} };
    group.roles[parts.role] = column.column;
    groups.set(column.indicator, group);
  }
  return [...groups.values()];
}
