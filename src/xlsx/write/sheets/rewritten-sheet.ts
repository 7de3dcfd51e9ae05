import type { WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import { editAttributes } from '../../xml/edit-attributes';
import { outline, type ElementSpan } from '../../xml/element-span';
import { XmlScanner } from '../../xml/xml-scanner';
import { WORKSHEET_ORDER } from '../schema-order';
import { elementWriter, type WriteElement } from './element';
import { pageSetup, plannedParts, type PlanStyles } from './planned-sheet';
import { refrozenViews } from './sheet-view';

/**
 * Children of a worksheet that stay when its cells are written anew: what is the user's and not bound to a row. Notes
 * and drawn objects stay too: a note beside another row than it was meant for can be moved, one that is gone cannot be
 * brought back.
 */
const KEPT: readonly string[] = [
  'sheetProtection',
  'customSheetViews',
  'printOptions',
  'pageMargins',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
];

/**
 * The text of a worksheet part with a plan in place of its cells and of all that belongs to cells: formats, merges,
 * conditional formats, drop-downs, links, filters, tables. Colour of the tab, view, protection, margins, header and
 * footer, notes and drawn objects stay.
 */
export function rewrittenSheet(text: string, plan: WorksheetPlan, styles: PlanStyles): string {
  const scanner = new XmlScanner(text);
  scanner.root('worksheet');
  const root = outline(scanner);
  const write = elementWriter(root.prefix);
  const parts = new Map(plannedParts(plan, styles, root.prefix));
  const unordered: string[] = [];
  for (const child of root.children) {
    const xml = text.slice(child.start, child.end);
    if (child.name === 'rowBreaks' && plan.print.breaks) continue;
    if (KEPT.includes(child.name)) parts.set(child.name, xml);
    // Controls and embedded objects stand in such a choice, with the older form as fallback.
    else if (child.name === 'AlternateContent') unordered.push(xml);
    else if (child.name === 'sheetPr') parts.set('sheetPr', sheetProperties(write, child, text, plan));
    else if (child.name === 'sheetViews') parts.set('sheetViews', refrozenViews(write, xml, plan.freeze));
    else if (child.name === 'pageSetup') parts.set('pageSetup', editAttributes(xml, pageChanges(plan)));
  }
  const content = WORKSHEET_ORDER.map(
    (name) => (name === 'controls' ? unordered.join('') : '') + (parts.get(name) ?? ''),
  ).join('');
  const tag = text.slice(root.start, root.openEnd).replace(/\s*\/>$/, '>');
  return `${text.slice(0, root.start)}${tag}${content}</${root.prefix}worksheet>`;
}

/** The printer and whatever else the page was set up with stay; what would say otherwise than the plan goes. */
function pageChanges({ print }: WorksheetPlan): Readonly<Record<string, string | null>> {
  return {
    ...pageSetup(print),
    paperWidth: null,
    paperHeight: null,
    ...(print.fitToWidth && { scale: null }),
  };
}

/** Colour and outline stay; a filter that has hidden rows does not. */
function sheetProperties(
  write: WriteElement,
  old: ElementSpan,
  text: string,
  { print }: WorksheetPlan,
): string {
  const xml = text.slice(old.start, old.end);
  const scanner = new XmlScanner(xml);
  scanner.root();
  const { children, openEnd } = outline(scanner);
  const child = (name: string): string => {
    const found = children.find((one) => one.name === name);
    return found ? xml.slice(found.start, found.end) : '';
  };
  const page = child('pageSetUpPr') || write('pageSetUpPr');
  const fitting = editAttributes(page, { fitToPage: print.fitToWidth ? '1' : null });
  const content = child('tabColor') + child('outlinePr') + fitting;
  const tag = editAttributes(xml.slice(0, openEnd), { filterMode: null }).replace(/\s*\/?>$/, '');
  return content === '' ? `${tag}/>` : `${tag}>${content}</${old.prefix}sheetPr>`;
}
