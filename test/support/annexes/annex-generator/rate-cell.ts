import type { CellInput } from '../sheet-builder';
import { round, type RateStyle } from './model';

/** A rate as the table keeps it. In a formula `{budget}` stands for the address of that field in the row. */
export function rateCell(actual: number, budget: number, style: RateStyle): CellInput {
  const rate = actual / budget;
  switch (style) {
    case 'fraction':
      return { value: round(rate, 4), format: '0.00%' };
    case 'whole':
      return { value: round(rate, 2), format: '0%' };
    case 'bare':
      return round(rate, 4);
    case 'percent':
      return round(rate * 100, 2);
    case 'formula':
      return { value: rate, format: '0.00%', formula: '={actual}/{budget}' };
  }
}
