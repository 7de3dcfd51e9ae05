import type { WorksheetModel } from '../../model/workbook-model';
import type { Book } from '../host/book';
import type { EtHost } from '../host/et-host';
import type { SheetTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import { WpsError } from '../object/et-errors';

/** Changes a workbook: one step of the user's undo, as far as the build keeps one. */
export function changeBook<T>(host: EtHost, book: Book, change: () => T): T {
  if (!book.open) throw new WpsError('the workbook is closed');
  const result = book.model.transact(change);
  if (host.switches.undo === 'emptied') book.model.clearUndo();
  return result;
}

/**
 * Changes a worksheet.
 * @throws WpsError where it is protected or gone
 */
export function changeSheet<T>(host: EtHost, target: SheetTarget, change: (sheet: WorksheetModel) => T): T {
  const sheet = sheetOf(target);
  if (sheet.protected) throw new WpsError(`the worksheet ${sheet.name} is protected`);
  return changeBook(host, target.book, () => change(sheet));
}
