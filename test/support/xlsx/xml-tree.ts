/** A small, strict reader of XML for tests: elements, attributes and text; throws on anything not well-formed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Trimmed text of the element itself. */
  readonly text: string;
  readonly descendants: readonly XmlElement[];
  all(name: string): readonly XmlElement[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;

class Element implements XmlElement {
  readonly children: Element[] = [];
  private words = '';

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  get text(): string {
    return this.words.trim();
  }
  get descendants(): XmlElement[] {
    return this.children.flatMap((child) => [child, ...child.descendants]);
  }
  all(name: string): XmlElement[] {
    return this.descendants.filter((element) => element.name === name);
  }
  say(words: string): void {
    this.words += words;
  }
}

export function parseXml(xml: string): XmlElement {
  const root = new Element('', {});
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (!match) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    const [whole, closing, opening, attributes, empty] = match;
    const current = open[open.length - 1]!;
    if (closing !== undefined) {
      if (current.name !== closing) throw new Error(`</${closing}> closes <${current.name}>`);
      open.pop();
    } else if (opening !== undefined) {
      const element = new Element(opening, attributesOf(attributes ?? ''));
      current.children.push(element);
      if (!empty) open.push(element);
    } else if (!whole.startsWith('<')) current.say(unescaped(whole));
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('Not one closed element');
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name! in found) throw new Error(`Attribute ${name} twice`);
    found[name!] = unescaped(value!);
  }
  return found;
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:(\w+);)?/g, (whole, name?: string) => {
    const character = name === undefined ? undefined : names[name];
    if (character === undefined) throw new Error(`Not an entity: ${whole}`);
    return character;
  });
}
