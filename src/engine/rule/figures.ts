import type { Annex } from '../annex/annex';
import type { Quantity } from '../quantity';
import { CELL_DIGITS, plainNumber } from '../sheet/number-format';
import { shortened } from '../sheet/shortened';

/** So many decimals an amount has at least, zeros or not. */
const MONEY_DECIMALS = 2;

/**
 * Money as the annex writes it: in its own unit, with two decimals, and with further ones up to as many as its cells carry
 * where they say something ("771.57", "771.5704").
 */
export function moneyText(amount: number, annex: Pick<Annex, 'moneyDecimals'>): string {
  const text = amount.toFixed(Math.max(MONEY_DECIMALS, annex.moneyDecimals));
  const point = text.indexOf('.');
  // Beyond all amounts that are meant there is an exponent and no point.
  if (point < 0) return text;
  let end = text.length;
  while (end > point + 1 + MONEY_DECIMALS && text[end - 1] === '0') end--;
  return text.slice(0, end);
}

/** A rate (1 = 100 %) as a percentage, with the decimals given; two where the cell tells nothing. */
export function rateText(fraction: number, decimals = 2): string {
  return `${(fraction * 100).toFixed(Math.min(decimals, 6))}%`;
}

/** A figure for a message that has no form of its own, such as points; nothing where there is none. */
export function figureOrNothing(value: number | null | undefined): string {
  return value == null ? '' : plainNumber(value);
}

/** Sums and differences of published figures, binary noise dropped. */
export function roundNoise(value: number): number {
  if (Number.isInteger(value)) return value;
  const size = Math.abs(value);
  if (size < 1e-9) return 0;
  // Between 1 and 100,000 seven decimals are twelve digits or fewer; writing the number out is far slower.
  if (size >= 1 && size < 1e5) return Math.round(value * 1e7) / 1e7;
  if (size < 1) return Number(plainNumber(value));
  // Amounts in yuan reach trillions, and fen are no noise.
  const wholeDigits = Math.floor(Math.log10(size)) + 1;
  return Number(value.toFixed(Math.max(0, Math.min(7, CELL_DIGITS - wholeDigits))));
}

/** The longest part of a cell's own text that a message quotes. Characters. */
const LONGEST_QUOTE = 60;

/** A cell's own text for a message: on one line, shortened, and its quotation marks those of a quotation in another. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return shortened(line, LONGEST_QUOTE).replace(/[“”‘’]/g, (mark) => NESTED[mark]!);
}

const NESTED: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** A figure as a text writes it, with its unit (which may stand in a column of its own) and without its operator. */
export function figureText(text: string, { numberSpan, unitSpan, unit }: Quantity): string {
  const figure = text.slice(numberSpan.start, Math.max(numberSpan.end, unitSpan?.end ?? 0));
  return unitSpan !== null && unitSpan.start >= text.length ? figure + unit.measure : figure;
}

/** Digits of an amount that say something: all but the zeros at its ends. */
export function significantDigits(amount: number): number {
  return String(Number(amount.toPrecision(12)))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
}
