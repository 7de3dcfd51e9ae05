import { readRateCell, readTextRate, type RateCell } from '../../annex/values/rate-cell';
import type { NumberCell } from '../../annex/values/number-cell';

/** Above this a bare number is a coefficient in hundreds: 85 for 0.85. */
const MOST_AS_SHARE = 1.5;

/** 得分系数: the share of the points that a result is worth. */
export interface Coefficient {
  /** 1 for all of them. */
  readonly share: number;
  /** Half a unit of the last digit that is shown, as a share. */
  readonly halfUnit: number;
}

/** Reads a cell of 得分系数, written 0.85, 85%, 85 or as such a text; `null` where it holds none. */
export function coefficientOf(cell: NumberCell | null): Coefficient | null {
  if (!cell) return null;
  const { row, column, place, raw, format, formula } = cell;
  const number = typeof raw === 'string' ? readTextRate(raw)?.number : raw;
  const scale = typeof number === 'number' && number > MOST_AS_SHARE ? 'percent' : 'fraction';
  const read: RateCell = readRateCell(row, column, place, raw, format, formula, { scale, decimals: 0 });
  return read.fraction === null ? null : { share: read.fraction, halfUnit: read.halfUnit };
}
