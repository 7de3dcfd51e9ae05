import type { HostObject } from '../description/object-type';
import { method, objectType, scalar } from '../description/object-type';
import { areaArgument, numberArgument, recordArgument } from './arguments';
import { areaAddress } from '../../model/area';
import { parseArea } from '../../model/references';
import type { SheetTarget } from './targets';

/** Excel's own values where a worksheet has none of its own. */
const INITIAL = {
  orientation: 'Portrait',
  paperSize: 'A4',
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  draftMode: false,
  printOrder: 'DownThenOver',
  firstPageNumber: '',
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
} as const;

const MARGINS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** The print set-up of a worksheet: kept in the model's `page` under the names of its properties. */
export const pageLayoutType = objectType<SheetTarget>('PageLayout', '1.9', {
  ...Object.fromEntries(
    Object.entries(INITIAL).map(([name, initial]) => [
      name,
      scalar<SheetTarget>(
        '1.9',
        ({ sheet }) => sheet.page.get(name) ?? initial,
        ({ sheet }, value) => void sheet.page.set(name, value),
      ),
    ]),
  ),
  setPrintTitleRows: method('1.9', ({ sheet }, [range]) => keepRange({ sheet }, 'printTitleRows', range)),
  setPrintTitleColumns: method('1.9', ({ sheet }, [range]) =>
    keepRange({ sheet }, 'printTitleColumns', range),
  ),
  setPrintArea: method('1.9', ({ sheet }, [range]) => keepRange({ sheet }, 'printArea', range)),
  getPrintTitleRowsOrNullObject: method('1.9', (self) => keptRange(self, 'printTitleRows')),
  getPrintTitleColumnsOrNullObject: method('1.9', (self) => keptRange(self, 'printTitleColumns')),
  setPrintMargins: method('1.9', ({ sheet }, [unit, margins]) => {
    const scale = MARGINS[unit as keyof typeof MARGINS] ?? 1;
    for (const [side, size] of Object.entries(recordArgument(margins))) {
      sheet.page.set(`${side}Margin`, numberArgument(size) * scale);
    }
  }),
});

/** The rows with which pages begin, 1-based, kept in the model's `page` as `rowBreaks`. */
export const pageBreakCollectionType = objectType<SheetTarget>('PageBreakCollection', '1.9', {
  add: method('1.9', ({ sheet }, [range]) => {
    const kept = sheet.page.get('rowBreaks');
    const row = areaArgument(sheet, range).firstRow + 1;
    sheet.page.set('rowBreaks', [...(Array.isArray(kept) ? (kept as readonly unknown[]) : []), row]);
  }),
  removePageBreaks: method('1.9', ({ sheet }) => void sheet.page.delete('rowBreaks')),
});

function keepRange({ sheet }: Pick<SheetTarget, 'sheet'>, name: string, range: unknown): void {
  sheet.page.set(name, areaAddress(areaArgument(sheet, range)));
}

function keptRange({ host, sheet }: SheetTarget, name: string): HostObject | null {
  const address = sheet.page.get(name);
  const range = typeof address === 'string' ? parseArea(address) : null;
  return range && host.objects.range(sheet.id, range);
}
