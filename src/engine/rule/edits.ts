import type { CellPosition } from '../sheet/address';
import type { CellValue } from '../sheet/cell-value';
import type { CellContent, Edit } from '../sheet/edit';
import { peopleNumber } from '../sheet/number-format';

/** A cell as the annex read it, with what it held then. */
interface ReadCell extends CellPosition {
  readonly raw: CellValue;
  readonly formula?: string | null;
  /** What stands before its number in the cell. */
  readonly label?: string;
}

/**
 * An edit of a cell that holds only while the cell is as it was read. A number is written as people write it, behind the
 * label where that stands in the cell.
 */
export function editOf(cell: ReadCell, after: CellContent, numberFormat?: string): Edit {
  const { row, column, raw, formula = null, label } = cell;
  return {
    row,
    column,
    after: label === undefined ? peopleContent(after) : behindLabel(label, raw, after),
    expectedBefore: { value: raw, formula },
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

/** What stands behind a number: "万元". */
const UNIT = /(?<=\d)\s*[^\d\s.,%]+$/;

function behindLabel(label: string, before: CellValue, content: CellContent): CellContent {
  const after = peopleContent(content);
  if (!('value' in after)) throw new Error('a formula would take the place of the label in its cell');
  if (after.value === null) return after;
  const unit = typeof after.value === 'number' && UNIT.exec(String(before))?.[0];
  return { value: `${label}${String(after.value)}${unit || ''}` };
}

function peopleContent(content: CellContent): CellContent {
  return 'value' in content && typeof content.value === 'number'
    ? { value: peopleNumber(content.value) }
    : content;
}
