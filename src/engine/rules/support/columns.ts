import type { Annex } from '../../annex/annex';
import {
  isMoneyField,
  isScoreField,
  type FieldId,
  type MoneyField,
  type ScoreField,
} from '../../annex/field-id';

/** How the annex itself calls a field: the lowest label above its column, on one line; else the id. */
export function columnName(annex: Pick<Annex, 'columns'>, field: FieldId): string {
  const path = annex.columns.find((column) => column.field === field)?.headerPath;
  return (
    path
      ?.at(-1)
      ?.replace(/\s+/g, '')
      .replace(/^其中[:：]/, '') ?? field
  );
}

/** The money fields that an annex has, in no particular order. */
export function moneyFields(annex: Pick<Annex, 'fields'>): MoneyField[] {
  return [...annex.fields].filter(isMoneyField);
}

/** The fields of weights and scores that an annex has beside those of its indicators. */
export function scoreFields(annex: Pick<Annex, 'fields'>): ScoreField[] {
  return [...annex.fields].filter(isScoreField);
}
