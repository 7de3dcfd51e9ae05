import type { CellPosition } from '../../../engine/sheet/address';
import type { PackageDraft } from '../../package/package-draft';
import { encodeXml } from '../../xml/encode-xml';
import { withoutComments } from './comments-part';
import { cellKey } from './note';
import { findNoteParts, type NoteParts } from './note-parts';
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
 * @throws XlsxError 'corrupt' where the frame or the worksheet's relationships are malformed
 */
export function removeNotes(
  draft: PackageDraft,
  sheetPart: string,
  frame: string,
  isOurs: (text: string, cell: CellPosition) => boolean,
): RemovedNotes {
  const parts = findNoteParts(draft, sheetPart, frame);
  const { comments } = parts ?? {};
  if (!parts || !comments) return { frame, removed: 0 };
  const found = unlessDamaged(null, () => {
    const decoded = draft.xml(comments);
    return { decoded, ...withoutComments(decoded.text, comments, (note) => isOurs(note.text, note)) };
  });
  if (!found || found.removed.length === 0) return { frame, removed: 0 };
  if (found.left > 0) draft.replace(comments, encodeXml(found.text, found.decoded));
  else removeRelated(draft, sheetPart, 'comments', comments);
  const cells = new Set(found.removed.map(({ row, column }) => cellKey(row, column)));
  return {
    frame: withoutBoxes(draft, sheetPart, frame, parts, cells, found.left),
    removed: found.removed.length,
  };
}

function withoutBoxes(
  draft: PackageDraft,
  sheetPart: string,
  frame: string,
  { drawing, drawingElement }: NoteParts,
  cells: ReadonlySet<string>,
  notesLeft: number,
): string {
  if (!drawing || !drawingElement) return frame;
  const vml = readVml(draft.bytes(drawing));
  const text = withoutShapes(vml.text, cells);
  if (notesLeft > 0 || !isBare(text)) {
    if (text !== vml.text) draft.replace(drawing, writeVml({ ...vml, text }));
    return frame;
  }
  removeRelated(draft, sheetPart, 'vmlDrawing', drawing);
  return frame.slice(0, drawingElement.start) + frame.slice(drawingElement.end);
}

/** Takes away a part of a worksheet and what relates the worksheet to it. */
function removeRelated(draft: PackageDraft, sheetPart: string, wanted: string, part: string): void {
  draft.removeRelationships(sheetPart, ({ kind, target }) => kind === wanted && target === part);
  draft.remove(part);
}
