import type { PackageDraft } from '../../package/package-draft';
import { decodeXml } from '../../xml/decode-xml';
import { decodeXmlText, XmlTextError } from '../../xml/decode-text';
import { XML_END_OF_INPUT, XML_START, XML_TEXT, XmlScanner } from '../../xml/xml-scanner';
import { unlessDamaged } from '../../unless-damaged';
import { mentionsSheet } from './reference';
import type { ReachedPart } from './part-graph';

/** Kinds of parts that may refer to cells of worksheets. */
const KINDS: readonly string[] = [
  'worksheet',
  'dialogsheet',
  'xlMacrosheet',
  'xlIntlMacrosheet',
  'table',
  'chart',
  'chartEx',
  'pivotCacheDefinition',
];
const LESS = 0x3c;
const GREATER = 0x3e;
const EXCLAMATION = 0x21;
/** Elements whose text is what a cell shows. */
const TEXT_ELEMENTS: readonly string[] = ['t', 'v'];

/**
 * Whether any of the parts refers to a worksheet by its name: a formula, a chart or the source of a pivot table. A part
 * that cannot be read refers to nothing.
 */
export function isMentioned(draft: PackageDraft, parts: Iterable<ReachedPart>, sheetName: string): boolean {
  for (const { part, kind } of parts) {
    if (!KINDS.includes(kind)) continue;
    const mentions = (): boolean =>
      (kind === 'pivotCacheDefinition' && isPivotSource(draft, part, sheetName)) ||
      partMentions(draft.bytes(part), part, sheetName);
    if (unlessDamaged(false, mentions)) return true;
  }
  return false;
}

function isPivotSource(draft: PackageDraft, part: string, sheetName: string): boolean {
  const scanner = draft.scan(part);
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    if (event !== XML_START || !(scanner.nameIs('worksheetSource') || scanner.nameIs('rangeSet'))) continue;
    // With a relationship it is a sheet of another workbook.
    const isOwn = scanner.prefixedAttribute('id') === undefined;
    if (isOwn && scanner.attribute('sheet')?.toLowerCase() === sheetName.toLowerCase()) return true;
  }
  return false;
}

/** A large worksheet is not decoded for this: only the texts before exclamation marks, which are few, are looked at. */
function partMentions(bytes: Uint8Array, part: string, sheetName: string): boolean {
  if (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0 || bytes[1] === 0) {
    return textMentions(decodeXml(bytes, part).text, part, sheetName);
  }
  const decoder = new TextDecoder();
  for (let at = bytes.indexOf(EXCLAMATION); at >= 0; at = bytes.indexOf(EXCLAMATION, at + 1)) {
    const from = bytes.lastIndexOf(GREATER, at);
    // Within a tag there is no formula.
    if (from < 0 || bytes.lastIndexOf(LESS, at) > from) continue;
    const tag = bytes.lastIndexOf(LESS, from);
    const end = bytes.indexOf(LESS, at);
    if (end < 0) return false;
    at = end;
    if (TEXT_ELEMENTS.includes(localName(decoder.decode(bytes.subarray(tag + 1, from))))) continue;
    if (mentionsSheet(plainText(decoder.decode(bytes.subarray(from + 1, end))), sheetName)) return true;
  }
  return false;
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/.exec(tag)![0];
  return name.slice(name.indexOf(':') + 1);
}

function textMentions(text: string, part: string, sheetName: string): boolean {
  const scanner = new XmlScanner(text, { part });
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    // At a text, the name is that of the tag before it.
    if (event !== XML_TEXT || TEXT_ELEMENTS.includes(scanner.name)) continue;
    const formula = text.slice(scanner.textStart, scanner.textEnd);
    if (mentionsSheet(plainText(formula), sheetName)) return true;
  }
  return false;
}

function plainText(raw: string): string {
  try {
    return decodeXmlText(raw);
  } catch (error) {
    if (error instanceof XmlTextError) return raw;
    throw error;
  }
}
