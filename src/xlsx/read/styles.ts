import type { XmlScanner } from '../xml/xml-scanner';
import { builtInFormat } from './number-formats';
import { detached } from './text-pool';

/**
 * Reads from the styles part what a reader of values needs: the number format code of every cell style, by the
 * 0-based index cells refer to. The scanner stands before the root.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readCellFormats(scanner: XmlScanner): string[] {
  scanner.root('styleSheet');
  const custom = new Map<number, string>();
  const ids: number[] = [];
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('numFmts')) {
      while (scanner.nextChild(2)) {
        const code = scanner.nameIs('numFmt') ? scanner.attribute('formatCode') : undefined;
        if (code !== undefined) custom.set(Number(scanner.attribute('numFmtId')), code);
      }
    } else if (scanner.nameIs('cellXfs')) {
      while (scanner.nextChild(2)) {
        if (scanner.nameIs('xf')) ids.push(Number(scanner.attribute('numFmtId') ?? 0));
      }
    }
  }
  // Codes are detached from the part's text; there are few of them, each shared by all its cells.
  const codes = new Map<number, string>();
  return ids.map((id) => {
    let code = codes.get(id);
    if (code === undefined) codes.set(id, (code = detached(custom.get(id) ?? builtInFormat(id))));
    return code;
  });
}
