import { columnIndex } from './address';

/** A reference to a cell or a range of whole columns or rows; texts and quoted sheet names stand aside. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?![\w.(])/gi;

/**
 * A formula as it reads from its own cell: references as distances. It stays the same when rows or columns move,
 * as they take their formulas along.
 */
export function relativeFormula(formula: string, row: number, column: number): string {
  return withReferences(
    formula,
    (letters, digits) => `R[${Number(digits) - 1 - row}]C[${columnIndex(letters) - column}]`,
  );
}

/**
 * A formula as it reads whichever row it stands in: references to its own row and, of all others, the column alone. It
 * stays the same when rows are inserted, deleted or sorted anywhere, and is written alike by all hosts.
 */
export function formulaOfAnyRow(formula: string, row: number, column: number): string {
  return withReferences(formula, (letters, digits, before) => {
    const distance = `C[${columnIndex(letters) - column}]`;
    return before !== '!' && Number(digits) - 1 === row ? `R${distance}` : distance;
  })
    .replace(/\s+/g, '')
    .toUpperCase();
}

function withReferences(
  formula: string,
  write: (letters: string, digits: string, before: string) => string,
): string {
  return formula.replace(
    PARTS,
    (whole, letters: string | undefined, digits: string | undefined, at: number) => {
      if (letters === undefined || digits === undefined) return whole;
      const before = at > 0 ? formula[at - 1]! : '';
      // "ROUND2" and "表1" are names.
      if (/[\p{L}\p{N}_.]/u.test(before)) return whole;
      return write(letters, digits, before);
    },
  );
}
