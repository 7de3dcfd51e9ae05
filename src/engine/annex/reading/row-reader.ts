import type { StatementCache } from '../../quantity';
import type { SheetSnapshot } from '../../sheet/snapshot';
import {
  NARRATIVE_FIELDS,
  type Annex,
  type GroupPoints,
  type Indicator,
  type IndicatorTemplate,
  type MoneyCells,
  type NarrativeCells,
  type NarrativeField,
  type PartyReview,
  type ProjectFrame,
  type RateCells,
  type ScoreCells,
} from '../annex';
import {
  isMoneyField,
  isRateField,
  isScoreField,
  type FieldId,
  type IndicatorKind,
  type MoneyField,
  type RateField,
  type ScoreField,
} from '../field-id';
import { decimalsOf, numberDecimals, readNumberCell, type NumberCell } from '../values/number-cell';
import { readRateCell, type RateCell } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { IndicatorCells } from './indicator-cells';
import type { ProjectCells } from './project-cells';
import { Wordings } from './wording';

/** The cells of an indicator that hold texts. */
const TEXTS = [
  'name',
  'target',
  'target.adjusted',
  'result',
  'deviation',
  'operator',
  'measureUnit',
] as const;

const NARRATIVES: ReadonlySet<string> = new Set(NARRATIVE_FIELDS);

/** What of a wide table its rows are read by. */
export type WideTable = Pick<
  Annex,
  'places' | 'indicators' | 'indicatorRows' | 'reviews' | 'groups' | 'rateHabit' | 'rateHabits' | 'year'
>;

type Rows = Pick<ProjectFrame, 'rows' | 'moreRows' | 'rowKinds'>;

/** The place that names the rows of a wide table: that of projects, or else of the units that are reviewed; -1 for none. */
export function namePlace(places: Annex['places']): number {
  const of = (field: FieldId): number => places.findIndex((place) => place.field === field);
  const project = of('projectName');
  return project < 0 ? of('unit') : project;
}

/**
 * Reads the cells of one row after another of a wide table. Places are resolved once, so that a row costs only
 * its cells. Rows are 0-based sheet rows.
 */
