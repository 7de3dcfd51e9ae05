import type { CellRange } from '../../../src/engine/sheet/address';
import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { areaArgument, cellsArgument, textArgument, wholeArgument } from './arguments';
import { area, boundingArea } from '../../model/area';
import { chartEntry, chartSeriesCollectionType, type ChartTarget } from './chart-series-type';
import type { ChartEntry } from '../../model/chart-store';
import type { SheetTarget } from './targets';

export const chartCollectionType = objectType<SheetTarget>(
  'ChartCollection',
  '1.1',
  {
    count: scalar('1.1', (self) => chartsOf(self).length),
    add: method('1.1', (self, [type, source]) => {
      const sheet = self.writableSheet;
      const data = cellsArgument(source);
      if (!data) throw invalidArgument();
      const entry = self.host.charts.add(sheet, {
        type: textArgument(type),
        title: '',
        data: { sheetId: data.sheetId, range: data.area },
        at: defaultPlace(data.sheetId === sheet.id ? data.area : area(0, 0, 1, 1)),
      });
      return chart(self, entry.id);
    }),
    getCount: method('1.4', (self) => chartsOf(self).length),
    getItem: method('1.1', (self, [name]) => found(find(self, name))),
    getItemOrNullObject: method('1.4', (self, [name]) => find(self, name)),
    getItemAt: method('1.1', (self, [index]) => {
      const entry = chartsOf(self)[wholeArgument(index)];
      if (!entry) throw itemNotFound();
      return chart(self, entry.id);
    }),
  },
  { items: (self) => chartsOf(self).map((entry) => chart(self, entry.id)) },
);

export const chartType = objectType<ChartTarget>(
  'Chart',
  '1.1',
  {
    id: scalar('1.7', ({ id }) => id),
    name: scalar(
      '1.1',
      (self) => chartEntry(self).name,
      (self, value) => change(self, { name: textArgument(value) }),
    ),
    chartType: scalar(
      '1.7',
      (self) => chartEntry(self).type,
      (self, value) => change(self, { type: textArgument(value) }),
    ),
    title: navigation('1.1', (self) => ({ type: chartTitleType, self })),
    series: navigation('1.1', (self) => ({ type: chartSeriesCollectionType, self })),
    worksheet: navigation('1.2', ({ on }) => on.host.objects.worksheet(on.sheetId)),
    setPosition: method('1.1', (self, [start, end]) => {
      const { sheet } = self.on;
      const first = areaArgument(sheet, start);
      const last = end === null || end === undefined ? defaultPlace(first) : areaArgument(sheet, end);
      change(self, { at: boundingArea([first, last]) });
    }),
    setData: method('1.1', (self, [source]) => {
      const data = cellsArgument(source);
      if (!data) throw invalidArgument();
      change(self, { data: { sheetId: data.sheetId, range: data.area }, series: undefined });
    }),
    delete: method('1.1', (self) => self.on.host.charts.remove(self.on.writableSheet, chartEntry(self).id)),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

export const chartTitleType = objectType<ChartTarget>('ChartTitle', '1.1', {
  text: scalar(
    '1.1',
    (self) => chartEntry(self).title,
    (self, value) => change(self, { title: textArgument(value) }),
  ),
  visible: scalar(
    '1.1',
    (self) => chartEntry(self).title !== '',
    (self, value) => {
      if (value === false) change(self, { title: '' });
    },
  ),
});

/** The charts of a worksheet. */
export function chartCollection(self: SheetTarget): HostObject<SheetTarget> {
  return { type: chartCollectionType, self };
}

/** Right of its data, in about Excel's own size. */
function defaultPlace(data: CellRange): CellRange {
  return area(data.firstRow, data.lastColumn + 1, 15, 8);
}

function chartsOf(self: SheetTarget): ChartEntry[] {
  return self.host.charts.list(self.sheet);
}

function find(self: SheetTarget, key: unknown): HostObject<ChartTarget> | null {
  const entry = chartsOf(self).find((one) => one.id === key || one.name === key);
  return entry ? chart(self, entry.id) : null;
}

function found(object: HostObject<ChartTarget> | null): HostObject<ChartTarget> {
  if (!object) throw itemNotFound();
  return object;
}

function chart(on: SheetTarget, id: string): HostObject<ChartTarget> {
  return { type: chartType, self: { on, id } };
}

function change(self: ChartTarget, what: Partial<Omit<ChartEntry, 'id'>>): void {
  self.on.host.charts.change(self.on.writableSheet, chartEntry(self).id, what);
}
