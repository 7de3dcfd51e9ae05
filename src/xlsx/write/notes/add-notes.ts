import { LAST_COLUMN, LAST_ROW } from '../../../engine/sheet/address';
import type { PackageDraft } from '../../package/package-draft';
import { partKey } from '../../package/part-name';
import { encodeXml } from '../../xml/encode-xml';
import { insertChild, outline } from '../../xml/element-span';
import { escapeAttribute } from '../../xml/escape-xml';
import { Splices } from '../../xml/splices';
import { XmlScanner } from '../../xml/xml-scanner';
import { declaredNamespaces, namespacesOf } from '../namespaces';
import { WORKSHEET_ORDER } from '../schema-order';
import type { SheetText } from '../sheet-text';
import { emptyComments, withComments } from './comments-part';
import { cellKey, type NoteText } from './note';
import { noteBox } from './note-box';
import { noteGeometry } from './note-geometry';
import { findNoteParts, type NoteParts } from './note-parts';
import { occupiedCells } from './notes-in';
import { unlessDamaged } from '../../unless-damaged';
import { usedBlocks } from './shape-ids';
import { withShapes } from './vml-drawing';
import { readVml, writeVml } from './vml-text';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

export interface AddedNotes {
  /** The worksheet part without its cells, as it is to be now. */
  readonly frame: string;
  readonly written: number;
  /** Notes not written: their cell has one or a conversation already, or the sheet's notes are in no fit state. */
  readonly leftOut: number;
}

/**
 * Adds notes to a worksheet, hidden until somebody points at their cell. What is there stays as it is; a cell that has a
 * note or a conversation never gets a second one. Parts are changed in the draft, the worksheet's own part is not: its
 * new frame is returned.
 * @param sheet the worksheet part; of its cells the heights of the rows are read
 * @throws XlsxError 'corrupt' where the frame or the worksheet's relationships are malformed
 */
export function addNotes(
  draft: PackageDraft,
  sheetPart: string,
  sheet: Pick<SheetText, 'frame' | 'cells'>,
  notes: readonly NoteText[],
  author: string,
): AddedNotes {
  const { frame } = sheet;
  const nothing = { frame, written: 0, leftOut: notes.length };
  const parts = findNoteParts(draft, sheetPart, frame);
  const fitting = parts && unlessDamaged(null, () => fittingNotes(draft, sheetPart, notes));
  if (!parts || parts.drawingLost || !fitting || fitting.length === 0) return nothing;
  const prepared = unlessDamaged(null, () => prepare(draft, sheetPart, sheet, parts, fitting, author));
  if (!prepared) return nothing;
  return {
    frame: store(draft, sheetPart, frame, parts, prepared),
    written: fitting.length,
    leftOut: notes.length - fitting.length,
  };
}

/** The new contents of the two parts. */
interface Prepared {
  readonly comments: Uint8Array;
  readonly drawing: Uint8Array;
}

/** The first note for each free cell of a worksheet. */
function fittingNotes(draft: PackageDraft, sheetPart: string, notes: readonly NoteText[]): NoteText[] {
  const occupied = occupiedCells(draft, sheetPart);
  return notes.filter(({ row, column }) => {
    const key = cellKey(row, column);
    if (!isIndex(row, LAST_ROW) || !isIndex(column, LAST_COLUMN) || occupied.has(key)) return false;
    occupied.add(key);
    return true;
  });
}

function prepare(
  draft: PackageDraft,
  sheetPart: string,
  { frame, cells }: Pick<SheetText, 'frame' | 'cells'>,
  parts: NoteParts,
  notes: readonly NoteText[],
  author: string,
): Prepared | null {
  const { comments, drawing } = parts;
  const decoded = comments
    ? draft.xml(comments)
    : {
        text: emptyComments(namespacesOf(rootOf(frame, sheetPart)).main),
        encoding: 'utf-8',
        byteOrderMark: false,
      };
  const newComments = withComments(decoded.text, comments ?? '', notes, author);
  const vml = drawing ? readVml(draft.bytes(drawing)) : { text: null, unit: 1 as const, littleEndian: false };
  const taken = new Set(
    legacyDrawings(draft)
      .filter((part) => partKey(part) !== partKey(drawing ?? ''))
      .flatMap((part) => unlessDamaged([], () => draft.readOnce(part, readBlocks))),
  );
  const measured = noteGeometry(frame, sheetPart, cells);
  const shapes = notes.map((note) => ({ ...note, box: noteBox(note, measured) }));
  const newDrawing = withShapes(vml.text, shapes, taken);
  return newDrawing === null
    ? null
    : { comments: encodeXml(newComments, decoded), drawing: writeVml({ ...vml, text: newDrawing }) };
}

/** The legacy drawings of the package, whatever leads to them: those of headers, footers and controls too. */
function legacyDrawings(draft: PackageDraft): string[] {
  return draft.names().filter((name) => /\.vml$/i.test(name) || draft.contentType(name) === DRAWING_TYPE);
}

function readBlocks(draft: PackageDraft, part: string): number[] {
  return usedBlocks(readVml(draft.bytes(part)).text);
}

/** Puts the contents into the draft and returns the frame that names them. */
function store(
  draft: PackageDraft,
  sheetPart: string,
  frame: string,
  parts: NoteParts,
  prepared: Prepared,
): string {
  const { relationships } = namespacesOf(rootOf(frame, sheetPart));
  if (parts.comments) draft.replace(parts.comments, prepared.comments);
  else {
    const name = draft.freeName('xl/comments', '.xml');
    draft.add(name, prepared.comments, COMMENTS_TYPE);
    draft.addRelationship(sheetPart, `${relationships}/comments`, name);
  }
  if (parts.drawing) {
    draft.replace(parts.drawing, prepared.drawing);
    return frame;
  }
  const name = draft.freeName('xl/drawings/vmlDrawing', '.vml');
  draft.add(name, prepared.drawing, DRAWING_TYPE);
  const id = draft.addRelationship(sheetPart, `${relationships}/vmlDrawing`, name);
  return withLegacyDrawing(frame, sheetPart, id, relationships);
}

function withLegacyDrawing(frame: string, part: string, id: string, relationships: string): string {
  const scanner = rootOf(frame, part);
  const root = outline(scanner);
  const declared = declaredNamespaces(frame.slice(root.start, root.openEnd));
  const prefix = [...declared].find(([name, address]) => name !== '' && address === relationships)?.[0];
  const attribute =
    prefix === undefined
      ? `xmlns:r="${relationships}" r:id="${escapeAttribute(id)}"`
      : `${prefix}:id="${escapeAttribute(id)}"`;
  const splices = new Splices(frame);
  insertChild(splices, root, WORKSHEET_ORDER, 'legacyDrawing', `<${root.prefix}legacyDrawing ${attribute}/>`);
  return splices.result();
}

function rootOf(frame: string, part: string): XmlScanner {
  const scanner = new XmlScanner(frame, { part });
  scanner.root();
  return scanner;
}

function isIndex(index: number, last: number): boolean {
  return Number.isInteger(index) && index >= 0 && index <= last;
}
