import type { Annex } from '../../annex/annex';
import type { FieldId } from '../../annex/field-id';

/** How the annex itself calls a field: the lowest label above its column, on one line; else the id. */
export function columnName(annex: Pick<Annex, 'columns'>, field: FieldId): string {
  const path = annex.columns.find((column) => column.field === field)?.headerPath;
  return path?.at(-1)?.replace(/\s+/g, '').replace(/^其中[:：]/, '') ?? field;
}
