import { overlap } from '../../model/ranges';
import type { ConditionalFormatEntry } from '../../model/conditional-format-store';
import type { EtHost } from '../host/et-host';
import type { RangeTarget, SheetTarget } from '../host/targets';
import { rangeRef, sheetOf } from '../host/targets';
import { NotEmulated, WpsError } from '../object/et-errors';
import { EtRef } from '../object/et-ref';
import type { EtMember } from '../object/et-type';
import { etType, method, property } from '../object/et-type';
import { rangeArgument } from './arguments';
import { changeSheet } from './changes';
import { item, missing } from './collection';
import { NONE, fromColorNumber, toColorNumber } from './colors';
import { fillMembers } from './range-looks';

/** One conditional format. */
export interface ConditionTarget extends SheetTarget {
  readonly id: string;
}

/** By a formula. */
const EXPRESSION = 2;

/** The conditional formats that touch a range, the one of highest priority first. */
export const formatConditionsType = etType<RangeTarget>('Et.FormatConditions', {
  Count: property((range) => touching(range).length),
  Item: method((range, [index], { host }) =>
    item(host, touching(range), index, (one) => conditionRef(range, one.id)),
  ),
  Add: method((range, [type, , formula], { host }) => add(host, range, type, formula)),
  Delete: method((range, _args, { host }) =>
    changeSheet(host, range, (sheet) => {
      for (const { id } of touching(range)) range.book.formats.remove(sheet, id);
    }),
  ),
});

export const formatConditionType = etType<ConditionTarget>('Et.FormatCondition', {
  Type: property((self) => entryOf(self) && EXPRESSION),
  Formula1: property((self) => entryOf(self).formula),
  AppliesTo: property((self) => rangeRef(self.book, self.sheetId, entryOf(self).ranges)),
  Interior: property((self) => {
    entryOf(self);
    return new EtRef('Et.Interior', self);
  }),
  StopIfTrue: property(
    (self) => entryOf(self).stopIfTrue,
    (self, value, { host }) => change(host, self, { stopIfTrue: Boolean(value) }),
  ),
  Priority: property(
    (self) => entries(self).findIndex(({ id }) => id === self.id) + 1,
    (self, value, { host }) => prioritise(host, self, Number(value) - 1),
  ),
  SetFirstPriority: method((self, _args, { host }) => {
    entryOf(self);
    if (host.switches.firstPriority === 'works') prioritise(host, self, 0);
  }),
  SetLastPriority: method((self, _args, { host }) => prioritise(host, self, entries(self).length - 1)),
  ModifyAppliesToRange: method((self, [range], { host }) => {
    const to = rangeArgument(range);
    if (!to || to.sheetId !== self.sheetId || to.book !== self.book)
      throw new WpsError('no range of this sheet');
    change(host, self, { ranges: to.areas });
  }),
  Delete: method((self, _args, { host }) => {
    entryOf(self);
    changeSheet(host, self, (sheet) => self.book.formats.remove(sheet, self.id));
  }),
});

/** The fill of cells, or of a conditional format. */
export const interiorType = etType<RangeTarget | ConditionTarget>(
  'Et.Interior',
  Object.fromEntries(Object.entries(fillMembers).map(([name, cells]) => [name, ofEither(name, cells)])),
);

function ofEither(
  name: string,
  cells: (typeof fillMembers)[string],
): EtMember<RangeTarget | ConditionTarget> {
  return property(
    (self, context) => ('areas' in self ? cells.get(self, context) : readFill(name, entryOf(self).fill)),
    (self, value, context) => {
      if ('areas' in self) return cells.set!(self, value, context);
      if (name === 'Color') return change(context.host, self, { fill: fromColorNumber(value) });
      if (value === NONE) return change(context.host, self, { fill: null });
      if (name !== 'Pattern') throw new NotEmulated(`Et.Interior.${name} of a conditional format`);
    },
  );
}

function readFill(name: string, fill: string | null): number | null {
  if (!fill) return name === 'Color' ? null : NONE;
  if (name === 'ColorIndex')
    throw new NotEmulated('Et.Interior.ColorIndex of a conditional format with a fill');
  return name === 'Color' ? toColorNumber(fill) : 1;
}

function add(host: EtHost, range: RangeTarget, type: unknown, formula: unknown): unknown {
  const { formatConditions, formatConditionLimit: limit } = host.switches;
  if (!host.does(formatConditions, 'FormatConditions.Add')) return missing(host, 'format condition');
  if (type !== EXPRESSION) throw new NotEmulated(`Et.FormatConditions.Add of type ${String(type)}`);
  if (typeof formula !== 'string' || !formula.startsWith('=')) throw new WpsError('no formula');
  if (limit !== null && crowded(range, limit))
    throw new WpsError(`a range takes ${limit} conditional formats`);
  return changeSheet(host, range, (sheet) => {
    const { formats } = range.book;
    const { id } = formats.add(sheet, range.areas);
    formats.change(sheet, id, { formula });
    formats.flush();
    // As in Excel, what is added comes last.
    formats.prioritise(sheet, id, Infinity);
    return conditionRef(range, id);
  });
}

/** Whether a part of a range has so many already. */
function crowded(range: RangeTarget, limit: number): boolean {
  const all = entries(range);
  return range.areas.some(
    (area) => all.filter(({ ranges }) => ranges.some((one) => overlap(one, area))).length >= limit,
  );
}

function touching(range: RangeTarget): ConditionalFormatEntry[] {
  return entries(range).filter(({ ranges }) =>
    ranges.some((one) => range.areas.some((area) => overlap(one, area))),
  );
}

function entries(target: SheetTarget): ConditionalFormatEntry[] {
  return target.book.formats.list(sheetOf(target));
}

function entryOf(self: ConditionTarget): ConditionalFormatEntry {
  const entry = entries(self).find(({ id }) => id === self.id);
  if (!entry) throw new WpsError('the conditional format is no longer there');
  return entry;
}

function conditionRef({ book, sheetId }: SheetTarget, id: string): EtRef<ConditionTarget> {
  return new EtRef('Et.FormatCondition', { book, sheetId, id });
}

function change(
  host: EtHost,
  self: ConditionTarget,
  what: Partial<Omit<ConditionalFormatEntry, 'id'>>,
): void {
  entryOf(self);
  changeSheet(host, self, (sheet) => self.book.formats.change(sheet, self.id, what));
}

function prioritise(host: EtHost, self: ConditionTarget, priority: number): void {
  entryOf(self);
  changeSheet(host, self, (sheet) => self.book.formats.prioritise(sheet, self.id, priority));
}
