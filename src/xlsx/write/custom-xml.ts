import { CONTENT_TYPES } from '../package/opc-package';
import type { PackageDraft } from '../package/package-draft';
import { XML_DECLARATION } from '../package/package-draft';
import { partKey } from '../package/part-name';
import type { Relationship } from '../package/relationships';
import { escapeAttribute } from '../xml/escape-xml';
import { XmlScanner } from '../xml/xml-scanner';
import { unlessDamaged } from '../unless-damaged';
import { namespaceOf, namespacesOf } from './namespaces';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
/** Types of parts that are no more than XML. */
const PLAIN_TYPES: readonly string[] = ['application/xml', 'text/xml'];

/** A custom XML part of a workbook. */
export interface CustomXml {
  readonly part: string;
  readonly namespace: string;
  readonly xml: string;
}

/**
 * The custom XML parts of a package; those that cannot be read as XML are left out. Excel relates them to the workbook,
 * LibreOffice to the package, and some programs keep the parts and forget what leads to them.
 */
export function customXmlParts(draft: PackageDraft, workbookPart: string): CustomXml[] {
  const parts = new Map<string, string>();
  for (const source of new Set([workbookPart, '', ...draft.sources()])) {
    for (const { kind, external, target } of relationshipsOr(draft, source)) {
      if (kind === 'customXml' && !external && draft.has(target)) parts.set(partKey(target), target);
    }
  }
  for (const name of draft.names()) {
    const isOne =
      /^customXml\/[^/]*\.xml$/i.test(name) ||
      (/\.xml$/i.test(name) && PLAIN_TYPES.includes(draft.contentType(name)));
    if (isOne && name !== CONTENT_TYPES && !parts.has(partKey(name))) parts.set(partKey(name), name);
  }
  return [...parts.values()].flatMap((part) => {
    const found = unlessDamaged(null, () => draft.readOnce(part, readCustomXml));
    return found && found.namespace !== PROPERTIES_NAMESPACE ? [{ part, ...found }] : [];
  });
}

function readCustomXml(draft: PackageDraft, part: string): Omit<CustomXml, 'part'> {
  const xml = draft.xml(part).text;
  const scanner = new XmlScanner(xml, { part, maxDepth: draft.limits.maxDepth });
  scanner.root();
  return { namespace: namespaceOf(scanner), xml };
}

/** The namespace of a text's root element. @throws XlsxError 'corrupt' for what is no XML */
export function namespaceOfXml(xml: string): string {
  const scanner = new XmlScanner(xml);
  scanner.root();
  return namespaceOf(scanner);
}

/**
 * Adds a custom XML part with the properties by which office programs know it.
 * @param xml one element, without a declaration
 * @param id a GUID in braces, lasting for this kind of part
 * @returns its name
 */
export function addCustomXml(
  draft: PackageDraft,
  workbookPart: string,
  { xml, namespace, id }: { readonly xml: string; readonly namespace: string; readonly id: string },
): string {
  const workbook = draft.scan(workbookPart);
  workbook.root();
  const { relationships } = namespacesOf(workbook);
  const [part, properties] = draft.freeNames((number) => [
    `customXml/item${number}.xml`,
    `customXml/itemProps${number}.xml`,
  ]) as [string, string];
  draft.add(part, xml, 'application/xml');
  draft.add(
    properties,
    `${XML_DECLARATION}<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${PROPERTIES_NAMESPACE}"><ds:schemaRefs>` +
      `<ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  draft.addRelationship(part, `${relationships}/customXmlProps`, properties);
  draft.addRelationship(workbookPart, `${relationships}/customXml`, part);
  return part;
}

/** Takes a custom XML part away with its properties and with all that leads to it. */
export function removeCustomXml(draft: PackageDraft, workbookPart: string, part: string): void {
  const properties = relationshipsOr(draft, part).flatMap(({ kind, target, external }) =>
    kind === 'customXmlProps' && !external && draft.has(target) ? [target] : [],
  );
  removeWithRelationships(draft, workbookPart, [part, ...properties]);
}

/**
 * Takes away the properties that programs have left of custom XML parts of some namespaces, where nothing leads to them
 * any more.
 */
export function removeLostProperties(
  draft: PackageDraft,
  workbookPart: string,
  namespaces: ReadonlySet<string>,
): void {
  const used = new Set(
    draft
      .sources()
      .flatMap((source) => relationshipsOr(draft, source))
      .flatMap(({ external, target }) => (external ? [] : [partKey(target)])),
  );
  const lost = draft.names().filter((name) => {
    if (!/^customXml\/[^/]*\.xml$/i.test(name) || used.has(partKey(name))) return false;
    const schemas = unlessDamaged([], () => draft.readOnce(name, readSchemas));
    return schemas.length > 0 && schemas.every((schema) => namespaces.has(schema));
  });
  removeWithRelationships(draft, workbookPart, lost);
}

/** The namespaces that properties of a custom XML part speak of; none for any other part. */
function readSchemas(draft: PackageDraft, part: string): readonly string[] {
  const scanner = draft.scan(part);
  const schemas: string[] = [];
  scanner.root();
  if (!scanner.nameIs('datastoreItem')) return [];
  while (scanner.nextChild(1)) {
    if (!scanner.nameIs('schemaRefs')) continue;
    while (scanner.nextChild(2)) {
      if (scanner.nameIs('schemaRef')) schemas.push(scanner.prefixedAttribute('uri') ?? '');
    }
  }
  return schemas;
}

function removeWithRelationships(draft: PackageDraft, workbookPart: string, parts: readonly string[]): void {
  if (parts.length === 0) return;
  const keys = new Set(parts.map(partKey));
  const leadsThere = ({ external, target }: Relationship): boolean => !external && keys.has(partKey(target));
  for (const source of new Set([workbookPart, '', ...draft.sources()])) {
    if (keys.has(partKey(source)) || !relationshipsOr(draft, source).some(leadsThere)) continue;
    draft.removeRelationships(source, leadsThere);
  }
  for (const part of parts) draft.remove(part);
}

/** Damage elsewhere in the package is no reason to leave a part. */
function relationshipsOr(draft: PackageDraft, source: string): Relationship[] {
  return unlessDamaged([], () => draft.relationships(source));
}
