import type { PackageDraft } from '../../package/package-draft';
import type { SheetInfo } from '../../read/workbook-part';
import { readWorkbookPart } from '../../read/workbook-part';
import { appendInside, insertChild } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { isTrue } from '../../xml/xml-boolean';
import { WORKBOOK_ORDER } from '../schema-order';
import { numberInChain, removeFromCalcChain } from '../cells/calc-chain';
import { definedNames } from './defined-names';
import { elementWriter, relationshipAttribute } from './element';
import { mentionsSheet } from './reference';
import { partKey } from '../../package/part-name';
import { reachableParts, removeRelated } from './part-graph';
import { isMentioned } from './sheet-mentions';
import { numberOf, parseWorkbook, readWorkbookText, setNumber, type WorkbookText } from './workbook-text';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** Excel numbers sheets up to here. */
const LAST_SHEET_ID = 65_534;

/** The defined names that belong to one sheet alone, by the sheet's id; sheets without such names are left out. */
export function namesOfSheets(
  draft: PackageDraft,
  workbookPart: string,
): ReadonlyMap<string, readonly string[]> {
  const bySheet = new Map<string, string[]>();
  for (const { name, localSheet } of definedNames(draft, workbookPart)) {
    if (localSheet === null) continue;
    const names = bySheet.get(localSheet);
    if (names) names.push(name);
    else bySheet.set(localSheet, [name]);
  }
  return bySheet;
}

/** Whether sheets of the workbook may not be added, removed or renamed. */
export function structureProtected(draft: PackageDraft, workbookPart: string): boolean {
  const scanner = draft.scan(workbookPart);
  scanner.root('workbook');
  while (scanner.nextChild(1)) {
    if (scanner.nameIs('workbookProtection')) return isTrue(scanner.attribute('lockStructure'));
  }
  return false;
}

/** Adds a worksheet as the last sheet; its part must hold no relationships yet. */
export function addSheet(
  draft: PackageDraft,
  workbookPart: string,
  xml: string,
  { name }: { readonly name: string },
): { readonly sheetId: string; readonly part: string } {
  const { namespaces } = readWorkbookText(draft, workbookPart);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const part = draft.freeName(`${folder}worksheets/sheet`, '.xml');
  draft.add(part, xml, WORKSHEET_TYPE);
  const relationship = draft.addRelationship(workbookPart, `${namespaces.relationships}/worksheet`, part);
  let sheetId = '';
  draft.edit(workbookPart, (text) => {
    const workbook = parseWorkbook(text, workbookPart);
    const list = workbook.list('sheets');
    sheetId = String(freeSheetId(workbook));
    const splices = new Splices(text);
    const write = elementWriter(list?.prefix ?? workbook.root.prefix);
    const element = write('sheet', { name, sheetId }).replace(
      /\/>$/,
      `${relationshipAttribute(workbook.rootTag, namespaces.relationships, relationship)}/>`,
    );
    if (!workbook.list('bookViews')) {
      // The views of worksheets name a view of the workbook, which then has to be there.
      const views = write('bookViews', {}, write('workbookView'));
      insertChild(splices, workbook.root, WORKBOOK_ORDER, 'bookViews', views);
    }
    if (list) appendInside(splices, list, element);
    else insertChild(splices, workbook.root, WORKBOOK_ORDER, 'sheets', write('sheets', {}, element));
    return splices.result();
  });
  return { sheetId, part };
}

/** One more than the highest; where that is the highest there can be, the first that is free. */
function freeSheetId(workbook: WorkbookText): number {
  const taken = new Set(workbook.list('sheets')?.items.map((item) => numberOf(item, 'sheetId', 0)));
  const next = Math.max(0, ...taken) + 1;
  if (next <= LAST_SHEET_ID) return next;
  let free = 1;
  while (taken.has(free)) free++;
  return free;
}

/**
 * Removes sheets, each with its names and with the parts that only it uses. A sheet stays where a formula, a name, a
 * chart or a pivot table of what stays speaks of it, and where it is the last one to be seen.
 * @returns the ids of those that were removed
 */
