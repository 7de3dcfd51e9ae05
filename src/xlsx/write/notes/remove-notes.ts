import type { CellPosition } from '../../../engine/sheet/address';
import type { PackageDraft } from '../../package/package-draft';
import { encodeXml } from '../../xml/encode-xml';
import { withoutComments } from './comments-part';
import { cellKey } from './note';
import { findNoteParts, type IsShared, type NoteParts } from './note-parts';
import { notesIn } from './notes-in';
import { unlessDamaged } from '../../unless-damaged';
import { isBare, withoutShapes } from './vml-drawing';
import { readVml, writeVml } from './vml-text';

export interface RemovedNotes {
  /** The worksheet part without its cells, as it is to be now. */
  readonly frame: string;
  readonly removed: number;
}

/**
 * Takes notes off a worksheet with their boxes, and the parts that are empty then. All others stay, form controls in the
 * same drawing too. Parts are changed in the draft, the worksheet's own part is not: its new frame is returned. Nothing
 * is changed where the sheet's notes are in no fit state.
 * @param frame the worksheet part without its cells
 * @param isOurs told by the whole text of a note, lines ending with "\n", and by its cell
 * @param isShared see `findNoteParts`; absent: asked for when it is needed
 * @throws XlsxError 'corrupt' where the frame or the worksheet's relationships are malformed, and nothing is changed
 */
export function removeNotes(
  draft: PackageDraft,
  sheetPart: string,
  frame: string,
  isOurs: (text: string, cell: CellPosition) => boolean,
  isShared?: IsShared,
): RemovedNotes {
  const nothing = { frame, removed: 0 };
  // Most worksheets have none, and to find the parts of their notes is more work than to look.
  if (!notesIn(draft, sheetPart).some((note) => isOurs(note.text, note))) return nothing;
  const parts = findNoteParts(draft, sheetPart, frame, isShared);
  const { comments } = parts ?? {};
  if (!parts || !comments) return nothing;
  const found = unlessDamaged(null, () => {
    const decoded = draft.xml(comments);
    const left = withoutComments(decoded.text, comments, (note) => isOurs(note.text, note));
    const cells = new Set(left.removed.map(({ row, column }) => cellKey(row, column)));
    return { decoded, ...left, drawing: withoutBoxes(draft, parts, cells, left.left) };
  });
  if (!found || found.removed.length === 0) return nothing;
  if (found.left > 0) draft.replace(comments, encodeXml(found.text, found.decoded));
  else removeRelated(draft, sheetPart, 'comments', comments);
  const { drawing, drawingElement } = parts;
  const removed = found.removed.length;
  if (!drawing || !drawingElement || found.drawing === 'same') return { frame, removed };
  if (found.drawing !== 'bare') {
    draft.replace(drawing, found.drawing);
    return { frame, removed };
  }
  removeRelated(draft, sheetPart, 'vmlDrawing', drawing);
  return { frame: frame.slice(0, drawingElement.start) + frame.slice(drawingElement.end), removed };
}

/** What the drawing becomes; "bare" where nothing is left that could be seen, nor any note. */
function withoutBoxes(
  draft: PackageDraft,
  { drawing }: NoteParts,
  cells: ReadonlySet<string>,
  notesLeft: number,
): Uint8Array | 'same' | 'bare' {
  if (!drawing) return 'same';
  const vml = readVml(draft.bytes(drawing));
  const text = withoutShapes(vml.text, cells);
  if (notesLeft === 0 && isBare(text)) return 'bare';
  return text === vml.text ? 'same' : writeVml({ ...vml, text });
}

/** Takes away a part of a worksheet and what relates the worksheet to it. */
function removeRelated(draft: PackageDraft, sheetPart: string, wanted: string, part: string): void {
  draft.removeRelationships(sheetPart, ({ kind, target }) => kind === wanted && target === part);
  draft.remove(part);
}
