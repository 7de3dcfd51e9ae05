import type { PackageDraft } from '../package/package-draft';
import { XlsxWorkbook } from '../read/open-workbook';
import { removeCustomProperties } from './custom-properties';
import { customXmlParts, removeCustomXml, removeLostProperties } from './custom-xml';
import { withoutHighlights } from './highlights';
import { removeNotes, type IsShared } from './notes';
import { removeDefinedNames } from './sheets/defined-names';
import { removeLostStrings, stringUses } from './sheets/lost-strings';
import { mentionsSheet } from './sheets/reference';
import { removeSheets } from './sheets/workbook-sheets';
import { joinSheet, splitSheet } from './sheet-text';
import type { Signature } from './signature';

/*
 * Taking off what is ours from a workbook that another program has saved: known by its signature alone, wherever that
 * program has put it.
 */

/**
 * Takes our highlights and notes off a worksheet part; nothing is written where it has none.
 * @param isShared see `removeNotes`
 * @throws XlsxError where the part or its relationships are damaged, and nothing is changed
 */
export function cleanSheet(
  draft: PackageDraft,
  part: string,
  signature: Signature,
  isShared?: IsShared,
): void {
  const sheet = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  const bare = withoutHighlights(sheet.frame, part, (formula) => signature.isHighlight(formula));
  const { frame } = removeNotes(draft, part, bare, (text) => signature.isNote(text), isShared);
  if (frame !== sheet.frame) draft.replace(part, joinSheet({ ...sheet, frame }));
}

/**
 * Takes worksheets of ours away, as far as they are there. One that other sheets refer to stays, for their formulas
 * would break. Texts that only these sheets had go from the shared strings, where another program may have put them.
 * @param parts their parts
 */
export function removeOwnSheets(draft: PackageDraft, parts: ReadonlySet<string>): void {
  const { part: workbookPart, sheets } = new XlsxWorkbook(draft);
  const found = sheets.filter(({ part }) => part !== null && parts.has(part));
  if (found.length === 0) return;
  const uses = new Map(found.map(({ id, part }) => [id, stringUses(draft, part!)]));
  const gone = new Map<number, number>();
  const ids = found.map(({ id }) => id);
  for (const id of removeSheets(draft, workbookPart, ids)) {
    for (const [place, times] of uses.get(id) ?? []) gone.set(place, (gone.get(place) ?? 0) + times);
  }
  removeLostStrings(draft, gone);
}

/** Takes away hidden names of ours that belong to no sheet any more and speak of none: a program made them global. */
export function removeOwnNames(draft: PackageDraft, signature: Signature): void {
  const { part: workbookPart, sheets } = new XlsxWorkbook(draft);
  removeDefinedNames(
    draft,
    workbookPart,
    ({ name, localSheet, refersTo }) =>
      localSheet === null &&
      signature.sheetKey(name) !== null &&
      !sheets.some((sheet) => mentionsSheet(refersTo, sheet.name)),
  );
}

/** Takes away what of ours is kept beside the sheets: custom XML parts and document properties. */
export function removeOwnRecords(draft: PackageDraft, signature: Signature): void {
  const { part: workbookPart } = new XlsxWorkbook(draft);
  const ours = new Set([...signature.namespaces, signature.restoreNamespace]);
  for (const { part, namespace } of customXmlParts(draft, workbookPart))
    if (ours.has(namespace)) removeCustomXml(draft, workbookPart, part);
  removeLostProperties(draft, workbookPart, ours);
  removeCustomProperties(draft, (name) => signature.isProperty(name));
}
