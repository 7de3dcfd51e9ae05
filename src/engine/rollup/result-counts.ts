import { annexIndexAt } from '../annex/annex-at';
import type { AnnexView, Project } from '../annex/annex';
import type { Severity } from '../severity';
import { statusOf, type IssueFinding } from './issue-key';

export type ResultCounts = Readonly<Record<Severity, number>>;

/** How many findings are still to be dealt with, by their projects. */
export class CountsByProject {
  private readonly ofProjects = new Map<Project, Record<Severity, number>>();
  private readonly ofSheets = new Map<AnnexView, Record<Severity, number>>();

  /** @param annexes as they are now, with the findings' cells where these are now */
  constructor(annexes: readonly AnnexView[], findings: readonly IssueFinding[]) {
    const bySheet = new Map<string, OwnRows[]>();
    for (const annex of annexes) {
      const rows = new OwnRows(annex);
      const others = bySheet.get(annex.sheet.id);
      if (others) others.push(rows);
      else bySheet.set(annex.sheet.id, [rows]);
    }
    for (const finding of findings) {
      if (statusOf(finding) !== 'pending') continue;
      const { row } = finding.cell;
      const onSheet = bySheet.get(finding.sheetId) ?? [];
      const within = annexIndexAt(
        onSheet.map(({ annex }) => annex),
        finding.cell,
      );
      const own = onSheet[Math.max(within, 0)];
      if (!own) continue;
      const project = own.projectOf(row);
      const counts = project ? counter(this.ofProjects, project) : counter(this.ofSheets, own.annex);
      counts[finding.severity]++;
    }
  }

  /** Those of all cells of projects. */
  of(projects: readonly Project[]): ResultCounts {
    return projects.reduce((sum, project) => plus(sum, this.ofProjects.get(project)), NONE);
  }

  /** Those of annexes that belong to no project, such as those of its 合计; `null` where there is none. */
  beside(annex: AnnexView): ResultCounts | null {
    return this.ofSheets.get(annex) ?? null;
  }
}

const NONE: ResultCounts = { error: 0, warning: 0, info: 0 };

function plus(sum: ResultCounts, more: ResultCounts = NONE): ResultCounts {
  return { error: sum.error + more.error, warning: sum.warning + more.warning, info: sum.info + more.info };
}

function counter<Key>(counts: Map<Key, Record<Severity, number>>, key: Key): Record<Severity, number> {
  let own = counts.get(key);
  if (!own) counts.set(key, (own = { ...NONE }));
  return own;
}

/** The project that each row of an annex belongs to; all rows of a form are its project's. */
class OwnRows {
  private rows: ReadonlyMap<number, Project> | null = null;

  constructor(readonly annex: AnnexView) {}

  projectOf(row: number): Project | null {
    const { layout, projects } = this.annex;
    if (layout !== 'wide') return projects[0] ?? null;
    this.rows ??= new Map(
      projects.flatMap((project) => rowsOf(project).map((own) => [own, project] as const)),
    );
    return this.rows.get(row) ?? null;
  }
}

function rowsOf({ row, lastRow, moreRows = [] }: Project): number[] {
  return [...Array.from({ length: lastRow - row + 1 }, (_, i) => row + i), ...moreRows];
}
