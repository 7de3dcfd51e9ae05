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
import type { Place } from '../place';
import { decimalsOf, numberDecimals, readNumberCell, type NumberCell } from '../values/number-cell';
import { readRateCell, type RateCell, type RateScale } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { IndicatorCells, type JudgingContext } from './indicator-cells';
import { rateHabit } from './rate-habit';

const NARRATIVES: ReadonlySet<string> = new Set(NARRATIVE_FIELDS);

/** Where the cells of an indicator stand: indexes into the places. */
interface IndicatorPlaces {
  readonly kind: IndicatorKind;
  readonly kindGuessed: boolean;
  readonly roles: Readonly<Partial<Record<IndicatorRole, number>>>;
}

/**
 * Reads the cells of one row after another of a wide table. Places are resolved once, so that a row costs only
 * its cells. Rows are 0-based sheet rows.
 */
export class RowReader {
  private readonly moneyPlaces: readonly (readonly [MoneyField, number])[];
  private readonly scorePlaces: readonly (readonly [ScoreField, number])[];
  private readonly narrativePlaces: readonly (readonly [NarrativeField, number])[];
  private readonly indicatorPlaces: readonly IndicatorPlaces[];
  private readonly namePlace: number;
  private readonly sequencePlace: number;
  private readonly ratePlace: number;
  /** The sheet column of each place, less that of the first column of the sheet. */
  private readonly offsets: readonly number[];
  private readonly rateScale: RateScale;
  private readonly rateDecimals: number;
  private values: SheetSnapshot['values'][number] = [];
  private formats: SheetSnapshot['numberFormats'][number] = [];
  private formulas: SheetSnapshot['formulas'][number] = [];

  /** `firstRow` is the first row of the table's body. */
  constructor(
    private readonly sheet: SheetSnapshot,
    places: readonly Place[],
    private readonly context: JudgingContext,
    firstRow: number,
  ) {
    const of = (field: FieldId): number => places.findIndex((place) => place.field === field);
    const pairs = <F extends FieldId>(test: (field: FieldId) => boolean): [F, number][] =>
      places.flatMap(({ field }, i) => (field !== null && test(field) ? [[field as F, i]] : []));
    this.offsets = places.map(({ line }) => line - sheet.firstColumn);
    this.moneyPlaces = pairs<MoneyField>(isMoneyField);
    this.scorePlaces = pairs<ScoreField>(isScoreField);
    this.narrativePlaces = pairs<NarrativeField>((f) => NARRATIVES.has(f));
    this.indicatorPlaces = indicatorPlaces(places);
    this.namePlace = of('projectName');
    this.sequencePlace = of('sequence');
    this.ratePlace = of('executionRate');
    const column = (field: FieldId): number => places[of(field)]?.line ?? -1;
    const rate = places[this.ratePlace];
    const habit = rate
      ? rateHabit(sheet, rate, column('budget'), column('actual'), firstRow)
      : { scale: 'fraction' as const, decimals: 0 };
    this.rateScale = habit.scale;
    this.rateDecimals = habit.decimals;
  }

  /** 项目名称 */
  name(row: number): TextCell {
    this.turnTo(row);
    return this.text(row, this.namePlace);
  }

  /** 序号; `null` where the table has no such column. */
  sequence(row: number): NumberCell | null {
    if (this.sequencePlace < 0) return null;
    this.turnTo(row);
    return this.number(row, this.sequencePlace);
  }

  narrative(row: number): Partial<Record<NarrativeField, TextCell>> {
    this.turnTo(row);
    const narrative: Partial<Record<NarrativeField, TextCell>> = {};
    for (const [field, place] of this.narrativePlaces) narrative[field] = this.text(row, place);
    return narrative;
  }

  scores(row: number): Partial<Record<ScoreField, NumberCell>> {
    this.turnTo(row);
    const scores: Partial<Record<ScoreField, NumberCell>> = {};
    for (const [field, place] of this.scorePlaces) scores[field] = this.number(row, place);
    return scores;
  }

  money(row: number): Partial<Record<MoneyField, NumberCell>> {
    this.turnTo(row);
    const money: Partial<Record<MoneyField, NumberCell>> = {};
    for (const [field, place] of this.moneyPlaces) money[field] = this.number(row, place);
    return money;
  }

  rate(row: number): RateCell | null {
    const place = this.ratePlace;
    if (place < 0) return null;
    this.turnTo(row);
    const i = this.offsets[place]!;
    return readRateCell(
      row,
      this.sheet.firstColumn + i,
      place,
      this.values[i] ?? null,
      this.formats[i] ?? 'General',
      this.formulas[i] ?? null,
      this.rateScale,
      this.rateDecimals,
    );
  }

  indicators(row: number): Indicator[] {
    this.turnTo(row);
    return this.indicatorPlaces.map(
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

  private textAt(row: number, place: number | undefined): TextCell | null {
    return place === undefined ? null : this.text(row, place);
  }

  private numberAt(row: number, place: number | undefined): NumberCell | null {
    return place === undefined ? null : this.number(row, place);
  }

  private text(row: number, place: number): TextCell {
    const i = this.offsets[place]!;
    const raw = this.values[i] ?? null;
    const format = typeof raw === 'number' ? (this.formats[i] ?? 'General') : 'General';
    return new TextCell(row, this.sheet.firstColumn + i, place, raw, format, this.context.statements);
  }

  private number(row: number, place: number): NumberCell {
    const i = this.offsets[place]!;
    return readNumberCell(
      row,
      this.sheet.firstColumn + i,
      place,
      this.values[i] ?? null,
      this.formats[i] ?? 'General',
      this.formulas[i] ?? null,
    );
  }

  /** The most decimals that a money cell of the row shows or stores (at most 6). */
  moneyDecimals(row: number): number {
    this.turnTo(row);
    let most = 0;
    for (const [, place] of this.moneyPlaces) {
      const i = this.offsets[place]!;
      const raw = this.values[i];
      if (typeof raw === 'number') most = Math.max(most, numberDecimals(raw, this.formats[i] ?? 'General'));
      else if (typeof raw === 'string') most = Math.max(most, decimalsOf(this.number(row, place)));
    }
    return most;
  }
}

function indicatorPlaces(places: readonly Place[]): IndicatorPlaces[] {
  const groups = new Map<
    number,
    { kind: IndicatorKind; kindGuessed: boolean; roles: Partial<Record<IndicatorRole, number>> }
  >();
  for (const [index, place] of places.entries()) {
    const parts = place.field ? indicatorParts(place.field) : null;
    if (!parts) continue;
    const kindGuessed = place.confidence === 'guess';
    const group = groups.get(place.indicator) ?? { kind: parts.kind, kindGuessed, roles: {} };
    group.roles[parts.role] = index;
    groups.set(place.indicator, group);
  }
  return [...groups.values()];
}
