import type { CellRange } from '../../engine/sheet/address';
import { HostError, type SheetRef } from '../port';
import type { Batch } from './session';

/** The worksheet with this id, which may not be there; its protection and name are asked for with it. */
export function lookUp(context: Excel.RequestContext, sheetId: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.load('id,name');
  sheet.protection.load('protected');
  return sheet;
}

/** @throws HostError where a looked-up worksheet turned out not to be there */
export function mustExist(sheet: Excel.Worksheet): void {
  if (sheet.isNullObject) throw new HostError('sheet-gone', 'the worksheet is not in the workbook');
}

/** Whether a worksheet is certainly not there any more: one round trip. */
export async function isGone({ context, sync }: Batch, sheetId: string): Promise<boolean> {
  const sheet = lookUp(context, sheetId);
  try {
    await sync();
    return sheet.isNullObject;
  } catch {
    return false;
  }
}

/** @throws HostError where nothing may be written on a looked-up worksheet */
export function mustBeWritable(sheet: Excel.Worksheet): void {
  mustExist(sheet);
  if (sheet.protection.protected) {
    throw new HostError('protected', `the worksheet ${sheet.name} is protected`, { sheet: sheet.name });
  }
}

/** A range that is used within one round trip only. Left as it is, Excel's client would keep it alive on the
 * host and release it in another request. */
export function rangeOf(sheet: Excel.Worksheet, range: CellRange): Excel.Range {
  return sheet
    .getRangeByIndexes(
      range.firstRow,
      range.firstColumn,
      range.lastRow - range.firstRow + 1,
      range.lastColumn - range.firstColumn + 1,
    )
    .untrack();
}

/** What the port tells of a loaded worksheet (`id,name,visibility`). Excel's collection has no chart sheets. */
export function toSheetRef(sheet: Excel.Worksheet): SheetRef {
  return { id: sheet.id, name: sheet.name, kind: 'worksheet', visible: sheet.visibility === 'Visible' };
}
