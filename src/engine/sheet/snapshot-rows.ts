import { inSpans, type SheetSnapshot, type Span } from './snapshot';

const NO_CELLS: readonly never[] = [];

/** A snapshot with the cells of some rows (0-based sheet rows) alone; the others are empty. */
export function onlyRows(sheet: SheetSnapshot, rows: readonly Span[]): SheetSnapshot {
  const kept = <Cell>(matrix: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
    matrix.map((cells, i) => (inSpans(rows, sheet.firstRow + i) ? cells : NO_CELLS));
  return {
    ...sheet,
    values: kept(sheet.values),
    formulas: kept(sheet.formulas),
    numberFormats: kept(sheet.numberFormats),
  };
}

/** A snapshot with some rows (0-based sheet rows) as a later one of the same used range has them. */
export function withRows(sheet: SheetSnapshot, later: SheetSnapshot, rows: readonly Span[]): SheetSnapshot {
  const replaced = <Cell>(
    before: readonly (readonly Cell[])[],
    after: readonly (readonly Cell[])[],
  ): (readonly Cell[])[] => {
    const matrix = [...before];
    for (const { first, last } of rows)
      for (
        let i = Math.max(first - sheet.firstRow, 0);
        i <= Math.min(last - sheet.firstRow, sheet.rowCount - 1);
        i++
      )
        matrix[i] = after[i] ?? NO_CELLS;
    return matrix;
  };
  return {
    ...sheet,
    values: replaced(sheet.values, later.values),
    formulas: replaced(sheet.formulas, later.formulas),
    numberFormats: replaced(sheet.numberFormats, later.numberFormats),
  };
}
