import type { SheetRef, SpreadsheetHost } from '../host/port';

/**
 * The worksheet that something was recorded of. Not every host keeps the ids of worksheets when a workbook is
 * saved and opened again; then the name decides.
 */
export async function findSheetOf(
  host: SpreadsheetHost,
  recorded: { readonly sheetId: string; readonly sheetName: string },
): Promise<SheetRef | null> {
  return sheetAmong(await host.sheets(), recorded);
}

/** The same among sheets that are at hand. */
export function sheetAmong(
  sheets: readonly SheetRef[],
  recorded: { readonly sheetId: string; readonly sheetName: string },
): SheetRef | null {
  const worksheets = sheets.filter((sheet) => sheet.kind === 'worksheet');
  return (
    worksheets.find((sheet) => sheet.id === recorded.sheetId) ??
    worksheets.find((sheet) => sheet.name === recorded.sheetName) ??
    null
  );
}
