import { Splices } from '../../xml/splices';
import { cellKey } from './note';
import { declaresPrefixes, emptyDrawing, NOTE_SHAPE_TYPE, noteShape } from './note-shape';
import type { NoteBox } from './note-box';
import { freeIds, withBlocks } from './shape-ids';

/** A note's shape to be drawn; 0-based. */
export interface ShapeToDraw {
  readonly row: number;
  readonly column: number;
  readonly box: NoteBox;
}

/**
 * Draws the boxes of notes into a legacy drawing.
 * @param text the drawing, or `null` for a new one
 * @param taken blocks of ids that other drawings of the package have
 * @returns `null` where the drawing is such that nothing can be added to it for sure
 */
export function withShapes(
  text: string | null,
  shapes: readonly ShapeToDraw[],
  taken: ReadonlySet<number>,
): string | null {
  const { ids, newBlocks } = freeIds(text ?? '', shapes.length, taken);
  const drawing = text === null ? emptyDrawing(newBlocks.join(',')) : withBlocks(text, newBlocks);
  const end = [...drawing.matchAll(/<\/xml\s*>/g)].pop()?.index;
  if (end === undefined || !declaresPrefixes(drawing)) return null;
  const type = hasNoteShapeType(drawing) ? '' : NOTE_SHAPE_TYPE;
  const added = shapes.map(({ row, column, box }, i) => noteShape(ids[i]!, row, column, box));
  return drawing.slice(0, end) + type + added.join('') + drawing.slice(end);
}

/**
 * Takes the boxes of notes out of a legacy drawing, whoever wrote it; shapes of other kinds stay.
 * @param cells keys of the notes' cells (`cellKey`)
 */
export function withoutShapes(text: string, cells: ReadonlySet<string>): string {
  const splices = new Splices(text);
  for (const { start, end } of shapesIn(text)) {
    const shape = text.slice(start, end);
    const row = /<(?:[\w.-]+:)?Row\s*>\s*(\d+)\s*</.exec(shape)?.[1];
    const column = /<(?:[\w.-]+:)?Column\s*>\s*(\d+)\s*</.exec(shape)?.[1];
    if (!/\sObjectType\s*=\s*["']Note["']/.test(shape)) continue;
    if (cells.has(cellKey(Number(row), Number(column)))) splices.remove(start, end);
  }
  if (!splices.any) return text;
  const left = splices.result();
  // The type of notes is of use to nobody now, if it is the one that came with ours.
  return /["']#_x0000_t202["']/.test(left) ? left : left.replace(NOTE_SHAPE_TYPE, '');
}

/** Whether a drawing holds nothing that could be seen: no shape of any kind. */
export function isBare(text: string): boolean {
  const rest = text
    .replace(/^[\u00ef\u00bb\u00bf\ufeff]+/, '')
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '')
    .replace(/<((?:[\w.-]+:)?(?:shapelayout|shapetype))(?=[\s/>])(?:[^>]*\/>|[\s\S]*?<\/\1\s*>)/g, '')
    .replace(/<\/?xml(?=[\s>])[^>]*>/g, '');
  return rest.trim() === '';
}

function hasNoteShapeType(text: string): boolean {
  return /<(?:[\w.-]+:)?shapetype\s[^>]*?\bid\s*=\s*["']_x0000_t202["']/.test(text);
}

/** Where the shapes lie. They do not nest; groups and rectangles are not looked for: notes are plain shapes. */
function shapesIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const opening = /<((?:[\w.-]+:)?)shape(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?>/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (match[0].endsWith('/>')) continue;
    const closing = `</${match[1]!}shape>`;
    const close = text.indexOf(closing, opening.lastIndex);
    if (close < 0) break;
    opening.lastIndex = close + closing.length;
    found.push({ start: match.index, end: opening.lastIndex });
  }
  return found;
}
