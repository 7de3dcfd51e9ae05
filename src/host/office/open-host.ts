import { detect, type HostKind } from '../detect';
import { oneWorkbook } from '../one-workbook';
import { HostError, type SpreadsheetApplication } from '../port';

/** What of a page tells whether it stands in Excel. */
export interface HostPage {
  readonly Office?: {
    onReady(): Promise<{ readonly host: unknown }>;
  };
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
}

export interface OpenOptions {
  readonly page?: HostPage;
  /** How long a host may take to say that it is ready; in milliseconds. */
  readonly timeLimit?: number;
}

const TIME_LIMIT = 20_000;

/**
 * Opens Excel's adapter once office.js says that it is ready.
 * @throws HostError `no-answer` where it is there and does not get ready, `not-supported` where there is none (a browser,
 *   another program of Office, WPS, or office.js could not be loaded) or it is too old
 */
export function openExcel({
  page = globalThis as unknown as HostPage,
  timeLimit = TIME_LIMIT,
}: OpenOptions = {}): Promise<SpreadsheetApplication> {
  return detect([excelKind(timeLimit)], page);
}

function excelKind(timeLimit: number): HostKind<HostPage> {
  return {
    host: 'excel',
    isHere: ({ Office: office }) => office !== undefined,
    async open(page) {
      const ready = page.Office!.onReady();
      const adapter = ready.then(({ host }) => (host === 'Excel' ? import('./office-host') : null));
      const excel = await inTime(adapter, page, timeLimit);
      if (!excel) throw new HostError('not-supported', 'this page is not open in a spreadsheet');
      // A pane of Excel's belongs to one workbook for its whole life.
      return oneWorkbook(excel.createOfficeHost());
    },
  };
}

function inTime<T>(ready: Promise<T>, page: HostPage, timeLimit: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = page.setTimeout(
      () => reject(new HostError('no-answer', `the spreadsheet was not ready within ${timeLimit} ms`)),
      timeLimit,
    );
    const done = () => page.clearTimeout(timer as never);
    ready.then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error as Error);
      },
    );
  });
}
