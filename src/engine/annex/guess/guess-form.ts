import type { Annex, AnnexId } from '../annex';
import { formEntries } from '../corrections/form-entries';
import { headerKey, type LabelPath, type Vocabulary } from '../corrections/vocabulary';
import type { LabelReader } from '../header/label-features';
import { isHeadingRow } from '../layouts/form/find-form';
import type { FormSheet } from '../layouts/form/form-sheet';
import { GuessedHeaders } from '../layouts/form/guessed-headers';
import { isPageLine } from '../layouts/form/page-break';
import { recogniseForm } from '../layouts/form/read-form';

/** A form as it would be read, and the row to look for further ones from. */
export interface GuessedForm {
  readonly annex: Annex;
  readonly nextRow: number;
}

/**
 * Reads what stands from a row on as a form, though nothing says that one begins there: known labels as they are, others by
 * what stands beside and below them. `null` where there are no labels.
 *
 * @param fromRow 0-based sheet row
 */
export function guessForm(
  form: FormSheet,
  fromRow: number,
  labels: LabelReader,
  id: AnnexId,
  vocabulary?: Vocabulary,
): GuessedForm | null {
  const start = firstLabels(form, fromRow);
  if (start === null) return null;
  const guessed = new GuessedHeaders(form);
  return recogniseForm(form, fromRow, start, labels, id, null, vocabulary, guessed);
}

/** The first row from one on that is more than what is printed over a form. */
function firstLabels(form: FormSheet, fromRow: number): number | null {
  for (let row = fromRow; row <= form.lastRow; row++)
    if (!form.isBlank(row) && !isHeadingRow(form, row) && !isPageLine(form, row)) return row;
  return null;
}

/** The labels by which a form is known again. */
export function labelsOfForm(annex: Pick<Annex, 'places' | 'asides'>): LabelPath[] {
  return formEntries(annex).map(({ labels }) => labels);
}

/** The next form from a row on that a reviewer has said to be one, by its labels; `null` where there is none. */
export function acceptedForm(
  form: FormSheet,
  fromRow: number,
  labels: LabelReader,
  id: AnnexId,
  vocabulary: Vocabulary | undefined,
): GuessedForm | null {
  const accepted = vocabulary?.headers.filter((header) => header.form) ?? [];
  if (accepted.length === 0) return null;
  const found = guessForm(form, fromRow, labels, id, vocabulary);
  if (!found) return null;
  const key = headerKey({ columns: labelsOfForm(found.annex) });
  return accepted.some((header) => headerKey(header) === key) ? found : null;
}
