import type { OpcPackage } from '../package/opc-package';
import type { Relationship } from '../package/relationships';
import { unlessDamaged } from '../unless-damaged';
import type { XmlScanner } from '../xml/xml-scanner';

/*
 * The custom document properties of a package (ECMA-376 part 1, 15.2.12.2 and 22.3): one part, to which the package leads.
 */

export type CustomPropertyValue = string | number | boolean;

/** A custom document property. */
export interface CustomProperty {
  readonly name: string;
  /** `null`: a date or another type, which is neither read nor written here. */
  readonly value: CustomPropertyValue | null;
}

/** The custom properties of a package in their order; none where their part is damaged. */
export function customProperties(opc: OpcPackage): readonly CustomProperty[] {
  const part = propertiesPart(opc);
  return part === null ? [] : unlessDamaged([], () => readProperties(opc, part));
}

/** The part that the package leads to; `null`: there is none. */
export function propertiesPart(opc: OpcPackage): string | null {
  const found = unlessDamaged([], () => opc.relationships('')).find(
    (relationship) => leadsToProperties(relationship) && opc.has(relationship.target),
  );
  return found?.target ?? null;
}

/** Last segments of both addresses of the relationship. */
const KINDS: readonly string[] = ['custom-properties', 'customProperties'];

/** Whether a relationship of the package leads to its custom properties. */
export function leadsToProperties({ kind, external }: Relationship): boolean {
  return KINDS.includes(kind) && !external;
}

/** Types of properties (22.4) that hold a text, a number, or yes or no. */
const TEXTS: ReadonlySet<string> = new Set(['lpwstr', 'lpstr', 'bstr']);
const NUMBERS: ReadonlySet<string> = new Set('i1 i2 i4 i8 int ui1 ui2 ui4 ui8 uint r4 r8 decimal'.split(' '));

function readProperties(opc: OpcPackage, part: string): readonly CustomProperty[] {
  const scanner = opc.scan(part);
  scanner.root('Properties');
  const found: CustomProperty[] = [];
  while (scanner.nextChild(1)) {
    const name = scanner.nameIs('property') ? scanner.attribute('name') : undefined;
    if (name === undefined) continue;
    found.push({ name, value: scanner.nextChild(2) ? readValue(scanner) : null });
  }
  return found;
}

function readValue(scanner: XmlScanner): CustomPropertyValue | null {
  const type = scanner.name;
  const isKnown = TEXTS.has(type) || NUMBERS.has(type) || type === 'bool';
  if (!isKnown) return null;
  scanner.readContent();
  const text = scanner.content();
  if (TEXTS.has(type)) return text;
  if (type === 'bool') return /^\s*(true|1)\s*$/i.test(text);
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}
