import { detect, hasWpsObjectModel, wpsApplicationOf, type HostKind } from '../detect';
import type { SpreadsheetApplication } from '../port';
import type { EtApplication } from './et-types';
import { lostRecordsOf } from './lost-records';
import type { EverySecond } from './watcher';

/** What of the pane's page the adapter works by. */
export interface PaneWindow {
  readonly document: Pick<Document, 'visibilityState'>;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly performance: Pick<Performance, 'now'>;
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly setInterval: (callback: () => void, milliseconds: number) => number;
  readonly clearInterval: (timer: number) => void;
}

/** So often WPS is looked at for what it does not tell; in milliseconds. */
const LOOK = 1_000;

/**
 * Opens the spreadsheet around a page of the add-in for WPS.
 * @throws HostError `not-supported` where the page has no object model of WPS Spreadsheets
 */
export function openWps(page: PaneWindow = window as unknown as PaneWindow): Promise<SpreadsheetApplication> {
  return detect([WPS], page);
}

const WPS: HostKind<PaneWindow> = {
  host: 'wps',
  isHere: hasWpsObjectModel,
  async open(page) {
    const { WpsApplication } = await import('./wps-application');
    return new WpsApplication({
      find: () => wpsApplicationOf(page) as EtApplication | null,
      giveTurn: () => new Promise((resolve) => void page.setTimeout(resolve, 0)),
      now: () => page.performance.now(),
      everySecond: whileInView(page),
      lostRecords: lostRecordsOf(page),
    });
  },
};

/** A page that nobody sees asks nothing of WPS, for each call takes its time from what the user does there. */
function whileInView(page: PaneWindow): EverySecond {
  return (look) => {
    const timer = page.setInterval(() => {
      if (page.document.visibilityState !== 'hidden') look();
    }, LOOK);
    return () => page.clearInterval(timer);
  };
}
