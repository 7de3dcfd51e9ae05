import type { XmlScanner } from '../xml/xml-scanner';
import { unescapeText } from './escaped-text';
import type { TextPool } from './text-pool';

/**
 * Reads a string item (`si` of the shared strings, `is` of a cell), the scanner standing on its start, and moves
 * beyond what it needs of it. The runs of a rich text are joined; phonetic guides (`rPh`) are left out.
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function readStringItem(scanner: XmlScanner, pool: TextPool): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.nameIs('t')) text = append(text, readText(scanner, pool));
    else if (scanner.nameIs('r')) {
      const runDepth = depth + 1;
      while (scanner.nextChild(runDepth)) {
        if (scanner.nameIs('t')) text = append(text, readText(scanner, pool));
      }
    }
  }
  return text;
}

/** Keeps the pooled string of the usual one-piece item: joining with "" would be no loss, joining more is rare. */
function append(before: string, piece: string): string {
  return before === '' ? piece : before + piece;
}

function readText(scanner: XmlScanner, pool: TextPool): string {
  // Whether space at the ends counts is said by the attribute, which is gone once the text is read.
  const preserves = scanner.hasAttributes && scanner.prefixedAttribute('space') === 'preserve';
  scanner.readContent();
  const { text, contentStart, contentEnd } = scanner;
  if (contentStart >= 0 && (preserves || !hasOuterSpace(text, contentStart, contentEnd))) {
    return unescapeText(pool.slice(text, contentStart, contentEnd));
  }
  const content = scanner.content();
  return unescapeText(pool.keep(preserves ? content : content.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '')));
}

function hasOuterSpace(text: string, start: number, end: number): boolean {
  return end > start && (text.charCodeAt(start) <= 0x20 || text.charCodeAt(end - 1) <= 0x20);
}
