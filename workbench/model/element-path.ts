import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';

/**
 * Visits all elements at a path below the element whose start the scanner stands on, in their order. A step of the
 * path is a name, or several with "|" between them. `visit` may read its element; it need not move to its end.
 */
export function eachElement(scanner: XmlScanner, path: readonly string[], visit: () => void): void {
  const [step = '', ...rest] = path;
  const names = step.split('|');
  const { depth } = scanner;
  while (scanner.nextChild(depth)) {
    if (!names.some((name) => scanner.nameIs(name))) continue;
    if (rest.length === 0) visit();
    else eachElement(scanner, rest, visit);
  }
}

/** The text of the element whose start the scanner stands on, which moves to its end. */
export function textOf(scanner: XmlScanner): string {
  scanner.readContent();
  return scanner.content();
}
