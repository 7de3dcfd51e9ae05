import { unzipSync } from 'fflate';
import { decodeXml } from '../../../src/xlsx/xml/decode-xml';
import { XML_END_OF_INPUT, XmlScanner } from '../../../src/xlsx/xml/xml-scanner';

/** The parts of a package by name, unzipped by a library. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(unzipSync(file)).map(([name, content]) => [name, Buffer.from(content)]));
}

/** Reads an XML part to its end; throws where it is not well-formed. */
export function readToEnd(content: Uint8Array, part: string): void {
  const scanner = new XmlScanner(decodeXml(content, part).text, { part });
  while (scanner.next() !== XML_END_OF_INPUT);
}
