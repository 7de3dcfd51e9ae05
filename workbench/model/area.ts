import type { CellRange } from '../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW, columnLetters, toRangeAddress } from '../../src/engine/sheet/address';
import type { WorksheetModel } from './workbook-model';

/** All cells of a worksheet. */
export const WHOLE_SHEET: CellRange = {
  firstRow: 0,
  firstColumn: 0,
  lastRow: LAST_ROW,
  lastColumn: LAST_COLUMN,
};

/** The range of so many rows and columns from a cell on. */
export function area(firstRow: number, firstColumn: number, rows: number, columns: number): CellRange {
  return { firstRow, firstColumn, lastRow: firstRow + rows - 1, lastColumn: firstColumn + columns - 1 };
}

/** How many rows a range has. */
export function rowCount(range: CellRange): number {
  return range.lastRow - range.firstRow + 1;
}

/** How many columns a range has. */
export function columnCount(range: CellRange): number {
  return range.lastColumn - range.firstColumn + 1;
}

/** How many cells a range has. */
export function cellCount(range: CellRange): number {
  return rowCount(range) * columnCount(range);
}

/** Whether a range has cells at all, and none outside the worksheet. */
export function isOnSheet(range: CellRange): boolean {
  return (
    range.firstRow >= 0 &&
    range.firstColumn >= 0 &&
    range.lastRow >= range.firstRow &&
    range.lastColumn >= range.firstColumn &&
    range.lastRow <= LAST_ROW &&
    range.lastColumn <= LAST_COLUMN
  );
}

/** Whether a range consists of whole columns. */
export function hasWholeColumns(range: CellRange): boolean {
  return range.firstRow === 0 && range.lastRow === LAST_ROW;
}

/** Whether a range consists of whole rows. */
export function hasWholeRows(range: CellRange): boolean {
  return range.firstColumn === 0 && range.lastColumn === LAST_COLUMN;
}

/** Whether a range has no end in a direction: Excel answers `null` for the contents of such a range. */
export function isUnbounded(range: CellRange): boolean {
  return hasWholeColumns(range) || hasWholeRows(range);
}

/** What two ranges have in common; `null` where that is nothing. */
export function intersection(a: CellRange, b: CellRange): CellRange | null {
  const common = {
    firstRow: Math.max(a.firstRow, b.firstRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastRow: Math.min(a.lastRow, b.lastRow),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
  return common.firstRow <= common.lastRow && common.firstColumn <= common.lastColumn ? common : null;
}

/** The smallest range around several ranges. */
export function boundingArea(ranges: readonly CellRange[]): CellRange {
  return {
    firstRow: Math.min(...ranges.map((range) => range.firstRow)),
    firstColumn: Math.min(...ranges.map((range) => range.firstColumn)),
    lastRow: Math.max(...ranges.map((range) => range.lastRow)),
    lastColumn: Math.max(...ranges.map((range) => range.lastColumn)),
  };
}

/** What is left of a range when a hole is cut out of it: up to four ranges. */
export function subtract(range: CellRange, hole: CellRange): CellRange[] {
  const cut = intersection(range, hole);
  if (!cut) return [range];
  return [
    { ...range, lastRow: cut.firstRow - 1 },
    { ...range, firstRow: cut.lastRow + 1 },
    { ...range, firstRow: cut.firstRow, lastRow: cut.lastRow, lastColumn: cut.firstColumn - 1 },
    { ...range, firstRow: cut.firstRow, lastRow: cut.lastRow, firstColumn: cut.lastColumn + 1 },
  ].filter((part) => part.firstRow <= part.lastRow && part.firstColumn <= part.lastColumn);
}

/** The address of a range as Excel reports it, without the worksheet: "A1:C3", "A:C", "3:5". */
export function areaAddress(range: CellRange): string {
  if (hasWholeRows(range)) return `${range.firstRow + 1}:${range.lastRow + 1}`;
  if (hasWholeColumns(range)) return `${columnLetters(range.firstColumn)}:${columnLetters(range.lastColumn)}`;
  return toRangeAddress(range);
}

/** "'2024 年'!A1:C3": quotes only where the worksheet's name needs them. */
export function fullAddress(sheet: WorksheetModel, range: CellRange): string {
  return `${quotedSheetName(sheet.name)}!${areaAddress(range)}`;
}

/** "=Sheet1!$A$1:$C$3": how a defined name refers to a range. */
export function absoluteReference(sheet: WorksheetModel, range: CellRange): string {
  const absolute = areaAddress(range).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `=${quotedSheetName(sheet.name)}!${absolute}`;
}

/** The name of a worksheet as it stands in an address. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$|^[RC]\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}
