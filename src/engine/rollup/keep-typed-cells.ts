import type { PlanCell, SheetPlan } from '../sheet/sheet-plan';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../sheet/snapshot';
import type { PlanRow } from './frame';
import { StyleBook } from './style-book';
import type { FilledCell, WrittenSheet } from './written-sheet';

/**
 * Puts into a plan what a person has typed beside and below the table that it replaces: beside a row it stays beside
 * that row, everything else stands where it stood, or below the new table where that has grown over it.
 *
 * @param rowOf the plan's row of a row of ours that was there; `null` where the plan has none
 */
export function keepTypedCells(
  plan: SheetPlan,
  sheet: SheetSnapshot,
  written: WrittenSheet,
  rowOf: (row: number) => number | null,
): SheetPlan {
  if (written.foreign.length === 0) return plan;
  const width = Math.max(...plan.rows.map((row) => row.length));
  const columns = besideTable(written, width);
  const sameColumns = written.columns.length === width && written.columns.every((column, i) => column === i);
  const rows: PlanRow[] = plan.rows.map((row) => [...row]);
  const styles = new StyleBook(plan.styles);
  const taken = new Set<string>();
  const put = (from: FilledCell, row: number, column: number): void => {
    taken.add(`${row},${column}`);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = cellOf(sheet, from, sameColumns && row === from.row && column === from.column, styles);
  };
  const loose = new Map<number, FilledCell[]>();
  for (const cell of written.foreign) {
    const row = rowOf(cell.row);
    const column = columns.get(cell.column);
    // Of rows that have become one, one alone can have its own in a column.
    if (row !== null && column !== undefined && !taken.has(`${row},${column}`)) put(cell, row, column);
    else loose.set(cell.row, [...(loose.get(cell.row) ?? []), cell]);
  }
  let last = lastRowOf(plan);
  let before: number | null = null;
  for (const [row, cells] of [...loose].sort(([a], [b]) => a - b)) {
    // A blank row between what was typed and the table, or what was typed above it, stays one.
    const gap = before === null || row - before > 1 ? 2 : 1;
    const stays = row >= plan.rows.length && (before === null || row > last);
    const target: number = stays ? row : last + gap;
    for (const cell of cells) put(cell, target, cell.column);
    before = row;
    last = Math.max(last, target);
  }
  return { ...plan, rows, styles: styles.styles };
}

/** Where the columns of a person go: they stay beyond the table, and one between ours is put beside it. */
function besideTable({ columns, foreign }: WrittenSheet, width: number): ReadonlyMap<number, number> {
  const own = new Set(columns);
  const theirs = [...new Set(foreign.map(({ column }) => column))]
    .filter((column) => !own.has(column))
    .sort((a, b) => a - b);
  const places = new Map(theirs.filter((column) => column >= width).map((column) => [column, column]));
  const taken = new Set(places.values());
  for (const column of theirs) {
    if (places.has(column)) continue;
    let free = width;
    while (taken.has(free)) free += 1;
    places.set(column, free);
    taken.add(free);
  }
  return places;
}

/** The last row that the plan covers, by cells or by a chart. */
function lastRowOf({ rows, charts }: SheetPlan): number {
  return Math.max(rows.length - 1, ...charts.map(({ at }) => at.lastRow));
}

/** What stood in a cell; a formula that reads its own worksheet is right only in its own place. */
function cellOf(
  sheet: SheetSnapshot,
  { row, column }: FilledCell,
  stays: boolean,
  styles: StyleBook,
): PlanCell {
  const value = valueAt(sheet, row, column);
  const formula = formulaAt(sheet, row, column);
  const numberFormat = numberFormatAt(sheet, row, column);
  const style = numberFormat === 'General' ? {} : { style: styles.index({ numberFormat }) };
  return formula !== null && (stays || !readsOwnSheet(formula))
    ? { formula, value, ...style }
    : { value, ...style };
}

/** Texts, and references that name their worksheet. */
const ELSEWHERE = /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?/giu;

function readsOwnSheet(formula: string): boolean {
  return /\$?[A-Z]{1,3}\$?\d|\$?[A-Z]{1,3}:\$?[A-Z]|\$?\d+:\$?\d/i.test(formula.replace(ELSEWHERE, ''));
}
