import type { Indicator } from '../../annex/annex';
import type { TextCell } from '../../annex/values/text-cell';
import type { OperatorTrap } from '../../quantity';

/** Visits the target and the result of an indicator where their operators are written in suspicious characters. */
export function forEachTrappedCell(
  { target, result }: Indicator,
  visit: (cell: TextCell, traps: readonly OperatorTrap[]) => void,
): void {
  for (const cell of [target, result]) {
    if (!cell?.answered) continue;
    const traps = cell.statement.operatorTraps;
    if (traps.length > 0) visit(cell, traps);
  }
}
