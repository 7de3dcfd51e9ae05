/** A rectangle of cells. All four bounds are 0-based sheet positions and included. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A cell by its 0-based sheet position. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The position alone of what carries more than that. */
export function positionOf({ row, column }: CellPosition): CellPosition {
  return { row, column };
}

/** The last row and column of a worksheet (0-based), as Excel 2007 and later have them. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const A = 'A'.charCodeAt(0);
const letterCache: string[] = [];

/**
 * The letters of a column: 0 → "A", 26 → "AA".
 * @throws RangeError when the index is not that of a worksheet column
 */
export function columnLetters(columnIndex: number): string {
  const cached = letterCache[columnIndex];
  if (cached !== undefined) return cached;
  if (!Number.isInteger(columnIndex) || columnIndex < 0 || columnIndex > LAST_COLUMN) {
    throw new RangeError(`not a column index: ${columnIndex}`);
  }
  let letters = '';
  for (let rest = columnIndex; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(A + (rest % 26)) + letters;
  }
  letterCache[columnIndex] = letters;
  return letters;
}

/** The 0-based index of column letters ("AA" → 26), or -1 where they name no worksheet column. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - A + 1;
  return index - 1 <= LAST_COLUMN ? index - 1 : -1;
}

/** The A1 address of a cell given by 0-based row and column. */
export function toAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** The A1 address of a range: "A1:C3", or "A1" for a single cell. */
export function toRangeAddress(range: CellRange): string {
  const first = toAddress(range.firstRow, range.firstColumn);
  const last = toAddress(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/**
 * The absolute address of a range: "$D$6:$D$9", or "$D$6" for a single cell. Sorting rows moves relative references to
 * other sheets with them; absolute ones stay.
 */
export function toAbsoluteAddress(range: CellRange): string {
  const first = `$${columnLetters(range.firstColumn)}$${range.firstRow + 1}`;
  const last = `$${columnLetters(range.lastColumn)}$${range.lastRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** Reads an A1 address (dollar signs allowed) into a 0-based position; `null` where it is none. */
export function parseAddress(address: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const column = columnIndex(match[1]!);
  const row = Number(match[2]) - 1;
  return column < 0 || row > LAST_ROW ? null : { row, column };
}

/** Reads "A1:C3" or "A1" into a range whose bounds are in order; `null` where it is none. */
export function parseRangeAddress(address: string): CellRange | null {
  const [from, to, ...more] = address.split(':');
  const first = parseAddress(from ?? '');
  const last = to === undefined ? first : parseAddress(to);
  if (!first || !last || more.length > 0) return null;
  return {
    firstRow: Math.min(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastRow: Math.max(first.row, last.row),
    lastColumn: Math.max(first.column, last.column),
  };
}

/** The number of cells of ranges that do not overlap. */
export function countCells(ranges: readonly CellRange[]): number {
  return ranges.reduce(
    (sum, range) => sum + (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1),
    0,
  );
}
