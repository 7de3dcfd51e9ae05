import { leadsAway, ownSheetSigns, SIGN_COLUMNS, SIGN_ROWS } from '../../engine/sheet/own-sheet';
import { toRangeAddress } from '../../engine/sheet/address';
import type { CellValue } from '../../engine/sheet/cell-value';
import type { OwnSheetKey } from '../../engine/sheet/sheet-plan';
import { ownSheetName, type OwnSheets } from '../protocol/own-sheets';
import { toValue } from './cell-content';
import type { Batch } from './session';
import { toSheetRef } from './worksheets';

/** What is known of the workbook's worksheets after looking for ours. */
export interface FoundSheets extends OwnSheets<Excel.Worksheet> {
  /** Loaded: `id,name,visibility`. Protection of one that is ours is loaded when it is read (`isProtected`). */
  readonly sheets: readonly Excel.Worksheet[];
}

/** What is looked at of a worksheet that bears a hidden name; user's rows may stand above the first of ours. */
const HEAD = toRangeAddress({
  firstRow: 0,
  firstColumn: 0,
  lastRow: SIGN_ROWS * 2 - 1,
  lastColumn: SIGN_COLUMNS - 1,
});

/**
 * Looks for the worksheets that carry our hidden names and hold what a rollup of ours holds: one round trip for the
 * list, one for the names, and one for the contents where there is such a name.
 */
export async function findOwnSheets(
  { context, sync }: Batch,
  keys: readonly OwnSheetKey[],
): Promise<FoundSheets> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  protection.load('protected');
  await sync();
  const asked = keys.flatMap((key) =>
    worksheets.items.map((sheet) => {
      const name = sheet.names.getItemOrNullObject(ownSheetName(key));
      name.load('formula');
      return { key, sheet, name };
    }),
  );
  await sync();
  const othersOf = (sheet: Excel.Worksheet): string[] =>
    worksheets.items.filter((one) => one !== sheet).map((one) => one.name);
  const named = asked
    .filter(({ name, sheet }) => !name.isNullObject && !leadsAway(String(name.formula), othersOf(sheet)))
    .map(({ key, sheet }) => {
      const used = sheet.getUsedRangeOrNullObject(true).untrack();
      const head = used.getIntersectionOrNullObject(sheet.getRange(HEAD).untrack()).untrack();
      head.load('values');
      return { key, sheet, head };
    });
  if (named.length > 0) await sync();
  const signed = new Map<OwnSheetKey, Excel.Worksheet[]>();
  for (const { key, sheet, head } of named) {
    if (head.isNullObject || ownSheetSigns(key, toValues(head.values)) === null) continue;
    signed.set(key, [...(signed.get(key) ?? []), sheet]);
  }
  return {
    sheets: worksheets.items,
    signed: (key) => signed.get(key) ?? [],
    refOf: toSheetRef,
    isProtected: (sheet) => sheet.protection.protected,
    structureProtected: protection.protected,
  };
}

function toValues(matrix: readonly (readonly unknown[])[]): CellValue[][] {
  return matrix.map((row) => row.map((value) => toValue(value, undefined)));
}
