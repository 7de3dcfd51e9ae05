import { method, objectType, scalar } from '../description/object-type';
import { invalidArgument } from '../interpreter/office-error';
import type { ExcelHost } from './excel-host';
import type { SheetTarget } from './targets';

/** The protection of a worksheet. Every call of it empties the undo history, as in Excel. */
export const worksheetProtectionType = objectType<SheetTarget>('WorksheetProtection', '1.2', {
  protected: scalar('1.2', ({ sheet }) => sheet.protected),
  protect: method('1.2', ({ host, sheet }, [, password]) => {
    if (sheet.protected) throw invalidArgument();
    if (password) host.ignored('the password of a protected worksheet');
    host.clearUndo();
    sheet.setProtected(true);
  }),
  unprotect: method('1.7', ({ host, sheet }) => {
    host.clearUndo();
    sheet.setProtected(false);
  }),
});

/** The protection of the workbook's structure. */
export const workbookProtectionType = objectType<{ readonly host: ExcelHost }>('WorkbookProtection', '1.7', {
  protected: scalar('1.7', ({ host }) => host.switches.structureProtected),
  protect: method('1.7', ({ host }) => {
    host.clearUndo();
    host.switches.structureProtected = true;
  }),
  unprotect: method('1.7', ({ host }) => {
    host.clearUndo();
    host.switches.structureProtected = false;
  }),
});
