import type { HostObject } from '../description/object-type';
import { method, objectType } from '../description/object-type';
import type { ExcelHost, ObjectModel } from './excel-host';
import { rangeAreasType } from './range-areas-type';
import { rangeType } from './range-type';
import { Cells, SheetTarget } from './targets';
import { workbookType } from './workbook-type';
import { worksheetType } from './worksheet-type';

/** The service that the client greets first. */
const addinServiceType = objectType<null>('AddinInternalService', '1.1', {
  notifyActionHandlerReady: method('1.1', () => undefined),
});

/** Puts the classes of Excel over a host. */
export function excelObjects(host: ExcelHost): ObjectModel {
  const addinService: HostObject<null> = { type: addinServiceType, self: null };
  return {
    workbook: { type: workbookType, self: { host } },
    worksheet: (sheetId) => ({ type: worksheetType, self: new SheetTarget(host, sheetId) }),
    range: (sheetId, range) => ({ type: rangeType, self: new Cells(host, sheetId, [range]) }),
    rangeAreas: (sheetId, ranges) => ({ type: rangeAreasType, self: new Cells(host, sheetId, [...ranges]) }),
    service: (name) => (name === 'Microsoft.InternalService.AddinInternalService' ? addinService : null),
  };
}
