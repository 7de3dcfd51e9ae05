import { parseArea } from '../../model/references';
import type { SheetTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import type { EtHost } from '../host/et-host';
import { NotEmulated, WpsError } from '../object/et-errors';
import type { EtProperty } from '../object/et-type';
import { etType, method, property } from '../object/et-type';
import { rangeArgument } from './arguments';
import { changeSheet } from './changes';
import { firstArea } from './range-places';

const LANDSCAPE = 2;
const PAPERS = { 8: 'A3', 9: 'A4', 11: 'A5' } as const;

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

/** How a worksheet is printed: kept in the model's `page` under the names that files are read and written by. */
export const pageSetupType = etType<SheetTarget>('Et.PageSetup', {
  Orientation: kept(
    'orientation',
    (value) => (value === 'Landscape' ? LANDSCAPE : 1),
    (value) => (value === LANDSCAPE ? 'Landscape' : 'Portrait'),
  ),
  PaperSize: kept(
    'paperSize',
    (value) => Number(Object.entries(PAPERS).find(([, name]) => name === (value ?? 'A4'))?.[0] ?? 9),
    (value) => {
      const paper = PAPERS[value as keyof typeof PAPERS];
      if (!paper) throw new NotEmulated(`Et.PageSetup.PaperSize ${String(value)}`);
      return paper;
    },
  ),
  Zoom: zoomed(
    ({ scale, horizontalFitToPages, verticalFitToPages }) =>
      horizontalFitToPages || verticalFitToPages ? false : (scale ?? 100),
    (_zoom, value) =>
      value === false ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { scale: number(value) },
  ),
  FitToPagesWide: zoomed(
    ({ horizontalFitToPages }) => horizontalFitToPages ?? false,
    (zoom, value) => fitted(zoom, 'horizontalFitToPages', value),
  ),
  FitToPagesTall: zoomed(
    ({ verticalFitToPages }) => verticalFitToPages ?? false,
    (zoom, value) => fitted(zoom, 'verticalFitToPages', value),
  ),
  PrintTitleRows: kept('printTitleRows', absolute, (value) => address(value)),
  PrintArea: kept('printArea', absolute, (value) => address(value)),
});

/** The rows with which pages begin, 1-based, kept in the model's `page` as `rowBreaks`. */
export const pageBreaksType = etType<SheetTarget>('Et.HPageBreaks', {
  Add: method((self, [before], { host }) => {
    const range = rangeArgument(before);
    if (!range) throw new WpsError('no range to break at');
    if (!host.does(host.switches.pageSetup, 'HPageBreaks.Add')) return null;
    changeSheet(host, self, ({ page }) => {
      const there = page.get('rowBreaks');
      page.set('rowBreaks', [
        ...(Array.isArray(there) ? (there as readonly unknown[]) : []),
        firstArea(range).firstRow + 1,
      ]);
    });
    return null;
  }),
});

function kept(
  name: string,
  read: (value: unknown) => unknown,
  write: (value: unknown) => unknown,
): EtProperty<SheetTarget> {
  return property(
    (self) => read(sheetOf(self).page.get(name)),
    (self, value, { host }) => set(host, self, name, write(value)),
  );
}

function zoomed(
  read: (zoom: Zoom) => unknown,
  write: (zoom: Zoom, value: unknown) => Zoom,
): EtProperty<SheetTarget> {
  const zoomOf = (self: SheetTarget) => (sheetOf(self).page.get('zoom') ?? {}) as Zoom;
  return property(
    (self) => read(zoomOf(self)),
    (self, value, { host }) => set(host, self, 'zoom', write(zoomOf(self), value)),
  );
}

function set(host: EtHost, self: SheetTarget, name: string, value: unknown): void {
  if (!host.does(host.switches.pageSetup, 'PageSetup')) return;
  changeSheet(host, self, ({ page }) => {
    if (value === '') page.delete(name);
    else page.set(name, value);
  });
}

/** While a scale is given, numbers of pages count for nothing. */
function fitted(zoom: Zoom, name: 'horizontalFitToPages' | 'verticalFitToPages', value: unknown): Zoom {
  if (zoom.scale !== undefined) return zoom;
  const { [name]: _before, ...rest } = zoom;
  return value === false ? rest : { ...rest, [name]: number(value) };
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new WpsError('no number of pages');
  return value;
}

function address(value: unknown): string {
  if (value === '') return '';
  if (typeof value !== 'string' || !parseArea(value)) throw new WpsError(`no range: ${String(value)}`);
  return value.replace(/\$/g, '');
}

function absolute(value: unknown): string {
  return typeof value === 'string'
    ? value.replace(/\$/g, '').replace(/[A-Z]+|\d+/g, (part) => `$${part}`)
    : '';
}
