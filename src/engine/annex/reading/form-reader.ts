import type { StatementCache } from '../../quantity';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import {
  NARRATIVE_FIELDS,
  type Annex,
  type GroupPoints,
  type Indicator,
  type MoneyCells,
  type NarrativeCells,
  type PartyReview,
  type ProjectFrame,
  type RateCells,
  type ScoreCells,
} from '../annex';
import { isMoneyField, isScoreField, RATE_FIELDS, type FieldId, type RateField } from '../field-id';
import { holdsLabel, type CellRef } from '../place';
import { readLabelledNumber, readNumberCell, type NumberCell } from '../values/number-cell';
import { readLabelledRate, readRateCell, type RateCell, type RateHabit } from '../values/rate-cell';
import { TextCell } from '../values/text-cell';
import { IndicatorCells } from './indicator-cells';
import type { ProjectCells } from './project-cells';
import { Wording } from './wording';

/** Reads the cells of projects whose frames name each of them, as those of forms do. */
export class FormReader implements ProjectCells {
  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly annex: Pick<Annex, 'rateHabit' | 'rateHabits' | 'year' | 'range' | 'places'>,
    private readonly statements: StatementCache,
  ) {}

  /** Where the form asks for no name, a blank cell at the beginning of the project. */
  name({ cells, rows }: ProjectFrame): TextCell {
    const at = { row: rows.first, column: this.annex.range.firstColumn, place: -1 };
    return (
      this.text(cells?.projectName) ??
      new TextCell(at.row, at.column, at.place, null, 'General', this.statements)
    );
  }

  sequence({ cells }: ProjectFrame): NumberCell | null {
    return this.number(cells?.sequence);
  }

  money(frame: ProjectFrame): MoneyCells {
    return this.numbers(frame, isMoneyField);
  }

  scores(frame: ProjectFrame): ScoreCells {
    return this.numbers(frame, isScoreField);
  }

  rate({ cells }: ProjectFrame): RateCell | null {
    const ref = cells?.executionRate;
    if (!ref) return null;
    return this.rateIn(ref, this.annex.rateHabit);
  }

  rates({ cells, further = [] }: ProjectFrame): RateCells {
    const { rateHabit, rateHabits } = this.annex;
    const rates: Partial<Record<RateField, RateCell>> = {};
    for (const field of RATE_FIELDS) {
      const ref = cells?.[field];
      if (!ref) continue;
      const read = (one: CellRef): RateCell => this.rateIn(one, rateHabits[one.place] ?? rateHabit);
      const more = further.filter((one) => one.field === field).map(read);
      rates[field] = more.length > 0 ? { ...read(ref), further: more } : read(ref);
    }
    return rates;
  }

  /** A form has one cell for what others say of it. */
  reviews({ cells }: ProjectFrame): PartyReview[] {
    const score = this.number(cells?.['totalScore.reviewed']);
    const grade = this.text(cells?.['grade.reviewed']);
    return score || grade ? [{ party: '', score, grade }] : [];
  }

  /** Points of a form stand with its indicators. */
  groups(): GroupPoints[] {
    return [];
  }

  narrative({ cells }: ProjectFrame): NarrativeCells {
    const found = NARRATIVE_FIELDS.flatMap((field) => {
      const cell = this.text(cells?.[field]);
      return cell ? [[field, cell] as const] : [];
    });
    return Object.fromEntries(found);
  }

  indicators({ indicatorRefs = [] }: ProjectFrame): Indicator[] {
    return indicatorRefs.map(
      ({ kind, kindGuessed, cells }) =>
        new IndicatorCells(
          this.statements,
          this.annex.year,
          new Wording(),
          kind,
          kindGuessed,
          this.text(cells.name),
          this.text(cells.target),
          this.text(cells.result),
          this.number(cells.weight),
          this.number(cells.score),
          this.number(cells['score.reviewed']),
          this.text(cells.deviation),
          this.text(cells.operator),
          this.text(cells.measureUnit),
          this.number(cells.coefficient),
        ),
    );
  }

  private numbers<Field extends FieldId>(
    { cells = {}, further = [] }: ProjectFrame,
    isOne: (field: FieldId) => field is Field,
  ): Partial<Record<Field, NumberCell>> {
    const found: Partial<Record<Field, NumberCell>> = {};
    for (const field of Object.keys(cells) as FieldId[]) {
      const cell = isOne(field) ? this.number(cells[field]) : null;
      if (!cell) continue;
      const more = further.flatMap((ref) => (ref.field === field ? (this.number(ref) ?? []) : []));
      found[field as Field] = more.length > 0 ? { ...cell, further: more } : cell;
    }
    return found;
  }

  private text(ref: CellRef | undefined): TextCell | null {
    if (!ref) return null;
    const { row, column, place } = ref;
    const format = numberFormatAt(this.sheet, row, column);
    return new TextCell(row, column, place, valueAt(this.sheet, row, column), format, this.statements);
  }

  private number(ref: CellRef | undefined): NumberCell | null {
    if (!ref) return null;
    return (this.holdsLabel(ref) ? readLabelledNumber : readNumberCell)(...this.held(ref));
  }

  private rateIn(ref: CellRef, habit: RateHabit): RateCell {
    return (this.holdsLabel(ref) ? readLabelledRate : readRateCell)(...this.held(ref), habit);
  }

  private holdsLabel(ref: CellRef): boolean {
    const place = this.annex.places[ref.place];
    return place !== undefined && holdsLabel(place, ref);
  }

  /** A cell with what it holds, as readers of cells take it. */
  private held({ row, column, place }: CellRef): Parameters<typeof readNumberCell> {
    const { sheet } = this;
    return [
      row,
      column,
      place,
      valueAt(sheet, row, column),
      numberFormatAt(sheet, row, column),
      formulaAt(sheet, row, column),
    ];
  }
}
