import { CharacterSet } from './character-set';
import { codeOf, isDigit, skipSpaces } from './characters';
import { readDigits } from './numerals';
import { isMisreadEquals, symbolAt, TRAP_FIRST_CHARACTERS } from './operators';
import type { OperatorTrap, TextSpan } from './statement';

/** The characters that begin a symbol with something wrong about it. */
const suspects = new CharacterSet(TRAP_FIRST_CHARACTERS);
const MINUS = codeOf('-');
const PERCENT = codeOf('%');
const NO_TRAPS: readonly OperatorTrap[] = [];

/** Where the number at `position` begins, if one does: a sign or 百分之 may stand before it. */
function numberFollows(half: string, position: number): boolean {
  const start = skipSpaces(half, position);
  if (isDigit(half.charCodeAt(start))) return true;
  if (half.charCodeAt(start) === MINUS) return isDigit(half.charCodeAt(start + 1));
  return half.startsWith('百分之', start);
}

/** The full-width characters of the number at `start`, from the first to the last. */
function fullWidthTrap(text: string, half: string, start: number, end: number): OperatorTrap | null {
  let first = -1;
  let last = -1;
  for (let i = start; i < end; i += 1) {
    if (text.charCodeAt(i) === half.charCodeAt(i)) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return null;
  return {
    kind: 'fullwidth',
    span: { start: first, end: last + 1 },
    replacement: half.slice(first, last + 1),
  };
}

/**
 * The characters that should be written otherwise, in the order of the text. An operator counts only where a
 * number follows it; brackets of titles never do.
 */
export function readTraps(
  text: string,
  half: string,
  passages: ReadonlyMap<number, number>,
  core: TextSpan,
): readonly OperatorTrap[] {
  // Without full-width characters a trap can only be a symbol: most texts hold none.
  if (text === half && suspects.next(text, 0, text.length) === text.length) return NO_TRAPS;
  const traps: OperatorTrap[] = [];
  let i = 0;
  while (i < text.length) {
    const passageEnd = passages.get(i);
    if (passageEnd !== undefined) {
      i = passageEnd;
      continue;
    }
    const number = readDigits(half, i);
    if (number !== null) {
      const end = half.charCodeAt(number.end) === PERCENT ? number.end + 1 : number.end;
      const trap = fullWidthTrap(text, half, i, end);
      if (trap !== null) traps.push(trap);
      i = end;
      continue;
    }
    if (isMisreadEquals(half, i, core.start)) {
      traps.push({ kind: 'typo', span: { start: i, end: i + 1 }, replacement: '=' });
      i += 1;
      continue;
    }
    const symbol = symbolAt(text, i);
    if (symbol === null) {
      i += 1;
      continue;
    }
    if (symbol.trap !== null && numberFollows(half, symbol.end)) {
      traps.push({ kind: symbol.trap, span: { start: i, end: symbol.end }, replacement: symbol.operator });
    }
    i = symbol.end;
  }
  return traps;
}
