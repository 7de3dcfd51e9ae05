import type { ZipBuilderEntry } from '../zip-builder';
import { buildZip } from '../zip-builder';
import { NS } from './namespaces';
import type { DraftPart } from './rich-package';
import type { RichWorkbookOptions } from './rich-draft';

const STRICT: readonly (readonly [transitional: string, strict: string])[] = [
  [NS.main, 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  [NS.a, 'http://purl.oclc.org/ooxml/drawingml/main'],
  [NS.c, 'http://purl.oclc.org/ooxml/drawingml/chart'],
  [NS.xdr, 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing'],
  [
    `${NS.r}/extended-properties`,
    'http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties',
  ],
  [`${NS.r}/custom-properties`, 'http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties'],
  [NS.r, 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/'],
  [
    'http://purl.oclc.org/ooxml/officeDocument/extended-properties',
    'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
  ],
  [
    'http://purl.oclc.org/ooxml/officeDocument/custom-properties',
    'http://purl.oclc.org/ooxml/officeDocument/customProperties',
  ],
];

/** Rewrites parts as the options of packaging say; what an option does not name stays. */
export function repackaged(
  parts: readonly DraftPart[],
  annexPart: string,
  { strict, prefix, utf16 }: RichWorkbookOptions,
): DraftPart[] {
  return parts.map(({ name, content }) => {
    if (typeof content !== 'string') return { name, content };
    let xml = content;
    if (strict) xml = strictXml(xml);
    if (prefix !== undefined) xml = prefixed(xml, prefix);
    return { name, content: utf16 && name === annexPart ? asUtf16(xml) : xml };
  });
}

/** Zips parts as the options of packaging say. */
export function zipped(
  parts: readonly DraftPart[],
  { zip64 = false, descriptors = false, stored = false }: RichWorkbookOptions,
): Uint8Array {
  const entries = parts.map(({ name, content }): ZipBuilderEntry => ({
    name,
    content,
    stored,
    descriptor: descriptors,
  }));
  return buildZip(entries, { zip64 });
}

function strictXml(xml: string): string {
  const rewritten = STRICT.reduce((text, [from, to]) => text.split(from).join(to), xml);
  return rewritten.replace(/<workbook (xmlns="[^"]*")/, '<workbook $1 conformance="strict"');
}

/** Gives a prefix to the elements of a part whose default namespace is the main one; the others have prefixes already. */
function prefixed(xml: string, prefix: string): string {
  const main = new RegExp(`(<\\w+ )xmlns="(${NS.main}|${STRICT[0]![1]})"`);
  if (!main.test(xml)) return xml;
  return xml
    .replace(main, `$1xmlns:${prefix}="$2"`)
    .replace(
      /<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z]\w*)(?=[\s/>])/g,
      (whole, slash?: string, name?: string) => (name === undefined ? whole : `<${slash}${prefix}:${name}`),
    );
}

function asUtf16(xml: string): Uint8Array {
  const text = `\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}
