import type { WorksheetModel } from '../../model/workbook-model';
import type { HostObject } from '../description/object-type';
import { method, objectType } from '../description/object-type';
import { itemNotFound } from '../interpreter/office-error';
import { textArgument } from './arguments';
import { eventMembers } from './event-members';
import { EventType, WORKBOOK_TARGET } from './excel-events';
import type { ExcelHost } from './excel-host';
import { checkedSheetName } from './sheet-name';
import { requireStructure } from './worksheet-type';

/** The worksheets of the workbook. Chart sheets are not among them. */
export interface WorkbookTarget {
  readonly host: ExcelHost;
}

export const worksheetCollectionType = objectType<WorkbookTarget>(
  'WorksheetCollection',
  '1.1',
  {
    getActiveWorksheet: method('1.1', ({ host }) => {
      const { activeSheet } = host.model;
      // A chart sheet in view is no worksheet to an add-in.
      if (activeSheet.kind !== 'worksheet') throw itemNotFound();
      return host.objects.worksheet(activeSheet.id);
    }),
    getItem: method('1.1', ({ host }, [key]) => {
      const sheet = find(host, key);
      if (!sheet) throw itemNotFound();
      return host.objects.worksheet(sheet.id);
    }),
    getItemOrNullObject: method('1.4', ({ host }, [key]) => {
      const sheet = find(host, key);
      return sheet ? host.objects.worksheet(sheet.id) : null;
    }),
    getCount: method('1.4', ({ host }, [visibleOnly]) => among(host, visibleOnly).length),
    getFirst: method('1.5', ({ host }, [visibleOnly]) => nth(host, visibleOnly, 0)),
    getLast: method('1.5', ({ host }, [visibleOnly]) => nth(host, visibleOnly, -1)),
    add: method('1.1', (self, [name]) => {
      const { host } = self;
      requireStructure(self);
      const given = name === null || name === undefined ? freeName(host) : checkedSheetName(host, name);
      return host.objects.worksheet(host.model.addSheet(given).id);
    }),
    ...collectionEvent('Activated', '1.7', EventType.activated),
    ...collectionEvent('Deactivated', '1.7', EventType.deactivated),
    ...collectionEvent('Added', '1.7', EventType.added),
    ...collectionEvent('Deleted', '1.7', EventType.deleted),
    ...collectionEvent('Calculated', '1.8', EventType.calculated),
    ...collectionEvent('DataChanged', '1.9', EventType.changed),
    ...collectionEvent('FormatChanged', '1.9', EventType.formatChanged),
    ...collectionEvent('SelectionChanged', '1.9', EventType.selectionChanged),
  },
  { items: ({ host }) => host.sheets.map((sheet) => host.objects.worksheet(sheet.id)) },
);

function collectionEvent(name: string, since: '1.7' | '1.8' | '1.9', type: number) {
  return eventMembers<WorkbookTarget>(name, since, type, () => WORKBOOK_TARGET);
}

/** A worksheet by its id or its name. */
function find(host: ExcelHost, key: unknown): WorksheetModel | undefined {
  const wanted = textArgument(key);
  return (
    host.findSheet(wanted) ?? host.sheets.find((sheet) => sheet.name.toLowerCase() === wanted.toLowerCase())
  );
}

function among(host: ExcelHost, visibleOnly: unknown): WorksheetModel[] {
  return host.sheets.filter((sheet) => visibleOnly !== true || sheet.visible);
}

function nth(host: ExcelHost, visibleOnly: unknown, index: number): HostObject {
  const sheet = among(host, visibleOnly).at(index);
  if (!sheet) throw itemNotFound();
  return host.objects.worksheet(sheet.id);
}

function freeName(host: ExcelHost): string {
  for (let number = host.model.sheets.length + 1; ; number++) {
    const name = `Sheet${number}`;
    if (!host.model.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}
