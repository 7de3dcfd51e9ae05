import { StatementCache } from '../quantity';
import type { SheetSnapshot } from '../sheet/snapshot';
import type { Annex, AnnexView, Project } from './annex';
import { FormReader } from './reading/form-reader';
import { ProjectReading, ReadingWindow } from './reading/project-reading';
import { RowReader } from './reading/row-reader';
import { recognise } from './recognise';
import type { RecogniseOptions } from './recognise-options';

/**
 * The projects of an annex, read as they are asked for: a window over the snapshot that the annex was recognised in, or
 * over one that holds some of its rows, for the projects in them. It never leaves its thread: what crosses is the annex,
 * and a snapshot of which a reading is made anew.
 */
export class AnnexReading {
  private readonly read: (ProjectReading | undefined)[] = [];
  private readonly window = new ReadingWindow();
  private readonly rows: RowReader;
  private readonly forms: FormReader;
  private known: AnnexView | null = null;

  /**
   * @param statements reads targets and results; pass one cache for a whole workbook, so that equal texts are read once
   */
  constructor(
    readonly annex: Annex,
    snapshot: SheetSnapshot,
    statements: StatementCache = new StatementCache(),
  ) {
    this.rows = new RowReader(snapshot, annex, statements);
    this.forms = new FormReader(snapshot, annex, statements);
  }

  /** The same object whenever it is asked for. `index` is that of the project among those of the annex. */
  project(index: number): Project {
    const known = this.read[index];
    if (known) return known;
    const frame = this.annex.projects[index];
    if (!frame) throw new RangeError(`the annex has no project ${index}`);
    return (this.read[index] = new ProjectReading(
      frame.cells ? this.forms : this.rows,
      this.window,
      frame,
      index,
    ));
  }

  /** Consecutive projects; `to` is not included. */
  projects(from = 0, to = this.annex.projects.length): Project[] {
    const projects: Project[] = [];
    for (let index = from; index < to; index++) projects.push(this.project(index));
    return projects;
  }

  /** The annex with all its projects. */
  get view(): AnnexView {
    return (this.known ??= { ...this.annex, projects: this.projects() });
  }
}

/** Recognises the annexes of one worksheet and opens their cells to be read; see `recognise`. */
export function readAnnexes(
  sheet: SheetSnapshot,
  statements: StatementCache = new StatementCache(),
  options: RecogniseOptions = {},
): AnnexView[] {
  return recognise(sheet, options).map((annex) => new AnnexReading(annex, sheet, statements).view);
}
