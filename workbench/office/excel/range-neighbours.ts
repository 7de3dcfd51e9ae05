import type { CellRange } from '../../../src/engine/sheet/address';
import { LAST_COLUMN, LAST_ROW } from '../../../src/engine/sheet/address';
import type { HostObject, Unnamed } from '../description/object-type';
import { method } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { cellsArgument, onSheet, textArgument, wholeArgument } from './arguments';
import { boundingArea, columnCount, intersection, rowCount } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import type { Cells } from './targets';
import { usedPart } from './used-part';

/** The members of Range that lead to other ranges of its worksheet. */
export const rangeNeighbours: Readonly<Record<string, Unnamed<Cells>>> = {
  getCell: method<Cells>('1.1', (cells, [row, column]) => {
    const { firstRow, firstColumn } = cells.area;
    return sized(cells, firstRow + wholeArgument(row), firstColumn + wholeArgument(column), 1, 1);
  }),
  getRow: method<Cells>('1.1', (cells, [row]) =>
    sized(
      cells,
      cells.area.firstRow + wholeArgument(row),
      cells.area.firstColumn,
      1,
      columnCount(cells.area),
    ),
  ),
  getColumn: method<Cells>('1.1', (cells, [column]) =>
    sized(
      cells,
      cells.area.firstRow,
      cells.area.firstColumn + wholeArgument(column),
      rowCount(cells.area),
      1,
    ),
  ),
  getLastCell: method<Cells>('1.1', (cells) => sized(cells, cells.area.lastRow, cells.area.lastColumn, 1, 1)),
  getLastRow: method<Cells>('1.1', (cells) =>
    sized(cells, cells.area.lastRow, cells.area.firstColumn, 1, columnCount(cells.area)),
  ),
  getLastColumn: method<Cells>('1.1', (cells) =>
    sized(cells, cells.area.firstRow, cells.area.lastColumn, rowCount(cells.area), 1),
  ),
  getEntireRow: method<Cells>('1.1', (cells) =>
    neighbour(cells, { ...cells.area, firstColumn: 0, lastColumn: LAST_COLUMN }),
  ),
  getEntireColumn: method<Cells>('1.1', (cells) =>
    neighbour(cells, { ...cells.area, firstRow: 0, lastRow: LAST_ROW }),
  ),
  getOffsetRange: method<Cells>('1.1', (cells, [rows, columns]) =>
    sized(
      cells,
      cells.area.firstRow + wholeArgument(rows),
      cells.area.firstColumn + wholeArgument(columns),
      rowCount(cells.area),
      columnCount(cells.area),
    ),
  ),
  getResizedRange: method<Cells>('1.2', (cells, [rows, columns]) =>
    sized(
      cells,
      cells.area.firstRow,
      cells.area.firstColumn,
      rowCount(cells.area) + wholeArgument(rows),
      columnCount(cells.area) + wholeArgument(columns),
    ),
  ),
  getAbsoluteResizedRange: method<Cells>('1.7', (cells, [rows, columns]) =>
    sized(cells, cells.area.firstRow, cells.area.firstColumn, wholeArgument(rows), wholeArgument(columns)),
  ),
  getBoundingRect: method<Cells>('1.1', (cells, [other]) =>
    neighbour(cells, boundingArea([cells.area, otherArea(cells, other)])),
  ),
  getIntersection: method<Cells>('1.1', (cells, [other]) => {
    const common = intersection(cells.area, otherArea(cells, other));
    if (!common) throw itemNotFound();
    return neighbour(cells, common);
  }),
  getIntersectionOrNullObject: method<Cells>('1.4', (cells, [other]) => {
    const common = intersection(cells.area, otherArea(cells, other));
    return common && neighbour(cells, common);
  }),
  getUsedRange: method<Cells>('1.2', (cells) => {
    const used = usedPart(cells.sheet, cells.area);
    return used ? neighbour(cells, used) : sized(cells, cells.area.firstRow, cells.area.firstColumn, 1, 1);
  }),
  getUsedRangeOrNullObject: method<Cells>('1.4', (cells) => {
    const used = usedPart(cells.sheet, cells.area);
    return used && neighbour(cells, used);
  }),
};

/** Another range of the same worksheet. @throws OfficeError InvalidArgument where it leaves the worksheet */
export function neighbour(cells: Cells, area: CellRange): HostObject {
  return cells.host.objects.range(cells.sheetId, onSheet(area));
}

function sized(
  cells: Cells,
  firstRow: number,
  firstColumn: number,
  rows: number,
  columns: number,
): HostObject {
  return neighbour(cells, {
    firstRow,
    firstColumn,
    lastRow: firstRow + rows - 1,
    lastColumn: firstColumn + columns - 1,
  });
}

function otherArea(cells: Cells, argument: unknown): CellRange {
  const other = cellsArgument(argument);
  if (other) {
    if (other.sheetId !== cells.sheetId) throw invalidArgument();
    return other.area;
  }
  const parsed = parseArea(splitReference(textArgument(argument)).address);
  if (!parsed) throw invalidArgument();
  return parsed;
}