export function removeSheets(
  draft: PackageDraft,
  workbookPart: string,
  ids: readonly string[],
): readonly string[] {
  const removed: string[] = [];
  // One that another of them speaks of can go when that is gone.
  for (let before = -1; before < removed.length;) {
    before = removed.length;
    for (const id of ids) {
      if (!removed.includes(id) && removeSheet(draft, workbookPart, id)) removed.push(id);
    }
  }
  return removed;
}

/** As `removeSheets`, one. @returns whether it was removed */
export function removeSheet(draft: PackageDraft, workbookPart: string, id: string): boolean {
  const { sheets } = readWorkbookPart(draft);
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet || !sheets.some((one) => one !== sheet && one.state === 'visible')) return false;
  const names = definedNames(draft, workbookPart);
  const isNamed = names.some(
    ({ localSheet, refersTo }) => localSheet !== id && mentionsSheet(refersTo, sheet.name),
  );
  const own = new Set(sheet.part === null ? [] : [partKey(sheet.part)]);
  const others = reachableParts(draft, ['', workbookPart], own);
  if (isNamed || isMentioned(draft, others.values(), sheet.name)) return false;

  const items = readWorkbookText(draft, workbookPart).list('sheets')!.items.filter(isSheet);
  const item = items[sheet.index]!;
  const { relationship } = item;
  draft.edit(workbookPart, (text) => withoutSheet(parseWorkbook(text, workbookPart), sheets, sheet));
  const isShared = items.some((one) => one !== item && one.relationship === relationship);
  if (sheet.part !== null && !isShared) {
    removeRelated(draft, workbookPart, workbookPart, (one) => one.id === relationship);
  }
  removeFromCalcChain(draft, workbookPart, numberInChain(sheets, sheet), 'all');
  return true;
}

function isSheet({ name }: { readonly name: string }): boolean {
  return name === 'sheet';
}

function withoutSheet(workbook: WorkbookText, sheets: readonly SheetInfo[], sheet: SheetInfo): string {
  const splices = new Splices(workbook.text);
  const gone = workbook.list('sheets')!.items.filter(isSheet)[sheet.index]!;
  splices.remove(gone.start, gone.end);
  removeLocalNames(splices, workbook, sheet.index);
  const next = neighbour(sheets, sheet);
  const moved = (index: number): number => (index > sheet.index ? index - 1 : index);
  for (const view of workbook.list('bookViews')?.items ?? []) {
    const active = numberOf(view, 'activeTab', 0);
    const shown = moved(active === sheet.index ? next.index : active);
    if (shown !== active) setNumber(splices, view, 'activeTab', shown);
    const first = numberOf(view, 'firstSheet', 0);
    const leftmost = Math.min(moved(first), sheets.length - 2);
    if (leftmost !== first) setNumber(splices, view, 'firstSheet', leftmost);
  }
  // These know the sheet by its id.
  for (const view of workbook.list('customWorkbookViews')?.items ?? []) {
    const active = view.attributes.get('activeSheetId');
    if (active?.value === sheet.sheetId && /^\d+$/.test(next.sheetId)) {
      setNumber(splices, view, 'activeSheetId', Number(next.sheetId));
    }
  }
  return splices.result();
}

/** The names of a sheet go with it; those of the sheets behind it are counted anew. */
function removeLocalNames(splices: Splices, workbook: WorkbookText, index: number): void {
  const list = workbook.list('definedNames');
  const local = list?.items.filter((item) => item.attributes.has('localSheetId')) ?? [];
  const gone = local.filter((item) => numberOf(item, 'localSheetId', -1) === index);
  if (list && gone.length === list.items.length && gone.length > 0) {
    splices.remove(list.start, list.end);
    return;
  }
  for (const item of gone) splices.remove(item.start, item.end);
  for (const item of local) {
    const sheet = numberOf(item, 'localSheetId', -1);
    if (sheet > index) setNumber(splices, item, 'localSheetId', sheet - 1);
  }
}

/** The sheet that is shown when another goes: the next visible one, else the one before. */
function neighbour(sheets: readonly SheetInfo[], sheet: SheetInfo): SheetInfo {
  const visible = sheets.filter(({ state, index }) => state === 'visible' && index !== sheet.index);
  return visible.find(({ index }) => index > sheet.index) ?? visible.at(-1)!;
}
