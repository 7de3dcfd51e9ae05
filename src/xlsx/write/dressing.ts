import type { CellRange } from '../../engine/sheet/address';
import type { PackageDraft } from '../package/package-draft';
import { relationshipsPartOf } from '../package/part-name';
import {
  highlightsIn,
  priorityShift,
  shiftPivotPriorities,
  withHighlights,
  type FoundHighlight,
} from './highlights';
import { addNotes, notesIn, type FoundNote, type NoteText } from './notes';
import { joinSheet, splitSheet } from './sheet-text';
import type { Signature } from './signature';
import { StyleSheet } from './styles/style-sheet';
import { cleanSheet } from './without-traces';

/** A conditional format by a constant formula, to be laid over cells. */
export interface HighlightPlan {
  readonly ranges: readonly CellRange[];
  /** Without "=". */
  readonly formula: string;
  /** "#RRGGBB". */
  readonly fill: string;
}

/** What is laid over a worksheet: highlights, the one with the highest priority first, and notes. */
export interface Dressing {
  readonly highlights: readonly HighlightPlan[];
  readonly notes: readonly NoteText[];
}

/** What of ours a worksheet has. */
export interface Traces {
  readonly highlights: readonly FoundHighlight[];
  readonly notes: readonly FoundNote[];
}

/** Kinds of related parts that a dressing changes, or makes. */
const CHANGED_KINDS: readonly string[] = ['comments', 'vmlDrawing', 'pivotTable'];

/** Lays highlights and notes over a worksheet part that has none of ours. */
export function dressSheet(
  draft: PackageDraft,
  workbookPart: string,
  part: string,
  { highlights, notes }: Dressing,
  { author }: Pick<Signature, 'author'>,
): { readonly notes: number; readonly notesLeftOut: number } {
  const styles = StyleSheet.open(draft, workbookPart);
  const rules = highlights
    .filter(({ ranges }) => ranges.length > 0)
    .map(({ ranges, formula, fill }) => ({ ranges, formula, dxf: styles.highlight(fill) }));
  styles.save();
  const sheet = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  shiftPivotPriorities(draft, part, priorityShift(sheet.frame, part, rules));
  const noted = addNotes(
    draft,
    part,
    { ...sheet, frame: withHighlights(sheet.frame, part, rules) },
    notes,
    author,
  );
  draft.replace(part, joinSheet({ ...sheet, frame: noted.frame }));
  return { notes: noted.written, notesLeftOut: noted.leftOut };
}

/** Makes a worksheet part, and what it relates to, what they are in the workbook without anything of ours. */
export function undressSheet(
  plain: PackageDraft,
  dressed: PackageDraft,
  part: string,
  signature: Signature,
): void {
  if (!plain.has(part)) {
    cleanSheet(dressed, part, signature);
    return;
  }
  const related = [...dressed.relationships(part), ...plain.relationships(part)].filter(
    ({ kind, external }) => CHANGED_KINDS.includes(kind) && !external,
  );
  for (const name of new Set(related.map(({ target }) => target))) {
    if (plain.has(name)) dressed.takeFrom(plain, name);
    else if (dressed.has(name)) dressed.remove(name);
  }
  const relationships = relationshipsPartOf(part);
  if (plain.has(relationships)) dressed.takeFrom(plain, relationships);
  else dressed.removeRelationships(part, () => true);
  dressed.takeFrom(plain, part);
}

/** Our highlights and notes on a worksheet part. */
export function tracesOf(draft: PackageDraft, part: string, signature: Signature): Traces {
  const { frame } = splitSheet(draft.bytes(part), part, draft.limits.maxDepth);
  return {
    highlights: highlightsIn(frame, part).filter(({ formula }) => signature.isHighlight(formula)),
    notes: notesIn(draft, part).filter(({ text }) => signature.isNote(text)),
  };
}
