import type { CellPosition } from '../sheet/address';
import type { Annex } from './annex';

type Placed = Pick<Annex, 'range'>;

/**
 * Which of the annexes of a worksheet a cell belongs to: the one in whose rows it stands, of several beside each other the
 * one in whose columns it stands too. An index; -1 where it stands in the rows of none.
 */
export function annexIndexAt(annexes: readonly Placed[], { row, column }: CellPosition): number {
  const inRows = ({ range }: Placed): boolean => row >= range.firstRow && row <= range.lastRow;
  const within = annexes.findIndex(
    (annex) => inRows(annex) && column >= annex.range.firstColumn && column <= annex.range.lastColumn,
  );
  return within >= 0 ? within : annexes.findIndex(inRows);
}
