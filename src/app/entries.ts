import { SEVERITIES, type Severity } from '../engine/severity';
import type { ReviewFinding } from './reviewer';

/** How much there is to the reader: a habit is one entry, whatever the number of its cells. */
export interface EntryCounts {
  /** Entries with a finding that is open, by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  /** Findings that are open, by severity. */
  readonly cells: Readonly<Record<Severity, number>>;
  /** Entries and findings in whatever state. */
  readonly entries: number;
  readonly findings: number;
}

/** What findings share that are one entry to the reader. */
export function entryOf({ id, habit }: Pick<ReviewFinding, 'id' | 'habit'>): string {
  return habit?.id ?? id;
}

export function countEntries(findings: readonly ReviewFinding[]): EntryCounts {
  const open: Record<Severity, Set<string>> = { error: new Set(), warning: new Set(), info: new Set() };
  const cells: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const entries = new Set<string>();
  for (const finding of findings) {
    const entry = entryOf(finding);
    entries.add(entry);
    if (finding.state !== 'open') continue;
    open[finding.severity].add(entry);
    cells[finding.severity]++;
  }
  const sizes = Object.fromEntries(SEVERITIES.map((severity) => [severity, open[severity].size]));
  return {
    open: sizes as Record<Severity, number>,
    cells,
    entries: entries.size,
    findings: findings.length,
  };
}
