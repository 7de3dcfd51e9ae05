import type { CellPosition, CellRange } from '../../../engine/sheet/address';

/**
 * Those cells to be changed that lie in a range that one formula fills, unless all of the range is to be changed.
 * @param wanted 0-based columns by 0-based row
 */
export function lockedCells(
  filled: readonly CellRange[],
  wanted: ReadonlyMap<number, ReadonlySet<number>>,
): CellPosition[] {
  const locked = new Map<string, CellPosition>();
  for (const range of filled) {
    const inside: CellPosition[] = [];
    for (const [row, columns] of wanted) {
      if (row < range.firstRow || row > range.lastRow) continue;
      for (const column of columns) {
        if (column >= range.firstColumn && column <= range.lastColumn) inside.push({ row, column });
      }
    }
    const size = (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
    if (inside.length < size) for (const cell of inside) locked.set(`${cell.row},${cell.column}`, cell);
  }
  return [...locked.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
