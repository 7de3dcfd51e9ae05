import type { CellPosition } from '../../engine/sheet/address';

/**
 * Joins cells that stand under one another into runs, so that many cells take few calls.
 * @param apart tells of two neighbours that they must not share a run
 */
export function joinRuns<T extends CellPosition>(
  cells: readonly T[],
  apart: (upper: T, lower: T) => boolean = () => false,
): T[][] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: T[][] = [];
  for (const cell of sorted) {
    const run = runs[runs.length - 1];
    const upper = run?.[run.length - 1];
    if (run && upper && upper.column === cell.column && upper.row === cell.row - 1 && !apart(upper, cell)) {
      run.push(cell);
    } else runs.push([cell]);
  }
  return runs;
}

/** Joins cells into runs down the columns or along the rows, whichever are fewer. */
export function joinLines<T extends CellPosition>(cells: readonly T[]): T[][] {
  const down = joinRuns(cells);
  const along = joinRuns(cells.map((cell) => ({ row: cell.column, column: cell.row, cell })));
  return down.length <= along.length ? down : along.map((run) => run.map(({ cell }) => cell));
}
