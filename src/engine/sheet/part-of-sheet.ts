import type { SheetSnapshot, Span } from './snapshot';

/**
 * Some rows and columns of a worksheet as one of their own: cells keep their positions, and merged ranges that reach
 * beyond them are left out.
 *
 * @param rows 0-based sheet rows, `columns` 0-based sheet columns, both within the used range
 */
export function partOfSheet(sheet: SheetSnapshot, rows: Span, columns: Span): SheetSnapshot {
  const [top, left] = [rows.first - sheet.firstRow, columns.first - sheet.firstColumn];
  const [bottom, right] = [rows.last - sheet.firstRow + 1, columns.last - sheet.firstColumn + 1];
  const cut = <Cell>(matrix: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
    matrix.slice(top, bottom).map((row) => row.slice(left, right));
  return {
    ...sheet,
    firstRow: rows.first,
    firstColumn: columns.first,
    rowCount: rows.last - rows.first + 1,
    columnCount: columns.last - columns.first + 1,
    values: cut(sheet.values),
    formulas: cut(sheet.formulas),
    numberFormats: cut(sheet.numberFormats),
    merges:
      sheet.merges?.filter(
        ({ firstRow, lastRow, firstColumn, lastColumn }) =>
          firstRow >= rows.first &&
          lastRow <= rows.last &&
          firstColumn >= columns.first &&
          lastColumn <= columns.last,
      ) ?? null,
  };
}
