import { XlsxError } from '../../xlsx-error';
import { contentKey } from '../../xml/content-key';
import { editAttributes } from '../../xml/edit-attributes';
import { appendInside, type ElementOutline, insertChild, outline } from '../../xml/element-span';
import type { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import { STYLE_SHEET_ORDER } from '../schema-order';
import { prefixed } from './prefixed';
import { StylesFull } from './styles-full';

/** A workbook with more cell styles than this Excel opens as damaged; no other list needs as many. */
const MOST_ITEMS = 65_490;

/** What a list is called and what it holds. */
export interface StyleListKind {
  readonly name: string;
  readonly itemName: string;
  /** Items that stand first whatever the list holds, without prefixes: they are meant where others name none. */
  readonly first: readonly string[];
}

/** One of the lists of a style sheet (`fonts`, `cellXfs`, ...), whose items are known by their 0-based place. */
export class StyleList {
  private readonly list: ElementOutline | null;
  private readonly items: readonly string[];
  private readonly added: string[] = [];
  /** Places by content, made when first asked for. */
  private places: Map<string, number> | null = null;

  /**
   * @param text of the style sheet
   * @throws XlsxError 'unsupported-format' where the list is there only within `mc:AlternateContent`, which would make a
   *   second one of ours
   */
  constructor(
    text: string,
    private readonly root: ElementOutline,
    private readonly kind: StyleListKind,
    part: string,
  ) {
    const span = root.children.find((child) => child.name === kind.name);
    this.list = span ? outlineOf(text.slice(span.start, span.end)) : null;
    this.items = span ? itemsOf(text.slice(span.start, span.end), this.list!, kind.itemName) : [];
    if (!span && isAlternative(text, root, kind.name)) {
      throw new XlsxError('unsupported-format', `${part} has alternatives for its ${kind.name}`, { part });
    }
    this.offset = span?.start ?? 0;
  }

  /** Where the list begins in the style sheet. */
  private readonly offset: number;

  get length(): number {
    return this.items.length + this.added.length;
  }

  /** The XML of an item. */
  item(index: number): string | undefined {
    return index < this.items.length ? this.items[index] : this.added[index - this.items.length];
  }

  all(): string[] {
    return [...this.items, ...this.added];
  }

  /** Appends the items that have to stand first, so far as they are missing. */
  begin(): void {
    const { first } = this.kind;
    while (this.length < first.length) this.append(prefixed(first[this.length]!, this.root.prefix));
  }

  /**
   * The index of an item that says what the XML says: the last one, else the XML is appended.
   * @throws StylesFull where there is none and no room for another
   */
  place(xml: string): number {
    this.begin();
    this.places ??= new Map(this.all().map((item, index) => [contentKey(item), index]));
    return this.places.get(contentKey(xml)) ?? this.append(xml);
  }

  /** Writes what was appended. Lists are to be written in the order of the schema. */
  write(splices: Splices): void {
    if (this.added.length === 0) return;
    const { list, kind, root, offset } = this;
    const xml = this.added.join('');
    if (!list) {
      const open = `<${root.prefix}${kind.name} count="${this.length}">`;
      insertChild(splices, root, STYLE_SHEET_ORDER, kind.name, `${open}${xml}</${root.prefix}${kind.name}>`);
      return;
    }
    const tag = splices.text.slice(offset, offset + list.openEnd);
    const counted = /\scount\s*=/.test(tag) ? editAttributes(tag, { count: String(this.length) }) : tag;
    if (list.selfClosed) {
      const open = counted.replace(/\s*\/>$/, '>');
      splices.replace(offset, offset + list.end, `${open}${xml}</${list.prefix}${kind.name}>`);
      return;
    }
    if (counted !== tag) splices.replace(offset, offset + list.openEnd, counted);
    appendInside(splices, { ...list, closeStart: offset + list.closeStart }, xml);
  }

  private append(xml: string): number {
    const index = this.length;
    if (index >= MOST_ITEMS) throw new StylesFull(this.kind.name);
    this.added.push(xml);
    this.places?.set(contentKey(xml), index);
    return index;
  }
}

/** The outline of a text that is one element; offsets are those of the text. */
export function outlineOf(element: string): ElementOutline {
  const scanner = new XmlScanner(element);
  scanner.root();
  return outline(scanner);
}

/** Of alternatives, the fallback counts: it is meant for whoever knows no more than the standard. */
function itemsOf(text: string, parent: ElementOutline, itemName: string): string[] {
  return parent.children.flatMap((child) => {
    const xml = text.slice(child.start, child.end);
    if (child.name === itemName) return [xml];
    if (child.name !== 'AlternateContent') return [];
    const alternatives = outlineOf(xml);
    const chosen = alternatives.children.find(({ name }) => name === 'Fallback') ?? alternatives.children[0];
    if (!chosen) return [];
    const inside = xml.slice(chosen.start, chosen.end);
    return itemsOf(inside, outlineOf(inside), itemName);
  });
}

function isAlternative(text: string, root: ElementOutline, name: string): boolean {
  return root.children.some(
    (child) =>
      child.name === 'AlternateContent' &&
      new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`).test(text.slice(child.start, child.end)),
  );
}
