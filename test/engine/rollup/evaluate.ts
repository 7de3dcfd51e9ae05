import { parseRangeAddress } from '../../../src/engine/sheet/address';
import type { CellValue } from '../../../src/engine/sheet/cell-value';
import { isCellError } from '../../../src/engine/sheet/cell-value';

/** The value of a cell of a worksheet, by its 0-based position. */
export type Cells = (sheet: string | null, row: number, column: number) => CellValue;

type Value = CellValue | CellValue[];

/**
 * Evaluates the few formulas that rollups use (SUM, COUNT, COUNTIFS, SUMIFS, IF, IFERROR, ISNUMBER, ISERROR, ISBLANK, SUMPRODUCT, EXACT, ABS and arithmetic),
 * so that tests can compare them with the engine's figures. Only what those formulas need of Excel's rules is here.
 */
export function evaluate(formula: string, cells: Cells): CellValue {
  if (!formula.startsWith('=')) throw new Error(`no formula: ${formula}`);
  const reader = new Reader(formula.slice(1), cells);
  const value = reader.comparison();
  if (reader.rest() !== '') throw new Error(`cannot read ${reader.rest()} of ${formula}`);
  return Array.isArray(value) ? value[0]! : value;
}

const SIGN = /^(<>|>=|=|>|<)/;

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly cells: Cells,
  ) {}

  rest(): string {
    return this.text.slice(this.at);
  }

  comparison(): Value {
    let left = this.sum();
    for (let operator = this.take(SIGN); operator; operator = this.take(SIGN)) {
      const [sign] = operator;
      left = each(left, this.sum(), (a, b) => {
        if (sign === '>') return Number(a) > Number(b);
        if (sign === '>=') return Number(a) >= Number(b);
        return sign === '<' ? Number(a) < Number(b) : (fold(a) === fold(b)) === (sign === '=');
      });
    }
    return left;
  }

  private sum(): Value {
    let left = this.product();
    for (let operator = this.take(/^[+-]/); operator; operator = this.take(/^[+-]/)) {
      const times = operator[0] === '-' ? -1 : 1;
      left = each(left, this.product(), (a, b) => Number(a) + times * Number(b));
    }
    return left;
  }

  private product(): Value {
    let left = this.atom();
    for (let operator = this.take(/^[*/]/); operator; operator = this.take(/^[*/]/)) {
      const divides = operator[0] === '/';
      left = each(left, this.atom(), (a, b) => {
        const error = [a, b].find(isCellError);
        if (error) return error;
        if ([a, b].some((value) => typeof value === 'string')) return { error: '#VALUE!' };
        if (divides && Number(b) === 0) return { error: '#DIV/0!' };
        return divides ? Number(a) / Number(b) : Number(a) * Number(b);
      });
    }
    return left;
  }

  private atom(): Value {
    if (this.take(/^\(/)) {
      const value = this.comparison();
      this.expect(/^\)/);
      return value;
    }
    const text = this.take(/^"((?:[^"]|"")*)"/);
    if (text) return text[1]!.replace(/""/g, '"');
    const number = this.take(/^\d+(?:\.\d+)?/);
    if (number) return Number(number[0]);
    const name = this.take(/^([A-Z]+)\(/);
    if (name) return this.call(name[1]!);
    return this.reference();
  }

  private call(name: string): Value {
    const values: Value[] = [];
    while (!this.take(/^\)/)) {
      values.push(this.comparison());
      this.take(/^,/);
    }
    if (name === 'SUM') {
      if (values.length > 255) throw new Error('too many arguments');
      return total(values.flat());
    }
    if (name === 'SUMPRODUCT')
      return total(values.slice(1).reduce((a, b) => each(a, b, product), values[0]!) as CellValue[]);
    if (name === 'EXACT') return each(values[0]!, values[1]!, (a, b) => String(a) === String(b));
    if (name === 'ABS') return Math.abs(Number(values[0]));
    if (name === 'COUNT') return values.flat().filter((value) => typeof value === 'number').length;
    if (name === 'IF') return values[0] === true ? values[1]! : values[2]!;
    if (name === 'ISNUMBER') return typeof values[0] === 'number';
    if (name === 'ISERROR') return isCellError(values[0] as CellValue);
    if (name === 'ISBLANK') return values[0] === null;
    if (name === 'IFERROR') return isCellError(values[0] as CellValue) ? values[1]! : values[0]!;
    if (name === 'COUNTIFS') return countIfs(values);
    if (name === 'SUMIFS') return sumIfs(values);
    throw new Error(`unknown function ${name}`);
  }

  private reference(): Value {
    const match = this.expect(
      /^(?:(?:'((?:[^']|'')+)'|([A-Za-z_]+))!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)/,
    );
    const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? null;
    const range = parseRangeAddress(match[3]!)!;
    const values: CellValue[] = [];
    for (let row = range.firstRow; row <= range.lastRow; row++)
      for (let column = range.firstColumn; column <= range.lastColumn; column++)
        values.push(this.cells(sheet, row, column));
    return match[3]!.includes(':') ? values : values[0]!;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest());
    if (match) this.at += match[0].length;
    return match;
  }

  private expect(pattern: RegExp): RegExpExecArray {
    const match = this.take(pattern);
    if (!match) throw new Error(`cannot read ${this.rest()}`);
    return match;
  }
}

