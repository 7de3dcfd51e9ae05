import { declaredNamespaces } from '../namespaces';

/*
 * Reading a legacy drawing by its tags alone: it is written with the tolerance of HTML (tags that are never closed,
 * attributes of any kind), so that only what is looked for may be relied upon.
 */

/** A tag of a legacy drawing; offsets are 0-based, the end is not included. */
export interface VmlTag {
  readonly kind: 'start' | 'empty' | 'end';
  /** With its prefix, as written. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The element that all of a drawing lies in. */
export interface VmlRoot {
  /** With its prefix. */
  readonly name: string;
  readonly open: VmlTag;
  /** `null` where the root is self-closed. */
  readonly close: VmlTag | null;
  /** The namespaces it declares, by prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** What is no tag comes first: within it, tags mean nothing. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]*(?:>|$)|<(\/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;

/** The tags of a drawing, but for comments, CDATA sections and instructions. */
export function tagsOf(text: string): VmlTag[] {
  const tags: VmlTag[] = [];
  for (const match of text.matchAll(TAGS)) {
    const [whole, slash, name, rest] = match;
    if (name === undefined) continue;
    const kind = slash === '/' ? 'end' : rest!.trimEnd().endsWith('/') ? 'empty' : 'start';
    tags.push({ kind, name, start: match.index, end: match.index + whole.length });
  }
  return tags;
}

/**
 * The root of a drawing; `null` where the text does not end with it, or declares a document type: then nothing can be
 * said of what its words mean.
 */
export function rootOf(text: string, tags: readonly VmlTag[]): VmlRoot | null {
  const [open] = tags;
  const last = tags.at(-1);
  if (!open || !last || open.kind === 'end' || /<!DOCTYPE/i.test(text.slice(0, open.start))) return null;
  const isWhole = open.kind === 'empty' ? last === open : last.kind === 'end' && last.name === open.name;
  if (!isWhole) return null;
  return {
    name: open.name,
    open,
    close: open.kind === 'empty' ? null : last,
    namespaces: declaredNamespaces(text.slice(open.start, open.end)),
  };
}

/** The name of an element without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute on a tag, whatever its prefix; `null` where it has none. `start` is its first character. */
export function attributeOf(
  text: string,
  { start, end }: VmlTag,
  attribute: string,
): { readonly value: string; readonly start: number } | null {
  const tag = text.slice(start, end);
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  if (!match) return null;
  const value = match[1] ?? match[2] ?? '';
  return { value, start: start + match.index + match[0].length - 1 - value.length };
}
