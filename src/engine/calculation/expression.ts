import type { CellRange } from '../sheet/address';
import type { CellError } from '../sheet/cell-value';

/** The operators between two values. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Cells that a formula names, on its own worksheet where `sheet` is `null`. */
export interface Reference {
  readonly kind: 'reference';
  readonly sheet: string | null;
  readonly range: CellRange;
}

/** A formula taken apart. `empty` is an argument that was left out between commas. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | CellError }
  | { readonly kind: 'empty' }
  | Reference
  | { readonly kind: 'negation' | 'percent'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** The references in an expression, in no order that matters. */
export function referencesOf(expression: Expression): Reference[] {
  const found: Reference[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'reference') found.push(next);
    else if (next.kind === 'negation' || next.kind === 'percent') open.push(next.of);
    else if (next.kind === 'binary') open.push(next.left, next.right);
    else if (next.kind === 'call') open.push(...next.args);
  }
  return found;
}
