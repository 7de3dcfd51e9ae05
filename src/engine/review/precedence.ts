import type { Finding } from '../rule/finding';
import type { Rule } from '../rule/rule';
import { LAST_COLUMN, type CellPosition } from '../sheet/address';

/**
 * One defect, one finding: where two rules found something in the same cell and one of them yields to the
 * other, only the other speaks; so it is where a rule yields to what was found in a cell its finding relates to.
 * A note silences no more than notes. A rule that reported the same message for the same cell twice is heard once.
 */
export function settlePrecedence(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  if (findings.length === 0) return [];
  const { atCell: yields, atRelated: yieldsAtRelated } = yieldsIn(rules);
  const byCell = groupByCell(findings);
  const spoken: Finding[] = [];
  for (const here of byCell.values()) {
    for (const [i, finding] of here.entries()) {
      const others = yields.get(finding.rule);
      if (others && here.some((other) => others.has(other.rule) && outweighs(other, finding))) continue;
      if (here.slice(0, i).some((before) => saysTheSame(before, finding))) continue;
      spoken.push(finding);
    }
  }
  if (yieldsAtRelated.size === 0) return spoken;
  // A finding that gave way itself silences none elsewhere.
  const left = groupByCell(spoken);
  return spoken.filter((finding) => {
    const others = yieldsAtRelated.get(finding.rule);
    if (!others) return true;
    const silences = (other: Finding): boolean => others.has(other.rule) && outweighs(other, finding);
    // What was found on another worksheet is not among these.
    const here = finding.related.filter(({ sheetId }) => sheetId === finding.sheetId);
    return !here.some((cell) => left.get(keyOf(cell))?.some(silences));
  });
}

/** A note silences no more than notes; a warning that says what is wrong silences the error that only says that. */
function outweighs(other: Finding, finding: Finding): boolean {
  return other.severity !== 'info' || finding.severity === 'info';
}

/** What the rules say of each other. */
interface Yields {
  readonly atCell: Sets;
  readonly atRelated: Sets;
}

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

const yieldsOf = new WeakMap<readonly Rule[], Yields>();

function yieldsIn(rules: readonly Rule[]): Yields {
  let yields = yieldsOf.get(rules);
  if (!yields) {
    yields = { atCell: setsOf(rules, 'yieldsTo'), atRelated: setsOf(rules, 'yieldsAtRelated') };
    yieldsOf.set(rules, yields);
  }
  return yields;
}

/** The rules named in a rule's meta, by the rule's id; only of those that name any. */
function setsOf(rules: readonly Rule[], key: 'yieldsTo' | 'yieldsAtRelated'): Sets {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const { meta } of rules) {
    const others = meta[key];
    if (others?.length) sets.set(meta.id, new Set(others));
  }
  return sets;
}

function groupByCell(findings: readonly Finding[]): Map<number, Finding[]> {
  const byCell = new Map<number, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding.cell);
    const here = byCell.get(key);
    if (here) here.push(finding);
    else byCell.set(key, [finding]);
  }
  return byCell;
}

function keyOf({ row, column }: CellPosition): number {
  return row * (LAST_COLUMN + 1) + column;
}

function saysTheSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.message === b.message && JSON.stringify(a.data) === JSON.stringify(b.data);
}
