import type { Expression } from '../../calculation/expression';
import { parseFormula } from '../../calculation/parse-formula';
import { isBlankValue } from '../../sheet/cell-value';
import { formulaAt, valueAt, type SheetSnapshot } from '../../sheet/snapshot';
import type { Relation } from '../place';
import type { BodySample } from './body-sample';

/** What the formulas of a column say: the same operation on the same columns in most of its cells. */
export interface FormulaRelation {
  readonly relation: Relation;
  /** 0-based sheet columns. */
  readonly result: number;
  readonly operands: readonly number[];
  /** How many cells say so. */
  readonly rows: number;
}

/** So many cells tell what a column's formulas are. */
const LOOKED_AT = 16;

/** What the formulas in the columns compute from other columns of their row. */
export function formulaRelations(
  sheet: SheetSnapshot,
  { rows }: BodySample,
  columns: readonly number[],
): FormulaRelation[] {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const looked = rows.filter((_, i) => i % step === 0);
  return columns.flatMap((column) => {
    const said = new Map<
      string,
      { relation: FormulaRelation['relation']; operands: number[]; rows: number }
    >();
    let [formulas, filled] = [0, 0];
    for (const row of looked) {
      if (!isBlankValue(valueAt(sheet, row, column))) filled++;
      const formula = formulaAt(sheet, row, column);
      if (formula === null) continue;
      formulas++;
      const expression = parseFormula(formula);
      const read = expression && operationIn(expression, row);
      if (!read) continue;
      const key = `${read.relation} ${read.operands.join(' ')}`;
      const known = said.get(key);
      if (known) known.rows++;
      else said.set(key, { ...read, rows: 1 });
    }
    const most = [...said.values()].sort((a, b) => b.rows - a.rows)[0];
    // A lone formula among typed figures is a slip as likely as the rule of the column.
    const usual = most !== undefined && most.rows * 2 > formulas && most.rows * 2 >= filled;
    return usual ? [{ ...most, result: column }] : [];
  });
}

/** The operation that makes the value, below rounding, percent and what is put in the place of errors. */
function operationIn(
  expression: Expression,
  row: number,
): { relation: FormulaRelation['relation']; operands: number[] } | null {
  switch (expression.kind) {
    case 'percent':
      return operationIn(expression.of, row);
    case 'call':
      return callIn(expression, row);
    case 'binary':
      break;
    default:
      return null;
  }
  const { operator, left, right } = expression;
  if (operator === '/') {
    const change = changeIn(left, right, row);
    if (change) return change;
    const [dividend, divisor] = [columnOf(left, row), columnOf(right, row)];
    return dividend !== null && divisor !== null
      ? { relation: 'quotient', operands: [dividend, divisor] }
      : null;
  }
  if (operator === '*') {
    // What is made percent of, or weighed by a number.
    const bare = isNumber(right) ? left : isNumber(left) ? right : null;
    if (bare) {
      const [column, weight] = [columnOf(bare, row), isNumber(right) ? right.value : 0];
      if (column !== null && weight !== 100) return { relation: 'product', operands: [column] };
      return operationIn(bare, row);
    }
    const factors = [columnOf(left, row), columnOf(right, row)];
    return factors.every((one) => one !== null) ? { relation: 'product', operands: factors } : null;
  }
  if (operator === '+') {
    const terms = termsOf(expression, row);
    return terms && terms.length > 1 ? { relation: 'sum', operands: terms } : null;
  }
  if (operator === '-') {
    const operands = [columnOf(left, row), columnOf(right, row)];
    if (operands.every((one) => one !== null)) return { relation: 'difference', operands };
    // "=F8/E8-1"
    const quotient = isNumber(right) && right.value === 1 ? operationIn(left, row) : null;
    return quotient?.relation === 'quotient' ? { relation: 'change', operands: quotient.operands } : null;
  }
  return null;
}

function callIn(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  row: number,
): { relation: FormulaRelation['relation']; operands: number[] } | null {
  const [first, second, third] = args;
  switch (name.toUpperCase()) {
    case 'ROUND':
    case 'ROUNDUP':
    case 'ROUNDDOWN':
    case 'TRUNC':
    case 'IFERROR':
      return first ? operationIn(first, row) : null;
    case 'IF':
      return (second && operationIn(second, row)) ?? (third ? operationIn(third, row) : null);
    case 'SUM': {
      const operands = args.flatMap((arg) => columnsIn(arg, row) ?? [NaN]);
      return operands.length > 1 && operands.every((one) => !Number.isNaN(one))
        ? { relation: 'sum', operands }
        : null;
    }
    default:
      return null;
  }
}

/** "(F8-E8)/E8" */
function changeIn(
  left: Expression,
  right: Expression,
  row: number,
): { relation: 'change'; operands: number[] } | null {
  if (left.kind !== 'binary' || left.operator !== '-') return null;
  const [after, before, divisor] = [
    columnOf(left.left, row),
    columnOf(left.right, row),
    columnOf(right, row),
  ];
  return after !== null && before !== null && before === divisor
    ? { relation: 'change', operands: [after, before] }
    : null;
}

function termsOf(expression: Expression, row: number): number[] | null {
  if (expression.kind === 'binary' && expression.operator === '+') {
    const [left, right] = [termsOf(expression.left, row), termsOf(expression.right, row)];
    return left && right && [...left, ...right];
  }
  const column = columnOf(expression, row);
  return column === null ? null : [column];
}

/** The columns of a reference to cells of this row alone. */
function columnsIn(expression: Expression, row: number): number[] | null {
  if (expression.kind !== 'reference' || expression.sheet !== null) return null;
  const { firstRow, lastRow, firstColumn, lastColumn } = expression.range;
  if (firstRow !== row || lastRow !== row || lastColumn - firstColumn > 60) return null;
  return Array.from({ length: lastColumn - firstColumn + 1 }, (_, i) => firstColumn + i);
}

function columnOf(expression: Expression, row: number): number | null {
  const columns = columnsIn(expression, row);
  return columns?.length === 1 ? columns[0]! : null;
}

function isNumber(
  expression: Expression,
): expression is Extract<Expression, { kind: 'value' }> & { value: number } {
  return expression.kind === 'value' && typeof expression.value === 'number';
}
