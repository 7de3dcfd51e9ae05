import type { CellPosition, CellRange } from '../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW } from '../../src/engine/sheet/address';
import type { XmlScanner } from '../../src/xlsx/xml/xml-scanner';
import { eachElement, textOf } from './element-path';

/** Where a chart stands on its worksheet. */
export interface ChartFrame {
  readonly name: string;
  /** Id of the relationship that leads to the chart part. */
  readonly relationship: string;
  readonly at: CellRange;
}

/** Width and height of a cell in the units of drawings (914,400 an inch), where a frame has a size of its own. */
const CELL = { width: 609_600, height: 190_500 };

interface Corner extends CellPosition {
  /** Whether it lies just on the upper left corner of its cell. */
  readonly isOnEdge: { readonly row: boolean; readonly column: boolean };
}

/**
 * Reads the frames of charts in a drawing part, the scanner standing before its root. Frames that are bound to no cell,
 * pictures and shapes are left out.
 */
export function readChartFrames(scanner: XmlScanner): ChartFrame[] {
  const frames: ChartFrame[] = [];
  scanner.root('wsDr');
  eachElement(scanner, ['twoCellAnchor|oneCellAnchor'], () => {
    let from: Corner | null = null;
    let to: Corner | null = null;
    let size: { width: number; height: number } | null = null;
    let chart = { name: '', relationship: '' };
    eachElement(scanner, ['from|to|ext|graphicFrame'], () => {
      if (scanner.nameIs('from')) from = readCorner(scanner);
      else if (scanner.nameIs('to')) to = readCorner(scanner);
      else if (scanner.nameIs('ext')) size = { width: number(scanner, 'cx'), height: number(scanner, 'cy') };
      else chart = readGraphicFrame(scanner);
    });
    const at = place(from, to, size);
    if (at && chart.relationship !== '') frames.push({ ...chart, at });
  });
  return frames;
}

function readCorner(scanner: XmlScanner): Corner {
  const read = { col: 0, row: 0, colOff: 0, rowOff: 0 };
  eachElement(scanner, ['col|row|colOff|rowOff'], () => {
    const name = scanner.name as keyof typeof read;
    // Some programs write offsets with a unit; then they are not 0, which is all that counts.
    read[name] = Number.parseFloat(textOf(scanner)) || 0;
  });
  return {
    row: Math.min(Math.max(0, Math.floor(read.row)), LAST_ROW),
    column: Math.min(Math.max(0, Math.floor(read.col)), LAST_COLUMN),
    isOnEdge: { row: read.rowOff <= 0, column: read.colOff <= 0 },
  };
}

function readGraphicFrame(scanner: XmlScanner): { name: string; relationship: string } {
  const chart = { name: '', relationship: '' };
  eachElement(scanner, ['nvGraphicFramePr|graphic'], () => {
    if (scanner.nameIs('graphic')) {
      eachElement(scanner, ['graphicData', 'chart'], () => {
        chart.relationship = scanner.prefixedAttribute('id') ?? '';
      });
    } else {
      eachElement(scanner, ['cNvPr'], () => (chart.name = scanner.attribute('name') ?? ''));
    }
  });
  return chart;
}

/** The cells a frame covers. One that ends on the edge of a cell does not cover that cell. */
function place(
  from: Corner | null,
  to: Corner | null,
  size: { readonly width: number; readonly height: number } | null,
): CellRange | null {
  if (!from) return null;
  const { row: firstRow, column: firstColumn } = from;
  if (to) {
    const lastRow = Math.max(firstRow, to.isOnEdge.row ? to.row - 1 : to.row);
    const lastColumn = Math.max(firstColumn, to.isOnEdge.column ? to.column - 1 : to.column);
    return { firstRow, firstColumn, lastRow, lastColumn };
  }
  if (!size) return null;
  const [rows, columns] = [Math.ceil(size.height / CELL.height), Math.ceil(size.width / CELL.width)];
  return {
    firstRow,
    firstColumn,
    lastRow: Math.min(LAST_ROW, firstRow + Math.max(1, rows) - 1),
    lastColumn: Math.min(LAST_COLUMN, firstColumn + Math.max(1, columns) - 1),
  };
}

function number(scanner: XmlScanner, attribute: string): number {
  const value = Number(scanner.attribute(attribute) ?? NaN);
  return value > 0 ? value : 0;
}
