import type { HostObject } from '../description/object-type';
import { method, navigation, objectType, scalar } from '../description/object-type';
import { itemNotFound } from '../interpreter/office-error';
import { applicationType } from './application-type';
import { commentCollection } from './comment-type';
import { customXmlPartCollection } from './custom-xml-type';
import { documentPropertiesType } from './document-properties-type';
import { namedItemCollection } from './named-item-type';
import { noteCollection } from './note-type';
import { workbookProtectionType } from './protection-type';
import { settingCollection } from './setting-type';
import type { WorkbookTarget } from './worksheet-collection-type';
import { worksheetCollectionType } from './worksheet-collection-type';

export const workbookType = objectType<WorkbookTarget>('Workbook', '1.1', {
  name: scalar('1.7', ({ host }) => host.model.name),
  readOnly: scalar('1.8', () => false),
  isDirty: scalar('1.9', ({ host }) => host.model.undoDepth > 0),
  autoSave: scalar('1.9', () => false),
  previouslySaved: scalar('1.9', () => true),
  application: navigation('1.1', (self) => ({ type: applicationType, self })),
  worksheets: navigation('1.1', (self) => ({ type: worksheetCollectionType, self })),
  names: navigation('1.1', ({ host }) => namedItemCollection(host, null)),
  customXmlParts: navigation('1.5', ({ host }) => customXmlPartCollection(host)),
  properties: navigation('1.7', (self) => ({ type: documentPropertiesType, self })),
  settings: navigation('1.4', ({ host }) => settingCollection(host)),
  protection: navigation('1.7', (self) => ({ type: workbookProtectionType, self })),
  comments: navigation('1.10', ({ host }) => commentCollection(host)),
  notes: navigation('1.18', ({ host }) => noteCollection(host, null)),
  getSelectedRange: method('1.1', ({ host }) => selected(host)),
  getSelectedRanges: method('1.9', ({ host }) =>
    host.objects.rangeAreas(activeWorksheetId(host), [host.model.selection]),
  ),
  getActiveCell: method('1.7', ({ host }) => {
    const { firstRow, firstColumn } = host.model.selection;
    return host.objects.range(activeWorksheetId(host), {
      firstRow,
      firstColumn,
      lastRow: firstRow,
      lastColumn: firstColumn,
    });
  }),
  getIsActiveCollabSession: method('1.9', () => false),
});

function selected(host: WorkbookTarget['host']): HostObject {
  return host.objects.range(activeWorksheetId(host), host.model.selection);
}

function activeWorksheetId(host: WorkbookTarget['host']): string {
  const { activeSheet } = host.model;
  if (activeSheet.kind !== 'worksheet') throw itemNotFound();
  return activeSheet.id;
}
