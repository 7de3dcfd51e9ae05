import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import { wholeArgument } from './arguments';
import { cellCount, fullAddress, hasWholeColumns, hasWholeRows } from '../../model/area';
import { clearCells } from './clear-cells';
import { conditionalFormatCollection } from './conditional-format-type';
import { dataValidationType } from './data-validation-type';
import { rangeFormatType } from './range-format-type';
import type { Cells } from './targets';

/** Several ranges of one worksheet. */
export const rangeAreasType = objectType<Cells>('RangeAreas', '1.9', {
  address: scalar('1.9', (cells) => cells.areas.map((range) => fullAddress(cells.sheet, range)).join(',')),
  areaCount: scalar('1.9', (cells) => cells.areas.length),
  cellCount: scalar('1.9', (cells) => cells.areas.reduce((sum, range) => sum + cellCount(range), 0)),
  isEntireColumn: scalar('1.9', (cells) => cells.areas.every(hasWholeColumns)),
  isEntireRow: scalar('1.9', (cells) => cells.areas.every(hasWholeRows)),
  areas: navigation('1.9', (cells) => ({ type: rangeCollectionType, self: cells })),
  worksheet: navigation('1.9', (cells) => cells.host.objects.worksheet(cells.sheetId)),
  format: navigation('1.9', (cells) => ({ type: rangeFormatType, self: cells })),
  conditionalFormats: navigation('1.9', conditionalFormatCollection),
  dataValidation: navigation('1.9', (cells) => ({ type: dataValidationType, self: cells })),
  clear: method('1.9', (cells, [what]) => {
    for (const range of cells.areas) clearCells(cells.host, cells.writableSheet, range, what);
  }),
});

export const rangeCollectionType = objectType<Cells>(
  'RangeCollection',
  '1.9',
  {
    getCount: method('1.9', (cells) => cells.areas.length),
    getItemAt: method('1.9', (cells, [index]) => {
      const range = cells.areas[wholeArgument(index)];
      if (!range) throw invalidArgument();
      return cells.host.objects.range(cells.sheetId, range);
    }),
  },
  { items: (cells) => cells.areas.map((range) => cells.host.objects.range(cells.sheetId, range)) },
);
