import { decodeXml, type DecodedXml } from '../xml/decode-xml';
import { encodeXml } from '../xml/encode-xml';
import { span } from '../xml/element-span';
import { XmlScanner } from '../xml/xml-scanner';
import { XlsxError } from '../xlsx-error';

/**
 * A worksheet part in two: its frame, a small text in which the cells are an empty element, and the cells, which may be
 * a hundred megabytes and stay bytes until somebody asks for their text.
 */
export interface SheetText {
  /** The part with an empty element (prefixed as in the part) in place of the cells. */
  readonly frame: string;
  /** The element of the cells; an empty text where the part has none, and then the frame has none either. */
  readonly cells: SheetCells;
  readonly encoding: Omit<DecodedXml, 'text'>;
}

/** The element `sheetData`, whole. */
export type SheetCells = { readonly bytes: Uint8Array } | { readonly text: string };

/** Stands in the frame where the cells belong; no program writes such an instruction. */
const HOLE = '<?cells?>';
const LESS = 0x3c;
const GREATER = 0x3e;
const EXCLAMATION = 0x21;
const NAME = 'sheetData';
const UTF8 = { encoding: 'utf-8', byteOrderMark: false };

/**
 * Takes a worksheet part apart. Of a part in UTF-8 without comments and CDATA sections around the cells, only the frame
 * is decoded; any other is scanned whole.
 * @throws XlsxError 'corrupt' | 'unsafe-xml' | 'too-large' as the decoder and the scanner do
 */
export function splitSheet(bytes: Uint8Array, part: string, maxDepth?: number): SheetText {
  return splitBytes(bytes, part) ?? splitScanned(bytes, part, maxDepth);
}

/** Puts a worksheet part together again; the frame may have been edited, but must hold the element of the cells. */
export function joinSheet({ frame, cells, encoding }: SheetText): Uint8Array {
  const hole = holeOf(frame);
  if (!hole) return encodeXml(frame, encoding);
  if ('text' in cells) {
    return encodeXml(frame.slice(0, hole.start) + cells.text + frame.slice(hole.end), encoding);
  }
  const before = encodeXml(frame.slice(0, hole.start), encoding);
  const after = encodeXml(frame.slice(hole.end), UTF8);
  const whole = new Uint8Array(before.length + cells.bytes.length + after.length);
  whole.set(before);
  whole.set(cells.bytes, before.length);
  whole.set(after, before.length + cells.bytes.length);
  return whole;
}

/** The text of the cells' element. @throws XlsxError 'corrupt' for wrong bytes */
export function cellsText(cells: SheetCells, part: string): string {
  return 'text' in cells ? cells.text : decodeXml(cells.bytes, part).text;
}

/** Where the frame's empty element of the cells lies; `null` where there is none. */
export function holeOf(frame: string): { readonly start: number; readonly end: number } | null {
  const hole = frame.indexOf(HOLE);
  if (hole < 0) return null;
  return { start: frame.lastIndexOf('<', hole - 1), end: frame.indexOf('>', hole + HOLE.length) + 1 };
}

function withHole(before: string, prefix: string, after: string, part: string): string {
  if (before.includes(HOLE) || after.includes(HOLE)) {
    throw new XlsxError('corrupt', `${part} holds an instruction that only its writer may put there`, {
      part,
    });
  }
  return `${before}<${prefix}${NAME}>${HOLE}</${prefix}${NAME}>${after}`;
}

/** `null` where the bytes alone do not tell for sure where the cells begin and end. */
function splitBytes(bytes: Uint8Array, part: string): SheetText | null {
  const name = indexOfAscii(bytes, NAME, 0);
  const closeName = lastIndexOfAscii(bytes, NAME);
  const end = bytes.indexOf(GREATER, closeName) + 1;
  if (name < 0 || closeName <= name || end === 0) return null;
  const start = bytes.lastIndexOf(LESS, name);
  const close = bytes.lastIndexOf(LESS, closeName);
  const prefix = /^<((?:[\w.-]+:)?)sheetData[\s>]$/.exec(ascii(bytes, start, name + NAME.length + 1))?.[1];
  if (prefix === undefined || ascii(bytes, close, end) !== `</${prefix}${NAME}>`) return null;
  const head = decodeXml(bytes.subarray(0, start), part);
  if (head.encoding !== 'utf-8') return null;
  const tail = decodeXml(bytes.subarray(end), part).text;
  // Within a comment or a CDATA section the words would mean nothing.
  if (/<!/.test(head.text + tail) || hasDeclaration(bytes, start, end)) return null;
  return {
    frame: withHole(head.text, prefix, tail, part),
    cells: { bytes: bytes.subarray(start, end) },
    encoding: { encoding: head.encoding, byteOrderMark: head.byteOrderMark },
  };
}

function splitScanned(bytes: Uint8Array, part: string, maxDepth?: number): SheetText {
  const { text, ...encoding } = decodeXml(bytes, part);
  const scanner = new XmlScanner(text, { part, ...(maxDepth !== undefined && { maxDepth }) });
  scanner.root('worksheet', 'macrosheet');
  while (scanner.nextChild(1)) {
    if (!scanner.nameIs(NAME)) continue;
    const { start, end, prefix } = span(scanner);
    const frame = withHole(text.slice(0, start), prefix, text.slice(end), part);
    return { frame, cells: { text: text.slice(start, end) }, encoding };
  }
  return { frame: text, cells: { text: '' }, encoding };
}

/** Whether "<!" stands anywhere: exclamation marks are far rarer than brackets, so they are looked for. */
function hasDeclaration(bytes: Uint8Array, start: number, end: number): boolean {
  for (
    let at = bytes.indexOf(EXCLAMATION, start);
    at >= 0 && at < end;
    at = bytes.indexOf(EXCLAMATION, at + 1)
  ) {
    if (bytes[at - 1] === LESS) return true;
  }
  return false;
}

function indexOfAscii(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, at, word)) return at;
  }
  return -1;
}

function lastIndexOfAscii(bytes: Uint8Array, word: string): number {
  for (let at = bytes.length - word.length; at >= 0; at--) if (isAt(bytes, at, word)) return at;
  return -1;
}

function isAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, start), Math.min(end, start + 200)));
}
