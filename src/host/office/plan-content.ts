import { HostError } from '../port';
import { toFormula, toValue } from './cell-content';
import { jsonSize, REQUEST_LIMIT } from './payload';
import { inputOf, type GridCell, type GridContent } from '../protocol/plan-cells';
import { joinRuns } from '../protocol/runs';
import { holds } from '../protocol/written-content';
import type { Step } from './step-queue';
import { rangeOf } from './worksheets';

/**
 * Writes a grid: blocks of rows with all constants, each read back, then the formulas, so that every cell they refer
 * to is there already.
 */
export function contentSteps(sheet: Excel.Worksheet, grid: GridContent): Step[] {
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  if (width === 0) return [];
  const steps: Step[] = [];
  let first = 0;
  while (first < grid.rows.length) {
    let size = 0;
    let last = first;
    for (; last < grid.rows.length && (last === first || size < REQUEST_LIMIT / 2); last += 1) {
      for (const cell of grid.rows[last]!) size += 20 + (cell ? jsonSize(inputOf(cell)) : 0);
    }
    steps.push(blockStep(sheet, grid, first, last, width, size));
    first = last;
  }
  return [...steps, ...formulaSteps(sheet, grid)];
}

function blockStep(
  sheet: Excel.Worksheet,
  grid: GridContent,
  first: number,
  last: number,
  width: number,
  size: number,
): Step {
  const rows = grid.rows.slice(first, last);
  const fill = <T>(map: (cell: GridCell | null | undefined) => T): T[][] =>
    rows.map((row) => Array.from({ length: width }, (_, column) => map(row[column])));
  let block: Excel.Range;
  return {
    size,
    queue() {
      block = rangeOf(sheet, {
        firstRow: grid.firstRow + first,
        lastRow: grid.firstRow + last - 1,
        firstColumn: grid.firstColumn,
        lastColumn: grid.firstColumn + width - 1,
      });
      const formats = fill((cell) => cell?.numberFormat ?? null);
      // `null` leaves a cell as it is.
      if (formats.some((row) => row.some((format) => format !== null))) block.numberFormat = formats;
      block.values = fill((cell) => inputOf(cell ?? null));
      block.load('values,formulas,numberFormat,valueTypes');
    },
    check() {
      rows.forEach((row, index) => {
        row.forEach((cell, column) => {
          if (!cell || 'formula' in cell.content) return;
          const raw: unknown = block.values[index]![column];
          const held = {
            value: toValue(raw, block.valueTypes[index]![column]),
            formula: toFormula(block.formulas[index]![column], raw),
          };
          const place = { row: grid.firstRow + first + index, column: grid.firstColumn + column };
          if (holds({ ...place, held, numberFormat: '' }, cell.content)) return;
          throw new HostError('not-written', 'a cell does not hold what was written', { cells: [place] });
        });
      });
    },
  };
}

function formulaSteps(sheet: Excel.Worksheet, grid: GridContent): Step[] {
  const cells = grid.rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell && 'formula' in cell.content
        ? [{ row: grid.firstRow + index, column: grid.firstColumn + column, formula: cell.content.formula }]
        : [],
    ),
  );
  return joinRuns(cells).map((run) => ({
    size: run.reduce((sum, { formula }) => sum + jsonSize(formula), 200),
    queue() {
      const { row, column } = run[0]!;
      const range = rangeOf(sheet, {
        firstRow: row,
        lastRow: run[run.length - 1]!.row,
        firstColumn: column,
        lastColumn: column,
      });
      range.formulas = run.map(({ formula }) => [formula]);
    },
  }));
}
