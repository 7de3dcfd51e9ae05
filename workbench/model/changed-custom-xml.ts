import type { WorkbookPatch } from '../../src/xlsx';
import type { OpenedWorkbookModel } from './workbook-model';

/** Writes the custom XML parts that were added, changed or taken away. */
export function writeCustomXml(patch: WorkbookPatch, { opened, customXml }: OpenedWorkbookModel): void {
  const before = opened.customXml ?? [];
  for (const { id, part, xml } of before) {
    const now = customXml.get(id);
    if (now === undefined) patch.removeCustomXml(part);
    else if (now !== xml) patch.replaceCustomXml(part, now);
  }
  for (const [id, xml] of customXml) {
    if (!before.some((one) => one.id === id)) patch.addCustomXml(id, xml);
  }
}
