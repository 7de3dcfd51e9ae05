import { DEFAULT_LIMITS } from '../limits';
import { PackageDraft } from '../package/package-draft';
import { openParts } from '../read/open-parts';
import type { OpenOptions } from '../read/open-workbook';
import type { SheetInfo } from '../read/workbook-part';

/**
 * Opens a file as a draft without changes.
 * @throws XlsxError of any code
 */
export function openDraft(bytes: Uint8Array, { inflate, limits }: OpenOptions): PackageDraft {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return PackageDraft.of(openParts(bytes, inflate, all), all);
}

/** The sheet of that id. @throws RangeError where there is none */
export function sheetOfId(sheets: readonly SheetInfo[], id: string): SheetInfo {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw new RangeError(`no sheet ${id}`);
  return sheet;
}
