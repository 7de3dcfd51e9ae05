import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import { ownSheetName } from '../port';
import type { Batch } from './session';

/** What is known of the workbook's worksheets after looking for one of ours. */
export interface FoundSheets {
  readonly sheets: readonly Excel.Worksheet[];
  readonly own: Excel.Worksheet | null;
  readonly structureProtected: boolean;
}

/** Looks for the worksheet that carries the hidden name: one round trip for the list, one for the names. */
export async function findOwnSheet({ context, sync }: Batch, key: OwnSheetKey): Promise<FoundSheets> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  protection.load('protected');
  await sync();
  const names = worksheets.items.map((sheet) => sheet.names.getItemOrNullObject(ownSheetName(key)));
  for (const name of names) name.load('name');
  await sync();
  const index = names.findIndex((name) => !name.isNullObject);
  return {
    sheets: worksheets.items,
    own: worksheets.items[index] ?? null,
    structureProtected: protection.protected,
  };
}
