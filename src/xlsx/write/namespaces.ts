import type { XmlScanner } from '../xml/xml-scanner';

/** The addresses that a workbook's parts use. Strict workbooks have their own for all of them. */
export interface Namespaces {
  readonly main: string;
  /** Of relationship types, and of `r:id`. */
  readonly relationships: string;
  readonly drawing: string;
  readonly spreadsheetDrawing: string;
  readonly chart: string;
}

const TRANSITIONAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  spreadsheetDrawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
};
const STRICT: Namespaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  drawing: 'http://purl.oclc.org/ooxml/drawingml/main',
  spreadsheetDrawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
  chart: 'http://purl.oclc.org/ooxml/drawingml/chart',
};

/** The addresses to write with in a workbook, told by the namespace of the root on which the scanner stands. */
export function namespacesOf(scanner: XmlScanner): Namespaces {
  return namespaceOf(scanner) === STRICT.main ? STRICT : TRANSITIONAL;
}

/** The namespace of the element on whose start the scanner stands, where its own tag declares it; else "". */
export function namespaceOf(scanner: XmlScanner): string {
  const { text, start, nameStart } = scanner;
  const prefix = text.slice(start + 1, nameStart).replace(':', '');
  return declaredNamespaces(text.slice(start, scanner.end)).get(prefix) ?? '';
}

/** The namespaces a start tag declares, by their prefix; "" is the one of elements without a prefix. */
export function declaredNamespaces(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, prefix = '', , double, single] of tag.matchAll(
    /\sxmlns(?::([\w.-]+))?\s*=\s*("([^"]*)"|'([^']*)')/g,
  )) {
    found.set(prefix, double ?? single ?? '');
  }
  return found;
}
