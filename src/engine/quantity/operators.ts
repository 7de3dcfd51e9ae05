import { CharacterSet } from './character-set';
import { codeOf, isDigit } from './characters';
import type { Operator, TrapKind } from './statement';
import {
  DIRECTION_WORDS,
  INNER,
  INNER_COMPOUNDS,
  OPERATOR_SYMBOLS,
  OPERATOR_WORDS,
  SUFFIX_OPERATORS,
  WEAK_EQUALS,
} from './vocabulary/operators';
import { WordTable } from './word-table';

/** An operator in front of a number. */
export interface PrefixOperator {
  readonly operator: Operator;
  readonly weak: boolean;
  readonly end: number;
}

interface Spelling {
  readonly operator: Operator;
  readonly weak: boolean;
  readonly trap: TrapKind | null;
}

const symbols = new WordTable<Spelling>(
  OPERATOR_SYMBOLS.map(([word, operator, trap]) => [word, { operator, weak: false, trap }] as const),
);

const words = new WordTable<Spelling>([
  ...Object.entries(OPERATOR_WORDS).flatMap(([operator, spellings]) =>
    spellings.map((word) => [word, { operator: operator as Operator, weak: false, trap: null }] as const),
  ),
  ...WEAK_EQUALS.map((word) => [word, { operator: '=' as const, weak: true, trap: null }] as const),
]);

const directions = new Map(
  (['≥', '≤'] as const).flatMap((bound) => DIRECTION_WORDS[bound].map((word) => [word, bound] as const)),
);

const suffixes = new WordTable(SUFFIX_OPERATORS);
const innerCompounds = WordTable.of(INNER_COMPOUNDS);

/** The equals sign that a scanner read as a numeral: 二100%. */
const MISREAD_EQUALS = codeOf('二');
const RATE_ENDS = CharacterSet.of('率度');
const INNER_CODE = codeOf(INNER);

/** The codes of the characters that operators in front of a number begin with. */
export const OPERATOR_FIRST_CHARACTERS: readonly number[] = [
  ...symbols.firstCharacters,
  ...words.firstCharacters,
  MISREAD_EQUALS,
];

/** The codes of the characters that begin a symbol in a spelling that should be another. */
export const TRAP_FIRST_CHARACTERS: readonly number[] = [
  ...OPERATOR_SYMBOLS.flatMap(([word, , trap]) => (trap === null ? [] : [word.charCodeAt(0)])),
  MISREAD_EQUALS,
];

/** The operator symbol at `position` of the text as given, with what is wrong with its spelling. */
export function symbolAt(
  text: string,
  position: number,
): { operator: Operator; trap: TrapKind | null; end: number } | null {
  const match = symbols.at(text, position);
  return match === null ? null : { operator: match.value.operator, trap: match.value.trap, end: match.end };
}

/** The operator, symbol or word, at `position` of the text as given. */
export function prefixOperatorAt(text: string, position: number): PrefixOperator | null {
  const match = symbols.at(text, position) ?? words.at(text, position);
  return match === null ? null : { operator: match.value.operator, weak: match.value.weak, end: match.end };
}

/** The operator behind a number and its unit. */
export function suffixOperatorAt(
  half: string,
  position: number,
  innerBounds: boolean,
): { operator: Operator; end: number } | null {
  const match = suffixes.at(half, position);
  if (match !== null) return { operator: match.value, end: match.end };
  if (innerBounds && half.charCodeAt(position) === INNER_CODE && innerCompounds.at(half, position) === null) {
    return { operator: '≤', end: position + INNER.length };
  }
  return null;
}

/** Whether 二 at `position` is an equals sign: before digits with a percent sign, where a value begins. */
export function isMisreadEquals(half: string, position: number, coreStart: number): boolean {
  if (half.charCodeAt(position) !== MISREAD_EQUALS || !isDigit(half.charCodeAt(position + 1))) return false;
  if (position !== coreStart && !RATE_ENDS.has(half.charCodeAt(position - 1))) return false;
  // A percentage has few digits, which also bounds the look ahead.
  const match = /^\d{1,3}(?:\.\d{1,4})?%/.exec(half.slice(position + 1, position + 11));
  return match !== null;
}

/** How an operator that stands alone (a 指标性质 column) is to be read. */
export interface OperatorReading {
  readonly operator: Operator;
  /** What is wrong with its spelling; `null` where nothing is. */
  readonly trap: TrapKind | null;
}

/**
 * Reads a cell that holds nothing but the direction of an indicator (正向, 反向), as the bound that a bare number beside it
 * is; `null` where it is none.
 */
export function readDirection(text: string): Operator | null {
  return directions.get(text.replace(/\s+/g, '')) ?? null;
}

/** Reads a cell that holds nothing but an operator; `null` where it is none (定性, blank, …). */
export function readOperator(text: string): OperatorReading | null {
  const trimmed = text.trim();
  const match = symbols.at(trimmed, 0) ?? words.at(trimmed, 0) ?? suffixes.at(trimmed, 0);
  if (match === null || match.end !== trimmed.length) return null;
  return typeof match.value === 'string'
    ? { operator: match.value, trap: null }
    : { operator: match.value.operator, trap: match.value.trap };
}
