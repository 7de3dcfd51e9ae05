import { CharacterSet } from './character-set';
import { codeOf, isDigit } from './characters';
import { MULTIPLIERS } from './vocabulary/measures';
import { WordTable } from './word-table';

/** A number as it stands in a half-width text. */
export interface Numeral {
  /** As JavaScript writes it; exact, so that a multiplier can be put behind it as an exponent. */
  readonly digits: string;
  readonly end: number;
  readonly integer: boolean;
}

/** More digits than this are an account, a telephone number or a code. */
const LONGEST_NUMBER = 15;
const GROUP = 3;
const COMMA = codeOf(',');
const POINT = codeOf('.');
const COMMAS = /,/g;

/** The position behind the digits that begin at `position`. */
export function digitsEnd(half: string, position: number): number {
  let end = position;
  while (isDigit(half.charCodeAt(end))) end += 1;
  return end;
}

/**
 * Reads the digits at `position`: thousands separators only where they part groups of three. `null` where there
 * are none; `digits` is '' where they are too many for a number.
 */
export function readDigits(half: string, position: number): Numeral | null {
  let end = digitsEnd(half, position);
  if (end === position) return null;
  let length = end - position;
  let separators = 0;
  while (half.charCodeAt(end) === COMMA && (separators > 0 || length <= GROUP)) {
    const groupEnd = digitsEnd(half, end + 1);
    if (groupEnd - end - 1 !== GROUP) break;
    end = groupEnd;
    length += GROUP;
    separators += 1;
  }
  let integer = true;
  if (half.charCodeAt(end) === POINT && isDigit(half.charCodeAt(end + 1))) {
    const decimalsEnd = digitsEnd(half, end + 2);
    length += decimalsEnd - end - 1;
    end = decimalsEnd;
    integer = false;
  }
  if (length > LONGEST_NUMBER) return { digits: '', end, integer };
  const written = half.slice(position, end);
  return { digits: separators > 0 ? written.replace(COMMAS, '') : written, end, integer };
}

const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const LONGEST_NUMERAL = 15;

/** The codes of the characters of Chinese numerals. */
export const NUMERAL_CHARACTER_CODES: readonly number[] = [NUMERALS, PLACES, LARGE].flatMap((values) =>
  Object.keys(values).map((char) => char.charCodeAt(0)),
);
const numeralCharacters = new CharacterSet(NUMERAL_CHARACTER_CODES);

/** Whether a Chinese numeral may hold the character of this code. */
export function isNumeral(code: number): boolean {
  return numeralCharacters.has(code);
}

/** A Chinese numeral; 两三个 has an upper end. `value` is `null` where the characters make no number. */
export interface ChineseNumeral {
  readonly value: number | null;
  readonly upper: number | null;
  readonly end: number;
}

function valueOf(characters: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of characters) {
    const numeral = NUMERALS[char];
    const place = PLACES[char];
    const large = LARGE[char];
    if (numeral !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = numeral;
    } else if (place !== undefined) {
      if (digit === null && !(place === 10 && section % 100 === 0)) return null;
      section += (digit ?? 1) * place;
      digit = null;
    } else if (large !== undefined) {
      if (digit === null && section === 0) return null;
      total += (section + (digit ?? 0)) * large;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

/** Reads the Chinese numeral at `position`: 二, 十二, 一百二十, 三千, 两万, 两三. */
export function readChineseNumeral(half: string, position: number): ChineseNumeral | null {
  let end = position;
  while (isNumeral(half.charCodeAt(end))) end += 1;
  if (end === position) return null;
  if (end - position > LONGEST_NUMERAL) return { value: null, upper: null, end };
  const characters = half.slice(position, end);
  const first = NUMERALS[characters.charAt(0)];
  if (characters.length === 1 && first !== undefined) return { value: first, upper: null, end };
  const second = NUMERALS[characters.charAt(1)];
  if (characters.length === 2 && first !== undefined && second === first + 1 && first > 0) {
    return { value: first, upper: second, end };
  }
  return { value: valueOf(characters), upper: null, end };
}

const multipliers = new WordTable(MULTIPLIERS);

/** The multiplier word at `position`, or 1. */
export function readMultiplier(half: string, position: number): { scale: number; end: number } {
  const match = multipliers.at(half, position);
  return match === null ? { scale: 1, end: position } : { scale: match.value, end: match.end };
}

/** `digits` × `scale`, without the rounding of a floating-point product. */
export function scaled(digits: string, scale: number): number {
  return scale === 1 ? Number(digits) : Number(`${digits}e${Math.round(Math.log10(scale))}`);
}
