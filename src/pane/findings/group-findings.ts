import type { ReviewFinding } from '../../app/reviewer';
import { SEVERITIES, type Severity } from '../../engine/severity';
import type { Filter, Grouping } from '../state/pane-state';

/** Findings of one rule with the same message that look like a habit rather than like slips. */
export interface SystemicItem {
  readonly type: 'systemic';
  readonly key: string;
  /** The columns that they stand in, from left to right. */
  readonly columns: readonly number[];
  readonly findings: readonly ReviewFinding[];
}

export interface SingleItem {
  readonly type: 'single';
  readonly key: string;
  readonly finding: ReviewFinding;
}

export type ListItem = SystemicItem | SingleItem;

/** Findings that stand together in the list. */
export interface FindingGroup {
  readonly key: string;
  /** What they have in common: a rule id or a project; `null` for the only group, which needs no heading. */
  readonly rule: string | null;
  readonly project: string | null;
  readonly unit: string | null;
  readonly findings: readonly ReviewFinding[];
  readonly items: readonly ListItem[];
  readonly worst: Severity;
  readonly open: number;
}

/** The same message counts as systemic from so many cells on… */
const SYSTEMIC_CELLS = 5;
/** …if that is so large a part of the projects. */
const SYSTEMIC_SHARE = 0.5;

/**
 * Puts findings, in their order by row, into the groups of the list. The order of groups depends on what was
 * found, never on what has become of it, so that nothing moves while the reader works.
 *
 * @param projects how many projects the sheet has
 */
export function groupFindings(
  findings: readonly ReviewFinding[],
  grouping: Grouping,
  projects: number,
): FindingGroup[] {
  if (grouping === 'cell') return findings.length === 0 ? [] : [groupOf('cells', 'cell', findings, projects)];
  const byKey = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key =
      grouping === 'rule' ? `rule ${finding.rule}` : `project ${finding.unit ?? ''} ${finding.project ?? ''}`;
    const group = byKey.get(key);
    if (group) group.push(finding);
    else byKey.set(key, [finding]);
  }
  const groups = [...byKey].map(([key, group]) => groupOf(key, grouping, group, projects));
  if (grouping === 'rule')
    groups.sort(
      (a, b) =>
        SEVERITIES.indexOf(a.worst) - SEVERITIES.indexOf(b.worst) || b.findings.length - a.findings.length,
    );
  return groups;
}

/** The findings that the filter lets through; `text` is what a search looks at. */
export function filterFindings(
  findings: readonly ReviewFinding[],
  { severities, query }: Filter,
  text: (finding: ReviewFinding) => string,
): readonly ReviewFinding[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '' && severities.length === SEVERITIES.length) return findings;
  return findings.filter(
    (finding) => severities.includes(finding.severity) && (wanted === '' || text(finding).includes(wanted)),
  );
}

function groupOf(
  key: string,
  grouping: Grouping,
  findings: readonly ReviewFinding[],
  projects: number,
): FindingGroup {
  const [first] = findings as [ReviewFinding, ...ReviewFinding[]];
  return {
    key,
    rule: grouping === 'rule' ? first.rule : null,
    project: grouping === 'project' ? first.project : null,
    unit: grouping === 'project' ? first.unit : null,
    findings,
    items: grouping === 'rule' ? gatherSystemic(findings, projects) : findings.map(single),
    worst: SEVERITIES.find((severity) => findings.some((f) => f.severity === severity)) ?? 'info',
    open: findings.reduce((count, { state }) => count + (state === 'open' ? 1 : 0), 0),
  };
}

/** Findings that repeat down a column or through the table become one item, where the first of them stood. */
function gatherSystemic(findings: readonly ReviewFinding[], projects: number): ListItem[] {
  const repeated = new Map<string, ReviewFinding[]>();
  const keyOf = ({ rule, message }: ReviewFinding): string => `${rule} ${message}`;
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = repeated.get(key);
    if (same) same.push(finding);
    else repeated.set(key, [finding]);
  }
  const items: ListItem[] = [];
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = repeated.get(key)!;
    if (same.length < SYSTEMIC_CELLS || same.length < projects * SYSTEMIC_SHARE) items.push(single(finding));
    else if (same[0] === finding)
      items.push({ type: 'systemic', key, columns: columnsOf(same), findings: same });
  }
  return items;
}

function columnsOf(findings: readonly ReviewFinding[]): number[] {
  return [...new Set(findings.map(({ cell }) => cell.column))].sort((a, b) => a - b);
}

function single(finding: ReviewFinding): SingleItem {
  return { type: 'single', key: finding.id, finding };
}
