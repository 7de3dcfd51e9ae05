import type { WorkbookPatch } from '../../src/xlsx';
import type { OpenedWorkbookModel } from './workbook-model';

/** Writes the custom document properties that were added, changed or taken away. */
export function writeProperties(patch: WorkbookPatch, { opened, properties }: OpenedWorkbookModel): void {
  const before = opened.properties ?? new Map();
  const gone = [...before.keys()].filter((name) => !properties.has(name));
  patch.removeProperties(new Set(gone));
  patch.setProperties(new Map([...properties].filter(([name, value]) => before.get(name) !== value)));
}
