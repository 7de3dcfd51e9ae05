import { isDigit, skipSpaces } from './characters';
import type { TextSpan } from './statement';

/** All of these brackets lie between these codes. */
const FIRST_BRACKET = '‘'.charCodeAt(0);
const LAST_BRACKET = '』'.charCodeAt(0);

const TITLES: Readonly<Record<string, string>> = { '《': '》', '〈': '〉' };
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
/** Longer quotations are read like the text around them. */
const LONGEST_NAME = 20;
const LONGEST_TITLE = 80;

/** Whether what stands between the brackets is a bound and not a title: 《5%，…》90%. */
function isBound(half: string, start: number, end: number): boolean {
  let i = skipSpaces(half, start);
  if (!isDigit(half.charAt(i))) return false;
  while (i < end && (isDigit(half.charAt(i)) || half.charAt(i) === '.')) i += 1;
  if (half.charAt(i) === '%') return true;
  for (; i < end; i += 1) {
    if (half.charAt(i) === ',' || half.charAt(i) === ';' || half.charAt(i) === '。') return true;
  }
  return false;
}

/**
 * Passages whose numbers and brackets are part of a name: titles in 《》 and 〈〉, short names in quotation marks.
 * Answers, for each position where such a passage begins, the position behind it.
 */
export function namedPassages(half: string, core: TextSpan): Map<number, number> {
  const passages = new Map<number, number>();
  const open = new Map<string, number>();
  for (let i = 0; i < half.length; i += 1) {
    const code = half.charCodeAt(i);
    if (code < FIRST_BRACKET || code > LAST_BRACKET) continue;
    const char = half.charAt(i);
    const closing = TITLES[char] ?? QUOTES[char];
    if (closing !== undefined) {
      open.set(closing, i);
      continue;
    }
    const start = open.get(char);
    if (start === undefined) continue;
    open.delete(char);
    const isTitle = half.charAt(start) in TITLES;
    const whole = start === core.start && i + 1 === core.end;
    if (isTitle) {
      if (i - start <= LONGEST_TITLE && !isBound(half, start + 1, i)) passages.set(start, i + 1);
    } else if (i - start <= LONGEST_NAME && !whole) {
      passages.set(start, i + 1);
    }
  }
  return passages;
}
