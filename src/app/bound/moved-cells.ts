import type { CellPosition } from '../../engine/sheet/address';

/** Cells so many rows further down. */
export function moved<Cell extends CellPosition>(cells: readonly Cell[], down: number): Cell[] {
  return cells.map((cell) => ({ ...cell, row: cell.row + down }));
}
