import { columnIndex } from '../engine/sheet/address';

/** A reference to a cell or a range of whole columns or rows; texts and quoted sheet names stand aside. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?![\w.(])/gi;

/**
 * A formula as it reads from its own cell: references as distances. It stays the same when rows or columns move,
 * as they take their formulas along.
 */
export function relativeFormula(formula: string, row: number, column: number): string {
  return formula.replace(
    PARTS,
    (whole, letters: string | undefined, digits: string | undefined, at: number) => {
      if (letters === undefined || digits === undefined) return whole;
      // "ROUND2" and "表1" are names.
      if (at > 0 && /[\p{L}\p{N}_.]/u.test(formula[at - 1]!)) return whole;
      return `R[${Number(digits) - 1 - row}]C[${columnIndex(letters) - column}]`;
    },
  );
}
