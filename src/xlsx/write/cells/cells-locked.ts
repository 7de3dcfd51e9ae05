import type { CellPosition } from '../../../engine/sheet/address';
import { toAddress } from '../../../engine/sheet/address';

/**
 * Thrown where cells cannot be changed one by one, for they are parts of an array formula, of a range that a formula
 * spills into or of a what-if table. Nothing was changed.
 */
export class CellsLocked extends Error {
  override readonly name = 'CellsLocked';

  /** @param cells those that were to be changed, in the order of the sheet */
  constructor(readonly cells: readonly CellPosition[]) {
    super(
      `parts of a formula over many cells: ${cells.map(({ row, column }) => toAddress(row, column)).join(', ')}`,
    );
  }
}