function total(values: readonly CellValue[]): CellValue {
  return (
    values.find(isCellError) ??
    values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
  );
}

/** SUMPRODUCT takes what is no number for 0. */
function product(a: CellValue, b: CellValue): CellValue {
  return [a, b].find(isCellError) ?? (typeof a === 'number' && typeof b === 'number' ? a * b : 0);
}

function each(left: Value, right: Value, of: (a: CellValue, b: CellValue) => CellValue): Value {
  if (!Array.isArray(left) && !Array.isArray(right)) return of(left, right);
  const length = Math.max(Array.isArray(left) ? left.length : 0, Array.isArray(right) ? right.length : 0);
  return Array.from({ length }, (_, i) =>
    of(Array.isArray(left) ? left[i]! : left, Array.isArray(right) ? right[i]! : right),
  );
}

function fold(value: CellValue): CellValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** Criteria of COUNTIFS with what makes them dangerous: operators, wildcards, numbers. */
function meets(value: CellValue, criterion: CellValue): boolean {
  const [, operator = '', operand = ''] = /^(<>|=)?([^]*)$/.exec(String(criterion))!;
  const pattern = operand
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const number = operand.trim() !== '' && Number.isFinite(Number(operand));
  const equal = number
    ? Number(value) === Number(operand) && value !== null
    : new RegExp(`^${pattern}$`, 'is').test(String(value ?? ''));
  return operator === '<>' ? !equal : equal;
}

function matchesAll(pairs: readonly Value[], i: number): boolean {
  for (let p = 0; p < pairs.length; p += 2)
    if (!meets((pairs[p] as CellValue[])[i]!, pairs[p + 1] as CellValue)) return false;
  return true;
}

function countIfs(pairs: readonly Value[]): number {
  const length = [pairs[0]!].flat().length;
  const lists = pairs.map((value, p) => (p % 2 === 0 ? [value].flat() : value)) as Value[];
  return Array.from({ length }, (_, i) => i).filter((i) => matchesAll(lists, i)).length;
}

function sumIfs([sums, ...criteria]: readonly Value[]): number {
  const pairs = criteria.map((value, p) => (p % 2 === 0 ? [value].flat() : value)) as Value[];
  const list = [sums!].flat();
  return list.reduce<number>(
    (sum, value, i) => sum + (matchesAll(pairs, i) && typeof value === 'number' ? value : 0),
    0,
  );
}
