import type { PackageDraft } from '../../package/package-draft';
import { shownFormula, storedFormula } from '../../newer-functions';
import { readWorkbookPart } from '../../read/workbook-part';
import { appendInside, insertChild } from '../../xml/element-span';
import { escapeText } from '../../xml/escape-xml';
import { Splices } from '../../xml/splices';
import { isTrue } from '../../xml/xml-boolean';
import { WORKBOOK_ORDER } from '../schema-order';
import { elementWriter } from './element';
import { numberOf, parseWorkbook, readWorkbookText, type ListItem, type WorkbookText } from './workbook-text';

/** What the file names a worksheet's rows that are printed on each page. */
export const PRINT_TITLES = '_xlnm.Print_Titles';
/** What the file names the hidden range behind a worksheet's filter. */
export const FILTER_RANGE = '_xlnm._FilterDatabase';

/** A defined name of a workbook. */
export interface DefinedName {
  readonly name: string;
  /** As programs show it, without "=". */
  readonly refersTo: string;
  /** The id (`SheetInfo`) of the sheet to which alone the name belongs; `null`: it belongs to the workbook. */
  readonly localSheet: string | null;
  readonly hidden: boolean;
}

/** The defined names of a workbook, in the order of the file. A name of a sheet that is not there is left out. */
export function definedNames(draft: PackageDraft, workbookPart: string): DefinedName[] {
  const workbook = readWorkbookText(draft, workbookPart);
  if (!workbook.list('definedNames')) return [];
  return namesIn(workbook, sheetIds(draft)).flatMap(({ name }) => (name ? [name] : []));
}

/** Adds a defined name, or replaces the one that is called so in the same place. */
export function setDefinedName(draft: PackageDraft, workbookPart: string, name: DefinedName): void {
  const sheets = sheetIds(draft);
  draft.edit(workbookPart, (text) => {
    const workbook = parseWorkbook(text, workbookPart);
    const index = name.localSheet === null ? undefined : sheets.indexOf(name.localSheet);
    if (index === -1) throw new RangeError(`no sheet ${name.localSheet}`);
    const list = workbook.list('definedNames');
    const write = elementWriter(list?.prefix ?? workbook.root.prefix);
    const xml = write(
      'definedName',
      { name: name.name, localSheetId: index, hidden: name.hidden ? 1 : undefined },
      escapeText(storedFormula(name.refersTo)),
    );
    const splices = new Splices(text);
    const before = namesIn(workbook, sheets).find(
      (other) => other.name?.localSheet === name.localSheet && sameName(other.name.name, name.name),
    );
    if (before) splices.replace(before.item.start, before.item.end, xml);
    else if (list) appendInside(splices, list, xml);
    else {
      insertChild(splices, workbook.root, WORKBOOK_ORDER, 'definedNames', write('definedNames', {}, xml));
    }
    return splices.result();
  });
}

/** Takes defined names away, and their list where none is left. */
export function removeDefinedNames(
  draft: PackageDraft,
  workbookPart: string,
  chosen: (name: DefinedName) => boolean,
): void {
  const sheets = sheetIds(draft);
  draft.edit(workbookPart, (text) => {
    const workbook = parseWorkbook(text, workbookPart);
    const list = workbook.list('definedNames');
    const gone = namesIn(workbook, sheets).filter(({ name }) => name !== null && chosen(name));
    if (!list || gone.length === 0) return text;
    const splices = new Splices(text);
    if (gone.length === list.items.length) splices.remove(list.start, list.end);
    else for (const { item } of gone) splices.remove(item.start, item.end);
    return splices.result();
  });
}

/** Names are the same whatever the case of their letters. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The ids of all sheets, in the order of their tabs. */
function sheetIds(draft: PackageDraft): string[] {
  return readWorkbookPart(draft).sheets.map(({ id }) => id);
}

/** `name` is `null` for what belongs to a sheet that is not there, and for what is no name. */
function namesIn(
  workbook: WorkbookText,
  sheets: readonly string[],
): { readonly item: ListItem; readonly name: DefinedName | null }[] {
  return (workbook.list('definedNames')?.items ?? []).map((item) => {
    const name = item.attributes.get('name')?.value;
    const isLocal = item.attributes.has('localSheetId');
    const localSheet = isLocal ? sheets[numberOf(item, 'localSheetId', -1)] : null;
    if (name === undefined || localSheet === undefined || item.name !== 'definedName') {
      return { item, name: null };
    }
    const hidden = isTrue(item.attributes.get('hidden')?.value);
    return { item, name: { name, refersTo: shownFormula(item.content), localSheet, hidden } };
  });
}
