import { freeSheetName } from '../../../engine/sheet/sheet-name';
import type { WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import type { PackageDraft } from '../../package/package-draft';
import { readWorkbookPart } from '../../read/workbook-part';
import { numberInChain, removeFromCalcChain } from '../cells/calc-chain';
import { FILTER_RANGE, PRINT_TITLES, removeDefinedNames, sameName, setDefinedName } from './defined-names';
import { removeRelated } from './part-graph';
import { plannedSheetXml, type PlanStyles } from './planned-sheet';
import { quotedSheet } from './reference';
import { rewrittenSheet } from './rewritten-sheet';
import { putCharts, type ChartPlace } from './sheet-charts';
import { addSheet } from './workbook-sheets';
import { readWorkbookText } from './workbook-text';

/** How a worksheet and the charts of ours are known again. */
export interface OwnSheetMarks {
  /** A hidden name that belongs to the worksheet; `null`: it gets none. */
  readonly ownName: string | null;
  /** How the names of our charts begin, or what they are. */
  readonly chartName: ChartPlace['chartName'];
}

export interface WrittenSheet {
  readonly id: string;
  readonly name: string;
}

/** What a worksheet is related to that belongs to its cells, and goes with them. */
const OF_CELLS: readonly string[] = [
  'hyperlink',
  'table',
  'tableSingleCells',
  'queryTable',
  'pivotTable',
  'slicer',
  'timeline',
];

/**
 * Adds a worksheet that holds a plan, as the last one; its name gets a number where it is taken. The caller saves the
 * styles.
 */
export function insertPlannedSheet(
  draft: PackageDraft,
  workbookPart: string,
  plan: WorksheetPlan,
  styles: PlanStyles,
  marks: OwnSheetMarks,
): WrittenSheet {
  const { namespaces } = readWorkbookText(draft, workbookPart);
  const sheets = readWorkbookPart(draft).sheets;
  const name = freeSheetName(
    plan.name,
    sheets.map((sheet) => sheet.name),
  );
  const xml = plannedSheetXml(plan, styles, namespaces);
  const { part } = addSheet(draft, workbookPart, xml, { name });
  const { chartName } = marks;
  putCharts(draft, { workbookPart, sheetPart: part, sheetName: name, namespaces, chartName }, plan);
  putNames(draft, workbookPart, { id: part, name }, plan, marks);
  return { id: part, name };
}

/**
 * Makes a worksheet that is there hold a plan: it keeps its part, its name, its place among the tabs, its view and
 * what others drew on it. Whether it is protected is not asked. The caller saves the styles.
 * @returns `null` where there is no such worksheet
 */
export function rewritePlannedSheet(
  draft: PackageDraft,
  workbookPart: string,
  id: string,
  plan: WorksheetPlan,
  styles: PlanStyles,
  marks: OwnSheetMarks,
): WrittenSheet | null {
  const { sheets } = readWorkbookPart(draft);
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet || sheet.kind !== 'worksheet' || sheet.part === null || !draft.has(sheet.part)) return null;
  const { name, part } = sheet;
  const { namespaces } = readWorkbookText(draft, workbookPart);
  draft.edit(part, (text) => rewrittenSheet(text, plan, styles));
  removeRelated(draft, workbookPart, part, ({ kind }) => OF_CELLS.includes(kind));
  removeFromCalcChain(draft, workbookPart, numberInChain(sheets, sheet), 'all');
  const { chartName } = marks;
  putCharts(draft, { workbookPart, sheetPart: part, sheetName: name, namespaces, chartName }, plan);
  putNames(draft, workbookPart, { id, name }, plan, marks);
  return { id, name };
}

/** The hidden name by which the worksheet is known, and the rows printed on each page. */
function putNames(
  draft: PackageDraft,
  workbookPart: string,
  { id, name }: WrittenSheet,
  { print: { titleRows } }: WorksheetPlan,
  { ownName }: OwnSheetMarks,
): void {
  const sheet = quotedSheet(name);
  const old = titleRows ? [FILTER_RANGE] : [FILTER_RANGE, PRINT_TITLES];
  removeDefinedNames(
    draft,
    workbookPart,
    (one) => one.localSheet === id && old.some((gone) => sameName(gone, one.name)),
  );
  const own = { localSheet: id };
  if (ownName !== null) {
    setDefinedName(draft, workbookPart, { ...own, name: ownName, refersTo: `${sheet}!$A$1`, hidden: true });
  }
  if (!titleRows) return;
  const refersTo = `${sheet}!$${titleRows.first + 1}:$${titleRows.last + 1}`;
  setDefinedName(draft, workbookPart, { ...own, name: PRINT_TITLES, refersTo, hidden: false });
}
