import type { Dressing } from '../../xlsx';
import type { MarkSeverity, SheetMarks } from '../port';
import { MARK_COLORS } from '../protocol/mark-colors';
import { markFormula, noteText } from '../protocol/mark-signature';

/** Error before warning: where marks meet, the worse one is seen. */
const WORST_FIRST: readonly MarkSeverity[] = ['error', 'warning', 'info'];

/** The marks of a worksheet as its file has them. */
export function toDressing({ cells, notes }: SheetMarks): Dressing {
  return {
    highlights: WORST_FIRST.map((severity) => ({
      ranges: cells[severity],
      formula: markFormula(severity).slice(1),
      fill: MARK_COLORS[severity],
    })),
    notes: notes.map(({ row, column, text }) => ({ row, column, text: noteText(text) })),
  };
}
