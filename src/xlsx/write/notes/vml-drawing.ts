import { Splices } from '../../xml/splices';
import { cellKey } from './note';
import { emptyDrawing, noteShape, noteShapeType, shapeNamespaces } from './note-shape';
import type { NoteBox } from './note-box';
import { freeIds, withBlocks } from './shape-ids';
import { attributeOf, localName, rootOf, tagsOf, type VmlTag } from './vml-tags';

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
  const root = rootOf(drawing, tagsOf(drawing));
  if (!root) return null;
  const namespaces = shapeNamespaces(root.namespaces);
  const type = hasNoteShapeType(drawing) ? '' : noteShapeType(namespaces);
  const added = shapes.map(({ row, column, box }, i) => noteShape(ids[i]!, row, column, box, namespaces));
  const content = type + added.join('');
  const { open, close, name } = root;
  if (close) return drawing.slice(0, close.start) + content + drawing.slice(close.start);
  const slash = drawing.lastIndexOf('/', open.end);
  return `${drawing.slice(0, slash)}>${content}</${name}>${drawing.slice(open.end)}`;
}

/**
 * Takes the boxes of notes out of a legacy drawing, whoever wrote it; shapes of other kinds stay.
 * @param cells keys of the notes' cells (`cellKey`)
 */
export function withoutShapes(text: string, cells: ReadonlySet<string>): string {
  const splices = new Splices(text);
  for (const { start, end, isNote, row, column } of shapesIn(text)) {
    if (isNote && cells.has(cellKey(row, column))) splices.remove(start, end);
  }
  if (!splices.any) return text;
  const left = splices.result();
  // The type of notes is of use to nobody now, if it is the one that came with ours.
  if (/["']#_x0000_t202["']/.test(left)) return left;
  const root = rootOf(left, tagsOf(left));
  return root ? left.replace(noteShapeType(shapeNamespaces(root.namespaces)), '') : left;
}

/** Whether a drawing holds nothing that could be seen: no shape of any kind. */
export function isBare(text: string): boolean {
  const tags = tagsOf(text);
  const root = rootOf(text, tags);
  if (!root?.close) return false;
  /** The end of what was passed over last. */
  let done = root.open.end;
  for (let i = 1; i < tags.length - 1; i++) {
    const tag = tags[i]!;
    if (!UNSEEN.includes(localName(tag.name)) || tag.kind === 'end') return false;
    if (!isBlank(text.slice(done, tag.start))) return false;
    if (tag.kind === 'start') i = endOf(tags, i);
    done = tags[i]?.end ?? text.length;
  }
  return isBlank(text.slice(done, root.close.start));
}

const UNSEEN: readonly string[] = ['shapelayout', 'shapetype'];

function isBlank(text: string): boolean {
  return text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '').trim() === '';
}

function hasNoteShapeType(text: string): boolean {
  return tagsOf(text).some(
    (tag) => localName(tag.name) === 'shapetype' && attributeOf(text, tag, 'id')?.value === '_x0000_t202',
  );
}

interface FoundShape {
  readonly start: number;
  readonly end: number;
  readonly isNote: boolean;
  readonly row: number;
  readonly column: number;
}

/** The shapes and what they say of notes. Groups and rectangles are not looked for: notes are plain shapes. */
function shapesIn(text: string): FoundShape[] {
  const tags = tagsOf(text);
  const found: FoundShape[] = [];
  for (let i = 0; i < tags.length; i++) {
    const open = tags[i]!;
    if (open.kind !== 'start' || localName(open.name) !== 'shape') continue;
    const last = endOf(tags, i);
    if (last >= tags.length) break;
    const inside = tags.slice(i + 1, last);
    const numberIn = (name: string): number => {
      const tag = inside.find((one) => one.kind === 'start' && localName(one.name) === name);
      const number = tag && /^\s*(\d+)\s*</.exec(text.slice(tag.end, tag.end + 40))?.[1];
      return number === undefined ? NaN : Number(number);
    };
    const isNote = inside.some(
      (tag) => localName(tag.name) === 'ClientData' && attributeOf(text, tag, 'ObjectType')?.value === 'Note',
    );
    const { end } = tags[last]!;
    found.push({ start: open.start, end, isNote, row: numberIn('Row'), column: numberIn('Column') });
    i = last;
  }
  return found;
}

/** The index of the tag that ends an element; beyond the last where nothing does. */
function endOf(tags: readonly VmlTag[], start: number): number {
  const { name } = tags[start]!;
  let depth = 0;
  for (let i = start; i < tags.length; i++) {
    if (tags[i]!.name !== name) continue;
    if (tags[i]!.kind === 'start') depth++;
    else if (tags[i]!.kind === 'end') depth--;
    if (depth === 0) return i;
  }
  return tags.length;
}
