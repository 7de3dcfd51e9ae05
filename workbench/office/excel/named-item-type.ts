import type { CellRange } from '../../../src/engine/sheet/address';
import type { DefinedName, WorksheetModel } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../interpreter/office-error';
import { cellsArgument, textArgument, wholeArgument } from './arguments';
import { absoluteReference, fullAddress } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import type { ExcelHost } from './excel-host';

/** The defined names of a worksheet, or of the workbook where the scope is `null`. */
interface Scope {
  readonly host: ExcelHost;
  readonly scope: string | null;
}

interface NameTarget extends Scope {
  readonly name: string;
}

export const namedItemCollectionType = objectType<Scope>(
  'NamedItemCollection',
  '1.1',
  {
    add: method('1.4', (self, [name, reference]) => add(self, textArgument(name), reference)),
    getCount: method('1.4', (self) => namesOf(self).length),
    getItem: method('1.1', (self, [name]) => {
      const item = find(self, name);
      if (!item) throw itemNotFound();
      return item;
    }),
    getItemOrNullObject: method('1.4', (self, [name]) => find(self, name)),
    // The client reaches the items of a collection that it has read by their place.
    getItemAt: method('1.1', (self, [index]) => {
      const item = namesOf(self)[wholeArgument(index)];
      if (!item) throw itemNotFound();
      return named(self, item.name);
    }),
  },
  { items: (self) => namesOf(self).map((item) => named(self, item.name)) },
);

export const namedItemType = objectType<NameTarget>(
  'NamedItem',
  '1.1',
  {
    name: scalar('1.1', (self) => definition(self).name),
    type: scalar('1.1', (self) => typeOf(valueOf(self), self)),
    value: scalar('1.1', valueOf),
    formula: scalar(
      '1.7',
      (self) => definition(self).refersTo,
      (self, value) => redefine(self, { refersTo: formulaArgument(value) }),
    ),
    visible: scalar(
      '1.1',
      (self) => definition(self).visible,
      (self, value) => redefine(self, { visible: value === true }),
    ),
    scope: scalar('1.4', ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet')),
    comment: scalar(
      '1.4',
      () => '',
      ({ host }, value) => {
        if (value !== '') host.ignored('NamedItem.comment');
      },
    ),
    worksheet: navigation('1.4', ({ host, scope }) => {
      if (scope === null) throw itemNotFound();
      return host.objects.worksheet(scope);
    }),
    worksheetOrNullObject: navigation('1.4', ({ host, scope }) =>
      scope === null ? null : host.objects.worksheet(scope),
    ),
    getRange: method('1.1', (self) => {
      const range = rangeObject(self);
      if (!range) throw itemNotFound();
      return range;
    }),
    getRangeOrNullObject: method('1.4', rangeObject),
    delete: method('1.4', (self) => {
      self.host.touched();
      self.host.model.deleteName(definition(self).name, self.scope);
    }),
  },
  { identity: ({ name }) => ({ _Id: name }) },
);

/** The defined names of a worksheet, or of the workbook where the scope is `null`. */
export function namedItemCollection(host: ExcelHost, scope: string | null): HostObject<Scope> {
  return { type: namedItemCollectionType, self: { host, scope } };
}

/** The range a defined name stands for, or `null` where there is no such name or it is no range. */
export function rangeOfName(
  host: ExcelHost,
  scope: string | null,
  name: string,
): { readonly sheet: WorksheetModel; readonly range: CellRange } | null {
  const item = namesOf({ host, scope }).find((one) => one.name.toLowerCase() === name.toLowerCase());
  const { sheetName, address: rest } = splitReference(item?.refersTo.replace(/^=/, '') ?? '');
  const range = parseArea(rest);
  const sheet = host.sheets.find((one) => one.name.toLowerCase() === sheetName?.toLowerCase());
  return sheet && range ? { sheet, range } : null;
}

function add(self: Scope, name: string, reference: unknown): HostObject<NameTarget> {
  // A name must not read as a cell or a number, and its first letter is one.
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || parseArea(name) || name.length > 255)
    throw invalidArgument();
  if (find(self, name)) throw itemAlreadyExists();
  const cells = cellsArgument(reference);
  const refersTo = cells ? absoluteReference(cells.sheet, cells.area) : formulaArgument(reference);
  self.host.touched();
  self.host.model.addName({ name, refersTo, scope: self.scope, visible: true });
  return named(self, name);
}

function formulaArgument(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `=${String(value).toUpperCase()}`;
  const text = textArgument(value);
  return text.startsWith('=') ? text : `="${text.replace(/"/g, '""')}"`;
}

function namesOf({ host, scope }: Scope): DefinedName[] {
  return host.model.names.filter((item) => item.scope === scope);
}

function find(self: Scope, name: unknown): HostObject<NameTarget> | null {
  const wanted = textArgument(name).toLowerCase();
  const item = namesOf(self).find((one) => one.name.toLowerCase() === wanted);
  return item ? named(self, item.name) : null;
}

function named({ host, scope }: Scope, name: string): HostObject<NameTarget> {
  return { type: namedItemType, self: { host, scope, name } };
}

function definition(self: NameTarget): DefinedName {
  const item = namesOf(self).find((one) => one.name === self.name);
  if (!item) throw itemNotFound();
  return item;
}

function redefine(self: NameTarget, change: Partial<DefinedName>): void {
  const item = definition(self);
  self.host.touched();
  self.host.model.deleteName(item.name, item.scope);
  self.host.model.addName({ ...item, ...change });
}

function rangeObject(self: NameTarget): HostObject | null {
  const found = rangeOfName(self.host, self.scope, definition(self).name);
  return found && self.host.objects.range(found.sheet.id, found.range);
}

/** The address of a range, the constant, or the formula that this host does not calculate. */
function valueOf(self: NameTarget): string | number | boolean {
  const { name, refersTo } = definition(self);
  const found = rangeOfName(self.host, self.scope, name);
  if (found) return fullAddress(found.sheet, found.range);
  const constant = refersTo.slice(1);
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(constant)) return Number(constant);
  if (/^(true|false)$/i.test(constant)) return constant.toUpperCase() === 'TRUE';
  const text = /^"((?:[^"]|"")*)"$/.exec(constant);
  return text ? text[1]!.replace(/""/g, '"') : refersTo;
}

function typeOf(value: string | number | boolean, self: NameTarget): string {
  if (rangeOfName(self.host, self.scope, self.name)) return 'Range';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
