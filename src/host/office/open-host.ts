import { HostError, type SpreadsheetHost } from '../port';

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
 * Opens the adapter of Excel once office.js says that it is ready.
 * @throws HostError `no-answer` where it is there and does not get ready, `not-supported` where there is none (a browser,
 *   another program of Office, or office.js could not be loaded) or it is too old
 */
export async function openOfficeHost({
  page = globalThis as unknown as HostPage,
  timeLimit = TIME_LIMIT,
}: OpenOptions = {}): Promise<SpreadsheetHost> {
  const { Office: office } = page;
  if (!office)
    throw new HostError('not-supported', 'no spreadsheet is here: neither Excel nor its script office.js');
  const ready = office.onReady().then(({ host }) => (host === 'Excel' ? import('./office-host') : null));
  const excel = await inTime(ready, page, timeLimit);
  if (!excel) throw new HostError('not-supported', 'this page is not open in a spreadsheet');
  return excel.createOfficeHost();
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
