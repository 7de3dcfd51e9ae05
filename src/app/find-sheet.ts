import type { SheetRef, SpreadsheetHost } from '../host/port';

/**
 * The worksheet that something was recorded of. Not every host keeps the ids of worksheets when a workbook is
 * saved and opened again; then the name decides.
 */
export async function findSheetOf(
  host: SpreadsheetHost,
  recorded: { readonly sheetId: string; readonly sheetName: string },
): Promise<SheetRef | null> {
  const sheets = (await host.sheets()).filter((sheet) => sheet.kind === 'worksheet');
  return (
    sheets.find((sheet) => sheet.id === recorded.sheetId) ??
    sheets.find((sheet) => sheet.name === recorded.sheetName) ??
    null
  );
}
