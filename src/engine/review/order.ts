import type { Finding } from '../rule/finding';
import { SEVERITIES } from '../severity';

/** The order of findings: by row, then column, then severity. */
export function byPosition(a: Finding, b: Finding): number {
  return (
    a.cell.row - b.cell.row ||
    a.cell.column - b.cell.column ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
