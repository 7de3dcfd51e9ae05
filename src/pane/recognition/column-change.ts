import type { AnnexOutline, ColumnChange } from '../../app/reviewer';
import type { FieldId } from '../../engine/annex/field-id';
import { isColumn, labelPath, type Place } from '../../engine/annex/place';

/**
 * How a correction of a column of an annex is asked for.
 * @param field `null`: it is not reviewed; `undefined`: what was said of it is taken back
 */
export function changeOf(
  annex: AnnexOutline,
  column: Place,
  field: FieldId | null | undefined,
): ColumnChange {
  const columns = annex.places.filter(isColumn);
  return {
    columns: columns.map(labelPath),
    index: columns.findIndex(({ line }) => line === column.line),
    field,
  };
}
