import { isCellError, isUnknown, UNKNOWN_FORMULA, type CellValue } from '../sheet/cell-value';
import { finite, toCondition, toNumber } from './coercion';
import type { Expression } from './expression';

/** What functions may ask of the one who evaluates. */
export interface Evaluator {
  /** The one value of an expression. */
  value(expression: Expression): CellValue;
  /**
   * The values of an argument that may be a range, one after the other; `isCell` tells values in cells from those that
   * stand in the formula, for texts and logical values count only there.
   */
  each(expression: Expression, visit: (value: CellValue, isCell: boolean) => void): void;
}

type Call = (args: readonly Expression[], evaluator: Evaluator) => CellValue;

/** The functions that are calculated; a formula with any other is not. */
export const FUNCTIONS: Readonly<Record<string, Call>> = {
  IF: (args, evaluator) => {
    const [condition, yes, no] = args;
    if (!condition || !yes || args.length > 3) return UNKNOWN_FORMULA;
    const holds = toCondition(evaluator.value(condition));
    if (typeof holds !== 'boolean') return holds;
    return holds ? evaluator.value(yes) : no ? evaluator.value(no) : false;
  },
  IFERROR: (args, evaluator) => instead(args, evaluator, isCellError),
  IFNA: (args, evaluator) =>
    instead(args, evaluator, (value) => isCellError(value) && value.error === '#N/A'),
  SUM: (args, evaluator) => {
    const numbers = numbersOf(args, evaluator);
    return Array.isArray(numbers) ? finite(sumOf(numbers)) : numbers;
  },
  AVERAGE: (args, evaluator) => {
    const numbers = numbersOf(args, evaluator);
    if (!Array.isArray(numbers)) return numbers;
    return numbers.length === 0 ? { error: '#DIV/0!' } : finite(sumOf(numbers) / numbers.length);
  },
  MIN: (args, evaluator) => extreme(args, evaluator, (a, b) => (a < b ? a : b)),
  MAX: (args, evaluator) => extreme(args, evaluator, (a, b) => (a > b ? a : b)),
  ROUND: (args, evaluator) => rounded(args, evaluator, Math.round),
  ROUNDUP: (args, evaluator) => rounded(args, evaluator, Math.ceil),
  ROUNDDOWN: (args, evaluator) => rounded(args, evaluator, Math.floor),
  ABS: (args, evaluator) => {
    if (args.length !== 1) return UNKNOWN_FORMULA;
    const number = toNumber(evaluator.value(args[0]!));
    return typeof number === 'number' ? Math.abs(number) : number;
  },
};

function instead(
  args: readonly Expression[],
  evaluator: Evaluator,
  isWrong: (value: CellValue) => boolean,
): CellValue {
  if (args.length !== 2) return UNKNOWN_FORMULA;
  const value = evaluator.value(args[0]!);
  return isWrong(value) ? evaluator.value(args[1]!) : value;
}

/** The numbers among arguments, or the first error; what is not known makes the whole unknown. */
function numbersOf(args: readonly Expression[], evaluator: Evaluator): number[] | CellValue {
  if (args.length === 0) return UNKNOWN_FORMULA;
  const numbers: number[] = [];
  let wrong: CellValue = null;
  let isLost = false;
  for (const arg of args) {
    evaluator.each(arg, (value, isCell) => {
      if (isUnknown(value)) isLost = true;
      else if (isCellError(value)) wrong ??= value;
      else if (typeof value === 'number') numbers.push(value);
      else if (!isCell) {
        const number = toNumber(value);
        if (typeof number === 'number') numbers.push(number);
        else if (isUnknown(number)) isLost = true;
        else wrong ??= number;
      }
    });
  }
  return isLost ? UNKNOWN_FORMULA : (wrong ?? numbers);
}

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function extreme(
  args: readonly Expression[],
  evaluator: Evaluator,
  choose: (a: number, b: number) => number,
): CellValue {
  const numbers = numbersOf(args, evaluator);
  if (!Array.isArray(numbers)) return numbers;
  return numbers.length === 0 ? 0 : numbers.reduce(choose);
}

/** More digits than a number has, on either side of the point. */
const MOST_DIGITS = 15;

/** Rounds away from 0 as people do: 2.675 is 2.68, for what was typed counts and not how it is stored. */
function rounded(
  args: readonly Expression[],
  evaluator: Evaluator,
  round: (value: number) => number,
): CellValue {
  if (args.length !== 2) return UNKNOWN_FORMULA;
  const [value, digits] = args.map((arg) => toNumber(evaluator.value(arg))) as [
    ReturnType<typeof toNumber>,
    ReturnType<typeof toNumber>,
  ];
  if (typeof value !== 'number') return value;
  if (typeof digits !== 'number') return digits;
  const places = Math.trunc(digits);
  if (value === 0 || places > MOST_DIGITS) return value;
  if (places < -MOST_DIGITS) return round === Math.ceil ? UNKNOWN_FORMULA : 0;
  const shifted = round(shift(Math.abs(value), places));
  return finite(Math.sign(value) * shift(shifted, -places));
}

/** The number with its point moved to the right. */
function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = value.toPrecision(MOST_DIGITS).split('e') as [string, string?];
  return Number(`${digits}e${Number(exponent) + places}`);
}
