import type { PackageDraft } from '../package/package-draft';
import { XlsxWorkbook } from '../read/open-workbook';
import { customXmlParts, removeCustomXml } from './custom-xml';
import { withoutHighlights } from './highlights';
import { removeNotes } from './notes';
import { namesOfSheets, removeSheets } from './sheets/workbook-sheets';
import { joinSheet, splitSheet } from './sheet-text';
import type { Signature } from './signature';

/*
 * Taking off what is ours from a workbook that another program has saved: known by its signature alone, wherever that
 * program has put it.
 */

/** Takes our highlights and notes off a worksheet part; nothing is written where it has none. */
export function cleanSheet(draft: PackageDraft, part: string, signature: Signature): void {
  const sheet = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  const bare = withoutHighlights(sheet.frame, part, (formula) => signature.isHighlight(formula));
  const { frame } = removeNotes(draft, part, bare, (text) => signature.isNote(text));
  if (frame !== sheet.frame) draft.replace(part, joinSheet({ ...sheet, frame }));
}

/**
 * Takes our worksheets away: of each of our hidden names the first that bears it, for a copy somebody made of the sheet
 * bears it too and is theirs. One that other sheets refer to stays, for their formulas would break.
 */
export function removeOwnSheets(draft: PackageDraft, signature: Signature): void {
  const { part: workbookPart, sheets } = new XlsxWorkbook(draft);
  const names = namesOfSheets(draft, workbookPart);
  const found = new Map<string, string>();
  for (const { id } of sheets) {
    for (const name of names.get(id) ?? []) {
      if (signature.isSheetName(name) && !found.has(name)) found.set(name, id);
    }
  }
  if (found.size > 0) removeSheets(draft, workbookPart, [...new Set(found.values())]);
}

/** Takes our custom XML parts away. */
export function removeOwnXml(draft: PackageDraft, signature: Signature): void {
  const { part: workbookPart } = new XlsxWorkbook(draft);
  const ours = new Set([...signature.namespaces, signature.restoreNamespace]);
  for (const { part, namespace } of customXmlParts(draft, workbookPart))
    if (ours.has(namespace)) removeCustomXml(draft, workbookPart, part);
}
