import type { FieldId } from '../field-id';
import {
  headerKey,
  isSingle,
  pathKey,
  type ColumnCorrection,
  type HeaderCorrections,
  type LabelPath,
  type Vocabulary,
} from './vocabulary';

/** What is said of the columns of a header, by their places among its labelled columns. */
export type SaidOfColumns = ReadonlyMap<number, FieldId | null>;

const NOTHING: SaidOfColumns = new Map();

/**
 * What a vocabulary says of the columns of a header: all that was said of the very same header, and of other headers what
 * was said of a column with the same labels between the same neighbours, where each header has only one such column.
 * Of two columns that are said to be the same single field, the one that was said last is it.
 *
 * @param columns the labels of every labelled column, from left to right
 */
export function findCorrections(columns: readonly LabelPath[], { headers }: Vocabulary): SaidOfColumns {
  if (headers.length === 0) return NOTHING;
  const own = headerKey({ columns });
  const keys = columns.map(pathKey);
  const same = headers.filter((header) => headerKey(header) === own);
  const others = headers.filter((header) => !same.includes(header));
  const said = new Map<number, FieldId | null>();
  const say = (index: number, field: FieldId | null): void => {
    // Behind those that were there before: what was said last counts.
    said.delete(index);
    if (index >= 0) said.set(index, field);
  };
  for (const header of others) {
    const theirs = header.columns.map(pathKey);
    for (const correction of header.corrections)
      say(betweenTheSame(theirs, indexOf(header.columns, correction), keys), correction.field);
  }
  for (const { corrections } of same)
    for (const correction of corrections) say(indexOf(columns, correction), correction.field);
  return withoutRivals(said);
}

/** Which of the columns a correction is about; -1: none. */
export function indexOf(
  columns: readonly LabelPath[],
  { column, nth = 1 }: Pick<ColumnCorrection, 'column' | 'nth'>,
): number {
  const key = pathKey(column);
  let left = nth;
  return columns.findIndex((path) => pathKey(path) === key && --left === 0);
}

/** How a column is named in a correction: by its labels, and by its number where several have the same. */
export function columnAt(
  columns: readonly LabelPath[],
  index: number,
): Pick<ColumnCorrection, 'column' | 'nth'> {
  const column = columns[index]!;
  const key = pathKey(column);
  const nth = columns.slice(0, index + 1).filter((path) => pathKey(path) === key).length;
  return nth === 1 ? { column } : { column, nth };
}

/** The corrections of a header that is the same as these columns; `undefined` where nothing is said of it. */
export function sameHeader(
  columns: readonly LabelPath[],
  { headers }: Vocabulary,
): HeaderCorrections | undefined {
  const key = headerKey({ columns });
  return [...headers].reverse().find((header) => headerKey(header) === key);
}

/** The one column that stands between the same neighbours as another does in its header; -1 where none or several do. */
function betweenTheSame(theirs: readonly string[], index: number, own: readonly string[]): number {
  if (index < 0) return -1;
  const surroundings = (keys: readonly string[], i: number): string =>
    [keys[i - 1] ?? '', keys[i]!, keys[i + 1] ?? ''].join('\t');
  const wanted = surroundings(theirs, index);
  const allOf = (keys: readonly string[]): number[] =>
    keys.flatMap((_, i) => (surroundings(keys, i) === wanted ? i : []));
  const [found, ...more] = allOf(own);
  return found === undefined || more.length > 0 || allOf(theirs).length > 1 ? -1 : found;
}

function withoutRivals(said: ReadonlyMap<number, FieldId | null>): SaidOfColumns {
  const taken = new Set<FieldId>();
  const left = new Map<number, FieldId | null>();
  for (const [index, field] of [...said].reverse()) {
    if (field !== null && isSingle(field)) {
      if (taken.has(field)) continue;
      taken.add(field);
    }
    left.set(index, field);
  }
  return left;
}
