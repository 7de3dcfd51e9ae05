import { decodeXml } from '../../../src/xlsx/xml/decode-xml';
import { XML_END_OF_INPUT, XML_START, XmlScanner } from '../../../src/xlsx/xml/xml-scanner';
import { XlsxError } from '../../../src/xlsx';

/** What is wrong with an XML part: it is not well-formed, or has prefixes that nothing declares. */
export function faultsOfXml(content: Uint8Array, part: string): string[] {
  try {
    const { text } = decodeXml(content, part);
    return undeclaredPrefixes(text, part);
  } catch (error) {
    if (error instanceof XlsxError) return [`${part}: ${error.message}`];
    throw error;
  }
}

function undeclaredPrefixes(text: string, part: string): string[] {
  const scanner = new XmlScanner(text, { part });
  const declared: string[][] = [];
  const faults: string[] = [];
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    if (event !== XML_START) continue;
    const { depth, start } = scanner;
    const tag = text.slice(start, scanner.end);
    declared.length = depth - 1;
    declared.push([...tag.matchAll(/\sxmlns:([\w.-]+)\s*=/g)].map(([, prefix]) => prefix!));
    const names = tag.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/(?:<|\s)([\w.-]+):/g);
    for (const [, prefix] of names) {
      const known = ['xml', 'xmlns', ...declared.flat()];
      if (!known.includes(prefix!)) faults.push(`${part}: the prefix ${prefix} is not declared`);
    }
  }
  return faults;
}
