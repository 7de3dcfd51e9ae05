import type { CellRange } from '../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, columnIndex, parseRangeAddress } from '../../src/engine/sheet/address';

/** A range as formulas name it. */
export interface Reference {
  /** `null` where the reference names no worksheet. */
  readonly sheetName: string | null;
  readonly range: CellRange;
}

/**
 * Reads "'附件2'!$A$1:$C$3", "A1", "A:C" or "3:5", dollar signs allowed; `null` for all else, references to other
 * workbooks and over several worksheets among it.
 */
export function parseReference(text: string): Reference | null {
  const { sheetName, address } = splitReference(text);
  const range = sheetName !== null && /[[\]:]/.test(sheetName) ? null : parseArea(address);
  return range && { sheetName, range };
}

/** Parts a reference at its exclamation mark; the name of the worksheet comes without its quotes. */
export function splitReference(text: string): {
  readonly sheetName: string | null;
  readonly address: string;
} {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  if (!match) return { sheetName: null, address: text };
  return { sheetName: (match[1] ?? match[2]!).replace(/''/g, "'"), address: match[3]! };
}

/** Parts "('a,b'!$A$1,c!$B$2)" at the commas between its references. */
export function splitUnion(text: string): string[] {
  const inner = /^\((.*)\)$/s.exec(text)?.[1] ?? text;
  return inner.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
}

/** Reads the ranges of an `sqref`, which has spaces between them; what is no range is left out. */
export function parseRangeList(sqref: string): CellRange[] {
  return sqref.split(/\s+/).flatMap((address) => parseArea(address) ?? []);
}

/** Reads "B2", "A1:C3", "A:C" or "3:5", dollar signs allowed; `null` where it is no address of one range. */
export function parseArea(address: string): CellRange | null {
  const plain = address.replace(/\$/g, '');
  const rows = /^([1-9]\d{0,6}):([1-9]\d{0,6})$/.exec(plain);
  if (rows) {
    const [firstRow, lastRow] = inOrder(Number(rows[1]) - 1, Number(rows[2]) - 1);
    return lastRow > LAST_ROW ? null : { firstRow, firstColumn: 0, lastRow, lastColumn: LAST_COLUMN };
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain);
  if (columns) {
    const [firstColumn, lastColumn] = inOrder(columnIndex(columns[1]!), columnIndex(columns[2]!));
    return firstColumn < 0 ? null : { firstRow: 0, firstColumn, lastRow: LAST_ROW, lastColumn };
  }
  return parseRangeAddress(plain);
}

function inOrder(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
