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

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isLatinLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

export function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** Whether the character belongs to a word of Chinese. */
export function isIdeograph(char: string): boolean {
  return char >= '\u3400' && char <= '\u9fff';
}

const CLAUSE_ENDS = CharacterSet.of(',;。!?\n、');
const ITEM_ENDS = CharacterSet.of(';。\n');
const TRAILING = CharacterSet.of(',;。.!、… \t\n\r');

/** Whether a clause of a half-width text ends with this character. */
export function endsClause(char: string): boolean {
  return CLAUSE_ENDS.has(char.charCodeAt(0));
}

/** Whether an item of a list ends with this character. */
export function endsItem(char: string): boolean {
  return ITEM_ENDS.has(char.charCodeAt(0));
}

/** The first position from `position` on that holds no white space. */
export function skipSpaces(text: string, position: number): number {
  let i = position;
  while (i < text.length && isSpace(text.charAt(i))) i += 1;
  return i;
}

/** Where the text begins and ends without surrounding white space and closing punctuation. */
export function coreOf(half: string): TextSpan {
  let end = half.length;
  while (end > 0 && TRAILING.has(half.charCodeAt(end - 1))) end -= 1;
  const start = Math.min(skipSpaces(half, 0), end);
  return { start, end };
}
