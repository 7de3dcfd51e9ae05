import type { Annex, Project } from '../../annex/annex';
import type { OperatorTrap } from '../../quantity';
import type { TextCell } from '../../annex/values/text-cell';
import { forEachIndicator } from './indicators';

/** Visits the targets and results whose operators are written in suspicious characters. */
export function forEachTrappedCell(
  annex: Annex,
  visit: (project: Project, cell: TextCell, traps: readonly OperatorTrap[]) => void,
): void {
  const look = (project: Project, cell: TextCell | null): void => {
    if (!cell?.answered) return;
    const traps = cell.statement.operatorTraps;
    if (traps.length > 0) visit(project, cell, traps);
  };
  forEachIndicator(annex, (project, { target, result }) => {
    look(project, target);
    look(project, result);
  });
}
