import type { CellRange } from '../../../src/engine/sheet/address';
import type { ChartSeriesModel } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { method, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { cellsArgument, textArgument, wholeArgument } from './arguments';
import { boundingArea } from '../../model/area';
import { seriesOf } from '../../model/chart-series';
import type { ChartEntry } from '../../model/chart-store';
import type { SheetTarget } from './targets';

/** What a Chart object stands for. */
export interface ChartTarget {
  readonly on: SheetTarget;
  readonly id: string;
}

/** A series is known by its place among those of its chart. */
interface SeriesTarget {
  readonly chart: ChartTarget;
  readonly index: number;
}

export const chartSeriesCollectionType = objectType<ChartTarget>(
  'ChartSeriesCollection',
  '1.1',
  {
    count: scalar('1.1', (self) => listOf(self).length),
    add: method('1.7', (self, [name]) => {
      const list = listOf(self);
      const [first] = list;
      const added: ChartSeriesModel = {
        name: name === null || name === undefined ? '' : textArgument(name),
        values: null,
        categories: first?.categories ?? null,
      };
      changeList(self, [...list, added]);
      return series(self, list.length);
    }),
    getItemAt: method('1.1', (self, [place]) => {
      const index = wholeArgument(place);
      if (!listOf(self)[index]) throw itemNotFound();
      return series(self, index);
    }),
  },
  { items: (self) => listOf(self).map((_, index) => series(self, index)) },
);

export const chartSeriesType = objectType<SeriesTarget>('ChartSeries', '1.1', {
  name: scalar(
    '1.1',
    (self) => {
      const { name } = oneOf(self);
      if (typeof name === 'string') return name;
      const at = { firstRow: name.row, lastRow: name.row, firstColumn: name.column, lastColumn: name.column };
      return self.chart.on.host.findSheet(chartEntry(self.chart).data.sheetId)?.texts(at)[0]?.[0] ?? '';
    },
    (self, value) => change(self, { name: textArgument(value) }),
  ),
  setValues: method('1.7', (self, [source]) => change(self, { values: sourceOf(self, source) })),
  setXAxisValues: method('1.7', (self, [source]) => change(self, { categories: sourceOf(self, source) })),
  delete: method('1.7', (self) => {
    oneOf(self);
    changeList(
      self.chart,
      listOf(self.chart).filter((_, index) => index !== self.index),
    );
  }),
});

/** @throws OfficeError ItemNotFound where the chart was deleted */
export function chartEntry({ on, id }: ChartTarget): ChartEntry {
  const entry = on.host.charts.list(on.sheet).find((one) => one.id === id);
  if (!entry) throw itemNotFound();
  return entry;
}

function series(chart: ChartTarget, index: number): HostObject<SeriesTarget> {
  return { type: chartSeriesType, self: { chart, index } };
}

function listOf(chart: ChartTarget): readonly ChartSeriesModel[] {
  const entry = chartEntry(chart);
  if (entry.series) return entry.series;
  const sheet = chart.on.host.findSheet(entry.data.sheetId);
  return sheet ? seriesOf(sheet, entry.data.range) : [];
}

function oneOf({ chart, index }: SeriesTarget): ChartSeriesModel {
  const one = listOf(chart)[index];
  if (!one) throw itemNotFound();
  return one;
}

/** The cells of an argument; the model's charts are drawn from one worksheet. */
function sourceOf({ chart }: SeriesTarget, source: unknown): CellRange {
  const cells = cellsArgument(source);
  if (!cells || cells.sheetId !== chartEntry(chart).data.sheetId) throw invalidArgument();
  const { firstRow, lastRow, firstColumn, lastColumn } = cells.area;
  if (firstRow !== lastRow && firstColumn !== lastColumn) throw invalidArgument();
  return cells.area;
}

function change(self: SeriesTarget, what: Partial<ChartSeriesModel>): void {
  const changed = { ...oneOf(self), ...what };
  changeList(
    self.chart,
    listOf(self.chart).map((one, index) => (index === self.index ? changed : one)),
  );
}

function changeList(chart: ChartTarget, list: readonly ChartSeriesModel[]): void {
  const { data } = chartEntry(chart);
  const ranges = list.flatMap(({ name, values, categories }) => [
    ...(typeof name === 'string'
      ? []
      : [{ firstRow: name.row, lastRow: name.row, firstColumn: name.column, lastColumn: name.column }]),
    ...(values ? [values] : []),
    ...(categories ? [categories] : []),
  ]);
  const range = ranges.length > 0 ? boundingArea(ranges) : data.range;
  const { on, id } = chart;
  on.host.charts.change(on.writableSheet, id, { series: list, data: { ...data, range } });
}
