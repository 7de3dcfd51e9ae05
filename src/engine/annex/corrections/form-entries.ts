import { indicatorParts, rowIndicatorRole, type FieldId } from '../field-id';
import { isColumn, isSettled, labelPath, type LabelCell, type Place } from '../place';
import type { LabelPath } from './vocabulary';

/**
 * What a form asks for that can be given another meaning: a labelled cell of its project, or a column of its indicators,
 * all cells of which mean the same.
 */
export interface FormEntry {
  readonly kind: 'cell' | 'column';
  readonly labels: LabelPath;
  /** The places it stands for, in the order of the sheet: one for a cell. */
  readonly places: readonly Place[];
  /** Of a column its role, whatever the kinds of its indicators are (`indicator.result`). */
  readonly field: FieldId | null;
  readonly settled: boolean;
  /** 0-based sheet row and column of the cell, or of the label over the column. */
  readonly row: number;
  readonly column: number;
}

/** A form as its entries are told from it. */
export interface FormPlaces {
  readonly places: readonly Place[];
  /** Labelled cells that are no places of it: nothing says that they are part of the evaluation. */
  readonly asides?: readonly Place[];
}

/** The entries of a form in the order of the sheet; none for a wide table, whose places are columns. */
export function formEntries({ places, asides = [] }: FormPlaces): FormEntry[] {
  if (places.some(isColumn)) return [];
  const withIndicator = new Set(places.flatMap(({ indicator, line }) => (indicator >= 0 ? line : [])));
  const columns = new Map<string, Place[]>();
  const cells: Place[] = [...asides];
  for (const place of places) {
    const own = place.labels[place.labels.length - 1];
    if (!isOfIndicators(place, withIndicator)) cells.push(place);
    else if (own) {
      const key = `${own.row},${own.column}`;
      const others = columns.get(key);
      if (others) others.push(place);
      else columns.set(key, [place]);
    }
  }
  const entries = [
    ...cells.map((place): FormEntry => ({
      kind: 'cell',
      labels: labelPath(place),
      places: [place],
      field: place.field,
      settled: isSettled(place),
      row: place.line,
      column: place.column ?? 0,
    })),
    ...[...columns.values()].map(columnOf),
  ].filter(({ labels }) => labels.length > 0);
  return entries.sort((a, b) => a.row - b.row || a.column - b.column);
}

function columnOf(places: readonly Place[]): FormEntry {
  const { labels } = places[0]!;
  const own: LabelCell = labels[labels.length - 1]!;
  const known = places.find(({ field }) => field !== null)?.field ?? null;
  return {
    kind: 'column',
    labels: labelPath({ labels: [own] }),
    places,
    field: known && columnField(known),
    settled: places.some(isSettled),
    row: own.row,
    column: own.column,
  };
}

/** A place in a column of indicators: a cell of one, of a row that only the template has filled, or one beside them. */
function isOfIndicators({ field, indicator, line }: Place, withIndicator: ReadonlySet<number>): boolean {
  if (indicator >= 0 || (field !== null && indicatorParts(field) !== null)) return true;
  return field === null && withIndicator.has(line);
}

function columnField(field: FieldId): FieldId | null {
  const parts = indicatorParts(field);
  return parts ? (`indicator.${parts.role}` as FieldId) : null;
}

/** Whether an entry of a form can mean this: cells bear what is asked of a project, columns what is of its indicators. */
export function mayMean(kind: FormEntry['kind'], field: FieldId): boolean {
  const role = rowIndicatorRole(field);
  if (kind === 'column') return role !== null && !role.startsWith('level');
  return role === null && indicatorParts(field) === null && !field.startsWith('group.');
}
