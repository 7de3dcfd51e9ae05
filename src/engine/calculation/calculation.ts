import { LAST_COLUMN, type CellPosition, type CellRange } from '../sheet/address';
import { isUnknown, UNKNOWN_FORMULA, type CellValue } from '../sheet/cell-value';
import { formulaAt, valueAt, type SheetSnapshot } from '../sheet/snapshot';
import { combine } from './arithmetic';
import { toNumber } from './coercion';
import { referencesOf, type Expression, type Reference } from './expression';
import { FUNCTIONS, type Evaluator } from './functions';
import { parseFormula } from './parse-formula';

/** Cells that all formulas of a workbook may look at together; what comes after is not known. */
const MOST_LOOKS = 10_000_000;

/** Where a cell is; `sheet` is our own count of worksheets. */
interface Place extends CellPosition {
  readonly sheet: KnownSheet;
}

/** A worksheet with what has been found out about its formulas without a value. */
interface KnownSheet {
  readonly snapshot: SheetSnapshot;
  readonly values: Map<number, CellValue>;
  /** Formulas whose cells are being waited for. */
  readonly open: Map<number, Expression>;
}

/**
 * Calculates the formulas of a workbook whose values the file does not keep, as far as they are simple: + − × ÷, powers,
 * percent, joining, comparison, a few functions, and cells of the same workbook. Values that the file keeps are taken as
 * they are. Everything else, circles among it, stays unknown. Nothing is calculated twice, and no chain of formulas is
 * too long.
 */
export class Calculation {
  private readonly sheets = new Map<string, KnownSheet | null>();
  private looks = 0;

  /** @param sheetNamed the worksheet of a name, whatever the case of its letters; `null` where none can be read */
  constructor(private readonly sheetNamed: (name: string) => SheetSnapshot | null) {}

  /**
   * The worksheet with the values that could be calculated.
   * @param sheet the very one that `sheetNamed` gives
   */
  calculated(sheet: SheetSnapshot): SheetSnapshot {
    const known = this.know(sheet.name, sheet);
    const done: CellPosition[] = [];
    const values = sheet.values.map((row, r) => {
      if (!row.some(isWaiting)) return row;
      return row.map((value, c) => {
        if (!isWaiting(value)) return value;
        const place = { sheet: known, row: sheet.firstRow + r, column: sheet.firstColumn + c };
        const found = this.find(place);
        if (!isUnknown(found)) done.push({ row: place.row, column: place.column });
        return found;
      });
    });
    return done.length === 0 ? sheet : { ...sheet, values, calculated: done };
  }

  private know(name: string, given?: SheetSnapshot): KnownSheet {
    const key = name.toLowerCase();
    const present = this.sheets.get(key);
    if (present && (given === undefined || present.snapshot === given)) return present;
    const known = { snapshot: given!, values: new Map(), open: new Map() };
    this.sheets.set(key, known);
    return known;
  }

  private sheetOf(name: string | null, own: KnownSheet): KnownSheet | null {
    if (name === null) return own;
    const key = name.toLowerCase();
    const present = this.sheets.get(key);
    if (present !== undefined) return present;
    const snapshot = this.sheetNamed(name);
    if (snapshot) return this.know(name, snapshot);
    this.sheets.set(key, null);
    return null;
  }

  /** Goes from the cell to those it needs, and back; a stack of our own, for chains may be as long as a worksheet. */
  private find(wanted: Place): CellValue {
    const stack: Place[] = [wanted];
    for (let place: Place | undefined = wanted; place; place = stack[stack.length - 1]) {
      const { sheet } = place;
      const key = keyOf(place);
      if (sheet.values.has(key)) {
        stack.pop();
        continue;
      }
      const open = sheet.open.get(key);
      if (open) {
        sheet.open.delete(key);
        sheet.values.set(key, this.settle(open, sheet));
        stack.pop();
        continue;
      }
      const formula = formulaAt(sheet.snapshot, place.row, place.column);
      const expression = formula === null || this.looks > MOST_LOOKS ? null : parseFormula(formula);
      if (!expression || !this.waitFor(expression, sheet, stack)) {
        sheet.values.set(key, UNKNOWN_FORMULA);
        continue;
      }
      sheet.open.set(key, expression);
    }
    return wanted.sheet.values.get(keyOf(wanted)) ?? UNKNOWN_FORMULA;
  }

  /**
   * Puts the cells that an expression needs on the stack.
   * @returns whether they can be had at all: not where they lead back to a cell that waits for this one
   */
  private waitFor(expression: Expression, own: KnownSheet, stack: Place[]): boolean {
    const before = stack.length;
    for (const reference of referencesOf(expression)) {
      const sheet = this.sheetOf(reference.sheet, own);
      if (!sheet) return this.giveUp(stack, before);
      let isCircle = false;
      const isDone = this.look(sheet, reference.range, (value, row, column) => {
        if (!isWaiting(value)) return;
        const place = { sheet, row, column };
        const key = keyOf(place);
        if (sheet.open.has(key)) isCircle = true;
        else if (!sheet.values.has(key)) stack.push(place);
      });
      if (isCircle || !isDone) return this.giveUp(stack, before);
    }
    return true;
  }

