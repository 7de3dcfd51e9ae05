import type { NoteBox } from './note-box';

const VML = 'urn:schemas-microsoft-com:vml';
const OFFICE = 'urn:schemas-microsoft-com:office:office';
const EXCEL = 'urn:schemas-microsoft-com:office:excel';

/** What has to be said on each shape because the drawing it goes into does not say it. */
export interface ShapeNamespaces {
  /** Declarations of those of our prefixes that the drawing does not bind as we mean them. */
  readonly ofShape: string;
  /** Takes elements without a prefix out of a namespace that the drawing gives them. */
  readonly ofPlain: string;
}

/** @param declared by the root of the drawing, by prefix */
export function shapeNamespaces(declared: ReadonlyMap<string, string>): ShapeNamespaces {
  const missing = Object.entries({ v: VML, o: OFFICE, x: EXCEL }).filter(
    ([prefix, address]) => declared.get(prefix) !== address,
  );
  return {
    ofShape: missing.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join(''),
    ofPlain: (declared.get('') ?? '') === '' ? '' : ' xmlns=""',
  };
}

/** The type of the shapes of notes; a drawing has it once. */
export function noteShapeType({ ofShape }: ShapeNamespaces): string {
  return (
    `<v:shapetype${ofShape} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  );
}

/** A legacy drawing without shapes whose shapes will have ids of the given blocks. */
export function emptyDrawing(blocks: string): string {
  return (
    `<xml xmlns:v="${VML}" xmlns:o="${OFFICE}" xmlns:x="${EXCEL}">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout></xml>`
  );
}

/** The box of a note, hidden until somebody points at the cell. Row and column are 0-based. */
export function noteShape(
  id: number,
  row: number,
  column: number,
  box: NoteBox,
  { ofShape, ofPlain }: ShapeNamespaces,
): string {
  const style =
    `position:absolute;margin-left:${box.left}pt;margin-top:${box.top}pt;` +
    `width:${box.width}pt;height:${box.height}pt;z-index:${id % 1024};visibility:hidden`;
  return (
    `<v:shape${ofShape} id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    `<v:textbox style="mso-direction-alt:auto"><div${ofPlain} style="text-align:left"></div></v:textbox>` +
    // Excel writes both where a box neither moves nor grows with its cells.
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${box.anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
