import type { CellPosition, CellRange } from '../../engine/sheet/address';
import type { Edit } from '../../engine/sheet/edit';
import { formulaAt, numberFormatAt, valueAt, type SheetSnapshot } from '../../engine/sheet/snapshot';
import { HostError } from '../port';
import { sameContent } from '../protocol/same-content';
import { mayBeError, toFormula, toValue } from './cell-content';
import { jsonSize, REQUEST_LIMIT } from './payload';
import { inputOf, isPlanned, type GridCell, type GridContent } from '../protocol/plan-cells';
import { joinRuns } from '../protocol/runs';
import { holds } from '../protocol/written-content';
import type { Batch } from './session';
import { runSteps, type Step } from './step-queue';
import { rangeOf } from './worksheets';

type Held = Edit['expectedBefore'];

/** A cell that a refresh changes. */
interface ChangedCell extends CellPosition {
  readonly next: GridCell;
  readonly before: Held;
  readonly formatBefore: string;
}

/** Rows with changed cells that stand under one another. */
interface Block extends CellRange {
  readonly cells: readonly ChangedCell[];
}

/** What is typed far to the right of a table, in the moment before it is written, is seen as far as here. */
const MARGIN = 8;
/** Unchanged rows that a block may span: a few blank entries cost less than another range. */
const BRIDGED_ROWS = 3;
const BLANK: GridCell = { content: { value: null }, numberFormat: null };

/**
 * The contents of a worksheet on their way to what a plan has: only cells that differ are written, so that what is as
 * it should be stays untouched; and each can be taken back. In the very round trip that writes, what the rows held is
 * read first.
 */
export class ChangedCells {
  private readonly blocks: readonly Block[];
  /** What was found in cells instead of what had been read a moment before: somebody typed it. */
  private readonly typed = new Map<string, Held>();
  private readonly formats = new Map<string, string>();

  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly before: SheetSnapshot,
    grid: GridContent,
  ) {
    this.blocks = blocksOf(before, changedCells(before, grid));
  }

  /** 0-based rows in which a cell changes. */
  get rows(): ReadonlySet<number> {
    return new Set(this.blocks.flatMap(({ cells }) => cells.map(({ row }) => row)));
  }

  /** The writes: all constants, each looked at before and after, then the formulas, which find their cells there. */
  steps(): Step[] {
    return [...this.blocks.map((block) => this.blockStep(block)), ...this.formulaSteps()];
  }

  /**
   * Puts back what the cells held, wherever they hold what was written; what somebody has typed meanwhile stays.
   * @throws HostError `failed` where that does not work; it names the cells
   */
  async takeBack(batch: Batch): Promise<void> {
    const looks = this.blocks.map((block) => ({ block, now: ask(this.sheet, block) }));
    if (looks.length === 0) return;
    await batch.sync();
    const restored = looks.flatMap(({ block, now }) =>
      block.cells.flatMap((cell) => {
        const held = heldAt(now, block, cell);
        const before = this.typed.get(nameOf(cell)) ?? cell.before;
        if (sameContent(held, before) || !this.isOurs(held, cell)) return [];
        return [{ ...cell, before }];
      }),
    );
    await runSteps(batch, this.restoreSteps(restored));
  }

  private isOurs(held: Held, { next }: ChangedCell): boolean {
    const isBlank = held.value === null && held.formula === null;
    return isBlank || holds({ row: 0, column: 0, held, numberFormat: '' }, next.content);
  }

  private blockStep(block: Block): Step {
    let seen: Excel.Range;
    let written: Excel.Range;
    const matrix = matrixOf(block);
    return {
      size: block.cells.reduce((sum, { next }) => sum + 40 + jsonSize(inputOf(next)), 1_000),
      queue: () => {
        seen = ask(this.sheet, { ...block, lastColumn: block.lastColumn + MARGIN });
        const range = rangeOf(this.sheet, block);
        // `null` leaves a cell as it is.
        const formats = matrix(({ next }) => next.numberFormat);
        if (formats.some((row) => row.some((format) => format !== null))) range.numberFormat = formats;
        range.values = matrix(({ next }) => ('value' in next.content ? inputOf(next) : null));
        written = ask(this.sheet, block);
      },
      check: () => {
        this.compare(block, seen);
        const lost = block.cells.filter(
          ({ next, ...cell }) =>
            'value' in next.content &&
            !holds({ ...cell, held: heldAt(written, block, cell), numberFormat: '' }, next.content),
        );
        if (lost.length === 0) return;
        throw new HostError('not-written', 'a cell does not hold what was written', {
          cells: lost.map(({ row, column }) => ({ row, column })),
        });
      },
    };
  }

  /** Looks whether the rows held what had been read. @throws HostError `changed` */
  private compare(block: Block, seen: Excel.Range): void {
    const changed = new Map(block.cells.map((cell) => [nameOf(cell), cell]));
    const edited: CellPosition[] = [];
    for (let row = block.firstRow; row <= block.lastRow; row++) {
      for (let column = block.firstColumn; column <= block.lastColumn + MARGIN; column++) {
        const cell = { row, column };
        const held = heldAt(seen, block, cell);
        const formula = formulaAt(this.before, row, column);
        const own = changed.get(nameOf(cell));
        if (own) {
          this.formats.set(
            nameOf(cell),
            String(seen.numberFormat[row - block.firstRow]![column - block.firstColumn]),
          );
        }
        // The value of a formula moves with other cells.
        const same =
          formula === null
            ? sameContent(held, { value: valueAt(this.before, row, column), formula })
            : held.formula === formula;
        if (same) continue;
        edited.push(cell);
        if (own) this.typed.set(nameOf(cell), held);
      }
    }
    if (edited.length === 0) return;
    throw new HostError('changed', `${edited.length} cells were typed into meanwhile`, {
      sheet: this.before.name,
      cells: edited,
    });
  }

  private formulaSteps(): Step[] {
    const cells = this.blocks.flatMap((block) =>
      block.cells.flatMap(({ row, column, next: { content } }) =>
        'formula' in content ? [{ row, column, formula: content.formula }] : [],
      ),
    );
    return joinRuns(cells).map((run) => formulaStep(this.sheet, run));
  }

  private restoreSteps(cells: readonly ChangedCell[]): Step[] {
    const back = cells.map(({ before, ...cell }) => ({
      ...cell,
      before,
      next: {
        content: before.formula === null ? { value: before.value } : { formula: before.formula },
        numberFormat: this.formats.get(nameOf(cell)) ?? cell.formatBefore,
      },
    }));
    const blocks = blocksOf(this.before, back).map((block): Step => {
      const matrix = matrixOf(block);
      let now: Excel.Range;
      return {
        size: block.cells.reduce((sum, { next }) => sum + 40 + jsonSize(inputOf(next)), 1_000),
        queue: () => {
          const range = rangeOf(this.sheet, block);
          range.numberFormat = matrix(({ next }) => next.numberFormat);
          range.values = matrix(({ next }) => ('value' in next.content ? inputOf(next) : null));
          now = ask(this.sheet, block);
        },
        check: () => mustHold(block, now),
      };
    });
    const formulas = joinRuns(
      back.flatMap(({ row, column, before: { formula } }) =>
        formula === null ? [] : [{ row, column, formula }],
      ),
    );
    return [...blocks, ...formulas.map((run) => formulaStep(this.sheet, run))];
  }
}

