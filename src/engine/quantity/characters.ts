import { CharacterSet } from './character-set';
import type { TextSpan } from './statement';

/** Small full-width look-alikes outside the block that is shifted as a whole. */
const LOOK_ALIKES = new Map<number, string>(
  Object.entries({
    '　': ' ',
    '\u00a0': ' ',
    '﹪': '%',
    '﹥': '>',
    '﹤': '<',
    '﹦': '=',
    '−': '-',
  }).map(([char, half]) => [char.charCodeAt(0), half] as const),
);

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

const LAST_ASCII = 0x7f;
const FIRST_IDEOGRAPH = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;

/**
 * The text with full-width forms made half-width. It keeps its length, so that a position in it is a position
 * in the text as given.
 */
export function toHalfWidth(text: string): string {
  let from = 0;
  let half = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    let replacement: string | undefined;
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
      replacement = String.fromCharCode(code - FULL_WIDTH_SHIFT);
    } else if (code > LAST_ASCII && (code < FIRST_IDEOGRAPH || code > LAST_IDEOGRAPH)) {
      replacement = LOOK_ALIKES.get(code);
    }
    if (replacement !== undefined) {
      half += text.slice(from, i) + replacement;
      from = i + 1;
    }
  }
  return from === 0 ? text : half + text.slice(from);
}

// Characters are told by their UTF-16 code unit: `charCodeAt` makes no text, and behind the end it answers `NaN`, which is
// none of these.

const ZERO = 0x30;
const NINE = 0x39;

/** Whether a code unit is one of the digits 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

export function isLatinLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === NEW_LINE || code === 0x0d;
}

/** Whether the character belongs to a word of Chinese. */
export function isIdeograph(code: number): boolean {
  return code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH;
}

/** The code unit of a character. */
export function codeOf(char: string): number {
  return char.charCodeAt(0);
}

export const NEW_LINE = 0x0a;

const CLAUSE_ENDS = CharacterSet.of(',;。!?\n、');
const ITEM_ENDS = CharacterSet.of(';。\n');
const TRAILING = CharacterSet.of(',;。.!、… \t\n\r');

/** Whether a clause of a half-width text ends with this character. */
export function endsClause(code: number): boolean {
  return CLAUSE_ENDS.has(code);
}

/** Whether an item of a list ends with this character. */
export function endsItem(code: number): boolean {
  return ITEM_ENDS.has(code);
}

/** The first position from `position` on that holds no white space. */
export function skipSpaces(text: string, position: number): number {
  let i = position;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** Where the text begins and ends without surrounding white space and closing punctuation. */
export function coreOf(half: string): TextSpan {
  let end = half.length;
  while (end > 0 && TRAILING.has(half.charCodeAt(end - 1))) end -= 1;
  const start = Math.min(skipSpaces(half, 0), end);
  return { start, end };
}
