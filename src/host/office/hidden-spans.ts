import type { CellRange } from '../../engine/sheet/address';
import type { Span } from '../../engine/sheet/snapshot';
import { rangeOf } from './worksheets';

interface Hidden {
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** Rows asked for in one round trip. */
const ROWS_PER_TRIP = 20_000;

/**
 * The hidden rows and columns of an area. Excel tells of a whole range whether all or none of its rows are hidden;
 * only where some are (`null`) are they asked for one by one, in one further round trip.
 */
export async function readHidden(
  sheet: Excel.Worksheet,
  area: CellRange,
  whole: Excel.Range,
  sync: () => Promise<void>,
): Promise<Hidden> {
  // The types promise a boolean; a mixed range has none.
  const rowHidden = whole.rowHidden as boolean | null;
  const columnHidden = whole.columnHidden as boolean | null;
  const rows: boolean[] = [];
  const columns: boolean[] = [];
  if (rowHidden === null || columnHidden === null) {
    const lastRow = rowHidden === null ? area.lastRow : area.firstRow;
    for (let firstRow = area.firstRow; firstRow <= lastRow; firstRow += ROWS_PER_TRIP) {
      const piece = rangeOf(sheet, {
        ...area,
        firstRow,
        lastRow: Math.min(lastRow, firstRow + ROWS_PER_TRIP - 1),
      });
      const asksColumns = columnHidden === null && firstRow === area.firstRow;
      const ofRows = rowHidden === null ? piece.getRowProperties({ rowHidden: true }) : null;
      const ofColumns = asksColumns ? piece.getColumnProperties({ columnHidden: true }) : null;
      await sync();
      for (const row of ofRows?.value ?? []) rows.push(row.rowHidden === true);
      for (const column of ofColumns?.value ?? []) columns.push(column.columnHidden === true);
    }
  }
  return {
    hiddenRows: toSpans(rowHidden, rows, area.firstRow, area.lastRow),
    hiddenColumns: toSpans(columnHidden, columns, area.firstColumn, area.lastColumn),
  };
}

function toSpans(all: boolean | null, each: readonly boolean[], first: number, last: number): Span[] {
  if (all !== null) return all ? [{ first, last }] : [];
  const spans: { first: number; last: number }[] = [];
  each.forEach((hidden, index) => {
    if (!hidden) return;
    const before = spans[spans.length - 1];
    if (before && before.last === first + index - 1) before.last += 1;
    else spans.push({ first: first + index, last: first + index });
  });
  return spans;
}
