import { LAST_COLUMN, LAST_ROW } from '../../../engine/sheet/address';
import { isTrue } from '../../xml/xml-boolean';
import { XmlScanner } from '../../xml/xml-scanner';
import type { SheetCells } from '../sheet-text';
import { rowHeights } from './row-heights';
import { SheetAxis, type SizeSpan } from './sheet-axis';

/** How wide the columns and how high the rows of a worksheet are: where a note's box lies is told in them. */
export interface NoteGeometry {
  readonly columns: SheetAxis;
  readonly rows: SheetAxis;
}

/** Pixels of the widest digit of the usual fonts, by which widths of columns are counted. */
const DIGIT = 7;
const COLUMN_PADDING = 5;
const USUAL_ROW = 20;
const PER_POINT = 96 / 72;

/**
 * Measures a worksheet.
 * @param frame the worksheet part without its cells
 * @throws XlsxError 'corrupt' for malformed XML
 */
export function noteGeometry(frame: string, part: string, cells: SheetCells): NoteGeometry {
  const scanner = new XmlScanner(frame, { part });
  scanner.root();
  let usualColumn = columnPixels(8 + COLUMN_PADDING / DIGIT);
  let shownRow = USUAL_ROW;
  let rowsAreHidden = false;
  const columns: { first: number; last: number; size: number | null }[] = [];
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('sheetFormatPr')) {
      const base = positive(scanner.attribute('baseColWidth')) ?? 8;
      usualColumn = columnPixels(
        positive(scanner.attribute('defaultColWidth')) ?? base + COLUMN_PADDING / DIGIT,
      );
      const points = positive(scanner.attribute('defaultRowHeight'));
      if (points !== null) shownRow = Math.round(points * PER_POINT);
      rowsAreHidden = isTrue(scanner.attribute('zeroHeight'));
    } else if (scanner.nameIs('cols')) {
      while (scanner.nextChild(2)) if (scanner.nameIs('col')) columns.push(readColumns(scanner));
    }
  }
  const usualRow = rowsAreHidden ? 0 : shownRow;
  const spans: SizeSpan[] = columns.map((span) => ({ ...span, size: span.size ?? usualColumn }));
  return {
    columns: new SheetAxis(spans, usualColumn, LAST_COLUMN),
    rows: new SheetAxis(rowHeights(cells, usualRow, shownRow), usualRow, LAST_ROW),
  };
}

function readColumns(scanner: XmlScanner): { first: number; last: number; size: number | null } {
  const width = Number(scanner.attribute('width'));
  const hidden = isTrue(scanner.attribute('hidden'));
  return {
    first: (positive(scanner.attribute('min')) ?? LAST_COLUMN + 2) - 1,
    last: (positive(scanner.attribute('max')) ?? 0) - 1,
    size: hidden ? 0 : width >= 0 ? columnPixels(width) : null,
  };
}

/** A width in characters, padding included, as pixels. */
function columnPixels(width: number): number {
  return Math.round(width * DIGIT);
}

function positive(text: string | undefined): number | null {
  const number = Number(text);
  return Number.isFinite(number) && number > 0 ? number : null;
}
