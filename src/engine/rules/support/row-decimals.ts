import type { Annex } from '../../annex/annex';
import { decimalsOf } from '../../annex/values/number-cell';
import type { Quotient } from './rates';

/** Amounts in 万元 carry two decimals, whatever closing zeros are dropped. */
const USUAL_DECIMALS = 2;

/**
 * The decimals to which the money of one row is rounded: as many as the annex uses, but where another row carries
 * more than usual that says nothing of this one.
 */
export function decimalsInRow(
  { actual, budget }: Quotient,
  { moneyDecimals }: Pick<Annex, 'moneyDecimals'>,
): number {
  return Math.min(moneyDecimals, Math.max(USUAL_DECIMALS, decimalsOf(actual), decimalsOf(budget)));
}
