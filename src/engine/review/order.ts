import type { Finding } from '../rule/finding';
import { compareSeverities } from '../severity';

/** The order of findings: by row, then column, then severity. */
export function byPosition(a: Finding, b: Finding): number {
  return (
    a.cell.row - b.cell.row || a.cell.column - b.cell.column || compareSeverities(a.severity, b.severity)
  );
}
