import { parseStatement, type Quantity } from '../../../src/engine/quantity';

const two = (part: number | null) => (part === null ? '?' : String(part));

/** A quantity as a short text: operator (in brackets where weak), value, measure, then ~ for approximate. */
export function summary(quantity: Quantity): string {
  const { operator, weak, value, upper, unit, approximation, date } = quantity;
  const sign = operator === null ? '' : weak ? `(${operator})` : operator;
  const around = approximation === null ? '' : { above: '+', below: '-', around: '~' }[approximation];
  const change = quantity.change ? 'Δ' : '';
  if (date !== undefined) {
    const from = upper === null ? '' : `${value}→`;
    return `${sign}@${from}${two(date.year)}.${two(date.month)}.${two(date.day)} ${date.boundary}${around}`;
  }
  const per = unit.per === null ? '' : `/${unit.per}`;
  return `${sign}${change}${value}${upper === null ? '' : `..${upper}`}${unit.measure}${per}${around}`;
}

/** The quantities of a text, parted by blanks and bars. */
export function read(text: string): string {
  return parseStatement(text).quantities.map(summary).join(' | ');
}
