import { XmlScanner } from '../xml/xml-scanner';

/** Which content type each part of a package has. */
export interface ContentTypes {
  /** The content type of a part, its case being no matter; "" where none is declared. */
  of(part: string): string;
  /** The first part whose own declared type starts with `prefix`. */
  firstPart(prefix: string): string | undefined;
  /** The parts that have a type of their own declared, in lower case, whether they are there or not. */
  readonly declared: readonly string[];
}

/**
 * Reads "[Content_Types].xml" from its decoded text.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readContentTypes(xml: string, part: string): ContentTypes {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  const scanner = new XmlScanner(xml, { part });
  scanner.root('Types');
  while (scanner.nextChild(1)) {
    const type = scanner.attribute('ContentType') ?? '';
    if (scanner.nameIs('Default'))
      byExtension.set((scanner.attribute('Extension') ?? '').toLowerCase(), type);
    else if (scanner.nameIs('Override')) {
      byPart.set((scanner.attribute('PartName') ?? '').replace(/^\/+/, '').toLowerCase(), type);
    }
  }
  return {
    declared: [...byPart.keys()],
    of(name) {
      const key = name.toLowerCase();
      return byPart.get(key) ?? byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
    },
    firstPart(prefix) {
      for (const [name, type] of byPart) if (type.startsWith(prefix)) return name;
      return undefined;
    },
  };
}
