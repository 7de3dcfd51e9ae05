import { HostError, type SpreadsheetApplication, type SpreadsheetHost } from './port';

/** The application of a host whose workbook is always the one in front: Excel, where each has a pane of its own, and files. */
export function oneWorkbook(host: SpreadsheetHost): SpreadsheetApplication {
  return {
    several: false,
    front: () => host,
    isOpen: () => true,
    watch: () => () => undefined,
  };
}

/** The host of the workbook in front. @throws HostError `no-workbook`, and as `front` does */
export function frontHost(application: SpreadsheetApplication): SpreadsheetHost {
  const host = application.front();
  if (!host) throw new HostError('no-workbook', 'no workbook is open', { write: 'not-tried' });
  return host;
}
