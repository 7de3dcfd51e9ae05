import { isBlankValue, isCellError } from '../../sheet/cell-value';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import { NARRATIVE_FIELDS, type Indicator, type NarrativeField, type Project } from '../annex';
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
import type { StatementCache } from '../quantity';
import { decimalsOf, readNumberCell, type NumberCell } from '../values/number-cell';
import { readRateCell, type RateCell, type RateScale } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { rateHabit } from './rate-habit';
import { sectionName } from './wide-rows';

const NARRATIVES: ReadonlySet<string> = new Set(NARRATIVE_FIELDS);

/** A project while its rows are read: rows below may still add to it. */
export interface OpenProject extends Project {
  lastRow: number;
  indicators: Indicator[];
}

interface IndicatorColumns {
  readonly kind: IndicatorKind;
  readonly kindGuessed: boolean;
  readonly roles: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/**
 * Reads the rows of one wide table. Columns are resolved once, so that a row costs only its cells.
 *
 * @param firstRow 0-based first sheet row of the table's body
 */
export class ProjectReader {
  moneyDecimals = 0;
  private readonly moneyColumns: readonly (readonly [MoneyField, number])[];
  private readonly scoreColumns: readonly (readonly [ScoreField, number])[];
  private readonly narrativeColumns: readonly (readonly [NarrativeField, number])[];
  private readonly indicators: readonly IndicatorColumns[];
  private readonly nameColumn: number;
  private readonly sequenceColumn: number;
  private readonly unitColumn: number;
  private readonly rateColumn: number;
  private readonly rateScale: RateScale;
  private readonly rateDecimals: number;
  private unit: string | null = null;

  constructor(
    private readonly sheet: SheetSnapshot,
    columns: readonly MappedColumn[],
    private readonly statements: StatementCache,
    firstRow: number,
  ) {
    const of = (field: FieldId): number => columns.find((c) => c.field === field)?.column ?? -1;
    const pairs = <F extends FieldId>(test: (field: FieldId) => boolean): [F, number][] =>
      columns.filter((c) => c.field !== null && test(c.field)).map((c) => [c.field as F, c.column]);
    this.moneyColumns = pairs<MoneyField>(isMoneyField);
    this.scoreColumns = pairs<ScoreField>(isScoreField);
    this.narrativeColumns = pairs<NarrativeField>((f) => NARRATIVES.has(f));
    this.indicators = indicatorColumns(columns);
    this.nameColumn = of('projectName');
    this.sequenceColumn = of('sequence');
    this.unitColumn = of('unit');
    this.rateColumn = of('executionRate');
    const rate = columns.find((c) => c.field === 'executionRate');
    const habit = rate
      ? rateHabit(sheet, rate, of('budget'), of('actual'), firstRow)
      : { scale: 'fraction' as const, decimals: 0 };
    this.rateScale = habit.scale;
    this.rateDecimals = habit.decimals;
  }

  project(row: number): OpenProject {
    if (this.unitColumn >= 0) this.unit = this.textOrNull(row, this.unitColumn) ?? this.unit;
    const narrative: Partial<Record<NarrativeField, TextCell>> = {};
    for (const [field, column] of this.narrativeColumns) narrative[field] = this.text(row, column);
    const scores: Partial<Record<ScoreField, NumberCell>> = {};
    for (const [field, column] of this.scoreColumns) scores[field] = this.number(row, column);
    const money = this.money(row);
    for (const [field] of this.moneyColumns)
      this.moneyDecimals = Math.max(this.moneyDecimals, decimalsOf(money[field]!));
    return {
      row,
      lastRow: row,
      name: this.textOrNull(row, this.nameColumn) ?? '',
      nameCell: this.text(row, this.nameColumn),
      sequence: this.sequenceColumn < 0 ? null : this.number(row, this.sequenceColumn),
      unit: this.unit,
      money,
      rate: this.rate(row),
      narrative,
      scores,
      indicators: this.readIndicators(row),
    };
  }

  /** Gives the indicators of a row without a name to the project above. */
  extend(projects: readonly OpenProject[], row: number): void {
    const above = projects.at(-1);
    if (!above) return;
    const more = this.readIndicators(row).filter(
      (i) => i.name?.answered || i.target?.answered || i.result?.answered,
    );
    above.lastRow = row;
    above.indicators.push(...more);
  }

  /** A heading over rows names the unit, where the table has no column for it. */
  section(row: number): void {
    if (this.unitColumn >= 0) return;
    const heading = (this.sheet.values[row - this.sheet.firstRow] ?? []).find(
      (value) => typeof value === 'string' && value.trim() !== '',
    );
    if (typeof heading === 'string') this.unit = sectionName(heading);
  }

  money(row: number): Partial<Record<MoneyField, NumberCell>> {
    const money: Partial<Record<MoneyField, NumberCell>> = {};
    for (const [field, column] of this.moneyColumns) money[field] = this.number(row, column);
    return money;
  }

  rate(row: number): RateCell | null {
    const column = this.rateColumn;
    if (column < 0) return null;
    const { sheet } = this;
    return readRateCell(
      row,
      column,
      valueAt(sheet, row, column),
      numberFormatAt(sheet, row, column),
      formulaAt(sheet, row, column),
      this.rateScale,
      this.rateDecimals,
    );
  }

  private readIndicators(row: number): Indicator[] {
    return this.indicators.map(({ kind, kindGuessed, roles }) => ({
      kind,
      kindGuessed,
      name: this.textAt(row, roles.name),
      target: this.textAt(row, roles.target),
      result: this.textAt(row, roles.result),
      weight: this.numberAt(row, roles.weight),
      score: this.numberAt(row, roles.score),
      deviation: this.textAt(row, roles.deviation),
      operator: this.textAt(row, roles.operator),
      measureUnit: this.textAt(row, roles.measureUnit),
    }));
  }

  private textAt(row: number, column: number | undefined): TextCell | null {
    return column === undefined ? null : this.text(row, column);
  }

  private numberAt(row: number, column: number | undefined): NumberCell | null {
    return column === undefined ? null : this.number(row, column);
  }

  private text(row: number, column: number): TextCell {
    const raw = valueAt(this.sheet, row, column);
    return new TextCell(
      row,
      column,
      raw,
      typeof raw === 'number' ? numberFormatAt(this.sheet, row, column) : 'General',
      this.statements,
    );
  }

  private number(row: number, column: number): NumberCell {
    const { sheet } = this;
    return readNumberCell(
      row,
      column,
      valueAt(sheet, row, column),
      numberFormatAt(sheet, row, column),
      formulaAt(sheet, row, column),
    );
  }

  private textOrNull(row: number, column: number): string | null {
    const value = valueAt(this.sheet, row, column);
    if (isBlankValue(value) || value === null || isCellError(value)) return null;
    return String(value).trim();
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
