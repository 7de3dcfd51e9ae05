import { LAST_COLUMN, parseAddress } from '../../engine/sheet/address';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { isTrue } from '../../xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../xlsx/xml/xml-scanner';
import type { CellFormat, OpenedSheet } from './workbook-model';

type SheetLook = Pick<OpenedSheet, 'columnWidths' | 'rowHeights' | 'frozen' | 'formats'>;

/** Formats of empty cells this far beyond the values are still shown; files may have them to the end of the sheet. */
const MARGIN = 30;

/**
 * Reads from a worksheet part what a snapshot leaves out: widths, heights, frozen rows and columns, and how cells
 * look. The scanner stands before the root.
 */
export function readLayout(
  scanner: XmlScanner,
  looks: readonly CellFormat[],
  snapshot: SheetSnapshot,
): SheetLook {
  const columnWidths: Record<number, number> = {};
  const rowHeights: Record<number, number> = {};
  const cells = new CellLooks(looks, snapshot);
  let frozen = { rows: 0, columns: 0 };
  scanner.root('worksheet', 'macrosheet');
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('sheetViews')) {
      while (scanner.nextChild(2)) {
        while (scanner.nextChild(3)) if (scanner.nameIs('pane')) frozen = readPane(scanner) ?? frozen;
      }
    } else if (scanner.nameIs('cols')) {
      while (scanner.nextChild(2)) if (scanner.nameIs('col')) readColumns(scanner, columnWidths);
    } else if (scanner.nameIs('sheetData')) {
      let row = -1;
      while (scanner.nextChild(2)) {
        row = Number(scanner.attribute('r') ?? row + 2) - 1;
        // Heights that a program worked out from the text are left to the grid.
        const height = Number(scanner.attribute('ht') ?? 0);
        if (height > 0 && isTrue(scanner.attribute('customHeight'))) rowHeights[row] = height;
        let column = -1;
        while (scanner.nextChild(3)) {
          column = parseAddress(scanner.attribute('r') ?? '')?.column ?? column + 1;
          cells.set(row, column, Number(scanner.attribute('s') ?? 0));
        }
      }
    }
  }
  return { columnWidths, rowHeights, frozen, formats: cells.rows };
}

function readPane(scanner: XmlScanner): { rows: number; columns: number } | null {
  if (!scanner.attribute('state')?.startsWith('frozen')) return null;
  return {
    rows: Number(scanner.attribute('ySplit') ?? 0),
    columns: Number(scanner.attribute('xSplit') ?? 0),
  };
}

function readColumns(scanner: XmlScanner, widths: Record<number, number>): void {
  const first = Number(scanner.attribute('min')) - 1;
  const last = Math.min(Number(scanner.attribute('max')) - 1, LAST_COLUMN, first + 500);
  // Of the width in the file about 0.7 characters are the cell's padding.
  const width = Number(scanner.attribute('width')) - 0.71;
  if (!(width > 0)) return;
  for (let column = first; column <= last; column++) widths[column] = Math.round(width * 100) / 100;
}

class CellLooks {
  readonly rows: (CellFormat | null)[][] = [];

  constructor(
    private readonly looks: readonly CellFormat[],
    private readonly snapshot: SheetSnapshot,
  ) {}

  set(row: number, column: number, style: number): void {
    const { firstRow, firstColumn, rowCount, columnCount } = this.snapshot;
    const look = this.looks[style];
    const [r, c] = [row - firstRow, column - firstColumn];
    if (!look || r < 0 || c < 0 || r >= rowCount + MARGIN || c >= columnCount + MARGIN) return;
    while (this.rows.length <= r) this.rows.push([]);
    const line = this.rows[r]!;
    while (line.length < c) line.push(null);
    line[c] = look;
  }
}