export class RowReader implements ProjectCells {
  private readonly moneyPlaces: readonly (readonly [MoneyField, number])[];
  private readonly scorePlaces: readonly (readonly [ScoreField, number])[];
  private readonly narrativePlaces: readonly (readonly [NarrativeField, number])[];
  private readonly namePlace: number;
  private readonly sequencePlace: number;
  private readonly ratePlace: number;
  private readonly ratePlaces: readonly (readonly [RateField, number])[];
  /** The sheet column of each place, less that of the first column of the sheet. */
  private readonly offsets: readonly number[];
  /** Of each place for an indicator. */
  private readonly wordings: readonly Wordings[];
  /** Of each kind, where indicators are rows. */
  private readonly rowWordings = new Map<IndicatorKind, Wordings>();
  private values: SheetSnapshot['values'][number] = [];
  private formats: SheetSnapshot['numberFormats'][number] = [];
  private formulas: SheetSnapshot['formulas'][number] = [];

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly table: WideTable,
    private readonly statements: StatementCache,
  ) {
    const { places } = table;
    const of = (field: FieldId): number => places.findIndex((place) => place.field === field);
    const pairs = <F extends FieldId>(test: (field: FieldId) => boolean): [F, number][] =>
      places.flatMap(({ field }, i) => (field !== null && test(field) ? [[field as F, i]] : []));
    this.offsets = places.map(({ line }) => line - sheet.firstColumn);
    this.wordings = table.indicators.map((template) => this.newWordings(template.places));
    this.moneyPlaces = pairs<MoneyField>(isMoneyField);
    this.scorePlaces = pairs<ScoreField>(isScoreField);
    this.narrativePlaces = pairs<NarrativeField>((f) => NARRATIVES.has(f));
    this.namePlace = namePlace(places);
    this.sequencePlace = of('sequence');
    this.ratePlace = of('executionRate');
    this.ratePlaces = pairs<RateField>(isRateField);
  }

  /** 项目名称 */
  name({ rows: { first: row } }: Rows): TextCell {
    this.turnTo(row);
    return this.text(row, this.namePlace);
  }

  /** 序号; `null` where the table has no such column. */
  sequence({ rows: { first: row } }: Rows): NumberCell | null {
    if (this.sequencePlace < 0) return null;
    this.turnTo(row);
    return this.number(row, this.sequencePlace);
  }

  narrative({ rows: { first: row } }: Rows): NarrativeCells {
    this.turnTo(row);
    const narrative: Partial<Record<NarrativeField, TextCell>> = {};
    for (const [field, place] of this.narrativePlaces) narrative[field] = this.text(row, place);
    return narrative;
  }

  scores({ rows: { first: row } }: Rows): ScoreCells {
    this.turnTo(row);
    const scores: Partial<Record<ScoreField, NumberCell>> = {};
    for (const [field, place] of this.scorePlaces) scores[field] = this.number(row, place);
    return scores;
  }

  money({ rows: { first: row } }: Rows): MoneyCells {
    this.turnTo(row);
    const money: Partial<Record<MoneyField, NumberCell>> = {};
    for (const [field, place] of this.moneyPlaces) money[field] = this.number(row, place);
    return money;
  }

  rate({ rows: { first: row } }: Rows): RateCell | null {
    const place = this.ratePlace;
    if (place < 0) return null;
    this.turnTo(row);
    return this.rateAt(row, place);
  }

  /** All rates of a row, the primary one too. */
  rates({ rows: { first: row } }: Rows): RateCells {
    this.turnTo(row);
    const rates: Partial<Record<RateField, RateCell>> = {};
    for (const [field, place] of this.ratePlaces) rates[field] = this.rateAt(row, place);
    return rates;
  }

  reviews({ rows: { first: row } }: Rows): PartyReview[] {
    this.turnTo(row);
    return this.table.reviews.map(({ party, score, grade }) => ({
      party,
      score: this.numberAt(row, score),
      grade: this.textAt(row, grade),
    }));
  }

  groups({ rows: { first: row } }: Rows): GroupPoints[] {
    this.turnTo(row);
    return this.table.groups.map(({ label, places }) => ({
      label,
      weight: this.numberAt(row, places['group.weight']),
      rate: places['group.rate'] === undefined ? null : this.rateAt(row, places['group.rate']),
      score: this.numberAt(row, places['group.score']),
    }));
  }

  /** One a row where indicators are rows; else those of the first row, and in the rows below those that say anything. */
  indicators({ rows, moreRows = [], rowKinds }: Rows): Indicator[] {
    const { indicatorRows } = this.table;
    if (indicatorRows && rowKinds)
      return rowKinds.flatMap((kind, i) => {
        if (!kind) return [];
        const { places } = indicatorRows;
        return [
          this.indicatorIn(rows.first + i, { kind, kindGuessed: false, places }, this.wordingsOf(kind)),
        ];
      });
    const own = this.indicatorsIn(rows.first);
    for (const row of moreRows) {
      for (const indicator of this.indicatorsIn(row)) {
        if (indicator.name?.answered || indicator.target?.answered || indicator.result?.answered)
          own.push(indicator);
      }
    }
    return own;
  }

  private indicatorsIn(row: number): Indicator[] {
    return this.table.indicators.map((template, i) => this.indicatorIn(row, template, this.wordings[i]!));
  }

  private indicatorIn(
    row: number,
    { kind, kindGuessed, places }: IndicatorTemplate,
    wordings: Wordings,
  ): Indicator {
    this.turnTo(row);
    return new IndicatorCells(
      this.statements,
      this.table.year,
      wordings.in(this.values),
      kind,
      kindGuessed,
      this.textAt(row, places.name),
      this.targetAt(row, places),
      this.textAt(row, places.result),
      this.numberAt(row, places.weight),
      this.numberAt(row, places.score),
      this.numberAt(row, places['score.reviewed']),
      this.textAt(row, places.deviation),
      this.textAt(row, places.operator),
      this.textAt(row, places.measureUnit),
      this.numberAt(row, places.coefficient),
    );
  }

  /** What the result is held against: the target as it was changed during the year, where it was. */
  private targetAt(row: number, places: IndicatorTemplate['places']): TextCell | null {
    const adjusted = this.textAt(row, places['target.adjusted']);
    return adjusted?.answered ? adjusted : (this.textAt(row, places.target) ?? adjusted);
  }

  /** The wordings of the indicators of one kind that are rows. */
  private wordingsOf(kind: IndicatorKind): Wordings {
    let wordings = this.rowWordings.get(kind);
    if (!wordings)
      this.rowWordings.set(kind, (wordings = this.newWordings(this.table.indicatorRows!.places)));
    return wordings;
  }

  private newWordings(places: IndicatorTemplate['places']): Wordings {
    return new Wordings(TEXTS.flatMap((role) => this.offsets[places[role] ?? -1] ?? []));
  }

  /** Takes up a row: its cells are then read by their column alone. */
  private turnTo(row: number): void {
    const i = row - this.sheet.firstRow;
    this.values = this.sheet.values[i] ?? [];
    this.formats = this.sheet.numberFormats[i] ?? [];
    this.formulas = this.sheet.formulas[i] ?? [];
  }

  private rateAt(row: number, place: number): RateCell {
    const i = this.offsets[place]!;
    return readRateCell(
      row,
      this.sheet.firstColumn + i,
      place,
      this.values[i] ?? null,
      this.formats[i] ?? 'General',
      this.formulas[i] ?? null,
      this.table.rateHabits[place] ?? this.table.rateHabit,
    );
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
    return new TextCell(row, this.sheet.firstColumn + i, place, raw, format, this.statements);
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
