import { withColumn, withVocabulary, type ColumnChange } from '../engine/annex/corrections/edit-vocabulary';
import { columnAt, findCorrections, indexOf } from '../engine/annex/corrections/find-corrections';
import {
  headerKey,
  isSingle,
  NO_CORRECTIONS,
  type HeaderCorrections,
  type LabelPath,
  type Vocabulary,
} from '../engine/annex/corrections/vocabulary';
import type { StateStore } from './state/state-store';
import { vocabularyOf, type StoredCorrection } from './state/stored-correction';

/** What columns mean, as this desk has said or adopted, recorded in the workbook. */
export class Corrections {
  constructor(
    private readonly store: StateStore,
    private readonly now: () => Date,
  ) {}

  /** Oldest first. */
  async all(): Promise<readonly StoredCorrection[]> {
    return (await this.store.load()).corrections;
  }

  /** Gives a column another meaning, or none, or takes back what was said of it. */
  correct(change: ColumnChange): Promise<readonly StoredCorrection[]> {
    const { columns, index, field } = change;
    return this.keep((recorded) => {
      const others = recorded.filter((one) => !isOutdated(one, change));
      if (field === undefined) return others;
      const said = { ...columnAt(columns, index), field };
      return [...others, { columns, said, at: this.now().toISOString() }];
    });
  }

  /** Says that a header with these columns is one, of so many rows; `null`: that it is none any more. */
  point(columns: readonly LabelPath[], rows: number | null): Promise<readonly StoredCorrection[]> {
    return this.keep((recorded) => {
      const key = headerKey({ columns });
      const others = recorded.filter((one) => !('rows' in one.said && headerKey(one) === key));
      return rows === null ? others : [...others, { columns, said: { rows }, at: this.now().toISOString() }];
    });
  }

  /** Takes over what a vocabulary says; what is recorded already is not recorded again. */
  takeOver(vocabulary: Vocabulary): Promise<readonly StoredCorrection[]> {
    return this.keep((recorded) => {
      const before = vocabularyOf(recorded);
      const same = JSON.stringify(withVocabulary(before, vocabulary)) === JSON.stringify(before);
      if (same) return recorded;
      const at = this.now().toISOString();
      return vocabulary.headers.reduce<readonly StoredCorrection[]>(
        (all, header) => withHeaderOf(all, header, at),
        recorded,
      );
    });
  }

  private async keep(
    change: (recorded: readonly StoredCorrection[]) => readonly StoredCorrection[],
  ): Promise<readonly StoredCorrection[]> {
    const state = await this.store.load();
    const corrections = change(state.corrections);
    if (corrections !== state.corrections) await this.store.save({ ...state, corrections });
    return corrections;
  }
}

function withHeaderOf(
  all: readonly StoredCorrection[],
  { columns, rows, form, corrections }: HeaderCorrections,
  at: string,
): readonly StoredCorrection[] {
  let now = all;
  for (const said of corrections) {
    const index = indexOf(columns, said);
    const change = { columns, index, field: said.field };
    now = [...now.filter((one) => !isOutdated(one, change)), { columns, said, at }];
  }
  if (form) return [...now, { columns, said: { rows: 1, form }, at }];
  return rows === undefined ? now : [...now, { columns, said: { rows }, at }];
}

/**
 * Whether a correction says nothing any more once a column means something else: it is of that column, or of that header
 * and gives the same single field to another one.
 */
function isOutdated(one: StoredCorrection, { columns, index, field }: ColumnChange): boolean {
  const { said } = one;
  if ('rows' in said) return false;
  if (findCorrections(columns, vocabularyOf([one])).has(index)) return true;
  const same = headerKey(one) === headerKey({ columns });
  return same && field != null && isSingle(field) && said.field === field;
}

/** A vocabulary with one more correction, for trying it out. */
export function tryingColumn(vocabulary: Vocabulary, change: ColumnChange): Vocabulary {
  if (change.field !== undefined) return withColumn(vocabulary, change);
  // What was said of it may have been said of another header.
  const headers = vocabulary.headers.map((header) => ({
    ...header,
    corrections: header.corrections.filter(
      (said) =>
        !findCorrections(change.columns, {
          ...NO_CORRECTIONS,
          headers: [{ columns: header.columns, corrections: [said] }],
        }).has(change.index),
    ),
  }));
  return { ...vocabulary, headers };
}
