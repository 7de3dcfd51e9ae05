import type { CellRange } from '../../engine/sheet/address';
import type { CellContent, Edit } from '../../engine/sheet/edit';
import type { SheetPlan } from '../../engine/sheet/sheet-plan';
import { formulaAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { sameContent } from './same-content';
import { toInput } from './written-content';

/*
 * Rollups as cells, and what differs between one that stands and one that is to come: the same for every host that writes
 * into an open workbook.
 */

/** Programs take 255 characters as the list of a drop-down, and part them at commas. */
const LONGEST_LIST = 255;

/** The cells of a worksheet to write whole, row by row; `null` is a blank cell. */
export interface GridContent {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly (readonly (GridCell | null)[])[];
}

export interface GridCell {
  readonly content: CellContent;
  readonly numberFormat: string | null;
}

/** The cells of a plan. */
export function contentOfPlan(plan: SheetPlan): GridContent {
  return {
    firstRow: 0,
    firstColumn: 0,
    rows: plan.rows.map((row) =>
      row.map((cell) => {
        if (!cell) return null;
        const style = cell.style === undefined ? undefined : plan.styles[cell.style];
        return {
          content: 'formula' in cell ? { formula: cell.formula } : { value: cell.value },
          numberFormat: style?.numberFormat ?? null,
        };
      }),
    ),
  };
}

/** What to give a program for a cell. Formulas come later; until then their cells are blank. */
export function inputOf(cell: GridCell | null): string | number | boolean {
  if (!cell || !('value' in cell.content)) return '';
  const { value } = cell.content;
  // The format "@" keeps a text by itself, but for an apostrophe that it begins with.
  const plain = cell.numberFormat === '@' && typeof value === 'string' && !value.startsWith("'");
  return plain ? value : toInput(value);
}

/** Whether a cell holds what is planned already. */
export function isPlanned(held: Edit['expectedBefore'], content: CellContent): boolean {
  if ('formula' in content) return held.formula === content.formula;
  const value = content.value === '' ? null : content.value;
  return held.formula === null && sameContent(held, { value, formula: null });
}

/** Runs of neighbours in each row; address lists join those that stand under one another. */
export function cellsOfStyle(plan: SheetPlan, style: number, rows?: ReadonlySet<number>): CellRange[] {
  const ranges: CellRange[] = [];
  plan.rows.forEach((cells, row) => {
    if (rows && !rows.has(row)) return;
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column]?.style !== style) continue;
      const firstColumn = column;
      while (cells[column + 1]?.style === style) column += 1;
      ranges.push({ firstRow: row, lastRow: row, firstColumn, lastColumn: column });
    }
  });
  return ranges;
}

/** A list to choose from as programs take it; `null` where they cannot. */
export function sourceOf(values: readonly string[]): string | null {
  const source = values.join(',');
  return source.length > LONGEST_LIST || values.some((value) => value.includes(',')) ? null : source;
}

export interface RowChanges {
  /** Rows of the plan that were of another kind before, or blank. */
  readonly dressed: ReadonlySet<number>;
  /** Cells that hold nothing any more. */
  readonly cleared: readonly CellRange[];
}

/** Rows are of one kind where the same cells hold constants, formulas and nothing. */
export function compareRows(before: SheetSnapshot, plan: SheetPlan): RowChanges {
  const lastBefore = before.firstRow + before.rowCount - 1;
  const widthBefore = before.firstColumn + before.columnCount;
  const dressed = new Set<number>();
  const cleared: CellRange[] = [];
  for (let row = 0; row <= Math.max(lastBefore, plan.rows.length - 1); row++) {
    const [was, is] = [kindBefore(before, row), kindPlanned(plan, row)];
    if (was === is) continue;
    if (is !== '') dressed.add(row);
    const firstColumn = is === '' ? 0 : (plan.rows[row]?.length ?? 0);
    const lastColumn = widthBefore - 1;
    if (was !== '' && firstColumn <= lastColumn)
      cleared.push({ firstRow: row, lastRow: row, firstColumn, lastColumn });
  }
  return { dressed, cleared };
}

function kindBefore(before: SheetSnapshot, row: number): string {
  return Array.from({ length: before.firstColumn + before.columnCount }, (_, column) => {
    if (formulaAt(before, row, column) !== null) return 'f';
    const value = valueAt(before, row, column);
    return value === null || value === '' ? '.' : 'c';
  })
    .join('')
    .replace(/\.+$/, '');
}

function kindPlanned(plan: SheetPlan, row: number): string {
  return (plan.rows[row] ?? [])
    .map((cell) => {
      if (cell && 'formula' in cell) return 'f';
      return !cell || cell.value === null || cell.value === '' ? '.' : 'c';
    })
    .join('')
    .replace(/\.+$/, '');
}

export function widthOf({ rows }: SheetPlan): number {
  return Math.max(1, ...rows.map((row) => row.length));
}

export function changedMerges(
  { merges }: SheetPlan,
  before: readonly CellRange[],
): { readonly off: readonly CellRange[]; readonly on: readonly CellRange[] } {
  const missingIn = (list: readonly CellRange[]) => (range: CellRange) =>
    !list.some((other) => sameRange(range, other));
  return { off: before.filter(missingIn(merges)), on: merges.filter(missingIn(before)) };
}

function sameRange(one: CellRange, other: CellRange): boolean {
  return (
    one.firstRow === other.firstRow &&
    one.lastRow === other.lastRow &&
    one.firstColumn === other.firstColumn &&
    one.lastColumn === other.lastColumn
  );
}

/** The rows of a range, those that are new apart from the others. */
export function runsOfKind(
  range: CellRange,
  dressed: ReadonlySet<number>,
): (CellRange & { isNew: boolean })[] {
  const runs: { firstRow: number; lastRow: number; isNew: boolean }[] = [];
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    const last = runs[runs.length - 1];
    const isNew = dressed.has(row);
    if (last?.isNew === isNew) last.lastRow = row;
    else runs.push({ firstRow: row, lastRow: row, isNew });
  }
  return runs.map((run) => ({ ...range, ...run }));
}
