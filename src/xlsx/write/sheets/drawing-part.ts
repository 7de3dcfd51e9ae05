import type { CellRange } from '../../../engine/sheet/address';
import { XML_DECLARATION } from '../../package/package-draft';
import { appendInside, outline, type ElementOutline } from '../../xml/element-span';
import { Splices } from '../../xml/splices';
import { XML_END_OF_INPUT, XML_START, XmlScanner } from '../../xml/xml-scanner';
import type { Namespaces } from '../namespaces';
import { elementWriter } from './element';

export const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

const ANCHORS = ['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'];

/** A chart as it stands on a worksheet. */
export interface ChartFrame {
  readonly name: string;
  /** Id of the drawing's relationship to the chart part. */
  readonly relationship: string;
  readonly at: CellRange;
}

/** A drawing part that holds nothing. */
export function emptyDrawing(namespaces: Namespaces): string {
  return (
    `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${namespaces.spreadsheetDrawing}" ` +
    `xmlns:a="${namespaces.drawing}"></xdr:wsDr>`
  );
}

/** What taking objects out of a drawing comes to. */
export interface Removed {
  readonly text: string;
  /** Ids of relationships that only what was taken out had used. */
  readonly relationships: ReadonlySet<string>;
  /** Whether nothing is left. */
  readonly empty: boolean;
}

/** Takes out of a drawing the objects of chosen names; everything else stays as it is. */
export function withoutFrames(text: string, isChosen: (name: string) => boolean): Removed {
  const splices = new Splices(text);
  const gone = new Set<string>();
  const kept = new Set<string>();
  let left = 0;
  for (const child of drawingRoot(text).children) {
    const xml = text.slice(child.start, child.end);
    const name = ANCHORS.includes(child.name) ? objectName(xml) : undefined;
    const ours = name !== undefined && isChosen(name);
    for (const id of relationshipIds(xml)) (ours ? gone : kept).add(id);
    if (ours) splices.remove(child.start, child.end);
    else left++;
  }
  for (const id of kept) gone.delete(id);
  return { text: splices.result(), relationships: gone, empty: left === 0 };
}

/** Puts charts on top of whatever a drawing holds. */
export function withFrames(text: string, frames: readonly ChartFrame[], namespaces: Namespaces): string {
  const root = drawingRoot(text);
  const splices = new Splices(text);
  let id = highestId(text);
  const xml = frames.map((frame) => frameXml(frame, (id += 1), root.prefix, namespaces)).join('');
  appendInside(splices, root, xml);
  return splices.result();
}

function drawingRoot(text: string): ElementOutline {
  const scanner = new XmlScanner(text);
  scanner.root('wsDr');
  return outline(scanner);
}

/** The name of an anchor's own object: the first that is named in it. */
function objectName(anchor: string): string | undefined {
  const scanner = new XmlScanner(anchor);
  for (let event = scanner.next(); event !== XML_END_OF_INPUT; event = scanner.next()) {
    if (event === XML_START && scanner.nameIs('cNvPr')) return scanner.attribute('name');
  }
  return undefined;
}

/** All attributes with a prefix: some of them are ids of relationships. */
function relationshipIds(xml: string): string[] {
  return [...xml.matchAll(/\s[\w.-]+:(?:id|embed|link|pict|dm|lo|qs|cs)\s*=\s*["']([^"']*)["']/g)].map(
    ([, id]) => id!,
  );
}

function highestId(text: string): number {
  let highest = 1;
  for (const [, id] of text.matchAll(/<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid\s*=\s*["'](\d{1,9})["']/g)) {
    highest = Math.max(highest, Number(id));
  }
  return highest;
}

/** The namespaces of what a drawing need not know are declared where they are used. */
function frameXml(
  { name, relationship, at }: ChartFrame,
  id: number,
  prefix: string,
  ns: Namespaces,
): string {
  const x = elementWriter(prefix);
  const corner = (element: string, column: number, row: number): string =>
    x(
      element,
      {},
      x('col', {}, String(column)) + x('colOff', {}, '0') + x('row', {}, String(row)) + x('rowOff', {}, '0'),
    );
  const a = elementWriter('a:');
  const chart = `<c:chart xmlns:c="${ns.chart}" xmlns:r="${ns.relationships}" r:id="${relationship}"/>`;
  return x(
    'twoCellAnchor',
    {},
    corner('from', at.firstColumn, at.firstRow) +
      corner('to', at.lastColumn + 1, at.lastRow + 1) +
      x(
        'graphicFrame',
        { macro: '' },
        x('nvGraphicFramePr', {}, x('cNvPr', { id, name }) + x('cNvGraphicFramePr')) +
          x(
            'xfrm',
            {},
            a('off', { 'xmlns:a': ns.drawing, x: 0, y: 0 }) +
              a('ext', { 'xmlns:a': ns.drawing, cx: 0, cy: 0 }),
          ) +
          a('graphic', { 'xmlns:a': ns.drawing }, a('graphicData', { uri: ns.chart }, chart)),
      ) +
      x('clientData'),
  );
}
