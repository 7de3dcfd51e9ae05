import { HostError, type SpreadsheetHost } from './port';

/** What of a page tells which spreadsheet it stands in. */
export interface HostPage {
  readonly Office?: {
    onReady(): Promise<{ readonly host: unknown }>;
  };
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: never) => void;
}

export interface DetectOptions {
  readonly page?: HostPage;
  /** How long a host may take to say that it is ready; in milliseconds. */
  readonly timeLimit?: number;
}

/** A kind of host: how it is seen from a page, and how its adapter is opened once it is ready. */
interface HostKind {
  isHere(page: HostPage): boolean;
  /** Resolves to `null` where the page is in something else after all. */
  open(page: HostPage): Promise<SpreadsheetHost | null>;
}

const TIME_LIMIT = 20_000;

const EXCEL: HostKind = {
  isHere: (page) => page.Office !== undefined,
  async open(page) {
    const { host } = await page.Office!.onReady();
    if (host !== 'Excel') return null;
    const { createOfficeHost } = await import('./office/office-host');
    return createOfficeHost();
  },
};

/** All hosts a page can stand in; the first that is there counts. */
const KINDS: readonly HostKind[] = [EXCEL];

/**
 * Finds the spreadsheet this page stands in and opens its adapter. Never waits for ever, so that a pane can always
 * say what is wrong.
 * @throws HostError `no-answer` where a host is there and does not get ready, `not-supported` where there is none (a
 *   browser, or office.js could not be loaded) or it is too old
 */
export async function detectHost({
  page = globalThis as unknown as HostPage,
  timeLimit = TIME_LIMIT,
}: DetectOptions = {}): Promise<SpreadsheetHost> {
  const kind = KINDS.find((one) => one.isHere(page));
  if (!kind)
    throw new HostError('not-supported', 'no spreadsheet is here: neither Excel nor its script office.js');
  const host = await inTime(kind.open(page), page, timeLimit);
  if (!host) throw new HostError('not-supported', 'this page is not open in a spreadsheet');
  return host;
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
