import { entryOf } from '../../app/entries';
import type { ReviewFinding } from '../../app/reviewer';
import { SEVERITIES, worstOf, type Severity } from '../../engine/severity';
import { findingKey } from '../state/finding-key';
import type { Filter, Grouping } from '../state/pane-state';

/** Findings that are one to the reader. */
export interface HabitItem {
  readonly type: 'habit';
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

export type ListItem = HabitItem | SingleItem;

/** Findings that stand together in the list. */
export interface FindingGroup {
  readonly key: string;
  /** The name of the worksheet that they stand on, in a list of all worksheets; else `null`. */
  readonly sheet: string | null;
  /** The id of the rule that they have in common, in a list by rules; else `null`. */
  readonly rule: string | null;
  /** The project that they are about; `null` where they are about a whole unit or the whole sheet. */
  readonly project: string | null;
  readonly unit: string | null;
  readonly findings: readonly ReviewFinding[];
  readonly items: readonly ListItem[];
  readonly worst: Severity;
  /** Items with an open finding, and open findings. */
  readonly open: number;
  readonly openCells: number;
}

/**
 * Puts findings, in their order by row, into the groups of the list. The order of groups depends on what was
 * found, never on what has become of it, so that nothing moves while the reader works.
 */
export function groupFindings(
  findings: readonly ReviewFinding[],
  grouping: Grouping | 'sheet',
): FindingGroup[] {
  if (grouping === 'cell') return findings.length === 0 ? [] : [groupOf('cells', 'cell', findings)];
  const byKey = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, grouping);
    const group = byKey.get(key);
    if (group) group.push(finding);
    else byKey.set(key, [finding]);
  }
  const groups = [...byKey].map(([key, group]) => groupOf(key, grouping, group));
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

function keyOf({ rule, unit, project, sheetId }: ReviewFinding, grouping: Grouping | 'sheet'): string {
  if (grouping === 'sheet') return `sheet ${sheetId}`;
  return grouping === 'rule' ? `rule ${rule}` : `project ${unit ?? ''} ${project ?? ''}`;
}

function groupOf(
  key: string,
  grouping: Grouping | 'sheet',
  findings: readonly ReviewFinding[],
): FindingGroup {
  const gathers = grouping === 'rule' || grouping === 'sheet';
  const items = gathers ? gatherHabits(findings) : findings.map(single);
  const [first] = findings as [ReviewFinding, ...ReviewFinding[]];
  return {
    key,
    sheet: grouping === 'sheet' ? first.sheetName : null,
    rule: grouping === 'rule' ? first.rule : null,
    project: grouping === 'project' ? first.project : null,
    unit: grouping === 'project' ? first.unit : null,
    findings,
    items,
    worst: worstOf(findings),
    open: items.filter(isOpen).length,
    openCells: findings.filter(({ state }) => state === 'open').length,
  };
}

/** The findings of a habit become one item, where the first of them stood. */
function gatherHabits(findings: readonly ReviewFinding[]): ListItem[] {
  const entries = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key = entryOf(finding);
    const same = entries.get(key);
    if (same) same.push(finding);
    else entries.set(key, [finding]);
  }
  return [...entries].map(([key, same]) =>
    same.length === 1 ? single(same[0]!) : { type: 'habit', key, columns: columnsOf(same), findings: same },
  );
}

function isOpen(item: ListItem): boolean {
  const findings = item.type === 'single' ? [item.finding] : item.findings;
  return findings.some(({ state }) => state === 'open');
}

function columnsOf(findings: readonly ReviewFinding[]): number[] {
  return [...new Set(findings.map(({ cell }) => cell.column))].sort((a, b) => a - b);
}

function single(finding: ReviewFinding): SingleItem {
  return { type: 'single', key: findingKey(finding), finding };
}
