import type { CellRange } from '../../engine/sheet/address';
import type { Step } from './step-queue';
import { rangeOf } from './worksheets';

const ASKED: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: {
      name: true,
      size: true,
      color: true,
      bold: true,
      italic: true,
      underline: true,
      strikethrough: true,
    },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};
/** Rows whose looks are asked for, or put back, in one call. */
const ROWS_PER_CALL = 100;

/** How some rows look, kept so that they can be given that look again. */
export class CellLooks {
  private readonly asked: {
    readonly range: CellRange;
    readonly answer: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  }[];
  private readonly beyond: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;

  /**
   * Queues the questions; the answers come with the next round trip.
   * @param rows 0-based
   * @param width how many columns from the first on
   * @param used how many rows are used: all beyond look alike
   */
  constructor(
    private readonly sheet: Excel.Worksheet,
    private readonly rows: readonly number[],
    private readonly width: number,
    private readonly used: number,
  ) {
    const ask = (range: CellRange) => rangeOf(sheet, range).getCellProperties(ASKED);
    this.asked = this.runs(rows.filter((row) => row < used)).map((range) => ({ range, answer: ask(range) }));
    const isBeyond = rows.some((row) => row >= used);
    this.beyond = isBeyond
      ? ask({ firstRow: used, lastRow: used, firstColumn: 0, lastColumn: width - 1 })
      : null;
  }

  /** The calls that give the rows the look they had. */
  restoreSteps(): Step[] {
    const blank = this.beyond?.value[0] ?? [];
    const beyond = this.runs(this.rows.filter((row) => row >= this.used)).map((range) => ({
      range,
      looks: Array.from({ length: range.lastRow - range.firstRow + 1 }, () => blank),
    }));
    return [...this.asked.map(({ range, answer }) => ({ range, looks: answer.value })), ...beyond].map(
      ({ range, looks }) => ({
        size: 300 * looks.length * this.width,
        queue: () => {
          const cells = rangeOf(this.sheet, range);
          cells.format.fill.clear();
          cells.setCellProperties(looks.map((row) => row.map(toSettable)));
        },
      }),
    );
  }

  private runs(rows: readonly number[]): CellRange[] {
    const ranges: { firstRow: number; lastRow: number }[] = [];
    for (const row of [...rows].sort((a, b) => a - b)) {
      const last = ranges[ranges.length - 1];
      if (last?.lastRow === row - 1 && row - last.firstRow < ROWS_PER_CALL) last.lastRow = row;
      else ranges.push({ firstRow: row, lastRow: row });
    }
    return ranges.map((range) => ({ ...range, firstColumn: 0, lastColumn: this.width - 1 }));
  }
}

/** A cell without a fill answers with a colour all the same; setting it would make it white. */
function toSettable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, ...others } = format ?? {};
  const isFilled = fill?.color !== undefined && fill.color !== '' && fill.pattern !== 'None';
  return { format: isFilled ? { ...others, fill } : others };
}
