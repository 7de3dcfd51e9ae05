import type { FieldId } from '../../engine/annex/field-id';
import { format, type PaneTexts } from './texts';

/** What a field is called, for people. Takes patterns such as "indicator.*.result" too. */
export function fieldName(field: FieldId | string, texts: PaneTexts): string {
  const { simple, money, sources, kinds, roles, part } = texts.fields;
  const known = lookUp(simple, field);
  if (known !== null) return known;
  const [head = '', middle = '', tail = ''] = field.split('.');
  if (head === 'indicator') {
    const kind = middle === '*' ? kinds.any : (lookUp(kinds, middle) ?? middle);
    return format(part, { whole: kind, part: lookUp(roles, tail) ?? tail });
  }
  const base = lookUp(money, head) ?? head;
  return middle === '' ? base : format(part, { whole: base, part: lookUp(sources, middle) ?? middle });
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | null {
  return Object.prototype.hasOwnProperty.call(table, key) ? table[key]! : null;
}
