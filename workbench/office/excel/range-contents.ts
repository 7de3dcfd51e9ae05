import type { CellRange } from '../../../src/engine/sheet/address';
import type { ModelCell, WorksheetModel } from '../../model/workbook-model';
import { OfficeError, invalidArgument } from '../interpreter/office-error';
import { cellCount, columnCount, isUnbounded, rowCount } from '../../model/area';
import { officeValue, readWritten } from './cell-content';
import type { Cells } from './targets';

/** Cells that Excel hands over in one request. */
const MAX_CELLS = 5_000_000;

/**
 * A matrix over the cells of a range, or `null` where the range has no end: Excel answers `null` there.
 * @throws OfficeError where the range has more cells than Excel hands over at once
 */
export function readMatrix<T>(
  cells: Cells,
  read: (sheet: WorksheetModel, range: CellRange) => T[][],
): T[][] | null {
  const { sheet, area } = cells;
  if (isUnbounded(area)) return null;
  if (cellCount(area) > MAX_CELLS) {
    throw new OfficeError(
      'RangeExceedsLimit',
      'The cell count in the range has exceeded the maximum supported number.',
    );
  }
  return read(sheet, area);
}

/** Formulas where there are any, else the values, as Excel's property `formulas`. */
export function readFormulas(cells: Cells): unknown[][] | null {
  return readMatrix(cells, (sheet, range) => {
    const values = sheet.values(range);
    return sheet
      .formulas(range)
      .map((row, r) => row.map((formula, c) => formula || officeValue(values[r]![c] ?? null)));
  });
}

/**
 * Writes to `values` or `formulas` of a range: one value for all cells or a matrix of the range's size.
 * @throws OfficeError InvalidArgument, AccessDenied
 */
export function writeContents(cells: Cells, written: unknown): void {
  const sheet = cells.sheetBesideWrites;
  const range = cells.area;
  const matrix = sizedMatrix(range, written);
  const formats = sheet.numberFormats(range);
  const typed = matrix.map((row, r) =>
    row.map((value, c) => readWritten(value, formats[r]?.[c] ?? 'General')),
  );
  const newFormats = typed.map((row, r) =>
    row.map((cell, c) =>
      cell?.numberFormat !== undefined && isGeneral(formats[r]?.[c]) ? cell.numberFormat : null,
    ),
  );
  if (newFormats.some((row) => row.some((format) => format !== null)))
    sheet.setNumberFormats(range, newFormats);
  cells.host.contentWrites.add(
    sheet,
    range,
    typed.map((row) =>
      row.map((cell): ModelCell | null => {
        if (!cell) return null;
        return cell.formula ? { value: null, formula: cell.formula } : { value: cell.value };
      }),
    ),
  );
}

/** Sets one number format for all cells or a matrix of them. */
export function writeNumberFormats(cells: Cells, written: unknown): void {
  const sheet = cells.writableSheet;
  const formats = sizedMatrix(cells.area, written).map((row) =>
    row.map((format) => {
      if (format === null || format === undefined) return null;
      if (typeof format !== 'string') throw invalidArgument();
      return format === '' ? 'General' : format;
    }),
  );
  sheet.setNumberFormats(cells.area, formats);
}

function sizedMatrix(range: CellRange, written: unknown): unknown[][] {
  if (isUnbounded(range)) throw invalidArgument();
  const [rows, columns] = [rowCount(range), columnCount(range)];
  if (!Array.isArray(written)) {
    return Array.from({ length: rows }, () => new Array<unknown>(columns).fill(written));
  }
  const fits =
    written.length === rows && written.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return written as unknown[][];
}

function isGeneral(format: string | undefined): boolean {
  return format === undefined || format === '' || format === 'General';
}
