import type { Finding } from '../rules/support/finding';
import type { Rule } from '../rules/support/rule';
import { LAST_COLUMN } from '../sheet/address';

/**
 * One defect, one finding: where two rules found something in the same cell and one of them yields to the
 * other, only the other speaks. A rule that reported the same message for the same cell twice is heard once.
 */
export function settlePrecedence(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yields = new Map(rules.map((rule) => [rule.meta.id, new Set(rule.meta.yieldsTo ?? [])]));
  const byCell = new Map<number, Finding[]>();
  for (const finding of findings) {
    const key = finding.cell.row * (LAST_COLUMN + 1) + finding.cell.column;
    const here = byCell.get(key);
    if (here) here.push(finding);
    else byCell.set(key, [finding]);
  }
  const spoken: Finding[] = [];
  for (const here of byCell.values()) {
    for (const [i, finding] of here.entries()) {
      const silenced = here.some((other) => yields.get(finding.rule)?.has(other.rule));
      const repeated = here.slice(0, i).some((other) => saysTheSame(other, finding));
      if (!silenced && !repeated) spoken.push(finding);
    }
  }
  return spoken;
}

function saysTheSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.message === b.message && JSON.stringify(a.data) === JSON.stringify(b.data);
}
