import { LAST_COLUMN, LAST_ROW } from '../../../src/engine/sheet/address';
import type { HostObject } from '../description/object-type';
import { method, objectType } from '../description/object-type';
import { itemNotFound } from '../interpreter/office-error';
import { areaArgument, wholeArgument } from './arguments';
import { hasWholeColumns, hasWholeRows } from '../../model/area';
import type { SheetTarget } from './targets';

export const freezePanesType = objectType<SheetTarget>('WorksheetFreezePanes', '1.7', {
  freezeRows: method('1.7', ({ sheet }, [count]) => sheet.freeze(wholeArgument(count, 1), 0)),
  freezeColumns: method('1.7', ({ sheet }, [count]) => sheet.freeze(0, wholeArgument(count, 1))),
  freezeAt: method('1.7', ({ sheet }, [range]) => {
    const frozen = areaArgument(sheet, range);
    sheet.freeze(
      hasWholeColumns(frozen) ? 0 : frozen.lastRow + 1,
      hasWholeRows(frozen) ? 0 : frozen.lastColumn + 1,
    );
  }),
  unfreeze: method('1.7', ({ sheet }) => sheet.freeze(0, 0)),
  getLocation: method('1.7', (self) => {
    const range = location(self);
    if (!range) throw itemNotFound();
    return range;
  }),
  getLocationOrNullObject: method('1.7', location),
});

function location({ host, sheet }: SheetTarget): HostObject | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  return host.objects.range(sheet.id, {
    firstRow: 0,
    firstColumn: 0,
    lastRow: rows === 0 ? LAST_ROW : rows - 1,
    lastColumn: columns === 0 ? LAST_COLUMN : columns - 1,
  });
}
