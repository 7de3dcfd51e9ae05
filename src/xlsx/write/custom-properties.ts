import type { PackageDraft } from '../package/package-draft';
import { XML_DECLARATION } from '../package/package-draft';
import { customProperties, leadsToProperties, propertiesPart } from '../read/custom-properties';
import type { CustomPropertyValue } from '../read/custom-properties';
import { appendInside, outline, span } from '../xml/element-span';
import { escapeAttribute, escapeText } from '../xml/escape-xml';
import { Splices } from '../xml/splices';
import { XmlScanner } from '../xml/xml-scanner';
import { declaredNamespaces, namespacesOf } from './namespaces';

/*
 * Changes of the custom document properties of a package. What is not asked for is left as it stands, whatever its type.
 */

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
/** Every property that a program or person gives has this format id (22.3.2.1). */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
/** The ids 0 and 1 are reserved (22.3.2.1). */
const FIRST_ID = 2;

interface Addresses {
  readonly properties: string;
  readonly types: string;
  readonly relationship: string;
}

const TRANSITIONAL: Addresses = {
  properties: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  types: 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
};
const STRICT: Addresses = {
  properties: 'http://purl.oclc.org/ooxml/officeDocument/customProperties',
  types: 'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes',
  relationship: 'http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties',
};
/**
 * Gives the package properties, each in place of the one that is called so (whatever its case). The part, what it is
 * and what leads to it are made where there is none.
 * @throws XlsxError 'corrupt' where the part is damaged
 */
export function setCustomProperties(
  draft: PackageDraft,
  workbookPart: string,
  given: readonly { readonly name: string; readonly value: CustomPropertyValue }[],
): void {
  if (given.length === 0) return;
  const part = propertiesPart(draft) ?? addPart(draft, workbookPart);
  const values = new Map(given.map((one) => [keyOf(one.name), one]));
  draft.edit(part, (text) => {
    const scanner = new XmlScanner(text, { part, maxDepth: draft.limits.maxDepth });
    scanner.root('Properties');
    const types = typesPrefix(text.slice(scanner.start, scanner.end));
    const splices = new Splices(text);
    let id = FIRST_ID;
    const before = new Map(values);
    while (scanner.nextChild(1)) {
      id = Math.max(id, (Number(scanner.attribute('pid')) || 0) + 1);
      const key = keyOf(scanner.attribute('name') ?? '');
      const value = before.get(key)?.value;
      if (value === undefined) continue;
      before.delete(key);
      const { children, ...property } = outline(scanner);
      const [first, last] = [children[0], children[children.length - 1]];
      if (first && last) splices.replace(first.start, last.end, valueXml(value, types));
      else appendInside(splices, property, valueXml(value, types));
    }
    const again = new XmlScanner(text, { part, maxDepth: draft.limits.maxDepth });
    again.root();
    const root = outline(again);
    const added = [...before.values()].map(
      ({ name, value }) =>
        `<${root.prefix}property fmtid="${FORMAT_ID}" pid="${id++}" name="${escapeAttribute(name)}">` +
        `${valueXml(value, types)}</${root.prefix}property>`,
    );
    if (added.length > 0) appendInside(splices, root, added.join(''));
    return splices.result();
  });
}

/**
 * Takes properties away. A part without any other goes too, with what leads to it; one that is damaged stays.
 * @param isOne whether the property of a name is to go
 */
export function removeCustomProperties(draft: PackageDraft, isOne: (name: string) => boolean): void {
  const part = propertiesPart(draft);
  if (part === null) return;
  const properties = customProperties(draft);
  const left = properties.filter(({ name }) => !isOne(name));
  if (left.length === properties.length) return;
  if (left.length === 0) {
    draft.removeRelationships('', (one) => leadsToProperties(one) && one.target === part);
    draft.remove(part);
    return;
  }
  draft.edit(part, (text) => {
    const scanner = new XmlScanner(text, { part, maxDepth: draft.limits.maxDepth });
    scanner.root('Properties');
    const splices = new Splices(text);
    while (scanner.nextChild(1)) {
      const name = scanner.nameIs('property') ? scanner.attribute('name') : undefined;
      if (name === undefined || !isOne(name)) continue;
      const { start, end } = span(scanner);
      splices.remove(start, end);
    }
    return splices.result();
  });
}

/** An empty part, in the addresses that the workbook uses. */
function addPart(draft: PackageDraft, workbookPart: string): string {
  const workbook = draft.scan(workbookPart);
  workbook.root();
  const isStrict = namespacesOf(workbook).relationships.includes('purl.oclc.org');
  const { properties, types, relationship } = isStrict ? STRICT : TRANSITIONAL;
  const usual = 'docProps/custom.xml';
  const part = draft.isTaken(usual) ? draft.freeName('docProps/custom', '.xml') : usual;
  const root = `<Properties xmlns="${properties}" xmlns:vt="${types}"></Properties>`;
  draft.add(part, `${XML_DECLARATION}${root}`, CONTENT_TYPE);
  draft.addRelationship('', relationship, part);
  return part;
}

/** How values are called where they stand: with a prefix that the root declares, or one that they declare themselves. */
interface TypesPrefix {
  readonly prefix: string;
  readonly declaration: string;
}

function typesPrefix(rootTag: string): TypesPrefix {
  const declared = declaredNamespaces(rootTag);
  const isStrict = [...declared.values()].includes(STRICT.properties);
  const { types } = isStrict ? STRICT : TRANSITIONAL;
  const prefix = [...declared].find(([name, address]) => name !== '' && address === types)?.[0];
  return prefix === undefined
    ? { prefix: 'vt', declaration: ` xmlns:vt="${types}"` }
    : { prefix, declaration: '' };
}

function valueXml(value: CustomPropertyValue, { prefix, declaration }: TypesPrefix): string {
  const [type, text] =
    typeof value === 'string'
      ? ['lpwstr', escapeText(value)]
      : typeof value === 'boolean'
        ? ['bool', String(value)]
        : [Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'i4' : 'r8', String(value)];
  return `<${prefix}:${type}${declaration}>${text}</${prefix}:${type}>`;
}

/** Programs tell names apart without their case. */
function keyOf(name: string): string {
  return name.toLowerCase();
}
