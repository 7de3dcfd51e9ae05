import { isTrue } from '../../xml/xml-boolean';
import type { SheetCells } from '../sheet-text';
import type { SizeSpan } from './sheet-axis';

const LETTER_W = 0x77;
const LETTER_O = 0x6f;
const LETTER_R = 0x72;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
/** A prefix longer than this is none. */
const LONGEST_PREFIX = 40;
/** Pixels in a point. */
const PER_POINT = 96 / 72;

/**
 * The heights of the rows that say theirs. The cells may be a hundred megabytes of bytes, which stay bytes: only the
 * tags of the rows are read, found by a letter that is rare in a worksheet part.
 * @param usual height of a row that says nothing, in pixels; 0 where rows are hidden unless they say otherwise
 * @param shown height of a row that is not hidden and says no height
 */
export function rowHeights(cells: SheetCells, usual: number, shown: number): SizeSpan[] {
  const spans: SizeSpan[] = [];
  let row = -1;
  const read = (tag: string) => {
    row = whole(attribute(tag, 'r')) ?? row + 1;
    const height = attribute(tag, 'ht');
    const points = Number(height);
    const own = height !== undefined && Number.isFinite(points) && points >= 0;
    const size = isTrue(attribute(tag, 'hidden')) ? 0 : own ? Math.round(points * PER_POINT) : shown;
    if (size !== usual) spans.push({ first: row, last: row, size });
  };
  if ('text' in cells) {
    for (const [tag] of cells.text.matchAll(/<(?:[\w.-]+:)?row(?=[\s/>])[^>]*>/g)) read(tag);
  } else readRowTags(cells.bytes, read);
  return spans;
}

function readRowTags(bytes: Uint8Array, read: (tag: string) => void): void {
  for (let w = bytes.indexOf(LETTER_W); w >= 0; w = bytes.indexOf(LETTER_W, w + 1)) {
    if (bytes[w - 1] !== LETTER_O || bytes[w - 2] !== LETTER_R) continue;
    const before = bytes[w - 3];
    const after = bytes[w + 1]!;
    if (before !== LESS && before !== COLON) continue;
    // "/", ">" and white space end a name.
    if (after !== 0x2f && after !== GREATER && after > 0x20) continue;
    const start = before === LESS ? w - 3 : bytes.lastIndexOf(LESS, w);
    const end = bytes.indexOf(GREATER, w);
    if (end < 0) return;
    if (w - start > LONGEST_PREFIX) continue;
    const tag = String.fromCharCode(...bytes.subarray(start, Math.min(end + 1, start + 2000)));
    if (/^<(?:[\w.-]+:)?row/.test(tag)) read(tag);
  }
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? (match[1] ?? match[2]) : undefined;
}

/** The 0-based row of a row's number. */
function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) - 1 : undefined;
}
