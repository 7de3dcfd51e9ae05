import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument, unsupportedOperation } from '../interpreter/office-error';
import {
  cellCount,
  columnCount,
  fullAddress,
  hasWholeColumns,
  hasWholeRows,
  intersection,
  isUnbounded,
  rowCount,
} from '../../model/area';
import { officeValue, officeValueType } from './cell-content';
import { cellProperties, setCellProperties } from './cell-properties';
import { clearCells } from './clear-cells';
import { conditionalFormatCollection } from './conditional-format-type';
import { dataValidationType } from './data-validation-type';
import { hidden, hide } from './hidden-lines';
import { lineProperties } from './line-properties';
import { readFormulas, readMatrix, writeContents, writeNumberFormats } from './range-contents';
import { rangeFormatType } from './range-format-type';
import { readLink, writeLink } from './range-link';
import { neighbour, rangeNeighbours } from './range-neighbours';
import type { Cells } from './targets';

export const rangeType = objectType<Cells>('Range', '1.1', {
  address: scalar('1.1', (cells) => fullAddress(cells.sheet, cells.area)),
  addressLocal: scalar('1.1', (cells) => fullAddress(cells.sheet, cells.area)),
  rowIndex: scalar('1.1', (cells) => cells.area.firstRow),
  columnIndex: scalar('1.1', (cells) => cells.area.firstColumn),
  rowCount: scalar('1.1', (cells) => rowCount(cells.area)),
  columnCount: scalar('1.1', (cells) => columnCount(cells.area)),
  // Excel answers -1 where the count does not fit into 31 bits.
  cellCount: scalar('1.1', (cells) => (cellCount(cells.area) > 0x7fffffff ? -1 : cellCount(cells.area))),
  isEntireColumn: scalar('1.7', (cells) => hasWholeColumns(cells.area)),
  isEntireRow: scalar('1.7', (cells) => hasWholeRows(cells.area)),
  values: scalar(
    '1.1',
    (cells) => readMatrix(cells, (sheet, range) => sheet.values(range).map((row) => row.map(officeValue))),
    writeContents,
  ),
  formulas: scalar('1.1', readFormulas, writeContents),
  formulasLocal: scalar('1.1', readFormulas, writeContents),
  numberFormat: scalar(
    '1.1',
    (cells) => readMatrix(cells, (sheet, range) => sheet.numberFormats(range)),
    writeNumberFormats,
  ),
  numberFormatLocal: scalar(
    '1.7',
    (cells) => readMatrix(cells, (sheet, range) => sheet.numberFormats(range)),
    writeNumberFormats,
  ),
  text: scalar('1.1', (cells) => readMatrix(cells, (sheet, range) => sheet.texts(range))),
  valueTypes: scalar('1.1', (cells) =>
    readMatrix(cells, (sheet, range) => sheet.values(range).map((row) => row.map(officeValueType))),
  ),
  rowHidden: scalar(
    '1.2',
    (cells) => hidden(cells, 'row'),
    (cells, value) => hide(cells, 'row', value),
  ),
  columnHidden: scalar(
    '1.2',
    (cells) => hidden(cells, 'column'),
    (cells, value) => hide(cells, 'column', value),
  ),
  hidden: scalar('1.2', (cells) => hidden(cells, 'row') === true || hidden(cells, 'column') === true),
  hyperlink: scalar('1.7', readLink, writeLink),

  worksheet: navigation('1.1', (cells) => cells.host.objects.worksheet(cells.sheetId)),
  format: navigation('1.1', (cells) => ({ type: rangeFormatType, self: cells })),
  conditionalFormats: navigation('1.6', conditionalFormatCollection),
  dataValidation: navigation('1.8', (cells) => ({ type: dataValidationType, self: cells })),

  ...rangeNeighbours,
  // Reading merged areas empties the user's undo history in Excel; so it does here.
  getMergedAreasOrNullObject: method('1.13', (cells) => {
    cells.host.clearUndo();
    const merges = cells.sheet.merges.filter((merge) => intersection(merge, cells.area));
    return merges.length > 0 ? cells.host.objects.rangeAreas(cells.sheetId, merges) : null;
  }),

  getCellProperties: method('1.9', (cells, [options]) => cellProperties(cells, options)),
  setCellProperties: method('1.9', (cells, [properties]) => setCellProperties(cells, properties)),
  getRowProperties: method('1.9', (cells, [options]) => lineProperties(cells, 'row', options)),
  getColumnProperties: method('1.9', (cells, [options]) => lineProperties(cells, 'column', options)),

  select: method('1.1', (cells) => {
    cells.host.model.activate(cells.sheet.id);
    cells.host.model.select(cells.sheet.id, cells.area);
  }),
  clear: method('1.1', (cells, [what]) => clearCells(cells.host, cells.writableSheet, cells.area, what)),
  merge: method('1.2', merge),
  unmerge: method('1.2', (cells) => {
    const sheet = cells.writableSheet;
    for (const merged of sheet.merges.filter((one) => intersection(one, cells.area))) sheet.unmerge(merged);
  }),
  insert: method('1.1', (cells, [shift]) => shiftRows(cells, shift, 'Down')),
  delete: method('1.1', (cells, [shift]) => void shiftRows(cells, shift, 'Up')),
  calculate: method('1.6', () => undefined),
  // Sent by the client beside a large write that it splits.
  _ValidateArraySize: method('1.3', (cells, [rows, columns]) => {
    if (rows !== rowCount(cells.area) || columns !== columnCount(cells.area)) throw invalidArgument();
  }),
});

function merge(cells: Cells, [across]: readonly unknown[]): void {
  const sheet = cells.writableSheet;
  const { area } = cells;
  if (isUnbounded(area)) throw invalidArgument();
  const rows =
    across === true ? Array.from({ length: rowCount(area) }, (_, row) => area.firstRow + row) : null;
  const parts = rows ? rows.map((row) => ({ ...area, firstRow: row, lastRow: row })) : [area];
  for (const part of parts) {
    // Excel keeps what stands in the first cell alone.
    const first = { ...part, lastRow: part.firstRow, lastColumn: part.firstColumn };
    const [value, formula] = [sheet.values(first)[0]![0] ?? null, sheet.formulas(first)[0]![0]];
    sheet.clear(part, 'contents');
    sheet.setCells(first, [[formula ? { value: null, formula } : { value }]]);
    sheet.merge(part);
  }
}

function shiftRows(cells: Cells, shift: unknown, expected: 'Down' | 'Up'): HostObject {
  const sheet = cells.writableSheet;
  const { area } = cells;
  if (!hasWholeRows(area) || (shift !== expected && shift !== null && shift !== undefined)) {
    cells.host.warn(
      `not emulated: Range.${expected === 'Down' ? 'insert' : 'delete'} of less than whole rows`,
    );
    throw unsupportedOperation();
  }
  cells.host.insertRows(sheet, area.firstRow, expected === 'Down' ? rowCount(area) : -rowCount(area));
  return neighbour(cells, area);
}
