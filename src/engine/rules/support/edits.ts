import type { CellPosition } from '../../sheet/address';
import type { CellValue } from '../../sheet/cell-value';
import type { CellContent, Edit } from '../../sheet/edit';

/** A cell as the annex read it, with what it held then. */
interface ReadCell extends CellPosition {
  readonly raw: CellValue;
  readonly formula?: string | null;
}

/** An edit of a cell that holds only while the cell is as it was read. */
export function editOf(cell: ReadCell, after: CellContent, numberFormat?: string): Edit {
  const { row, column, raw, formula = null } = cell;
  return {
    row,
    column,
    after,
    expectedBefore: { value: raw, formula },
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}
