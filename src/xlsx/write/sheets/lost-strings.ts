import type { PackageDraft } from '../../package/package-draft';
import { readWorkbookPart, type SheetInfo } from '../../read/workbook-part';
import { unlessDamaged } from '../../unless-damaged';
import { editAttributes } from '../../xml/edit-attributes';
import { outline } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XML_END_OF_INPUT, XML_START, XmlScanner } from '../../xml/xml-scanner';

/** How often cells use each of the shared strings, by their 0-based places. */
export type StringUses = ReadonlyMap<number, number>;

/**
 * Which shared strings the cells of a part use. Where its XML is malformed every whole number in a value counts: rather
 * one too many than one too few.
 */
export function stringUses(draft: PackageDraft, part: string): StringUses {
  if (!draft.has(part)) return new Map();
  return (
    unlessDamaged(null, () => scannedUses(draft, part)) ??
    unlessDamaged<StringUses>(new Map(), () => guessedUses(draft, part))
  );
}

function scannedUses(draft: PackageDraft, part: string): StringUses {
  const uses = new Map<number, number>();
  const scanner = draft.scan(part);
  let isShared = false;
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    if (event !== XML_START) continue;
    if (scanner.nameIs('c')) isShared = scanner.attribute('t') === 's';
    else if (isShared && scanner.nameIs('v')) {
      scanner.readContent();
      count(uses, scanner.content());
    }
  }
  return uses;
}

function guessedUses(draft: PackageDraft, part: string): StringUses {
  const uses = new Map<number, number>();
  const text = new TextDecoder('latin1').decode(draft.bytes(part));
  for (const [, number] of text.matchAll(/<(?:[\w.-]+:)?v\s*>\s*(\d{1,10})\b/g)) count(uses, number!);
  return uses;
}

function count(uses: Map<number, number>, text: string): void {
  const place = Number(text.trim());
  if (Number.isInteger(place) && place >= 0) uses.set(place, (uses.get(place) ?? 0) + 1);
}

/**
 * Empties the shared strings that only cells of sheets had that are gone now; the places of the others stay. Those at
 * the end of the list go altogether.
 * @param gone how those cells used them
 */
export function removeLostStrings(draft: PackageDraft, gone: StringUses): void {
  if (gone.size === 0) return;
  const { sheets, sharedStringsPart: part } = readWorkbookPart(draft);
  if (part === null || !draft.has(part)) return;
  const lost = new Set(gone.keys());
  for (const { part: sheet } of sheets as readonly SheetInfo[]) {
    if (sheet !== null) for (const place of stringUses(draft, sheet).keys()) lost.delete(place);
  }
  if (lost.size === 0) return;
  let references = 0;
  for (const uses of gone.values()) references += uses;
  unlessDamaged(undefined, () => draft.edit(part, (text) => withoutStrings(text, part, lost, references)));
}

function withoutStrings(text: string, part: string, lost: ReadonlySet<number>, references: number): string {
  const scanner = new XmlScanner(text, { part });
  scanner.root('sst');
  const root = outline(scanner);
  const items = root.children.filter(({ name }) => name === 'si');
  let kept = items.length;
  while (kept > 0 && lost.has(kept - 1)) kept--;
  const splices = new Splices(text);
  items.forEach(({ start, end, prefix }, place) => {
    if (place >= kept) splices.remove(start, end);
    else if (lost.has(place))
      splices.replace(start, end, `<${prefix}si><${prefix}t></${prefix}t></${prefix}si>`);
  });
  const tag = text.slice(root.start, root.openEnd);
  const counts = new XmlScanner(tag.replace(/\/?>$/, '/>'));
  counts.root();
  const less = (name: string, by: number): Record<string, string> => {
    const value = counts.attribute(name);
    return value !== undefined && /^\d+$/.test(value)
      ? { [name]: String(Math.max(0, Number(value) - by)) }
      : {};
  };
  const changed = { ...less('count', references), ...less('uniqueCount', items.length - kept) };
  splices.replace(root.start, root.openEnd, editAttributes(tag, changed));
  return splices.result();
}
