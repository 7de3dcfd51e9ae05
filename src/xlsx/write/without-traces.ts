import type { PackageDraft } from '../package/package-draft';
import { XlsxWorkbook } from '../read/open-workbook';
import { customXmlParts, removeCustomXml } from './custom-xml';
import { withoutHighlights } from './highlights';
import { removeNotes } from './notes';
import { removeSheets } from './sheets/workbook-sheets';
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
 * Takes worksheets of ours away, as far as they are there. One that other sheets refer to stays, for their formulas
 * would break.
 * @param parts their parts
 */
export function removeOwnSheets(draft: PackageDraft, parts: ReadonlySet<string>): void {
  const { part: workbookPart, sheets } = new XlsxWorkbook(draft);
  const found = sheets.flatMap(({ id, part }) => (part !== null && parts.has(part) ? [id] : []));
  if (found.length > 0) removeSheets(draft, workbookPart, found);
}

/** Takes our custom XML parts away. */
export function removeOwnXml(draft: PackageDraft, signature: Signature): void {
  const { part: workbookPart } = new XlsxWorkbook(draft);
  const ours = new Set([...signature.namespaces, signature.restoreNamespace]);
  for (const { part, namespace } of customXmlParts(draft, workbookPart))
    if (ours.has(namespace)) removeCustomXml(draft, workbookPart, part);
}
