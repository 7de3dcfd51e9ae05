import { isCellError, isUnknown } from '../../sheet/cell-value';
import type { Indicator, MoneyCells, Project } from '../annex';
import type { NumberCell } from '../values/number-cell';
import type { RateCell } from '../values/rate-cell';
import type { TextCell } from '../values/text-cell';
import type { RowReader } from './row-reader';

/** Projects whose words and indicators are kept at the same time. */
const WINDOW = 1024;

/** The projects of a table that were read last; whoever drops out of the window forgets. */
export class ReadingWindow {
  private readonly projects: WideProject[] = [];
  private next = 0;

  enter(project: WideProject): void {
    this.projects[this.next]?.forget();
    this.projects[this.next] = project;
    this.next = (this.next + 1) % WINDOW;
  }
}

/**
 * A project of a wide table. Its cells are read when they are first asked for. Money is kept; words and
 * indicators only as long as the project is among those read last: a table of 100,000 projects holds several
 * million cells of them, and rules go through them project by project.
 */
export class WideProject implements Project {
  lastRow: number;
  /** Rows below the project's own that carry more of its indicators. */
  private moreRows: readonly number[] = [];
  private readName: TextCell | undefined;
  private readMoney: MoneyCells | undefined;
  private readRate: RateCell | null | undefined;
  private readNarrative: Project['narrative'] | undefined;
  private readScores: Project['scores'] | undefined;
  private readIndicators: readonly Indicator[] | undefined;

  constructor(
    private readonly reader: RowReader,
    private readonly window: ReadingWindow,
    readonly index: number,
    readonly row: number,
    readonly unit: string | null,
  ) {
    this.lastRow = row;
  }

  /** Takes the indicators of a row below into the project. */
  extend(row: number): void {
    this.lastRow = row;
    this.moreRows = [...this.moreRows, row];
    this.readIndicators = undefined;
  }

  get name(): string {
    const { raw, text } = this.nameCell;
    return isCellError(raw) || isUnknown(raw) ? '' : text;
  }

  get nameCell(): TextCell {
    return (this.readName ??= this.reader.name(this.row));
  }

  get sequence(): NumberCell | null {
    return this.reader.sequence(this.row);
  }

  get money(): MoneyCells {
    return (this.readMoney ??= this.reader.money(this.row));
  }

  get rate(): RateCell | null {
    return this.readRate === undefined ? (this.readRate = this.reader.rate(this.row)) : this.readRate;
  }

  get narrative(): Project['narrative'] {
    return this.readNarrative ?? this.keepNarrative();
  }

  get scores(): Project['scores'] {
    return (this.readScores ??= this.reader.scores(this.row));
  }

  get indicators(): readonly Indicator[] {
    return this.readIndicators ?? this.keepIndicators();
  }

  /** Lets go of the words and indicators; they are read again when they are asked for again. */
  forget(): void {
    this.readNarrative = this.readIndicators = undefined;
  }

  private keepNarrative(): Project['narrative'] {
    if (!this.readIndicators) this.window.enter(this);
    return (this.readNarrative = this.reader.narrative(this.row));
  }

  private keepIndicators(): readonly Indicator[] {
    if (!this.readNarrative) this.window.enter(this);
    return (this.readIndicators = this.allIndicators());
  }

  private allIndicators(): readonly Indicator[] {
    const own = this.reader.indicators(this.row);
    for (const row of this.moreRows) {
      for (const indicator of this.reader.indicators(row)) {
        if (indicator.name?.answered || indicator.target?.answered || indicator.result?.answered)
          own.push(indicator);
      }
    }
    return own;
  }
}
