import type { WorkbookPatch } from '../../src/xlsx';
import type { DefinedName, OpenedWorkbookModel } from './workbook-model';

/**
 * Writes the defined names that were added, changed or taken away.
 * @param sheetIds the file's ids of worksheets by the model's
 */
export function writeNames(
  patch: WorkbookPatch,
  { opened, names }: OpenedWorkbookModel,
  sheetIds: ReadonlyMap<string, string>,
): void {
  const localSheet = (scope: string | null): string | null =>
    scope === null ? null : (sheetIds.get(scope) ?? null);
  const before = new Map((opened.names ?? []).map((name) => [keyOf(name), name]));
  for (const name of names) {
    const old = before.get(keyOf(name));
    before.delete(keyOf(name));
    if (old && old.refersTo === name.refersTo && old.visible === name.visible) continue;
    patch.setName({
      name: name.name,
      refersTo: name.refersTo.replace(/^=/, ''),
      localSheet: localSheet(name.scope),
      hidden: !name.visible,
    });
  }
  for (const { name, scope } of before.values()) patch.removeName(name, localSheet(scope));
}

function keyOf({ name, scope }: DefinedName): string {
  return `${scope ?? ''} ${name.toLowerCase()}`;
}
