import type { PackageDraft } from '../package/package-draft';
import { XML_DECLARATION } from '../package/package-draft';
import { escapeAttribute } from '../xml/escape-xml';
import { XmlScanner } from '../xml/xml-scanner';
import { unlessDamaged } from '../unless-damaged';
import { namespaceOf, namespacesOf } from './namespaces';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** A custom XML part of a workbook. */
export interface CustomXml {
  readonly part: string;
  readonly namespace: string;
  readonly xml: string;
}

/** The custom XML parts of a workbook; those that cannot be read as XML are left out. */
export function customXmlParts(draft: PackageDraft, workbookPart: string): CustomXml[] {
  return draft
    .relationships(workbookPart)
    .filter(({ kind, external, target }) => kind === 'customXml' && !external && draft.has(target))
    .flatMap(({ target: part }) =>
      unlessDamaged([], () => {
        const xml = draft.xml(part).text;
        const scanner = new XmlScanner(xml, { part, maxDepth: draft.limits.maxDepth });
        scanner.root();
        return [{ part, namespace: namespaceOf(scanner), xml }];
      }),
    );
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

/** Takes a custom XML part away with its properties. */
export function removeCustomXml(draft: PackageDraft, workbookPart: string, part: string): void {
  for (const { kind, target, external } of draft.relationships(part)) {
    if (kind === 'customXmlProps' && !external && draft.has(target)) draft.remove(target);
  }
  draft.removeRelationships(workbookPart, ({ kind, target }) => kind === 'customXml' && target === part);
  draft.remove(part);
}
