import { sameCellValue } from '../engine/sheet/cell-value';
import type { Edit } from '../engine/sheet/edit';
import type { StoredContent } from './state/state-document';

type Content = Pick<StoredContent, 'value' | 'formula'>;

/**
 * Whether a cell holds what it should. A formula is known by its text: its value changes with other cells.
 * Hosts do not tell an empty text from a blank cell.
 */
export function holds(now: Content, expected: Content): boolean {
  if (expected.formula !== null) return sameFormula(now.formula, expected.formula);
  return now.formula === null && sameCellValue(now.value, expected.value);
}

function sameFormula(now: string | null, expected: string): boolean {
  return now !== null && plain(now) === plain(expected);
}

/** Hosts write formulas anew: spaces and capital letters are theirs, but for the texts in it. */
function plain(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : part.replace(/\s+/g, '').toUpperCase(),
  );
}

/** What a cell will hold after an edit, as far as it is known before: the value of a formula is not. */
export function contentAfter(edit: Edit, formatBefore: string): StoredContent {
  const formula = 'formula' in edit.after ? edit.after.formula : null;
  const value = 'formula' in edit.after ? null : edit.after.value;
  return { value, formula, numberFormat: formatAfter(edit, formatBefore) };
}

/** The number format that an edit leaves: hosts take "@" away from numbers and formulas (see `SpreadsheetHost`). */
export function formatAfter({ after, numberFormat }: Edit, before: string): string {
  if (numberFormat !== undefined) return numberFormat;
  const text = 'value' in after && (typeof after.value === 'string' || after.value === null);
  return before === '@' && !text ? 'General' : before;
}
