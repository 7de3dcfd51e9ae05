import { LAST_COLUMN, parseAddress } from '../../src/engine/sheet/address';
import type { SheetSnapshot } from '../../src/engine/sheet/snapshot';
import { isTrue } from '../../src/xlsx/xml/xml-boolean';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement } from './element-path';
import type { CellFormat } from './workbook-model';

/** Formats of empty cells this far beyond the values are still shown; files may have them to the end of the sheet. */
const MARGIN = 30;

/** Widths, heights, frozen rows and columns, and how cells look: what a snapshot leaves out of a worksheet. */
export class LayoutReader {
  readonly columnWidths: Record<number, number> = {};
  readonly rowHeights: Record<number, number> = {};
  frozen = { rows: 0, columns: 0 };
  private readonly cells: CellLooks;

  constructor(looks: readonly CellFormat[], snapshot: SheetSnapshot) {
    this.cells = new CellLooks(looks, snapshot);
  }

  /** By the rows and columns of the snapshot; may reach further than its values. */
  get formats(): readonly (readonly (CellFormat | null)[])[] {
    return this.cells.rows;
  }

  /** Reads an element of a worksheet part, the scanner standing on its start, as far as it is one of these. */
  readSection(scanner: XmlScanner): void {
    if (scanner.nameIs('sheetViews')) {
      eachElement(scanner, ['sheetView', 'pane'], () => (this.frozen = readPane(scanner) ?? this.frozen));
    } else if (scanner.nameIs('cols')) {
      eachElement(scanner, ['col'], () => readColumns(scanner, this.columnWidths));
    } else if (scanner.nameIs('sheetData')) this.readRows(scanner);
  }

  /** The one part of a worksheet that may have millions of elements. */
  private readRows(scanner: XmlScanner): void {
    let row = -1;
    while (scanner.nextChild(2)) {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      // Heights that a program worked out from the text are left to the grid.
      const height = Number(scanner.attribute('ht') ?? 0);
      if (height > 0 && isTrue(scanner.attribute('customHeight'))) this.rowHeights[row] = height;
      let column = -1;
      while (scanner.nextChild(3)) {
        column = parseAddress(scanner.attribute('r') ?? '')?.column ?? column + 1;
        this.cells.set(row, column, Number(scanner.attribute('s') ?? 0));
      }
    }
  }
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
