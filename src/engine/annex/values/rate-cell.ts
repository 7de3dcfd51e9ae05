import type { CellValue } from '../../sheet/cell-value';
import { shownDigits, storedDecimals } from '../../sheet/number-format';
import type { CellRef } from '../place';
import { foldText } from '../text';
import { behindLabel } from './behind-label';
import { isTooLarge } from './number-cell';
import { presenceOf, type Presence } from './presence';

/** What a bare number in a column of rates means: 0.95 (`fraction`) or 95 (`percent`). */
export type RateScale = 'fraction' | 'percent';

/** How the rates of an annex are written. */
export interface RateHabit {
  /** What bare numbers mean. */
  readonly scale: RateScale;
  /** The digits after the point that most bare numbers carry ("General" drops closing zeros). */
  readonly decimals: number;
}

/** A cell of 执行率. */
export interface RateCell extends CellRef {
  readonly raw: CellValue;
  readonly formula: string | null;
  readonly format: string;
  readonly presence: Presence;
  /** The rate as a fraction (1 = 100 %); `null` where the cell holds no rate. */
  readonly fraction: number | null;
  /** Half a unit of the last digit shown, as a fraction: a rate this far from the quotient is only rounded. */
  readonly halfUnit: number;
  /** Digits shown after the point, of the percentage (or of the number, where no percent sign is shown). */
  readonly decimals: number;
  readonly asText: boolean;
  /** Whether a percent sign is shown (by the text or by the number format). */
  readonly percentSign: boolean;
  /** What bare numbers mean in this cell's column. */
  readonly scale: RateScale;
  /** The label that stands before the rate in the cell, its colon included; absent: none. */
  readonly label?: string;
  /** Rates of single sources that stand below it in a form; absent: none. */
  readonly further?: readonly RateCell[];
}

interface TypedRate {
  readonly number: number;
  readonly percent: boolean;
  readonly decimals: number;
}

/** A rate typed as text: "98.5%", "100％", "0.985"; `null` where the text is none. */
export function readTextRate(text: string): TypedRate | null {
  if (text.length > 24) return null;
  const match = /^(-?\d{1,6})(?:\.(\d{0,12}))?(%)?$/.exec(foldText(text).replace(/^'/, '').replace(/,/g, ''));
  if (!match) return null;
  return {
    number: Number(`${match[1]}.${match[2] ?? ''}0`),
    percent: match[3] !== undefined,
    decimals: match[2]?.length ?? 0,
  };
}

/**
 * Reads one cell of a column of rates.
 *
 * @param habit what bare numbers mean here, and how many digits they carry
 */
export function readRateCell(
  row: number,
  column: number,
  place: number,
  raw: CellValue,
  format: string,
  formula: string | null,
  { scale, decimals: usualDecimals }: RateHabit,
): RateCell {
  const presence = presenceOf(raw);
  const read = readFraction(raw, presence, format, scale, usualDecimals);
  return {
    row,
    column,
    place,
    raw,
    formula,
    format,
    presence,
    fraction: read.fraction,
    halfUnit: read.halfUnit,
    decimals: read.decimals,
    asText: read.fraction !== null && typeof raw === 'string',
    percentSign: read.percentSign,
    scale,
  };
}

/** Reads a cell that holds its own label beside its rate ("执行率：90%"), or the rate alone. */
export function readLabelledRate(...cell: Parameters<typeof readRateCell>): RateCell {
  const [row, column, place, raw, format, formula, habit] = cell;
  const parted = typeof raw === 'string' ? behindLabel(raw) : null;
  if (!parted || !readTextRate(parted.answer)) return readRateCell(...cell);
  const { label, answer } = parted;
  return { ...readRateCell(row, column, place, answer, format, formula, habit), raw, label };
}

interface Fraction {
  readonly fraction: number | null;
  readonly halfUnit: number;
  readonly decimals: number;
  readonly percentSign: boolean;
}

const NO_RATE: Fraction = { fraction: null, halfUnit: 0, decimals: 0, percentSign: false };

function readFraction(
  raw: CellValue,
  presence: Presence,
  format: string,
  scale: RateScale,
  usualDecimals: number,
): Fraction {
  if (typeof raw === 'number') {
    if (isTooLarge(raw)) return NO_RATE;
    const shown = shownDigits(format);
    if (shown.percent) return percent(raw, shown.decimals ?? 0);
    return bare(raw, shown.decimals ?? Math.max(storedDecimals(raw), usualDecimals), scale);
  }
  const typed = presence === 'value' && typeof raw === 'string' ? readTextRate(raw) : null;
  if (!typed) return NO_RATE;
  return typed.percent
    ? percent(typed.number / 100, typed.decimals)
    : bare(typed.number, typed.decimals, scale);
}

function percent(fraction: number, decimals: number): Fraction {
  return { fraction, halfUnit: halfUnit(decimals + 2), decimals, percentSign: true };
}

function bare(number: number, decimals: number, scale: RateScale): Fraction {
  // "1" under 执行率(%) is the habit of writing 100 % as 1.
  if (scale === 'percent' && number !== 1) {
    return { fraction: number / 100, halfUnit: halfUnit(decimals + 2), decimals, percentSign: false };
  }
  // Nobody rounds a rate to tenths: "1" and "0.9" mean at least whole percents.
  return { fraction: number, halfUnit: halfUnit(Math.max(decimals, 2)), decimals, percentSign: false };
}

/** Half a unit of the n-th digit after the point, with room for binary noise. */
function halfUnit(digits: number): number {
  return 0.5 * 10 ** -Math.min(digits, 9) + 1e-10;
}
