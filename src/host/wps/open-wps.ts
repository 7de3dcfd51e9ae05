import { detect, hasWpsObjectModel, type HostKind } from '../detect';
import { HostError, type SpreadsheetApplication } from '../port';

/** WPS Spreadsheets, whose workbooks the pane cannot work on yet: it says so, and touches none. */
const WPS: HostKind = {
  host: 'wps',
  isHere: hasWpsObjectModel,
  open: () =>
    Promise.reject(new HostError('not-supported', 'this build does not work on workbooks in WPS yet')),
};

/**
 * Opens the spreadsheet around a page of the add-in for WPS.
 * @throws HostError `not-supported`
 */
export function openWps(page: object = window): Promise<SpreadsheetApplication> {
  return detect([WPS], page);
}
