import { join } from 'node:path';
import type { EtApplication, EtRange, EtWorkbook, EtWorksheet } from '../../../src/host/wps/et-types';
import { installedDescription } from '../../../workbench/wps/description/installed-description';
import type { EmulatedWpsOptions, WpsPage } from '../../../workbench/wps/emulated-wps';
import { EmulatedWps } from '../../../workbench/wps/emulated-wps';
import type { Book, BookOptions } from '../../../workbench/wps/host/book';
import type { CellInput } from '../../support/annexes/sheet-builder';
import { closeWorkbooks, openWorkbook } from '../../support/workbooks/workbook-model';

type Rows = readonly (readonly (CellInput | undefined)[])[];

/** A WPS with one page open, seen by the product's own types. */
export interface OpenedWps {
  readonly wps: EmulatedWps;
  readonly page: WpsPage;
  readonly app: EtApplication;
  open(sheets: Readonly<Record<string, Rows>>, options?: BookOptions): Book;
  book(): EtWorkbook;
  sheet(name?: string): EtWorksheet;
  range(address: string): EtRange;
}

const opened: EmulatedWps[] = [];

export const DESCRIPTION = installedDescription(join(__dirname, '../../..'));

/** Opens WPS, with a workbook where sheets are given. `closeWps` closes all. */
export function openWps(
  sheets: Readonly<Record<string, Rows>> | null = { 表1: [] },
  options: Omit<EmulatedWpsOptions, 'description'> = {},
): OpenedWps {
  const wps = new EmulatedWps({ description: DESCRIPTION, ...options });
  opened.push(wps);
  const open: OpenedWps['open'] = (content, more) => wps.host.openBook(openWorkbook(content), more);
  if (sheets) open(sheets);
  const page = wps.openPage('test');
  const app = (): EtApplication => page.globals.Application as EtApplication;
  const sheet: OpenedWps['sheet'] = (name) =>
    name === undefined ? app().ActiveSheet! : (app().ActiveWorkbook!.Sheets.Item(name) as EtWorksheet);
  return {
    wps,
    page,
    get app() {
      return app();
    },
    open,
    book: () => app().ActiveWorkbook!,
    sheet,
    range: (address) => sheet().Range(address)!,
  };
}

/** To be called after each test. */
export function closeWps(): void {
  for (const wps of opened.splice(0)) wps.dispose();
  closeWorkbooks();
}
