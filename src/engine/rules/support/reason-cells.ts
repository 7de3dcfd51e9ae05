import type { NarrativeField, Project } from '../../annex/annex';
import { foldText } from '../../annex/text';
import type { TextCell } from '../../annex/values/text-cell';
import { isPrintedNote } from './printed-notes';
import { givesReason } from './reasons';

/** Where units explain themselves; the first one that the annex has is where the reason belongs. */
const REASONS: readonly NarrativeField[] = ['deviation', 'problems', 'remarks', 'rectification'];

/** Texts longer than this are no printed notes. Characters. */
const LONGEST_NOTE = 120;

/** The cells of a project that may give a reason, the place for it first; those of its indicators come last. */
export function reasonCells(project: Project): TextCell[] {
  const narrative = REASONS.flatMap((field) => project.narrative[field] ?? []);
  return [...narrative, ...project.indicators.flatMap((indicator) => indicator.deviation ?? [])];
}

/** Whether a cell of reasons says something of its own: more than 无, and more than the form's printed note. */
export function explains(cell: TextCell): boolean {
  return givesReason(cell) && (cell.text.length > LONGEST_NOTE || !isPrintedNote(foldText(cell.text)));
}
