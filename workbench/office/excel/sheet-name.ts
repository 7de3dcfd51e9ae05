import type { WorksheetModel } from '../../model/workbook-model';
import { invalidArgument, itemAlreadyExists } from '../interpreter/office-error';
import { textArgument } from './arguments';
import type { ExcelHost } from './excel-host';

/**
 * Checks a name for a worksheet as Excel does.
 * @throws OfficeError InvalidArgument where Excel would not take it, ItemAlreadyExists where another sheet has it
 */
export function checkedSheetName(host: ExcelHost, value: unknown, itself?: WorksheetModel): string {
  const name = textArgument(value);
  const allowed = name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  if (!allowed) throw invalidArgument();
  const taken = host.model.sheets.some(
    (sheet) => sheet.id !== itself?.id && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw itemAlreadyExists();
  return name;
}
