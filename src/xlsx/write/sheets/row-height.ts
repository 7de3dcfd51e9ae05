import type { PlanCell, PlanStyle, WorksheetPlan } from '../../../engine/sheet/sheet-plan';

/** Excel's highest row, in points. */
const HIGHEST = 409;
const DEFAULT_FONT_SIZE = 11;
const DEFAULT_WIDTH = 8;
/** A line is higher than its letters, and a cell has a margin above and below. */
const LINE = 1.4;
const MARGIN = 3;
/** Lines end at words and before punctuation, so they seldom fill the whole width. */
const FILLED = 0.9;
/** Letters of these scripts and their punctuation are as wide as they are high; all others about half of it. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * How high the wrapped texts of a row make it, in points; `undefined` where none needs a second line. Not every program
 * measures the rows of a file when it opens it; those that do, and Excel when the row is edited, go by the text itself.
 * @param row 0-based
 */
export function wrappedHeight(plan: WorksheetPlan, row: number): number | undefined {
  const cells = plan.rows[row] ?? [];
  let highest: number | undefined;
  cells.forEach((cell, column) => {
    const style = cell?.style === undefined ? undefined : plan.styles[cell.style];
    if (!cell || !style?.wrap || isMerged(plan, row, column)) return;
    const size = style.fontSize ?? DEFAULT_FONT_SIZE;
    const lines = lineCount(cell, style, plan.columnWidths[column] ?? DEFAULT_WIDTH);
    if (lines > 1) highest = Math.max(highest ?? 0, lines * size * LINE + MARGIN);
  });
  return highest === undefined ? undefined : Math.min(HIGHEST, Math.round(highest * 4) / 4);
}

function lineCount({ value }: PlanCell, style: PlanStyle, columnWidth: number): number {
  if (typeof value !== 'string') return 1;
  const size = style.fontSize ?? DEFAULT_FONT_SIZE;
  // A column is so many digits of 7 pixels wide; a pixel is three quarters of a point.
  const width = columnWidth * 7 * 0.75 * FILLED;
  return value
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(lineWidth(line, size) / width)), 0);
}

function lineWidth(line: string, size: number): number {
  const others = line.replace(WIDE, '').length;
  const wide = line.match(WIDE)?.length ?? 0;
  return (wide + others * 0.55) * size;
}

/** Merged cells do not set the height of a row in Excel either. */
function isMerged({ merges }: WorksheetPlan, row: number, column: number): boolean {
  return merges.some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
  );
}
