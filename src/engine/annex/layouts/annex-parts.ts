import type { CellPosition, CellRange } from '../../sheet/address';
import { isUnknown } from '../../sheet/cell-value';
import type { SheetSnapshot, Span } from '../../sheet/snapshot';
import type { NoteText } from '../annex';

/** The cells of a range of which it is not known what they show, in the order of the sheet. */
export function unknownCellsIn(sheet: SheetSnapshot, range: CellRange): CellPosition[] {
  const cells: CellPosition[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    const values = sheet.values[row - sheet.firstRow] ?? [];
    for (let i = 0; i < values.length; i++)
      if (isUnknown(values[i]!)) cells.push({ row, column: sheet.firstColumn + i });
  }
  return cells;
}

/** The parts of spans that lie between two 0-based rows or columns, both included. */
export function spansWithin(spans: readonly Span[], first: number, last: number): Span[] {
  return spans
    .filter((span) => span.first <= last && span.last >= first)
    .map((span) => ({ first: Math.max(first, span.first), last: Math.min(last, span.last) }));
}

/** The texts above a header, from the 0-based first row of the annex, each as a cell. */
export function textsAbove(sheet: SheetSnapshot, firstRow: number, headerRow: number): NoteText[] {
  return Array.from({ length: headerRow - firstRow }, (_, i) => textsIn(sheet, firstRow + i)).flat();
}

/** The texts of a row, each as a cell. */
export function textsIn(sheet: SheetSnapshot, row: number): NoteText[] {
  return (sheet.values[row - sheet.firstRow] ?? []).flatMap((value, i) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ row, column: sheet.firstColumn + i, text: value.trim() }]
      : [],
  );
}
