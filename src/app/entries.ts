import { compareSeverities, type Severity } from '../engine/severity';
import type { ReviewFinding } from './reviewer';

/** How much there is to the reader: a habit is one entry, whatever the number of its cells. */
export interface EntryCounts {
  /** Entries with a finding that is open, each once, by the worst of these: findings of a habit may weigh differently. */
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
  const cells: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const entries = new Set<string>();
  const worst = new Map<string, Severity>();
  for (const finding of findings) {
    const entry = entryOf(finding);
    entries.add(entry);
    const { state, severity } = finding;
    if (state !== 'open') continue;
    cells[severity]++;
    const known = worst.get(entry);
    if (!known || compareSeverities(severity, known) < 0) worst.set(entry, severity);
  }
  const open: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const severity of worst.values()) open[severity]++;
  return { open, cells, entries: entries.size, findings: findings.length };
}
