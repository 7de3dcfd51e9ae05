import type { CellRange } from '../../../src/engine/sheet/address';
import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import {
  accessDenied,
  invalidArgument,
  itemNotFound,
  unsupportedOperation,
} from '../interpreter/office-error';
import { onSheet, textArgument, wholeArgument } from './arguments';
import { WHOLE_SHEET, area } from '../../model/area';
import { parseArea, splitReference } from '../../model/references';
import { chartCollection } from './chart-type';
import { commentCollection } from './comment-type';
import { eventMembers } from './event-members';
import { EventType } from './excel-events';
import { freezePanesType } from './freeze-panes-type';
import { namedItemCollection, rangeOfName } from './named-item-type';
import { noteCollection } from './note-type';
import { pageBreakCollectionType, pageLayoutType } from './page-layout-type';
import { worksheetProtectionType } from './protection-type';
import { checkedSheetName } from './sheet-name';
import type { SheetTarget } from './targets';
import { usedPart } from './used-part';

/** Excel's limit for the addresses of `getRanges`. */
const MAX_ADDRESS = 8192;

export const worksheetType = objectType<SheetTarget>(
  'Worksheet',
  '1.1',
  {
    id: scalar('1.1', ({ sheet }) => sheet.id),
    name: scalar(
      '1.1',
      ({ sheet }) => sheet.name,
      (self, value) => {
        requireStructure(self);
        self.host.clearUndo();
        const name = checkedSheetName(self.host, value, self.sheet);
        self.sheet.rename(name);
      },
    ),
    position: scalar(
      '1.1',
      (self) => self.host.sheets.indexOf(self.sheet),
      (self, value) => {
        requireStructure(self);
        self.host.clearUndo();
        if (value !== self.host.sheets.indexOf(self.sheet)) notKept(self, 'Worksheet.position');
      },
    ),
    visibility: scalar(
      '1.1',
      ({ sheet }) => (sheet.visible ? 'Visible' : 'Hidden'),
      (self, value) => {
        requireStructure(self);
        self.host.clearUndo();
        if ((value === 'Visible') !== self.sheet.visible) notKept(self, 'Worksheet.visibility');
      },
    ),
    tabColor: pageProperty('tabColor', '1.7', ''),
    showGridlines: pageProperty('showGridlines', '1.8', true),
    showHeadings: pageProperty('showHeadings', '1.8', true),
    enableCalculation: pageProperty('enableCalculation', '1.9', true),

    names: navigation('1.4', (self) => namedItemCollection(self.host, self.sheet.id)),
    protection: navigation('1.2', (self) => ({ type: worksheetProtectionType, self })),
    freezePanes: navigation('1.7', (self) => ({ type: freezePanesType, self })),
    charts: navigation('1.1', (self) => chartCollection(self)),
    pageLayout: navigation('1.9', (self) => ({ type: pageLayoutType, self })),
    horizontalPageBreaks: navigation('1.9', (self) => ({ type: pageBreakCollectionType, self })),
    comments: navigation('1.10', (self) => commentCollection(self.host)),
    notes: navigation('1.18', (self) => noteCollection(self.host, self.sheet.id)),

    getRange: method('1.1', (self, [address]) =>
      range(self, address === null || address === undefined ? WHOLE_SHEET : addressed(self, address)),
    ),
    getRangeByIndexes: method('1.7', (self, [row, column, rows, columns]) =>
      range(
        self,
        area(wholeArgument(row), wholeArgument(column), wholeArgument(rows), wholeArgument(columns)),
      ),
    ),
    getCell: method('1.1', (self, [row, column]) =>
      range(self, area(wholeArgument(row), wholeArgument(column), 1, 1)),
    ),
    getRanges: method('1.9', (self, [address]) => {
      if (address === null || address === undefined) {
        return self.host.objects.rangeAreas(self.sheet.id, [WHOLE_SHEET]);
      }
      const text = textArgument(address);
      if (text.length > MAX_ADDRESS) throw invalidArgument();
      const areas = text.split(/[,;]/).map((part) => onSheet(addressed(self, part.trim())));
      return self.host.objects.rangeAreas(self.sheet.id, areas);
    }),
    getUsedRange: method('1.2', (self) => {
      const used = usedPart(self.sheet, WHOLE_SHEET);
      return range(self, used ?? area(0, 0, 1, 1));
    }),
    getUsedRangeOrNullObject: method('1.4', (self) => {
      const used = usedPart(self.sheet, WHOLE_SHEET);
      return used && range(self, used);
    }),
    activate: method('1.1', (self) => {
      if (!self.sheet.visible) throw unsupportedOperation();
      self.host.model.activate(self.sheet.id);
    }),
    calculate: method('1.6', () => undefined),
    delete: method('1.1', (self) => {
      requireStructure(self);
      const visible = self.host.model.sheets.filter((sheet) => sheet.visible);
      if (visible.length < 2 && self.sheet.visible) throw unsupportedOperation();
      self.host.clearUndo();
      self.host.touched();
      self.host.model.deleteSheet(self.sheet.id);
    }),
    copy: method('1.7', (self) => {
      self.host.warn('not emulated: Worksheet.copy');
      throw unsupportedOperation();
    }),
    getNext: method('1.5', (self, [visibleOnly]) => required(neighbour(self, 1, visibleOnly))),
    getNextOrNullObject: method('1.5', (self, [visibleOnly]) => neighbour(self, 1, visibleOnly)),
    getPrevious: method('1.5', (self, [visibleOnly]) => required(neighbour(self, -1, visibleOnly))),
    getPreviousOrNullObject: method('1.5', (self, [visibleOnly]) => neighbour(self, -1, visibleOnly)),

    ...eventMembers<SheetTarget>('DataChanged', '1.7', EventType.changed, (self) => self.sheet.id),
    ...eventMembers<SheetTarget>(
      'SelectionChanged',
      '1.7',
      EventType.selectionChanged,
      (self) => self.sheet.id,
    ),
    ...eventMembers<SheetTarget>('Activated', '1.7', EventType.activated, (self) => self.sheet.id),
    ...eventMembers<SheetTarget>('Deactivated', '1.7', EventType.deactivated, (self) => self.sheet.id),
  },
  {
    identity: ({ sheet }) => ({ Id: sheet.id }),
    aliases: { gridlines: 'showGridlines', headings: 'showHeadings' },
  },
);