  private giveUp(stack: Place[], before: number): false {
    stack.length = before;
    return false;
  }

  /** The value of a formula whose cells are all known. */
  private settle(expression: Expression, own: KnownSheet): CellValue {
    const evaluator: Evaluator = {
      value: (part) => this.evaluate(part, own, evaluator),
      each: (part, visit) => {
        if (part.kind !== 'reference') return visit(evaluator.value(part), false);
        const sheet = this.sheetOf(part.sheet, own);
        const isDone =
          sheet !== null &&
          this.look(sheet, part.range, (value, row, column) =>
            visit(this.resolved(value, sheet, row, column), true),
          );
        if (!isDone) visit(UNKNOWN_FORMULA, true);
      },
    };
    // What a formula makes of a blank is 0.
    return this.evaluate(expression, own, evaluator) ?? 0;
  }

  private evaluate(expression: Expression, own: KnownSheet, evaluator: Evaluator): CellValue {
    switch (expression.kind) {
      case 'value':
        return expression.value;
      case 'empty':
        return null;
      case 'reference':
        return this.cell(expression, own);
      case 'negation':
      case 'percent': {
        const number = toNumber(evaluator.value(expression.of));
        if (typeof number !== 'number') return number;
        return expression.kind === 'percent' ? number / 100 : number === 0 ? 0 : -number;
      }
      case 'binary':
        return this.chain(expression, evaluator);
      case 'call': {
        const isKnown = Object.prototype.hasOwnProperty.call(FUNCTIONS, expression.name);
        const call = isKnown ? FUNCTIONS[expression.name] : undefined;
        return call ? call(expression.args, evaluator) : UNKNOWN_FORMULA;
      }
    }
  }

  /** A formula may be a sum of thousands of terms, each the left side of the next: too deep to go down by calls. */
  private chain(expression: Expression, evaluator: Evaluator): CellValue {
    const steps: Extract<Expression, { kind: 'binary' }>[] = [];
    let first = expression;
    for (; first.kind === 'binary'; first = first.left) steps.push(first);
    let value = evaluator.value(first);
    for (let step = steps.pop(); step; step = steps.pop())
      value = combine(step.operator, value, evaluator.value(step.right));
    return value;
  }

  /** The value of one cell; of a range where one value is due nothing is said. */
  private cell({ sheet: name, range }: Reference, own: KnownSheet): CellValue {
    const { firstRow: row, firstColumn: column } = range;
    const sheet = this.sheetOf(name, own);
    if (!sheet || range.lastRow !== row || range.lastColumn !== column) return UNKNOWN_FORMULA;
    return this.resolved(valueAt(sheet.snapshot, row, column), sheet, row, column);
  }

  private resolved(value: CellValue, sheet: KnownSheet, row: number, column: number): CellValue {
    return isWaiting(value) ? (sheet.values.get(keyOf({ row, column })) ?? UNKNOWN_FORMULA) : value;
  }

  /** Goes through the cells of a range that are in use. @returns false where too much has been looked at by now */
  private look(
    { snapshot }: KnownSheet,
    range: CellRange,
    visit: (value: CellValue, row: number, column: number) => void,
  ): boolean {
    const firstRow = Math.max(range.firstRow, snapshot.firstRow);
    const lastRow = Math.min(range.lastRow, snapshot.firstRow + snapshot.rowCount - 1);
    const first = Math.max(range.firstColumn, snapshot.firstColumn) - snapshot.firstColumn;
    const last =
      Math.min(range.lastColumn, snapshot.firstColumn + snapshot.columnCount - 1) - snapshot.firstColumn;
    if (lastRow < firstRow || last < first) return true;
    this.looks += (lastRow - firstRow + 1) * (last - first + 1);
    if (this.looks > MOST_LOOKS) return false;
    for (let row = firstRow; row <= lastRow; row++) {
      const values = snapshot.values[row - snapshot.firstRow]!;
      const end = Math.min(last, values.length - 1);
      for (let c = first; c <= end; c++) visit(values[c]!, row, snapshot.firstColumn + c);
    }
    return true;
  }
}

/** Whether the cell has a formula whose value is not known. */
function isWaiting(value: CellValue): boolean {
  return value !== null && typeof value === 'object' && isUnknown(value) && value.unknown === 'formula';
}

function keyOf({ row, column }: CellPosition): number {
  return row * (LAST_COLUMN + 1) + column;
}
