import { CharacterSet } from './character-set';
import { codeOf, isDigit, skipSpaces } from './characters';
import type { TextSpan } from './statement';

const TITLES: Readonly<Record<string, string>> = { '《': '》', '〈': '〉' };
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
const BRACKETS = CharacterSet.of([TITLES, QUOTES].flatMap(Object.entries).flat().join(''));
const POINT = codeOf('.');
const PERCENT = codeOf('%');
const ENDS_BOUND = CharacterSet.of(',;。');
const NO_PASSAGES: ReadonlyMap<number, number> = new Map();
/** Longer quotations are read like the text around them. */
const LONGEST_NAME = 20;
const LONGEST_TITLE = 80;

/** Whether what stands between the brackets is a bound and not a title: 《5%，…》90%. */
function isBound(half: string, start: number, end: number): boolean {
  let i = skipSpaces(half, start);
  if (!isDigit(half.charCodeAt(i))) return false;
  while (i < end && (isDigit(half.charCodeAt(i)) || half.charCodeAt(i) === POINT)) i += 1;
  return half.charCodeAt(i) === PERCENT || ENDS_BOUND.next(half, i, end) < end;
}

/**
 * Passages whose numbers and brackets are part of a name: titles in 《》 and 〈〉, short names in quotation marks.
 * Answers, for each position where such a passage begins, the position behind it.
 */
export function namedPassages(half: string, core: TextSpan): ReadonlyMap<number, number> {
  const first = BRACKETS.next(half, 0, half.length);
  if (first === half.length) return NO_PASSAGES;
  const passages = new Map<number, number>();
  const open = new Map<string, number>();
  for (let i = first; i < half.length; i = BRACKETS.next(half, i + 1, half.length)) {
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
