import type { CellRange } from '../../engine/sheet/address';
import type { Span } from '../../engine/sheet/snapshot';
import { excelCode } from './errors';
import { rangeOf } from './worksheets';

interface Hidden {
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** Rows or columns asked for in one round trip, by one call for all or by one each. */
const LINES_PER_CALL = 20_000;
const CALLS_PER_TRIP = 1_000;

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
  const rows = whole.rowHidden as boolean | null;
  const columns = whole.columnHidden as boolean | null;
  return {
    hiddenRows: await hiddenLines(rows, area.firstRow, area.lastRow, sync, {
      together: (first, last) => {
        const lines = linesOf(sheet, area, 'row', first, last).getRowProperties({ rowHidden: true });
        return () => lines.value.map((line) => line.rowHidden === true);
      },
      alone: (line) => {
        const range = linesOf(sheet, area, 'row', line, line);
        range.load('rowHidden');
        return () => range.rowHidden;
      },
    }),
    hiddenColumns: await hiddenLines(columns, area.firstColumn, area.lastColumn, sync, {
      together: (first, last) => {
        const lines = linesOf(sheet, area, 'column', first, last).getColumnProperties({ columnHidden: true });
        return () => lines.value.map((line) => line.columnHidden === true);
      },
      alone: (line) => {
        const range = linesOf(sheet, area, 'column', line, line);
        range.load('columnHidden');
        return () => range.columnHidden;
      },
    }),
  };
}

/** Two ways of asking; what they return gives the answer after the round trip. */
interface Asking {
  together(first: number, last: number): () => boolean[];
  alone(line: number): () => boolean;
}

async function hiddenLines(
  all: boolean | null,
  first: number,
  last: number,
  sync: () => Promise<void>,
  ask: Asking,
): Promise<Span[]> {
  if (all !== null) return all ? [{ first, last }] : [];
  try {
    return toSpans(
      await pieces(first, last, LINES_PER_CALL, async (from, to) => {
        const answer = ask.together(from, to);
        await sync();
        return answer();
      }),
      first,
    );
  } catch (error) {
    // Not every host that announces ExcelApi 1.9 has the call.
    if (excelCode(error) !== 'ApiNotFound') throw error;
    return toSpans(
      await pieces(first, last, CALLS_PER_TRIP, async (from, to) => {
        const answers = Array.from({ length: to - from + 1 }, (_, index) => ask.alone(from + index));
        await sync();
        return answers.map((answer) => answer());
      }),
      first,
    );
  }
}

async function pieces(
  first: number,
  last: number,
  length: number,
  read: (from: number, to: number) => Promise<boolean[]>,
): Promise<boolean[]> {
  const flags: boolean[] = [];
  for (let from = first; from <= last; from += length) {
    for (const flag of await read(from, Math.min(last, from + length - 1))) flags.push(flag);
  }
  return flags;
}

function linesOf(
  sheet: Excel.Worksheet,
  area: CellRange,
  what: 'row' | 'column',
  first: number,
  last: number,
): Excel.Range {
  return rangeOf(
    sheet,
    what === 'row'
      ? { firstRow: first, lastRow: last, firstColumn: area.firstColumn, lastColumn: area.firstColumn }
      : { firstRow: area.firstRow, lastRow: area.firstRow, firstColumn: first, lastColumn: last },
  );
}

function toSpans(hidden: readonly boolean[], first: number): Span[] {
  const spans: { first: number; last: number }[] = [];
  hidden.forEach((is, index) => {
    if (!is) return;
    const before = spans[spans.length - 1];
    if (before && before.last === first + index - 1) before.last += 1;
    else spans.push({ first: first + index, last: first + index });
  });
  return spans;
}
