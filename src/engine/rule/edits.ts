import type { CellPosition } from '../sheet/address';
import type { CellValue } from '../sheet/cell-value';
import type { CellContent, Edit } from '../sheet/edit';
import { peopleNumber } from '../sheet/number-format';

/** A cell as the annex read it, with what it held then. */
interface ReadCell extends CellPosition {
  readonly raw: CellValue;
  readonly formula?: string | null;
}

/** An edit of a cell that holds only while the cell is as it was read. A number is written as people write it. */
export function editOf(cell: ReadCell, after: CellContent, numberFormat?: string): Edit {
  const { row, column, raw, formula = null } = cell;
  return {
    row,
    column,
    after: peopleContent(after),
    expectedBefore: { value: raw, formula },
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

function peopleContent(content: CellContent): CellContent {
  return 'value' in content && typeof content.value === 'number'
    ? { value: peopleNumber(content.value) }
    : content;
}
