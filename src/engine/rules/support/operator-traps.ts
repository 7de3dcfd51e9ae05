import type { Annex, Project } from '../../annex/annex';
import type { OperatorTrap } from '../../annex/quantity';
import type { TextCell } from '../../annex/values/text-cell';

/** Targets and results whose operators are written in suspicious characters. */
export function* trappedCells(annex: Annex): Iterable<{ readonly project: Project; readonly cell: TextCell; readonly traps: readonly OperatorTrap[] }> {
  for (const project of annex.projects) {
    for (const { target, result } of project.indicators) {
      for (const cell of [target, result]) {
        if (!cell?.answered) continue;
        const traps = cell.statement.operatorTraps;
        if (traps.length > 0) yield { project, cell, traps };
      }
    }
  }
}
