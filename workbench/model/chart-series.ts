import type { CellRange } from '../../src/engine/sheet/address';
import type { ChartSeriesModel, WorksheetModel } from './workbook-model';

/**
 * The series that Excel makes of a range by its columns. One column is one series, a text above its numbers its name;
 * of several, the first holds the labels and the first row the names.
 */
export function seriesOf(sheet: WorksheetModel, range: CellRange): ChartSeriesModel[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = range;
  const column = (index: number, first: number): CellRange => ({
    firstRow: first,
    lastRow,
    firstColumn: index,
    lastColumn: index,
  });
  if (firstColumn === lastColumn) {
    const [[top] = []] = sheet.values(range);
    return typeof top === 'string' && top !== '' && firstRow < lastRow
      ? [
          {
            name: { row: firstRow, column: firstColumn },
            values: column(firstColumn, firstRow + 1),
            categories: null,
          },
        ]
      : [{ name: '', values: range, categories: null }];
  }
  if (firstRow === lastRow) return [];
  return Array.from({ length: lastColumn - firstColumn }, (_, index) => ({
    name: { row: firstRow, column: firstColumn + 1 + index },
    values: column(firstColumn + 1 + index, firstRow + 1),
    categories: column(firstColumn, firstRow + 1),
  }));
}
