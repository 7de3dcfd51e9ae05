import { HostError, type Capabilities, type SpreadsheetApplication } from './port';

/** One kind of spreadsheet, as the shell that an entry file has chosen hands it in. */
export interface HostKind<Page extends object = object> {
  readonly host: Capabilities['host'];
  /** Whether there is any sign of it in a page. */
  isHere(page: Page): boolean;
  /**
   * Opens its adapter.
   * @throws HostError `no-answer` where it does not get ready; `not-supported` where the sign was false, or it is too old
   */
  open(page: Page): Promise<SpreadsheetApplication>;
}

/**
 * Opens the spreadsheet that a page stands in, of the kinds that the page is made for. A page with the object model of WPS
 * stands in WPS, whatever else is in it: scripts of Excel load there too, and wait for an Excel that never comes.
 *
 * @throws HostError `not-supported` where the page stands in none of them, and as `open` does
 */
export async function detect<Page extends object>(
  kinds: readonly HostKind<Page>[],
  page: Page,
): Promise<SpreadsheetApplication> {
  const inWps = hasWpsObjectModel(page);
  const kind = kinds.find((one) => (inWps ? one.host === 'wps' : one.isHere(page)));
  if (kind) return kind.open(page);
  throw new HostError(
    'not-supported',
    inWps
      ? 'this page is made for Excel and stands in WPS, which has an add-in of its own'
      : 'no spreadsheet is here: neither Excel with its interface nor WPS',
  );
}

/**
 * Whether a page has the object model of WPS Spreadsheets: `Application`, or what `wps` leads to, with the collection of
 * workbooks. Its name and version say nothing: WPS calls itself by the name of Microsoft's program.
 */
export function hasWpsObjectModel(page: object): boolean {
  return wpsApplicationOf(page) !== null;
}

/**
 * The object model of WPS Spreadsheets in a page; `null`: there is none. Builds differ in where it lies, so each place is
 * tried, and what throws is not there.
 */
export function wpsApplicationOf(page: object): object | null {
  const { Application: current } = page as { Application?: unknown };
  const { wps } = page as { wps?: WpsRoot };
  const places: readonly (() => unknown)[] = [
    () => current,
    () => (typeof wps?.EtApplication === 'function' ? wps.EtApplication() : wps?.EtApplication),
    () => wps?.Application,
    () => wps,
  ];
  for (const place of places) {
    try {
      const found = place() as { readonly Workbooks?: unknown } | null | undefined;
      if (found?.Workbooks) return found;
    } catch {
      // Then it is not there.
    }
  }
  return null;
}

interface WpsRoot {
  readonly EtApplication?: (() => unknown) | object;
  readonly Application?: unknown;
}
