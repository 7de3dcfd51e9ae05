import { UNKNOWN_FORMULA, type CellValue } from '../sheet/cell-value';
import { finite, isNoValue, toNumber, toText, type NoValue } from './coercion';
import type { BinaryOperator } from './expression';

/** What an operator makes of two values; errors and what is not known are handed on, the left one first. */
export function combine(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
  if (isNoValue(left)) return left;
  if (isNoValue(right)) return right;
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return calculate(operator, left, right);
    case '&':
      return join(left, right);
    default:
      return compare(operator, left, right);
  }
}

function calculate(operator: '+' | '-' | '*' | '/' | '^', left: CellValue, right: CellValue): CellValue {
  const a = toNumber(left);
  if (typeof a !== 'number') return a;
  const b = toNumber(right);
  if (typeof b !== 'number') return b;
  switch (operator) {
    case '+':
      return finite(withoutRest(a + b, a));
    case '-':
      return finite(withoutRest(a - b, a));
    case '*':
      return finite(a * b);
    case '/':
      return b === 0 ? { error: '#DIV/0!' } : finite(a / b);
    case '^':
      return power(a, b);
  }
}

/** A sum that comes to next to nothing beside what was added up is 0 in spreadsheets. */
function withoutRest(sum: number, part: number): number {
  return Math.abs(sum) < Math.abs(part) * 1e-15 ? 0 : sum;
}

function power(base: number, exponent: number): CellValue {
  if (base === 0 && exponent === 0) return { error: '#NUM!' };
  if (base === 0 && exponent < 0) return { error: '#DIV/0!' };
  return finite(base ** exponent);
}

function join(left: CellValue, right: CellValue): string | NoValue {
  const a = toText(left);
  if (typeof a !== 'string') return a;
  const b = toText(right);
  return typeof b === 'string' ? a + b : b;
}

/** Numbers are less than texts, and texts less than logical values. */
function rank(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compare(operator: BinaryOperator, left: CellValue, right: CellValue): boolean | NoValue {
  const order = orderOf(like(left, right), like(right, left));
  if (typeof order !== 'number') return order === 'differ' ? differing(operator) : order;
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** A blank is nothing of the kind of the other side. */
function like(value: CellValue, other: CellValue): CellValue {
  if (value !== null) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

/** Which of two different texts comes first depends on the language. */
function differing(operator: BinaryOperator): boolean | NoValue {
  return operator === '=' ? false : operator === '<>' ? true : UNKNOWN_FORMULA;
}

function orderOf(left: CellValue, right: CellValue): number | 'differ' {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string')
    return left.toUpperCase() === String(right as string).toUpperCase() ? 0 : 'differ';
  const [a, b] = [Number(left), Number(right)];
  return Number(a.toPrecision(15)) === Number(b.toPrecision(15)) ? 0 : a - b;
}
