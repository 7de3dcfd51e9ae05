import { CharacterSet } from './character-set';
import { codeOf, endsClause, isSpace, NEW_LINE } from './characters';
import { prefixOperatorAt } from './operators';
import type { Quantity, TextSpan } from './statement';
import {
  LEADING_NEGATIONS,
  NEGATIONS,
  NOT_NEGATIONS,
  PLACEHOLDER_CHARACTERS,
  PLACEHOLDER_WORDS,
} from './vocabulary/polarity';
import { WordTable } from './word-table';

const placeholderWords = new Set(PLACEHOLDER_WORDS);
const placeholderCharacters = CharacterSet.of(PLACEHOLDER_CHARACTERS);
const placeholderWordStarts = new CharacterSet(PLACEHOLDER_WORDS.map(codeOf));
const COLON = codeOf(':');
const negations = new WordTable<boolean>([
  ...NEGATIONS.map((word) => [word, true] as const),
  ...NOT_NEGATIONS.map((word) => [word, false] as const),
]);
const leadingNegations = WordTable.of(LEADING_NEGATIONS);
const LONGEST_WORD = 8;
/** The characters that a negation may begin with, and those that part clauses. */
const NOTABLE = new CharacterSet([
  ...negations.firstCharacters,
  ...leadingNegations.firstCharacters,
  ...Array.from(',;。!?\n、: \t\r', (char) => char.charCodeAt(0)),
]);

/** Whether a half-width text says nothing: blank, dashes, dots, slashes, 无, 0. */
export function isPlaceholder(half: string, core: TextSpan): boolean {
  if (
    core.end - core.start <= LONGEST_WORD &&
    placeholderWordStarts.has(half.charCodeAt(core.start)) &&
    placeholderWords.has(half.slice(core.start, core.end))
  )
    return true;
  for (let i = core.start; i < core.end; i += 1) {
    const code = half.charCodeAt(i);
    if (!placeholderCharacters.has(code) && !isSpace(code)) return false;
  }
  return true;
}

/** Whether the text says that something did not happen or is not to happen. */
export function isNegated(half: string, quantities: readonly Quantity[]): boolean {
  const first = quantities[0];
  if (quantities.length === 1 && first !== undefined && isNone(first)) return true;
  let clauseStart = true;
  let i = 0;
  while (i < half.length) {
    const code = half.charCodeAt(i);
    if (!NOTABLE.has(code)) {
      clauseStart = false;
      i += 1;
      continue;
    }
    if (isSpace(code) && code !== NEW_LINE) {
      i += 1;
      continue;
    }
    const match = negations.at(half, i);
    if (match?.value === true) return true;
    if (
      match === null &&
      clauseStart &&
      leadingNegations.at(half, i) !== null &&
      prefixOperatorAt(half, i) === null
    )
      return true;
    clauseStart = endsClause(code) || code === COLON;
    i = match?.end ?? i + 1;
  }
  return false;
}

/** 0起, =0, ≤0, but not ≥0; 0% and 0元 are figures like others. */
function isNone(quantity: Quantity): boolean {
  const { dimension } = quantity.unit;
  const bounded = quantity.operator === null || quantity.operator === '=' || quantity.operator === '≤';
  return (
    bounded &&
    quantity.value === 0 &&
    quantity.upper === null &&
    (dimension === 'count' || dimension === 'none')
  );
}
