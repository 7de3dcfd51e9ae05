import type { AnnexOutline, ColumnChange } from '../../app/reviewer';
import { formEntries, mayMean, type FormEntry } from '../../engine/annex/corrections/form-entries';
import type { LabelPath } from '../../engine/annex/corrections/vocabulary';
import type { FieldId } from '../../engine/annex/field-id';
import { isColumn, isSettled, labelPath, type Place } from '../../engine/annex/place';
import { columnLetters, toAddress } from '../../engine/sheet/address';
import { format } from '../i18n/texts';
import type { CorrectionsTexts } from './corrections-texts';

/** What can be given another meaning: a column of a wide table; a cell of a form, or a column of its indicators. */
export interface Correctable {
  /** By which it is found again among those of the same table as it is read otherwise. */
  readonly key: string;
  readonly kind: 'column' | 'cell';
  /** Where it stands: the letters of a column, the address of a cell. */
  readonly at: string;
  readonly labels: LabelPath;
  readonly field: FieldId | null;
  readonly settled: boolean;
  /** A place that speaks for it. */
  readonly place: Place;
  /** By its place among all of its table. */
  readonly index: number;
  mayMean(field: FieldId): boolean;
  /** Whether it may be left out of the review. */
  readonly isReviewed: boolean;
}

/** Everything in an annex that can be corrected, in the order of the sheet: corrections name all of it by its labels. */
export function correctablesOf({ places, asides }: Pick<AnnexOutline, 'places' | 'asides'>): Correctable[] {
  const columns = places.filter(isColumn);
  if (columns.length > 0) return columns.map(ofColumn);
  return formEntries({ places, ...(asides && { asides }) }).map((entry, index) =>
    ofEntry(entry, index, asides?.includes(entry.places[0]!) ?? false),
  );
}

function ofColumn(place: Place, index: number): Correctable {
  return {
    key: String(place.line),
    kind: 'column',
    at: columnLetters(place.line),
    labels: labelPath(place),
    field: place.field,
    settled: isSettled(place),
    place,
    index,
    mayMean: () => true,
    isReviewed: true,
  };
}

function ofEntry(entry: FormEntry, index: number, aside: boolean): Correctable {
  const { kind, labels, field, settled, places, row, column } = entry;
  return {
    key: `${kind} ${row},${column}`,
    kind,
    at: kind === 'column' ? columnLetters(column) : toAddress(row, column),
    ...{ labels, field, settled },
    place: places[0]!,
    index,
    mayMean: (meaning) => mayMean(kind, meaning),
    isReviewed: !aside,
  };
}

/**
 * How a correction is asked for.
 * @param field `null`: it is not reviewed; `undefined`: what was said of it is taken back
 */
export function changeOf(
  annex: AnnexOutline,
  { index }: Pick<Correctable, 'index'>,
  field: FieldId | null | undefined,
): ColumnChange {
  return { columns: correctablesOf(annex).map(({ labels }) => labels), index, field };
}

/** What people call it: "E 列", "B5 单元格". */
export function nameOf({ kind, at }: Pick<Correctable, 'kind' | 'at'>, words: CorrectionsTexts): string {
  return format(words.names[kind], { at });
}
