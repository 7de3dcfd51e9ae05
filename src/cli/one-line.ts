import { LONGEST_MESSAGE, shortened } from '../engine/sheet/shortened';

/** What moves a cursor, turns the direction of reading, or is not seen at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u3164\uffa0]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as one line of a terminal: whatever stands in a cell or in a file's name, it breaks no line, moves no cursor
 * and shows no other order of characters than there is. What would do so is written as an escape (`\n`, `\u202e`).
 */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, (character) => SHORT[character] ?? escaped(character.codePointAt(0)!));
}

/** A message as one line of a terminal, no longer than a page also where escapes stand in it. */
export function messageLine(text: string): string {
  return shortened(oneLine(text), LONGEST_MESSAGE);
}

function escaped(codePoint: number): string {
  const hex = codePoint.toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
