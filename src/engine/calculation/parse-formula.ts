import { columnIndex, LAST_COLUMN, LAST_ROW, parseAddress, type CellRange } from '../sheet/address';
import { knownErrorCode } from '../sheet/cell-value';
import type { BinaryOperator, Expression, Reference } from './expression';

/** Excel's longest formula. */
const LONGEST_FORMULA = 8_192;
/** Levels of brackets and signs; Excel allows 64 levels of functions. */
const DEEPEST = 128;

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"]|"")*"/y;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/iy;
const QUOTED_SHEET = /'((?:[^']|'')+)'!/y;
const PLAIN_SHEET = /([\p{L}_][\p{L}\p{N}_.]*)!/uy;
const CELLS = /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.($!])/uy;
const COLUMNS = /\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})(?![\p{L}\p{N}_.($!])/uy;
const ROWS = /\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})(?![\p{L}\p{N}_.($!])/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;
const COMPARISON = /<>|<=|>=|[=<>]/y;

class NotSimple extends Error {}

/**
 * Takes a formula apart.
 * @param formula as files have it, with or without its leading "="
 * @returns `null` for whatever is not simple: other workbooks, names, tables, arrays, unions, intersections, spilled
 *   ranges, several worksheets at once, or no formula at all
 */
export function parseFormula(formula: string): Expression | null {
  if (formula.length > LONGEST_FORMULA) return null;
  try {
    return new FormulaParser(formula.replace(/^\s*=/, '')).parse();
  } catch (error) {
    if (error instanceof NotSimple) return null;
    throw error;
  }
}

/** Operators bind, from the strongest: sign, percent, power, product, sum, joining, comparison. All from the left. */
class FormulaParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  parse(): Expression {
    const expression = this.comparison();
    if (this.at < this.text.length) throw new NotSimple();
    return expression;
  }

  private comparison(): Expression {
    let left = this.joining();
    for (let sign = this.take(COMPARISON); sign !== null; sign = this.take(COMPARISON))
      left = { kind: 'binary', operator: sign as BinaryOperator, left, right: this.joining() };
    return left;
  }

  private joining(): Expression {
    return this.level('&', () => this.sum());
  }

  private sum(): Expression {
    return this.level('+-', () => this.product());
  }

  private product(): Expression {
    return this.level('*/', () => this.power());
  }

  private power(): Expression {
    return this.level('^', () => this.percent());
  }

  private level(signs: string, next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const sign = this.peek();
      if (sign === '' || !signs.includes(sign)) return left;
      this.at++;
      left = { kind: 'binary', operator: sign as BinaryOperator, left, right: next() };
    }
  }

  private percent(): Expression {
    let of = this.signed();
    while (this.takeSign('%')) of = { kind: 'percent', of };
    return of;
  }

  private signed(): Expression {
    if (this.takeSign('-')) return { kind: 'negation', of: this.deeper(() => this.signed()) };
    // A plus sign does nothing at all, not even to a text.
    if (this.takeSign('+')) return this.deeper(() => this.signed());
    return this.operand();
  }

  private operand(): Expression {
    if (this.takeSign('(')) {
      const inside = this.deeper(() => this.comparison());
      this.must(')');
      return inside;
    }
    const text = this.take(TEXT);
    if (text !== null) return { kind: 'value', value: text.slice(1, -1).replace(/""/g, '"') };
    const error = this.take(ERROR);
    if (error !== null) return this.error(error);
    const sheet = this.sheet();
    const reference = this.reference(sheet);
    if (reference) return reference;
    if (sheet !== null) {
      const gone = this.take(ERROR);
      if (gone !== null) return this.error(gone);
      throw new NotSimple();
    }
    const number = this.take(NUMBER);
    if (number !== null) return this.number(number);
    const name = this.take(NAME);
    if (name === null) throw new NotSimple();
    if (this.takeSign('(')) return { kind: 'call', name: name.toUpperCase(), args: this.arguments() };
    if (/^(?:TRUE|FALSE)$/i.test(name)) return { kind: 'value', value: name.length === 4 };
    throw new NotSimple();
  }

  private error(text: string): Expression {
    const code = knownErrorCode(text.toUpperCase());
    if (!code) throw new NotSimple();
    return { kind: 'value', value: { error: code } };
  }

  private number(text: string): Expression {
    const value = Number(text);
    if (!Number.isFinite(value)) throw new NotSimple();
    return { kind: 'value', value };
  }

  /** The arguments of a call up to its closing bracket. */
  private arguments(): Expression[] {
    if (this.takeSign(')')) return [];
    const args: Expression[] = [];
    for (;;) {
      const next = this.peek();
      args.push(next === ',' || next === ')' ? { kind: 'empty' } : this.deeper(() => this.comparison()));
      if (this.takeSign(')')) return args;
      this.must(',');
    }
  }

  /** The name of a worksheet before a reference, or `null`. */
  private sheet(): string | null {
    const quoted = this.take(QUOTED_SHEET);
    const name = quoted?.slice(1, -2).replace(/''/g, "'") ?? this.take(PLAIN_SHEET)?.slice(0, -1) ?? null;
    // Of other workbooks and of several worksheets.
    if (name !== null && /[[\]:]/.test(name)) throw new NotSimple();
    return name;
  }

  private reference(sheet: string | null): Reference | null {
    const columns = this.take(COLUMNS);
    if (columns !== null) {
      const [first, last] = columns.replace(/\$/g, '').split(':').map(columnIndex) as [number, number];
      if (first < 0 || last < 0) throw new NotSimple();
      return this.cells(sheet, { firstRow: 0, lastRow: LAST_ROW, firstColumn: first, lastColumn: last });
    }
    const rows = this.take(ROWS);
    if (rows !== null) {
      const [first, last] = rows
        .replace(/\$/g, '')
        .split(':')
        .map((row) => Number(row) - 1) as [number, number];
      return this.cells(sheet, { firstRow: first, lastRow: last, firstColumn: 0, lastColumn: LAST_COLUMN });
    }
    const from = this.take(CELLS);
    if (from === null) return null;
    const first = parseAddress(from);
    // Three letters and a number that name no cell are a name.
    if (!first) throw new NotSimple();
    const to = this.takeSign(':') ? this.take(CELLS) : from;
    const last = to === null ? null : parseAddress(to);
    if (!last) throw new NotSimple();
    return this.cells(sheet, {
      firstRow: first.row,
      firstColumn: first.column,
      lastRow: last.row,
      lastColumn: last.column,
    });
  }

  private cells(sheet: string | null, { firstRow, firstColumn, lastRow, lastColumn }: CellRange): Reference {
    // Ranges of ranges and spilled ranges.
    if (this.peek() === ':' || this.peek() === '#' || lastRow > LAST_ROW) throw new NotSimple();
    const range = {
      firstRow: Math.min(firstRow, lastRow),
      firstColumn: Math.min(firstColumn, lastColumn),
      lastRow: Math.max(firstRow, lastRow),
      lastColumn: Math.max(firstColumn, lastColumn),
    };
    return { kind: 'reference', sheet, range };
  }

  private deeper(parse: () => Expression): Expression {
    if (++this.depth > DEEPEST) throw new NotSimple();
    const parsed = parse();
    this.depth--;
    return parsed;
  }

  /** The next sign that is no space; "" at the end. */
  private peek(): string {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
    return this.text[this.at] ?? '';
  }

  private takeSign(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at++;
    return true;
  }

  private must(sign: string): void {
    if (!this.takeSign(sign)) throw new NotSimple();
  }

  private take(pattern: RegExp): string | null {
    this.peek();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return null;
    this.at = pattern.lastIndex;
    this.peek();
    return match[0];
  }
}
