import { leadsAway } from '../../../engine/sheet/own-sheet';
import type { PackageDraft } from '../../package/package-draft';
import type { XlsxWorkbook } from '../../read/open-workbook';
import type { SheetInfo } from '../../read/workbook-part';
import { unlessDamaged } from '../../unless-damaged';
import type { Signature } from '../signature';
import { definedNames } from './defined-names';

/** The worksheets of one kind of ours. */
export interface OwnSheets {
  /** The kind, as the signature tells it. */
  readonly key: string;
  /** The one that is certainly ours. */
  readonly own: SheetInfo | null;
  /** Where more than one bears every sign: all of them. None of them is certainly ours. */
  readonly doubtful: readonly SheetInfo[];
}

/**
 * Finds the worksheets that are ours: by a hidden name of their own that stands for a cell of theirs, and by what they
 * hold. Excel copies the name with a copied worksheet; of two that bear every sign, a record of what was added decides.
 *
 * @param book the workbook of the draft
 * @param added the parts that a record which still holds says were added to the workbook
 */
export function ownSheetsIn(
  draft: PackageDraft,
  book: XlsxWorkbook,
  signature: Pick<Signature, 'sheetKey' | 'isSheet'>,
  added: ReadonlySet<string>,
): readonly OwnSheets[] {
  const found = new Map<string, SheetInfo[]>();
  for (const { name, localSheet, refersTo } of definedNames(draft, book.part)) {
    const key = signature.sheetKey(name);
    const sheet = key === null ? undefined : book.sheets.find(({ id }) => id === localSheet);
    if (key === null || sheet?.kind !== 'worksheet' || sheet.part === null) continue;
    const others = book.sheets.filter((one) => one !== sheet).map((one) => one.name);
    if (found.get(key)?.includes(sheet) || leadsAway(refersTo, others)) continue;
    if (!unlessDamaged(false, () => signature.isSheet(key, book.readSheet(sheet.index)))) continue;
    found.set(key, [...(found.get(key) ?? []), sheet]);
  }
  return [...found].map(([key, sheets]) => {
    const recorded = sheets.filter(({ part }) => added.has(part!));
    const [own, ...others] = sheets.length > 1 && recorded.length === 1 ? recorded : sheets;
    return others.length === 0 ? { key, own: own!, doubtful: [] } : { key, own: null, doubtful: sheets };
  });
}
