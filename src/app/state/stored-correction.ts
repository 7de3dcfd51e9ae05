import { ALL_FIELDS } from '../../engine/annex/all-fields';
import { sameHeader } from '../../engine/annex/corrections/find-corrections';
import { withColumn, withHeader } from '../../engine/annex/corrections/edit-vocabulary';
import { indexOf } from '../../engine/annex/corrections/find-corrections';
import {
  NO_CORRECTIONS,
  type ColumnCorrection,
  type LabelPath,
  type Vocabulary,
} from '../../engine/annex/corrections/vocabulary';
import { isObject } from './json-text';
import type { ReceivedFrom } from './state-document';

/**
 * What a reviewer has said of a header: what one of its columns means, or that it is one, of so many rows; `form`: that cells
 * with these labels are a form.
 */
export interface StoredCorrection {
  /** Tells this record from all others. */
  readonly id?: string;
  /** The labels of every labelled column of the header, from left to right. */
  readonly columns: readonly LabelPath[];
  readonly said: ColumnCorrection | { readonly rows: number; readonly form?: true };
  /** ISO 8601. */
  readonly at: string;
  /** Filled where another desk said it; it counts once it was adopted. */
  readonly received?: ReceivedFrom;
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(ALL_FIELDS);

/** What corrections say together; of the same column the last one counts. Fields of later versions say nothing. */
export function vocabularyOf(corrections: readonly Pick<StoredCorrection, 'columns' | 'said'>[]): Vocabulary {
  return corrections.reduce((vocabulary, { columns, said }) => {
    if ('rows' in said)
      return withHeader(vocabulary, {
        corrections: [],
        ...sameHeader(columns, vocabulary),
        ...{ columns, ...(said.form ? { form: true } : { rows: said.rows }) },
      });
    const { field } = said;
    const index = indexOf(columns, said);
    if (index < 0 || (field !== null && !KNOWN_FIELDS.has(field))) return vocabulary;
    return withColumn(vocabulary, { columns, index, field });
  }, NO_CORRECTIONS);
}

/** No table seen has so many columns, levels or header rows. */
const MOST = 1000;

/** Whether a value is what a record of a correction says. */
export function isCorrection(value: unknown): boolean {
  if (!isObject(value) || !isObject(value['said'])) return false;
  const { columns, said } = value as { readonly columns: unknown; readonly said: Record<string, unknown> };
  if (!isList(columns) || !columns.every(isPath)) return false;
  if (said['rows'] !== undefined)
    return isCount(said['rows']) && (said['form'] === undefined || said['form'] === true);
  return (
    isPath(said['column']) &&
    (said['nth'] === undefined || isCount(said['nth'])) &&
    (said['field'] === null || typeof said['field'] === 'string')
  );
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= MOST;
}

function isPath(value: unknown): boolean {
  return isList(value) && value.every((label) => typeof label === 'string');
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= MOST;
}
