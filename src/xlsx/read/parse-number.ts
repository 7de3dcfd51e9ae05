const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;
/** So many digits always make an integer that a double holds exactly. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The number written in `text` from `start` to `end`; NaN where that is no finite decimal number.
 *
 * The usual short number is read digit by digit, with no string made: an integer below 2^53 divided by a power of ten
 * that a double holds exactly is the correctly rounded value.
 */
export function parseNumber(text: string, start: number, end: number): number {
  let at = start;
  const negative = text.charCodeAt(at) === MINUS;
  if (negative) at++;
  let digits = 0;
  let decimals = -1;
  let mantissa = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      mantissa = mantissa * 10 + (code - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === POINT && decimals < 0) decimals = 0;
    else break;
  }
  if (at === end && digits > 0 && digits <= EXACT_DIGITS) {
    const value = decimals > 0 ? mantissa / POWERS_OF_TEN[decimals]! : mantissa;
    return negative ? -value : value;
  }
  const written = text.slice(start, end).trim();
  const value = NUMBER.test(written) ? Number(written) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** A whole number of at most nine digits and nothing else, from `start` up to `end` of a text; -1 where it is none. */
export function parseDigits(text: string, start: number, end: number): number {
  if (end <= start || end - start > 9) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return -1;
    number = number * 10 + code - ZERO;
  }
  return number;
}
