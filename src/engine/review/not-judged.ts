import { REVIEWED_LAYOUTS, type Annex } from '../annex/annex';
import { countCells, type CellRange } from '../sheet/address';
import { isUnknown, type CellUnknown } from '../sheet/cell-value';
import type { SheetSnapshot } from '../sheet/snapshot';

/** Cells of an annex that no rule has judged, because it is not known what they show. */
export interface NotJudged {
  readonly reason: CellUnknown['unknown'];
  /** How many cells. */
  readonly count: number;
  /** Where they are, column by column; of very many the first. */
  readonly ranges: readonly CellRange[];
}

/** A reader who is told of so many places has understood. */
const MOST_RANGES = 100;
const REASONS = ['formula', 'picture'] as const;

/** The cells within an annex whose values are not known, by the reason; empty where all are known. */
export function notJudged(sheet: SheetSnapshot, range: CellRange): NotJudged[] {
  const cells: Record<CellUnknown['unknown'], { row: number; column: number }[]> = {
    formula: [],
    picture: [],
  };
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    const values = sheet.values[row - sheet.firstRow] ?? [];
    values.forEach((value, i) => {
      const column = sheet.firstColumn + i;
      if (!isUnknown(value) || column < range.firstColumn || column > range.lastColumn) return;
      cells[value.unknown].push({ row, column });
    });
  }
  return REASONS.flatMap((reason) => {
    const ranges = runsDown(cells[reason]);
    return ranges.length === 0
      ? []
      : [{ reason, count: countCells(ranges), ranges: ranges.slice(0, MOST_RANGES) }];
  });
}

/** The same of an annex, which knows whether there are any. */
export function notJudgedOf(sheet: SheetSnapshot, { range, unknownCells }: Annex): NotJudged[] {
  return unknownCells.length === 0 ? [] : notJudged(sheet, range);
}

/** The same over all annexes of a worksheet that are reviewed: nothing is judged in those that are left alone. */
export function notJudgedIn(sheet: SheetSnapshot, annexes: readonly Annex[]): NotJudged[] {
  const all = annexes
    .filter(({ layout }) => REVIEWED_LAYOUTS.includes(layout))
    .flatMap((annex) => notJudgedOf(sheet, annex));
  return REASONS.flatMap((reason) => {
    const own = all.filter((one) => one.reason === reason);
    const count = own.reduce((sum, one) => sum + one.count, 0);
    const ranges = own.flatMap((one) => one.ranges).slice(0, MOST_RANGES);
    return count === 0 ? [] : [{ reason, count, ranges }];
  });
}

function runsDown(cells: { row: number; column: number }[]): CellRange[] {
  const runs: { firstRow: number; firstColumn: number; lastRow: number; lastColumn: number }[] = [];
  for (const { row, column } of cells.sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last?.lastColumn === column && last.lastRow === row - 1) last.lastRow = row;
    else runs.push({ firstRow: row, firstColumn: column, lastRow: row, lastColumn: column });
  }
  return runs;
}
