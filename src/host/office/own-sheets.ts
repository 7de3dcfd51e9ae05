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

/** The name for a new worksheet: the wished one, or with a number where it is taken. */
export function freeSheetName(wished: string, sheets: readonly { readonly name: string }[]): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  // What Excel does not take in the name of a worksheet, and how long it may be.
  const name = wished.replace(/[\\/?*[\]:]/g, ' ').replace(/^'|'$/g, ' ');
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
