import type { OpcPackage } from '../package/opc-package';
import { XlsxError } from '../xlsx-error';

const LESS = 0x3c;
const LETTER_C = 0x63;
const GREATER = 0x3e;
const SPACE = 0x20;
const SLASH = 0x2f;
const COLON = 0x3a;
const EXCLAMATION = 0x21;
/** "<c/>" is the shortest cell there is. */
const SHORTEST_CELL = 4;

/** Pieces of a part by which it is guessed how many cells it has, and bytes of each. */
const SAMPLES = 32;
const SAMPLE_SIZE = 4096;

/**
 * Refuses a worksheet of more cells than are kept, by its bytes: decoding and reading tens of millions of cells before
 * saying so would take minutes and gigabytes. Parts that are small, or where few cells are to be expected, are not
 * counted, nor are those that are not written in bytes of ASCII or that have comments, in which a "<c>" means nothing:
 * of all these the reader counts what it keeps (`GridBuilder`).
 * @throws XlsxError 'too-large'
 */
export function refuseTooManyCells(bytes: Uint8Array, part: string, maxCells: number): void {
  if (bytes.length < maxCells * SHORTEST_CELL || !mayHave(bytes, maxCells)) return;
  const end = endOfCells(bytes, maxCells);
  if (end < 0) return;
  const declaration = bytes.indexOf(EXCLAMATION);
  if (declaration >= 0 && declaration < end && hasDeclaration(bytes, declaration, end)) return;
  throw new XlsxError('too-large', `a worksheet of over ${maxCells} cells`, { part, limit: maxCells });
}

/** Share of a part by whose cells it is guessed how much of it has too many. */
const FIRST_SHARE = 1 / 32;
/** Guesses may be wrong by so much. */
const MARGIN = 1.1;
/** A larger share is hardly sooner inflated than the whole. */
const LARGEST_SHARE = 0.9;

/**
 * As `refuseTooManyCells`, before more of a part is inflated than has too many cells, where its beginning says that there
 * are.
 * @throws XlsxError 'too-large'
 */
export function refuseByTheStart(opc: OpcPackage, part: string, maxCells: number): void {
  const start = opc.startOf(part, maxCells * SHORTEST_CELL);
  const first = start?.(FIRST_SHARE);
  if (!start || !first) return;
  const share = (maxCells * MARGIN * FIRST_SHARE) / cellsIn(first, Infinity).count;
  const enough = share < LARGEST_SHARE ? start(share) : null;
  if (enough) refuseTooManyCells(enough, part, maxCells);
}

/** Whether pieces here and there have half as many cells as would be too many, or more. */
function mayHave(bytes: Uint8Array, maxCells: number): boolean {
  let found = 0;
  const step = Math.floor(bytes.length / SAMPLES);
  if (step <= SAMPLE_SIZE) return true;
  for (let i = 0; i < SAMPLES; i++)
    found += cellsIn(bytes.subarray(i * step, i * step + SAMPLE_SIZE), Infinity).count;
  return (found / (SAMPLES * SAMPLE_SIZE)) * bytes.length > maxCells / 2;
}

/** Where the cell ends that is one too many; -1 where there is none. */
function endOfCells(bytes: Uint8Array, maxCells: number): number {
  const { count, at } = cellsIn(bytes, maxCells);
  return count > maxCells ? at : -1;
}

/**
 * Counts start tags of cells until there are more than `most`. It looks at one byte in three where it can: at the one
 * that would be the third of "<c>", "<c ", "<c/" or, of a tag with a prefix, ":c>" and the like.
 */
function cellsIn(bytes: Uint8Array, most: number): { readonly count: number; readonly at: number } {
  const end = bytes.length;
  let count = 0;
  let at = 2;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === LESS || byte === COLON) at += 2;
    else if (byte === LETTER_C) at++;
    else if (
      (byte === GREATER || byte === SPACE || byte === SLASH) &&
      bytes[at - 1] === LETTER_C &&
      (bytes[at - 2] === LESS || (bytes[at - 2] === COLON && startsTag(bytes, at - 3)))
    ) {
      if (++count > most) break;
      at += SHORTEST_CELL;
    } else at += 3;
  }
  return { count, at };
}

/** Whether the prefix that ends at an index stands behind "<": else it is of an end tag, or of no tag. */
function startsTag(bytes: Uint8Array, prefixEnd: number): boolean {
  let at = prefixEnd;
  while (at >= 0 && isNameByte(bytes[at]!)) at--;
  return at < prefixEnd && bytes[at] === LESS;
}

function isNameByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte >= 0x80
  );
}

function hasDeclaration(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at >= 0 && at < end; at = bytes.indexOf(EXCLAMATION, at + 1))
    if (bytes[at - 1] === LESS) return true;
  return false;
}
