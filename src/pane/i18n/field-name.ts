import type { FieldId } from '../../engine/annex/field-id';
import { fieldName as nameIn } from '../../engine/review/field-name';
import type { PaneTexts } from './texts';

/** What a field is called in the language of the pane. Takes patterns such as "indicator.*.result" too. */
export function fieldName(field: FieldId | string, texts: PaneTexts): string {
  return nameIn(field, texts.fields);
}
