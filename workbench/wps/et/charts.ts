import type { CellPosition, CellRange } from '../../../src/engine/sheet/address';
import { boundingArea } from '../../model/area';
import { seriesOf } from '../../model/chart-series';
import type { ChartEntry } from '../../model/chart-store';
import { parseReference } from '../../model/references';
import type { ChartSeriesModel, WorksheetModel } from '../../model/workbook-model';
import type { EtHost } from '../host/et-host';
import type { SheetTarget } from '../host/targets';
import { sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import { etType, method, property } from '../object/et-type';
import { rangeArgument, textArgument } from './arguments';
import { changeSheet } from './changes';
import { item, missing } from './collection';
import { firstArea } from './range-places';

/** A chart on a worksheet, whether as an object there or as what it draws. */
export interface ChartTarget extends SheetTarget {
  readonly id: string;
}

interface SeriesTarget extends ChartTarget {
  readonly index: number;
}

const TYPES = { ColumnClustered: 51, BarClustered: 57, Line: 4, Pie: 5 } as const;
/** Plot by columns. */
const COLUMNS = 2;

export const chartObjectsType = etType<SheetTarget>('Et.ChartObjects', {
  Count: property((self) => self.book.charts.list(sheetOf(self)).length),
  Item: method((self, [index], { host }) =>
    item(
      host,
      self.book.charts.list(sheetOf(self)),
      index,
      ({ id }) => chartObjectRef(self, id),
      ({ name }) => name,
    ),
  ),
  Add: method((self, [left, top, width, height], { host }) => {
    if (!host.does(host.switches.charts, 'ChartObjects.Add')) return missing(host, 'chart');
    const numbers = [left, top, width, height].map(Number);
    if (numbers.some((one) => !(one >= 0))) throw new WpsError('no place for a chart');
    return changeSheet(host, self, (sheet) => {
      const at = placeOf(sheet, numbers as [number, number, number, number]);
      const { id } = self.book.charts.add(sheet, {
        type: 'ColumnClustered',
        title: '',
        data: { sheetId: sheet.id, range: { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 } },
        series: [],
        at,
      });
      self.book.charts.flush();
      return chartObjectRef(self, id);
    });
  }),
});

export const chartObjectType = etType<ChartTarget>('Et.ChartObject', {
  Name: property(
    (self) => entryOf(self).name,
    (self, value, { host }) => change(host, self, { name: textArgument(value, 'the name') }),
  ),
  Chart: property((self) => new EtRef('Et.Chart', existing(self))),
  Delete: method((self, _args, { host }) => {
    existing(self);
    changeSheet(host, self, (sheet) => self.book.charts.remove(sheet, self.id));
    return true;
  }),
});

export const chartType = etType<ChartTarget>('Et.Chart', {
  ChartType: property(
    (self) => TYPES[entryOf(self).type as keyof typeof TYPES],
    (self, value, { host }) => {
      const type = (Object.keys(TYPES) as (keyof typeof TYPES)[]).find((name) => TYPES[name] === value);
      if (!type) throw new NotEmulated(`Et.Chart.ChartType ${String(value)}`);
      change(host, self, { type });
    },
  ),
  HasTitle: property(
    (self) => entryOf(self).title !== '',
    (self, value, { host }) => {
      const { title } = entryOf(self);
      // An empty title is shown as words of the program's own.
      change(host, self, { title: value ? title || '图表标题' : '' });
    },
  ),
  ChartTitle: property((self, { host }) =>
    entryOf(self).title === '' ? missing(host, 'title') : new EtRef('Et.ChartTitle', self),
  ),
  SetSourceData: method((self, [source, plotBy], { host }) => {
    const range = rangeArgument(source);
    if (!range || range.book !== self.book) throw new WpsError('the source is no range');
    if (plotBy !== COLUMNS) throw new NotEmulated('Et.Chart.SetSourceData but by columns');
    const data = { sheetId: range.sheetId, range: firstArea(range) };
    change(host, self, { data, series: seriesOf(sheetOf(range), data.range) });
  }),
  SeriesCollection: method((self, [index], { host }) =>
    index === undefined
      ? new EtRef('Et.SeriesCollection', existing(self))
      : item(host, entryOf(self).series ?? [], index, (one) => seriesRef(self, one)),
  ),
});

export const chartTitleType = etType<ChartTarget>('Et.ChartTitle', {
  Text: property(
    (self) => entryOf(self).title,
    (self, value, { host }) => change(host, self, { title: textArgument(value, 'the title') }),
  ),
});

export const seriesCollectionType = etType<ChartTarget>('Et.SeriesCollection', {
  Count: property((self) => entryOf(self).series?.length ?? 0),
  Item: method((self, [index], { host }) =>
    item(host, entryOf(self).series ?? [], index, (one) => seriesRef(self, one)),
  ),
  NewSeries: method((self, _args, { host }) => {
    const series = entryOf(self).series ?? [];
    change(host, self, { series: [...series, { name: '', values: null, categories: null }] });
    return new EtRef('Et.Series', { ...self, index: series.length });
  }),
});

/** Values are given as a range, or as a formula that names one. */
export const seriesType = etType<SeriesTarget>('Et.Series', {
  Name: property(
    (self) => {
      const { name } = seriesAt(self);
      return typeof name === 'string' ? name : String(valueAt(self, name));
    },
    (self, value, { host }) =>
      changeSeries(host, self, { name: nameOf(self, textArgument(value, 'the name')) }),
  ),
  Values: property(
    (self) => listed(self, seriesAt(self).values),
    (self, value, { host }) => changeSeries(host, self, { values: cellsOf(self, value) }),
  ),
  XValues: property(
    (self) => listed(self, seriesAt(self).categories),
    (self, value, { host }) => changeSeries(host, self, { categories: cellsOf(self, value) }),
  ),
  Delete: method((self, _args, { host }) => {
    seriesAt(self);
    change(host, self, { series: entryOf(self).series!.filter((_one, index) => index !== self.index) });
  }),
});

function nameOf(self: SeriesTarget, text: string): ChartSeriesModel['name'] {
  if (!text.startsWith('=')) return text;
  const { firstRow: row, firstColumn: column } = cellsOf(self, text);
  return { row, column };
}

function cellsOf(self: SeriesTarget, value: unknown): CellRange {
  const range = rangeArgument(value);
  if (range) {
    if (range.sheetId !== self.sheetId) throw new NotEmulated('a series from another worksheet');
    return firstArea(range);
  }
  const reference = parseReference(String(value).replace(/^=/, ''));
  if (!reference || reference.sheetName !== sheetOf(self).name) throw new WpsError('no range');
  return reference.range;
}

function listed(self: SeriesTarget, range: CellRange | null): unknown[] {
  return range ? sheetOf(self).values(range).flat() : [];
}

function valueAt(self: SeriesTarget, { row, column }: CellPosition): unknown {
  return sheetOf(self).values({
    firstRow: row,
    lastRow: row,
    firstColumn: column,
    lastColumn: column,
  })[0]![0];
}

function seriesAt(self: SeriesTarget): ChartSeriesModel {
  const series = entryOf(self).series?.[self.index];
  if (!series) throw new WpsError('the series is no longer there');
  return series;
}

function seriesRef(self: ChartTarget, one: ChartSeriesModel): EtRef<SeriesTarget> {
  return new EtRef('Et.Series', { ...self, index: entryOf(self).series!.indexOf(one) });
}

function changeSeries(host: EtHost, self: SeriesTarget, what: Partial<ChartSeriesModel>): void {
  const series = entryOf(self).series!.map((one, index) =>
    index === self.index ? { ...one, ...what } : one,
  );
  const ranges = series.flatMap(({ values, categories }) =>
    [values, categories].filter((one) => one !== null),
  );
  const range = ranges.length > 0 ? boundingArea(ranges) : entryOf(self).data.range;
  change(host, self, { series, data: { sheetId: self.sheetId, range } });
}

function existing(self: ChartTarget): ChartTarget {
  entryOf(self);
  return { book: self.book, sheetId: self.sheetId, id: self.id };
}

function entryOf(self: ChartTarget): ChartEntry {
  const entry = self.book.charts.list(sheetOf(self)).find(({ id }) => id === self.id);
  if (!entry) throw new WpsError('the chart is no longer there');
  return entry;
}

function change(host: EtHost, self: ChartTarget, what: Partial<Omit<ChartEntry, 'id'>>): void {
  entryOf(self);
  changeSheet(host, self, (sheet) => {
    self.book.charts.change(sheet, self.id, what);
    self.book.charts.flush();
  });
}

function chartObjectRef({ book, sheetId }: SheetTarget, id: string): EtRef<ChartTarget> {
  return new EtRef('Et.ChartObject', { book, sheetId, id });
}

/** Points of a character, and of a row that has no height of its own. */
const CHARACTER = 5.625;
const ROW = 15;

/** The cells that a chart given in points covers. */
function placeOf(
  sheet: WorksheetModel,
  [left, top, width, height]: [number, number, number, number],
): CellRange {
  const lines = (point: number, size: (index: number) => number): number => {
    let rest = point;
    let index = 0;
    while (rest >= size(index)) rest -= size(index++);
    return index;
  };
  const columns = (index: number) => Math.max(1, sheet.columnWidth(index) * CHARACTER);
  const rows = (index: number) => sheet.rowHeight(index) ?? ROW;
  return {
    firstRow: lines(top, rows),
    firstColumn: lines(left, columns),
    lastRow: lines(Math.max(top, top + height - 1), rows),
    lastColumn: lines(Math.max(left, left + width - 1), columns),
  };
}
