import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemNotFound } from '../interpreter/office-error';
import { textArgument, wholeArgument } from './arguments';
import { intersection } from '../../model/area';
import { clearConditionalFormats } from './clear-cells';
import { colorArgument } from './colors';
import type { ConditionalFormatEntry } from '../../model/conditional-format-store';
import type { Cells } from './targets';

/** One conditional format, reached from some cells. */
interface Format {
  readonly cells: Cells;
  readonly id: string;
}

export const conditionalFormatCollectionType = objectType<Cells>(
  'ConditionalFormatCollection',
  '1.6',
  {
    add: method('1.6', (cells, [type]) => {
      if (type !== 'Custom') {
        cells.host.warn(`not emulated: a conditional format of type ${String(type)}`);
        throw invalidArgument();
      }
      const { id } = cells.host.conditionalFormats.add(cells.writableSheet, cells.areas);
      return format(cells, id);
    }),
    getCount: method('1.6', (cells) => entries(cells).length),
    getItem: method('1.6', (cells, [id]) => found(find(cells, id))),
    getItemOrNullObject: method('1.14', (cells, [id]) => find(cells, id)),
    getItemAt: method('1.6', (cells, [index]) => {
      const entry = entries(cells)[wholeArgument(index)];
      if (!entry) throw invalidArgument();
      return format(cells, entry.id);
    }),
    clearAll: method('1.6', (cells) => {
      for (const range of cells.areas) clearConditionalFormats(cells.host, cells.writableSheet, range);
    }),
  },
  { items: (cells) => entries(cells).map((entry) => format(cells, entry.id)) },
);

export const conditionalFormatType = objectType<Format>(
  'ConditionalFormat',
  '1.6',
  {
    id: scalar('1.6', ({ id }) => id),
    type: scalar('1.6', () => 'Custom'),
    priority: scalar(
      '1.6',
      ({ cells, id }) =>
        cells.host.conditionalFormats.list(cells.sheet).findIndex((entry) => entry.id === id),
      ({ cells, id }, value) =>
        cells.host.conditionalFormats.prioritise(cells.writableSheet, id, wholeArgument(value)),
    ),
    stopIfTrue: scalar(
      '1.6',
      (self) => entryOf(self).stopIfTrue,
      (self, value) => change(self, { stopIfTrue: value === true }),
    ),
    custom: navigation('1.6', (self) => ({ type: customConditionalFormatType, self })),
    customOrNullObject: navigation('1.6', (self) => ({ type: customConditionalFormatType, self })),
    getRange: method('1.6', (self) => {
      const { ranges } = entryOf(self);
      if (ranges.length !== 1) throw itemNotFound();
      return self.cells.host.objects.range(self.cells.sheetId, ranges[0]!);
    }),
    getRangeOrNullObject: method('1.6', (self) => {
      const { ranges } = entryOf(self);
      return ranges.length === 1 ? self.cells.host.objects.range(self.cells.sheetId, ranges[0]!) : null;
    }),
    getRanges: method('1.9', (self) =>
      self.cells.host.objects.rangeAreas(self.cells.sheetId, entryOf(self).ranges),
    ),
    delete: method('1.6', (self) => {
      self.cells.host.conditionalFormats.remove(self.cells.writableSheet, entryOf(self).id);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

export const customConditionalFormatType = objectType<Format>('CustomConditionalFormat', '1.6', {
  rule: navigation('1.6', (self) => ({ type: conditionalFormatRuleType, self })),
  format: navigation('1.6', (self) => ({ type: conditionalRangeFormatType, self })),
});

export const conditionalFormatRuleType = objectType<Format>('ConditionalFormatRule', '1.6', {
  formula: scalar('1.6', (self) => entryOf(self).formula, writeFormula),
  formulaLocal: scalar('1.6', (self) => entryOf(self).formula, writeFormula),
});

export const conditionalRangeFormatType = objectType<Format>('ConditionalRangeFormat', '1.6', {
  fill: navigation('1.6', (self) => ({ type: conditionalRangeFillType, self })),
});

export const conditionalRangeFillType = objectType<Format>('ConditionalRangeFill', '1.6', {
  color: scalar(
    '1.6',
    (self) => entryOf(self).fill ?? '',
    (self, value) => change(self, { fill: colorArgument(value) }),
  ),
  clear: method('1.6', (self) => change(self, { fill: null })),
});

/** The conditional formats that touch some cells. */
export function conditionalFormatCollection(cells: Cells): HostObject<Cells> {
  return { type: conditionalFormatCollectionType, self: cells };
}

function writeFormula(self: Format, value: unknown): void {
  const formula = textArgument(value);
  if (!formula.startsWith('=') || formula.length < 2) throw invalidArgument();
  change(self, { formula });
}

function entries(cells: Cells): ConditionalFormatEntry[] {
  return cells.host.conditionalFormats
    .list(cells.sheet)
    .filter((entry) => entry.ranges.some((one) => cells.areas.some((range) => intersection(one, range))));
}

function find(cells: Cells, id: unknown): HostObject<Format> | null {
  return entries(cells).some((entry) => entry.id === id) ? format(cells, String(id)) : null;
}

function found(object: HostObject<Format> | null): HostObject<Format> {
  if (!object) throw itemNotFound();
  return object;
}

function format(cells: Cells, id: string): HostObject<Format> {
  return { type: conditionalFormatType, self: { cells, id } };
}

function entryOf({ cells, id }: Format): ConditionalFormatEntry {
  const entry = cells.host.conditionalFormats.list(cells.sheet).find((one) => one.id === id);
  if (!entry) throw itemNotFound();
  return entry;
}

function change(self: Format, what: Partial<Omit<ConditionalFormatEntry, 'id'>>): void {
  self.cells.host.conditionalFormats.change(self.cells.writableSheet, entryOf(self).id, what);
}