/** @throws OfficeError AccessDenied where the workbook's structure is protected */
export function requireStructure(self: { readonly host: SheetTarget['host'] }): void {
  if (self.host.switches.structureProtected) throw accessDenied();
}

function range(self: SheetTarget, cells: CellRange): HostObject {
  return self.host.objects.range(self.sheet.id, onSheet(cells));
}

/** The range of an address or of a defined name. */
function addressed(self: SheetTarget, address: unknown): CellRange {
  const { sheet, host } = self;
  const { sheetName, address: rest } = splitReference(textArgument(address));
  if (sheetName !== null && sheetName.toLowerCase() !== sheet.name.toLowerCase()) throw invalidArgument();
  const parsed = parseArea(rest);
  if (parsed) return parsed;
  const named = rangeOfName(host, sheet.id, rest) ?? rangeOfName(host, null, rest);
  if (named?.sheet.id !== sheet.id) throw invalidArgument();
  return named.range;
}

function neighbour(self: SheetTarget, step: 1 | -1, visibleOnly: unknown): HostObject | null {
  const { sheets } = self.host;
  for (let index = sheets.indexOf(self.sheet) + step; sheets[index]; index += step) {
    if (visibleOnly !== true || sheets[index]!.visible) return self.host.objects.worksheet(sheets[index]!.id);
  }
  return null;
}

function required(object: HostObject | null): HostObject {
  if (!object) throw itemNotFound();
  return object;
}

/** The model has no such change; nothing is to be silently lost. */
function notKept(self: SheetTarget, what: string): never {
  self.host.warn(`not emulated: setting ${what}`);
  throw unsupportedOperation();
}

/** A property of the view or the print that is kept beside the cells. */
function pageProperty(name: string, since: '1.7' | '1.8' | '1.9', initial: unknown) {
  return scalar<SheetTarget>(
    since,
    ({ sheet }) => sheet.page.get(name) ?? initial,
    ({ sheet }, value) => void sheet.page.set(name, value),
  );
}
