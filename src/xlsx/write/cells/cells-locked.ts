import type { CellPosition } from '../../../engine/sheet/address';
import { toAddress } from '../../../engine/sheet/address';
import { LONGEST_QUOTED, shortened } from '../../../engine/sheet/shortened';

/**
 * Thrown where cells cannot be changed one by one, for they are parts of an array formula, of a range that a formula
 * spills into or of a what-if table. Nothing was changed.
 */
export class CellsLocked extends Error {
  override readonly name = 'CellsLocked';

  /** @param cells those that were to be changed, in the order of the sheet */
  constructor(readonly cells: readonly CellPosition[]) {
    // A formula may be over any number of cells, and only so many are read.
    const named = cells.slice(0, LONGEST_QUOTED).map(({ row, column }) => toAddress(row, column));
    super(`parts of a formula over many cells: ${shortened(named.join(', '))}`);
  }
}
