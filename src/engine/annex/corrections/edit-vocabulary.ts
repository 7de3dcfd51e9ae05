import type { FieldId } from '../field-id';
import { columnAt, indexOf, sameHeader } from './find-corrections';
import {
  headerKey,
  isSingle,
  pathKey,
  type ColumnCorrection,
  type HeaderCorrections,
  type LabelPath,
  type Vocabulary,
} from './vocabulary';

/** A meaning given to a column of a header, or taken back. */
export interface ColumnChange {
  /** The labels of every labelled column of the header, from left to right. */
  readonly columns: readonly LabelPath[];
  /** The column, by its place among them. */
  readonly index: number;
  /** `null`: it is not reviewed; `undefined`: nothing is said of it any more. */
  readonly field: FieldId | null | undefined;
}

/** A vocabulary after a column was corrected. Of a single field the column that it is given to last is the only one. */
export function withColumn(vocabulary: Vocabulary, { columns, index, field }: ColumnChange): Vocabulary {
  const before = sameHeader(columns, vocabulary);
  const others = (before?.corrections ?? []).filter(
    (one) => indexOf(columns, one) !== index && !(field && isSingle(field) && one.field === field),
  );
  const corrections: ColumnCorrection[] =
    field === undefined ? others : [...others, { ...columnAt(columns, index), field }];
  return withHeader(vocabulary, { ...before, columns, corrections });
}

/** A vocabulary with all that is said of one header; where nothing is, without that header. */
export function withHeader({ headers, version }: Vocabulary, header: HeaderCorrections): Vocabulary {
  const key = headerKey(header);
  const others = headers.filter((one) => headerKey(one) !== key);
  return { version, headers: isEmpty(header) ? others : [...others, header] };
}

/** Whether nothing is said of the header, and nobody has pointed at it or said that it is a form. */
export function isEmpty({ corrections, rows, form }: HeaderCorrections): boolean {
  return corrections.length === 0 && rows === undefined && !form;
}

/** A vocabulary with what another one says laid over it. */
export function withVocabulary(vocabulary: Vocabulary, { headers }: Vocabulary): Vocabulary {
  return headers.reduce((merged, header) => withHeader(merged, over(merged, header)), vocabulary);
}

function over(vocabulary: Vocabulary, header: HeaderCorrections): HeaderCorrections {
  const before = sameHeader(header.columns, vocabulary);
  if (!before) return header;
  const name = ({ column, nth = 1 }: ColumnCorrection): string => `${pathKey(column)}\t${nth}`;
  const [columns, fields] = [new Set<string>(), new Set<FieldId>()];
  for (const one of header.corrections) {
    columns.add(name(one));
    if (one.field && isSingle(one.field)) fields.add(one.field);
  }
  const kept = before.corrections.filter(
    (one) => !columns.has(name(one)) && !(one.field && fields.has(one.field)),
  );
  return { ...before, ...header, corrections: [...kept, ...header.corrections] };
}
