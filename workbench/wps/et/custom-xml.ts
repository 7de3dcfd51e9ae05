import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import { WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { textArgument } from './arguments';
import { item, missing } from './collection';

/** All parts of a workbook, or those of a namespace. */
export interface PartsTarget {
  readonly book: Book;
  readonly namespace: string | null;
}

interface PartTarget {
  readonly book: Book;
  readonly id: string;
}

/** Every workbook has these, which nobody takes away: its properties as XML. */
const BUILT_IN: ReadonlyMap<string, string> = new Map(
  [
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
    'http://schemas.microsoft.com/office/2006/coverPageProps',
  ].map((namespace, index) => [`{built-in-${index + 1}}`, `<properties xmlns="${namespace}"/>`]),
);

export const customXmlPartsType = etType<PartsTarget>('Kso.CustomXMLParts', {
  Count: property((self) => idsOf(self).length),
  Item: method((self, [index], { host }) =>
    item(
      host,
      idsOf(self),
      index,
      (id) => partRef(self.book, id),
      (id) => id,
    ),
  ),
  Add: method(({ book }, [xml = ''], { host }) => {
    if (host.switches.customXml === 'nothing') return missing(host, 'part');
    const id = freeId(book);
    set(host, book, id, xml);
    return partRef(book, id);
  }),
  SelectByID: method(({ book }, [id], { host }) =>
    xmlOf(book, String(id)) === undefined ? missing(host, 'part') : partRef(book, String(id)),
  ),
  SelectByNamespace: method(({ book }, [namespace], { host }) =>
    host.switches.selectByNamespace === 'nothing'
      ? undefined
      : new EtRef('Kso.CustomXMLParts', { book, namespace: String(namespace) }),
  ),
});

export const customXmlPartType = etType<PartTarget>('Kso.CustomXMLPart', {
  Id: property((self) => existing(self) && self.id),
  NamespaceURI: property((self) => namespaceOf(existing(self))),
  XML: property((self) => existing(self)),
  BuiltIn: property((self) => Boolean(existing(self)) && BUILT_IN.has(self.id)),
  LoadXML: method((self, [xml], { host }) => {
    existing(self);
    if (BUILT_IN.has(self.id) || !isXml(xml)) return false;
    set(host, self.book, self.id, xml);
    return true;
  }),
  Delete: method((self) => {
    existing(self);
    if (BUILT_IN.has(self.id)) throw new WpsError('a built-in part stays');
    self.book.model.customXml.delete(self.id);
    self.book.saved = false;
  }),
});

function set(_host: EtHost, book: Book, id: string, xml: unknown): void {
  const text = textArgument(xml, 'the XML');
  if (!isXml(text)) throw new WpsError('no XML');
  book.model.customXml.set(id, text);
  book.saved = false;
}

function idsOf({ book, namespace }: PartsTarget): string[] {
  return [...BUILT_IN.keys(), ...book.model.customXml.keys()].filter(
    (id) => namespace === null || namespaceOf(xmlOf(book, id)!) === namespace,
  );
}

function xmlOf(book: Book, id: string): string | undefined {
  return BUILT_IN.get(id) ?? book.model.customXml.get(id);
}

function existing({ book, id }: PartTarget): string {
  const xml = xmlOf(book, id);
  if (xml === undefined) throw new WpsError('the part is no longer there');
  return xml;
}

function partRef(book: Book, id: string): EtRef<PartTarget> {
  return new EtRef('Kso.CustomXMLPart', { book, id });
}

function freeId(book: Book): string {
  for (let number = book.model.customXml.size + 1; ; number++) {
    const id = `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`;
    if (!book.model.customXml.has(id)) return id;
  }
}

function isXml(xml: unknown): boolean {
  return typeof xml === 'string' && /^\s*(<\?xml[^>]*>\s*)?<[\p{L}_]/u.test(xml);
}

/** The default namespace of the root. */
function namespaceOf(xml: string): string {
  const [root = ''] = /<[\p{L}_][^>]*>/u.exec(xml) ?? [];
  const prefix = /^<([\p{L}_][\p{L}\p{N}_.-]*):/u.exec(root)?.[1];
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
  return new RegExp(`\\s${attribute}=(["'])([^"']*)\\1`).exec(root)?.[2] ?? '';
}
