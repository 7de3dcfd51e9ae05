import { isBlankValue } from '../../../sheet/cell-value';
import type { FieldCell, IndicatorRefs } from '../../annex';
import {
  isMoneyField,
  isRateField,
  isScoreField,
  type FieldId,
  type IndicatorKind,
  type IndicatorRole,
} from '../../field-id';
import { isActingLabel, isSuperiorLabel } from '../../header/unit-labels';
import type { CellRef, LabelCell, Place, PlaceContent } from '../../place';
import { behindLabel } from '../../values/behind-label';
import { readTextNumber } from '../../values/number-cell';
import { presenceOf } from '../../values/presence';
import { isSameCell, type FormCell } from './form-sheet';

/** Fields of which a form has one cell; a further one is left out. */
function isSingle(field: FieldId): boolean {
  return field === 'projectName' || field === 'unit' || isRateField(field) || isScoreField(field);
}

/** Gathers the places of a form, each a cell, while it is read. */
export class FormDraft {
  readonly places: Place[] = [];
  /** The cell of each field; where several bear one, the first. */
  get cells(): Readonly<Partial<Record<FieldId, CellRef>>> {
    return Object.fromEntries(this.first);
  }

  private readonly first = new Map<FieldId, CellRef>();
  /** Further cells of fields, and those of indicator rows in which nothing stands. */
  readonly further: FieldCell[] = [];
  readonly indicators: IndicatorRefs[] = [];
  private readonly late: (() => unknown)[] = [];
  /** The number that names the indicators one by one. */
  private nextIndicator = 0;

  /** How much has been noted. */
  get count(): number {
    return this.places.length + this.late.length;
  }

  has(field: FieldId): boolean {
    return this.first.has(field);
  }

  /** Notes the cell of a field of the project. Returns whether it was taken. */
  put(field: FieldId, cell: FormCell, labels: readonly FormCell[], exact = true): boolean {
    if (this.has(field) && isSingle(field)) return false;
    const ref = this.place(field, cell, labels, exact, -1);
    if (this.has(field)) this.further.push({ ...ref, field });
    else this.first.set(field, ref);
    return true;
  }

  /**
   * Notes a cell that names a unit. Of two the one that does the work is that of the form, the other the department in
   * charge.
   */
  putUnit(cell: FormCell, labels: readonly FormCell[], exact = true): boolean {
    const known = this.first.get('unit');
    if (!known) return this.put('unit', cell, labels, exact);
    const before = this.places[known.place]!;
    const [first, second] = [before.labels[before.labels.length - 1]?.text ?? '', labels[0]?.text ?? ''];
    if (!givesWay(first, second))
      return givesWay(second, first) && this.put('department', cell, labels, exact);
    this.first.delete('unit');
    this.places[known.place] = { ...before, field: 'department' };
    if (this.has('department')) this.further.push({ ...known, field: 'department' });
    else this.first.set('department', known);
    return this.put('unit', cell, labels, exact);
  }

  /** Notes a cell that bears a field of which the form should have but one; nothing where it has none before. */
  putFurther(field: FieldId, cell: FormCell, labels: readonly FormCell[]): void {
    if (this.has(field)) this.further.push({ ...this.place(field, cell, labels, true, -1), field });
  }

  /** Notes a cell that holds its label as well: it counts where no other cell bears the field. */
  putLate(field: FieldId, cell: FormCell, exact = true): void {
    this.late.push(() => this.has(field) || this.put(field, cell, [cell], exact));
  }

  settleLate(): void {
    for (const put of this.late.splice(0)) put();
  }

  /** Notes a cell under labels of which no field is known. */
  putUnknown(cell: FormCell, labels: readonly FormCell[]): void {
    this.place(null, cell, labels, false, -1);
  }

  /** Notes a cell of which it is known what it asks for, and that nothing is to be checked in it. */
  putApart(cell: FormCell, labels: readonly FormCell[]): void {
    const { place } = this.place(null, cell, labels, false, -1);
    this.places[place] = { ...this.places[place]!, content: 'foreign' };
  }

  /**
   * Notes the cells of one row of indicators.
   *
   * @param filled whether the row tells of an indicator: what the template prints is none
   */
  putIndicator(
    kind: IndicatorKind,
    cells: readonly (readonly [IndicatorRole, FormCell, readonly FormCell[]])[],
    filled: boolean,
  ): void {
    const indicator = filled ? this.nextIndicator++ : -1;
    const refs: Partial<Record<IndicatorRole, CellRef>> = {};
    for (const [role, cell, labels] of cells) {
      const field: FieldId = `indicator.${kind}.${role}`;
      refs[role] = this.place(field, cell, labels, true, indicator);
      if (!filled) this.further.push({ ...refs[role], field });
    }
    if (filled) this.indicators.push({ kind, kindGuessed: false, cells: refs });
  }

  /** Says of the places under some labels that what they bear was told by their cells, not by a wording. */
  doubt(isDoubtful: (label: LabelCell) => boolean): void {
    this.places.forEach((place, i) => {
      if (place.field === null || !place.labels.some(isDoubtful)) return;
      this.places[i] = { ...place, confidence: 'guess', evidence: [{ by: 'neighbour' }] };
    });
  }

  /** Every budget is the year's where the form has but one. */
  settleBudgets(): void {
    const fields = [...this.first];
    if (fields.some(([field]) => /^budget(?:$|\.(?!adjustment))/.test(field))) return;
    const renamed = (field: FieldId): FieldId => field.replace(/^initialBudget/, 'budget') as FieldId;
    this.first.clear();
    for (const [field, ref] of fields) this.first.set(renamed(field), ref);
    this.further.forEach((cell, i) => (this.further[i] = { ...cell, field: renamed(cell.field) }));
    this.places.forEach((place, i) => {
      if (place.field !== null) this.places[i] = { ...place, field: renamed(place.field) };
    });
  }

  private place(
    field: FieldId | null,
    cell: FormCell,
    labels: readonly FormCell[],
    exact: boolean,
    indicator: number,
  ): CellRef {
    // Of a cell that holds both, what stands before the answer is the label.
    const named: LabelCell[] = labels.map((label) => {
      const own = isSameCell(label, cell) ? behindLabel(label.text)?.label : undefined;
      return own === undefined ? label.asLabel : { ...label.asLabel, text: own.replace(/[:：]\s*$/, '') };
    });
    this.places.push({
      field,
      guess: null,
      labels: named,
      along: 'cell',
      line: cell.firstRow,
      column: cell.firstColumn,
      confidence: field === null ? 'guess' : exact ? 'certain' : 'likely',
      content: contentOf(cell, field),
      evidence:
        field === null || named.length === 0
          ? []
          : [{ by: exact ? 'vocabulary' : 'pattern', label: named.length - 1 }],
      indicator,
      percent: labels.some(({ features }) => features?.percent),
    });
    return { row: cell.firstRow, column: cell.firstColumn, place: this.places.length - 1 };
  }
}

/** Whether a label of a unit asks for the department in charge, beside another one. */
function givesWay(label: string, other: string): boolean {
  if (isSuperiorLabel(label)) return !isSuperiorLabel(other);
  return !isActingLabel(label) && isActingLabel(other);
}

function contentOf({ value }: FormCell, field: FieldId | null): PlaceContent {
  if (isBlankValue(value)) return 'blank';
  if (typeof value === 'number') return 'figures';
  if (field !== null) return isMoneyField(field) || isRateField(field) ? 'figures' : 'texts';
  if (presenceOf(value) !== 'value') return 'blank';
  return typeof value === 'string' && readTextNumber(value) ? 'figures' : 'texts';
}
