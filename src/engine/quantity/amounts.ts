import { CharacterSet } from './character-set';
import { codeOf, isDigit, isIdeograph, isLatinLetter, skipSpaces } from './characters';
import { rangeSignEnd } from './dates';
import { isNumeral, readChineseNumeral, readDigits, readMultiplier, scaled } from './numerals';
import type { Approximation } from './statement';
import { unitAt, unknownMeasureAt, type UnitMatch } from './units';
import { APPROXIMATE_WITHIN } from './vocabulary/approximations';
import { WordTable } from './word-table';

const approximateWithin = new WordTable(APPROXIMATE_WITHIN);
/** Signs behind digits that join them to a code, a ratio or a clock time: 7×24, 8:30, 1+N. */
const JOINING = CharacterSet.of(':/×xX*+#');
const MINUS = codeOf('-');
const POINT = codeOf('.');
const ZERO = codeOf('0');

/** One end of what may be a range. */
export interface Amount {
  readonly value: number;
  readonly upper: number | null;
  readonly scale: number;
  readonly digits: string;
  readonly integer: boolean;
  readonly chinese: boolean;
  readonly approximation: Approximation | null;
  readonly unit: UnitMatch | null;
  readonly numberEnd: number;
  readonly end: number;
}

/** One number with what belongs to it up to its unit; `null` where the characters make no number. */
export function amountAt(half: string, position: number): Amount | null {
  const minus = half.charCodeAt(position) === MINUS;
  const digits = readDigits(half, minus ? position + 1 : position);
  let base: { digits: string; upper: number | null; integer: boolean; end: number };
  if (digits !== null) {
    if (digits.digits === '') return null;
    base = {
      digits: (minus ? '-' : '') + digits.digits,
      upper: null,
      integer: digits.integer,
      end: digits.end,
    };
  } else {
    const numeral = readChineseNumeral(half, position);
    if (numeral === null || numeral.value === null) return null;
    base = { digits: String(numeral.value), upper: numeral.upper, integer: true, end: numeral.end };
  }
  const numberEnd = base.end;
  let end = numberEnd;
  let approximation: Approximation | null = base.upper === null ? null : 'around';
  let scale = 1;
  let unit = unitAt(half, end);
  if (unit === null) {
    let within = approximateWithin.at(half, end);
    const multiplier =
      digits === null ? { scale: 1, end } : readMultiplier(half, within?.end ?? skipSpaces(half, end));
    if (multiplier.scale !== 1) {
      scale = multiplier.scale;
      approximation = within?.value ?? approximation;
      end = multiplier.end;
      within = approximateWithin.at(half, end);
    }
    if (within !== null) {
      const behind = unitAt(half, within.end);
      if (behind !== null || scale !== 1 || within.word === '+') {
        approximation = within.value;
        end = within.end;
      }
    }
    unit = unitAt(half, end) ?? (digits === null ? null : unknownMeasureAt(half, end));
  }
  return {
    value: scaled(base.digits, scale),
    upper: base.upper,
    scale,
    digits: base.digits,
    integer: base.integer,
    chinese: digits === null,
    approximation,
    unit,
    numberEnd,
    end: unit?.end ?? end,
  };
}

/** The upper end of the range that `first` begins, or `null`. */
export function rangeEndOf(half: string, first: Amount): Amount | null {
  const sign = rangeSignEnd(half, first.end);
  if (sign < 0 || first.upper !== null) return null;
  const code = half.charCodeAt(sign);
  if (first.chinese ? !isNumeral(code) : !isDigit(code)) return null;
  const second = amountAt(half, sign);
  if (second === null || (second.digits.startsWith('0') && second.integer && second.digits !== '0'))
    return null;
  if (first.unit !== null) {
    if (second.unit === null || second.unit.unit.base !== first.unit.unit.base) return null;
    if (second.unit.unit.measure !== first.unit.unit.measure) return null;
  }
  const lower = first.scale === 1 && first.unit === null ? scaled(first.digits, second.scale) : first.value;
  return second.value >= lower ? second : null;
}

/** Whether the digits are part of a code, a version, a telephone number, a ratio or a clock time. */
export function isCode(half: string, i: number, amount: Amount): boolean {
  const before = half.charCodeAt(i - 1);
  const isPercent = amount.unit?.unit.dimension === 'percent';
  if (isLatinLetter(before) && !isPercent) {
    const word = isLatinLetter(half.charCodeAt(i - 2));
    if (!word || amount.unit === null || !isIdeograph(half.charCodeAt(amount.unit.start))) return true;
  }
  if (before === POINT && isDigit(half.charCodeAt(i - 2))) return true;
  const behind = half.charCodeAt(amount.numberEnd);
  const next = half.charCodeAt(amount.numberEnd + 1);
  if (JOINING.has(behind) && (isDigit(next) || isLatinLetter(next))) return true;
  if (behind === POINT && isDigit(next)) return true;
  if (isLatinLetter(behind) && (amount.unit === null || amount.unit.start !== amount.numberEnd)) return true;
  return half.charCodeAt(i) === ZERO && isDigit(half.charCodeAt(i + 1));
}

/** The end of the code whose digits end at `position`. */
export function codeEnd(half: string, position: number): number {
  let end = position;
  for (;;) {
    const code = half.charCodeAt(end);
    const joins =
      (JOINING.has(code) || code === POINT || code === MINUS) && isDigit(half.charCodeAt(end + 1));
    if (!joins && !isDigit(code) && !isLatinLetter(code)) break;
    end += 1;
  }
  return half.startsWith('小时', end) ? end + 2 : end;
}
