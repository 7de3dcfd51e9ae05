import type { CellRange } from '../sheet/address';
import type { PlanCell, SheetPlan } from '../sheet/sheet-plan';
import { LOOKS, type StyleBook } from './style-book';

export type PlanRow = (PlanCell | null)[];

/** What stands above the table of a rollup sheet. */
export interface FrameInput {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  readonly headings: readonly string[];
}

/** 0-based row of the headings; the table's rows begin below. */
export const HEADING_ROW = 2;
export const FIRST_ROW = HEADING_ROW + 1;

interface Frame {
  readonly rows: PlanRow[];
  readonly merges: CellRange[];
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly print: SheetPlan['print'];
}

/** Title over all columns, a line with unit and date, and the headings. */
export function frameOf(input: FrameInput, styles: StyleBook): Frame {
  const { headings } = input;
  const last = headings.length - 1;
  // The line's right part takes what is short: a money unit or a date.
  const split = Math.max(1, headings.length - 3);
  const line: PlanRow = headings.map(() => null);
  line[0] = { value: input.left, style: styles.index(LOOKS.lineLeft) };
  line[split] = { value: input.right, style: styles.index(LOOKS.lineRight) };
  return {
    rows: [
      [{ value: input.title, style: styles.index(LOOKS.title) }],
      line,
      headings.map((value) => ({ value, style: styles.index(LOOKS.header) })),
    ],
    merges: [rowRange(0, 0, last), rowRange(1, 0, split - 1), rowRange(1, split, last)].filter(
      (range) => range.lastColumn > range.firstColumn,
    ),
    rowHeights: { 0: 30, 1: 18 },
    print: { landscape: true, fitToWidth: true, titleRows: { first: HEADING_ROW, last: HEADING_ROW } },
  };
}

/** Part of one row. All positions are 0-based. */
export function rowRange(row: number, firstColumn: number, lastColumn: number): CellRange {
  return { firstRow: row, lastRow: row, firstColumn, lastColumn };
}
