import type { AnnexView } from '../../engine/annex/annex';
import type { CellPosition } from '../../engine/sheet/address';

/** The cells of money, rates, weights and scores, in projects and sums: "row,column" of their 0-based positions. */
export function figureCellsOf(annexes: readonly AnnexView[]): ReadonlySet<string> {
  const cells = new Set<string>();
  const add = (cell: CellPosition | null | undefined): void => {
    if (cell) cells.add(`${cell.row},${cell.column}`);
  };
  for (const { projects, totals } of annexes) {
    for (const { money, rate, scores, indicators } of projects) {
      for (const cell of Object.values(money)) add(cell);
      add(rate);
      for (const cell of Object.values(scores)) add(cell);
      for (const { weight, score } of indicators) {
        add(weight);
        add(score);
      }
    }
    for (const { money, rate } of totals) {
      for (const cell of Object.values(money)) add(cell);
      add(rate);
    }
  }
  return cells;
}