function mustHold(block: Block, now: Excel.Range): void {
  const lost = block.cells.filter(
    ({ before, ...cell }) => before.formula === null && !sameContent(heldAt(now, block, cell), before),
  );
  if (lost.length === 0) return;
  throw new HostError('failed', 'what was written could not be taken back', {
    cells: lost.map(({ row, column }) => ({ row, column })),
  });
}

function formulaStep(sheet: Excel.Worksheet, run: readonly (CellPosition & { formula: string })[]): Step {
  return {
    size: run.reduce((sum, { formula }) => sum + jsonSize(formula), 200),
    queue() {
      const { row, column } = run[0]!;
      const last = run[run.length - 1]!.row;
      const range = rangeOf(sheet, {
        firstRow: row,
        lastRow: last,
        firstColumn: column,
        lastColumn: column,
      });
      range.formulas = run.map(({ formula }) => [formula]);
    },
  };
}

function changedCells(before: SheetSnapshot, grid: GridContent): ChangedCell[] {
  const lastRow = Math.max(grid.rows.length, before.firstRow + before.rowCount) - 1;
  const width = Math.max(before.firstColumn + before.columnCount, ...grid.rows.map((row) => row.length));
  const changed: ChangedCell[] = [];
  for (let row = 0; row <= lastRow; row++) {
    for (let column = 0; column < width; column++) {
      const next = grid.rows[row]?.[column] ?? BLANK;
      const held = { value: valueAt(before, row, column), formula: formulaAt(before, row, column) };
      const formatBefore = numberFormatAt(before, row, column);
      const format = next.numberFormat;
      if (isPlanned(held, next.content) && (format === null || format === formatBefore)) continue;
      changed.push({ row, column, next, before: held, formatBefore });
    }
  }
  return changed;
}

/** Blocks over all used columns, each well within a request. */
function blocksOf(before: SheetSnapshot, cells: readonly ChangedCell[]): Block[] {
  const lastColumn = Math.max(
    0,
    before.firstColumn + before.columnCount - 1,
    cells.reduce((most, { column }) => Math.max(most, column), 0),
  );
  const blocks: { firstRow: number; lastRow: number; cells: ChangedCell[]; size: number }[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const last = blocks[blocks.length - 1];
    const size = 40 + jsonSize(inputOf(cell.next));
    const fits = last && (last.size + size < REQUEST_LIMIT / 4 || cell.row === last.lastRow);
    if (last && fits && cell.row <= last.lastRow + 1 + BRIDGED_ROWS) {
      last.lastRow = cell.row;
      last.cells.push(cell);
      last.size += size;
    } else blocks.push({ firstRow: cell.row, lastRow: cell.row, cells: [cell], size });
  }
  return blocks.map(({ firstRow, lastRow, cells: own }) => ({
    firstRow,
    lastRow,
    firstColumn: 0,
    lastColumn,
    cells: own,
  }));
}

/** Makes a matrix over a block of what its changed cells have; `null` where a cell does not change. */
function matrixOf(block: Block) {
  return <T>(of: (cell: ChangedCell) => T | null): (T | null)[][] => {
    const matrix = Array.from({ length: block.lastRow - block.firstRow + 1 }, () =>
      new Array<T | null>(block.lastColumn - block.firstColumn + 1).fill(null),
    );
    for (const cell of block.cells) {
      matrix[cell.row - block.firstRow]![cell.column - block.firstColumn] = of(cell);
    }
    return matrix;
  };
}

function ask(sheet: Excel.Worksheet, range: CellRange): Excel.Range {
  const asked = rangeOf(sheet, range);
  asked.load('values,formulas,numberFormat,valueTypes');
  return asked;
}

function heldAt(range: Excel.Range, block: CellRange, { row, column }: CellPosition): Held {
  const [r, c] = [row - block.firstRow, column - block.firstColumn];
  const raw: unknown = range.values[r]![c];
  const type = mayBeError(raw) ? range.valueTypes[r]![c] : undefined;
  const formula = toFormula(range.formulas[r]![c], raw);
  return { value: toValue(raw, type, formula), formula };
}

function nameOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}
