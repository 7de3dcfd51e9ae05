import type { CellContent, Edit } from '../../engine/sheet/edit';
import { isUnknown } from '../../engine/sheet/cell-value';
import { HostError } from '../port';

/** What Excel and WPS hold at most in a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;

/**
 * Refuses edits that no cell of a file can hold, before anything is tried.
 * @throws HostError `unwritable`, naming the cells
 */
export function mustFitCells(edits: readonly Edit[], sheet: string): void {
  const refused = edits.flatMap(({ row, column, after }) => {
    const because = hindrance(after);
    return because === null ? [] : [{ row, column, because }];
  });
  const [first] = refused;
  if (!first) return;
  const cells = refused.map(({ row, column }) => ({ row, column }));
  throw new HostError('unwritable', first.because, { sheet, cells, write: 'not-tried' });
}

function hindrance(content: CellContent): string | null {
  if ('formula' in content) {
    const { length } = content.formula.replace(/^=/, '');
    return length > LONGEST_FORMULA ? `a formula of ${length} characters, over ${LONGEST_FORMULA}` : null;
  }
  const { value } = content;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value} is no number for a cell`;
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    return `a text of ${value.length} characters, over ${LONGEST_TEXT}`;
  return isUnknown(value) ? 'what is not known cannot be written' : null;
}
