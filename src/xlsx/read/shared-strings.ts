import type { XmlScanner } from '../xml/xml-scanner';
import { readStringItem } from './string-item';
import { TextPool } from './text-pool';

/**
 * Reads the shared strings part; the scanner stands before its root. The list is 0-based as cells refer to it. The
 * declared count is not trusted.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readSharedStrings(scanner: XmlScanner): string[] {
  scanner.root('sst');
  const pool = new TextPool();
  const strings: string[] = [];
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('si')) strings.push(readStringItem(scanner, pool));
  }
  return strings;
}
