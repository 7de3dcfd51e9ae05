import type { SheetRef, SpreadsheetHost } from '../host/port';

/** A worksheet as it was recorded. */
interface RecordedSheet {
  readonly sheetId: string;
  readonly sheetName: string;
}

/**
 * By what a worksheet is known again first. `id`: what was recorded since the workbook was opened, for a worksheet keeps its
 * id while it is renamed. `name`: anything older, for hosts number worksheets anew when a workbook is opened, by their order.
 */
export type SheetKnownBy = 'id' | 'name';

/** The worksheet that something was recorded of; `null` where neither its id nor its name is there. */
export async function findSheetOf(
  host: SpreadsheetHost,
  recorded: RecordedSheet,
  by: SheetKnownBy = 'name',
): Promise<SheetRef | null> {
  return sheetAmong(await host.sheets(), recorded, by);
}

/** The same among sheets that are at hand. */
export function sheetAmong(
  sheets: readonly SheetRef[],
  { sheetId, sheetName }: RecordedSheet,
  by: SheetKnownBy = 'name',
): SheetRef | null {
  const worksheets = sheets.filter((sheet) => sheet.kind === 'worksheet');
  const byId = worksheets.find(({ id }) => id === sheetId);
  const byName = worksheets.find(({ name }) => name === sheetName);
  return (by === 'id' ? (byId ?? byName) : (byName ?? byId)) ?? null;
}
