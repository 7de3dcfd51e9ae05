import type { FieldId } from '../../engine/annex/field-id';
import type { Locale } from '../../engine/language';
import { FIELD_NAMES, fieldName as nameIn } from '../../engine/annex/field-names';

/** What a field is called in a language. Takes patterns such as "indicator.*.result" too. For parts that are loaded on demand. */
export function fieldName(field: FieldId | string, locale: Locale): string {
  return nameIn(field, FIELD_NAMES[locale]);
}
