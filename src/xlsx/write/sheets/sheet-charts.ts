import type { WorksheetPlan } from '../../../engine/sheet/sheet-plan';
import type { PackageDraft } from '../../package/package-draft';
import type { Relationship } from '../../package/relationships';
import { insertChild, outline, span } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import type { Namespaces } from '../namespaces';
import { WORKSHEET_ORDER } from '../schema-order';
import { CHART_TYPE, chartXml } from './chart-part';
import { DRAWING_TYPE, emptyDrawing, withFrames, withoutFrames } from './drawing-part';
import { relationshipAttribute } from './element';
import { removeRelated } from './part-graph';

/** Where the charts of a plan go. */
export interface ChartPlace {
  readonly workbookPart: string;
  readonly sheetPart: string;
  readonly sheetName: string;
  readonly namespaces: Namespaces;
  /** How the names of our charts begin, where a number follows; or what they are. */
  readonly chartName: string | ChartNames;
}

/** The names of charts that do not all begin in one way. */
export interface ChartNames {
  /** Whether a chart that is there gives way. */
  replaces(name: string): boolean;
  /** What a chart of the plan is called, by its index. */
  nameOf(index: number): string;
}

/** Gives a worksheet the charts of a plan in place of those of ours that are there; what others drew stays. */
export function putCharts(draft: PackageDraft, place: ChartPlace, plan: WorksheetPlan): void {
  removeCharts(draft, place);
  if (plan.charts.length === 0) return;
  const { namespaces, sheetPart, sheetName } = place;
  const { nameOf } = chartNames(place);
  const folder = sheetPart.slice(0, sheetPart.lastIndexOf('/') + 1).replace(/[^/]+\/$/, '');
  const drawing = drawingOf(draft, sheetPart)?.target ?? addDrawing(draft, place, folder);
  const frames = plan.charts.map((chart, index) => {
    const part = draft.freeName(`${folder}charts/chart`, '.xml');
    draft.add(part, chartXml(chart, plan, sheetName, namespaces), CHART_TYPE);
    const relationship = draft.addRelationship(drawing, `${namespaces.relationships}/chart`, part);
    return { name: nameOf(index), relationship, at: chart.at };
  });
  draft.edit(drawing, (text) => withFrames(text, frames, namespaces));
}

function chartNames({ chartName }: ChartPlace): ChartNames {
  if (typeof chartName !== 'string') return chartName;
  return {
    replaces: (name) => name.startsWith(chartName),
    nameOf: (index) => `${chartName}${index + 1}`,
  };
}

function removeCharts(draft: PackageDraft, place: ChartPlace): void {
  const { workbookPart, sheetPart } = place;
  const { replaces } = chartNames(place);
  const drawing = drawingOf(draft, sheetPart);
  if (!drawing) return;
  const before = draft.xml(drawing.target).text;
  const { text, relationships, empty } = withoutFrames(before, replaces);
  if (text === before) return;
  draft.edit(drawing.target, () => text);
  removeRelated(draft, workbookPart, drawing.target, ({ id }) => relationships.has(id));
  if (!empty) return;
  draft.edit(sheetPart, (sheet) => {
    const scanner = new XmlScanner(sheet, { part: sheetPart });
    scanner.root('worksheet');
    const splices = new Splices(sheet);
    while (scanner.nextChild(1)) {
      if (!scanner.nameIs('drawing')) continue;
      const { start } = scanner;
      splices.remove(start, span(scanner).end);
    }
    return splices.result();
  });
  removeRelated(draft, workbookPart, sheetPart, ({ id }) => id === drawing.id);
}

/** The drawing that the worksheet shows, whatever else it is related to. */
function drawingOf(draft: PackageDraft, sheetPart: string): Relationship | undefined {
  const scanner = draft.scan(sheetPart);
  scanner.root('worksheet');
  let id: string | undefined;
  while (scanner.nextChild(1)) if (scanner.nameIs('drawing')) id = scanner.prefixedAttribute('id');
  return draft
    .relationships(sheetPart)
    .find((one) => one.kind === 'drawing' && one.id === id && !one.external && draft.has(one.target));
}

/** @returns the name of the part */
function addDrawing(draft: PackageDraft, { namespaces, sheetPart }: ChartPlace, folder: string): string {
  const part = draft.freeName(`${folder}drawings/drawing`, '.xml');
  draft.add(part, emptyDrawing(namespaces), DRAWING_TYPE);
  const id = draft.addRelationship(sheetPart, `${namespaces.relationships}/drawing`, part);
  draft.edit(sheetPart, (text) => {
    const scanner = new XmlScanner(text, { part: sheetPart });
    scanner.root('worksheet');
    const root = outline(scanner);
    const attribute = relationshipAttribute(
      text.slice(root.start, root.openEnd),
      namespaces.relationships,
      id,
    );
    const splices = new Splices(text);
    insertChild(splices, root, WORKSHEET_ORDER, 'drawing', `<${root.prefix}drawing${attribute}/>`);
    return splices.result();
  });
  return part;
}
