import type {
  GroupPoints,
  Indicator,
  MoneyCells,
  NarrativeCells,
  PartyReview,
  Project,
  ProjectFrame,
  RateCells,
  ScoreCells,
} from '../annex';
import type { NumberCell } from '../values/number-cell';
import type { RateCell } from '../values/rate-cell';
import type { TextCell } from '../values/text-cell';
import type { ProjectCells } from './project-cells';

/** Projects whose cells are kept at the same time: more than rules look at together, few enough to stay in the cache. */
const WINDOW = 256;

/** The projects of an annex that were read last; whoever drops out of the window forgets. */
export class ReadingWindow {
  private readonly projects: ProjectReading[] = [];
  private next = 0;

  enter(project: ProjectReading): void {
    this.projects[this.next]?.forget();
    this.projects[this.next] = project;
    this.next = (this.next + 1) % WINDOW;
  }
}

/**
 * A project of an annex. Its cells are read when they are first asked for, and kept as long as the project is among
 * those read last: a table of 100,000 projects holds several million cells, and rules go through them portion by portion.
 */
export class ProjectReading implements Project {
  private readName: TextCell | undefined;
  private readMoney: MoneyCells | undefined;
  private readRate: RateCell | null | undefined;
  private readRates: RateCells | undefined;
  private readNarrative: NarrativeCells | undefined;
  private readScores: ScoreCells | undefined;
  private readIndicators: readonly Indicator[] | undefined;
  private entered = false;

  constructor(
    private readonly reader: ProjectCells,
    private readonly window: ReadingWindow,
    private readonly frame: ProjectFrame,
    readonly index: number,
  ) {}

  get id(): ProjectFrame['id'] {
    return this.frame.id;
  }

  get name(): string {
    return this.frame.name ?? '';
  }

  get unit(): string | null {
    return this.frame.unit;
  }

  get rows(): ProjectFrame['rows'] {
    return this.frame.rows;
  }

  get row(): number {
    return this.frame.rows.first;
  }

  get lastRow(): number {
    return this.frame.rows.last;
  }

  get moreRows(): ProjectFrame['moreRows'] {
    return this.frame.moreRows;
  }

  get further(): ProjectFrame['further'] {
    return this.frame.further;
  }

  get cells(): ProjectFrame['cells'] {
    return this.frame.cells;
  }

  get indicatorRefs(): ProjectFrame['indicatorRefs'] {
    return this.frame.indicatorRefs;
  }

  get rowKinds(): ProjectFrame['rowKinds'] {
    return this.frame.rowKinds;
  }

  get nameCell(): TextCell {
    return (this.readName ??= this.kept.name(this.frame));
  }

  get sequence(): NumberCell | null {
    return this.reader.sequence(this.frame);
  }

  get money(): MoneyCells {
    return (this.readMoney ??= this.kept.money(this.frame));
  }

  get rate(): RateCell | null {
    return this.readRate === undefined ? (this.readRate = this.kept.rate(this.frame)) : this.readRate;
  }

  get rates(): RateCells {
    return (this.readRates ??= this.kept.rates(this.frame));
  }

  get reviews(): readonly PartyReview[] {
    return this.reader.reviews(this.frame);
  }

  get groups(): readonly GroupPoints[] {
    return this.reader.groups(this.frame);
  }

  get narrative(): NarrativeCells {
    return (this.readNarrative ??= this.kept.narrative(this.frame));
  }

  get scores(): ScoreCells {
    return (this.readScores ??= this.kept.scores(this.frame));
  }

  get indicators(): readonly Indicator[] {
    return (this.readIndicators ??= this.kept.indicators(this.frame));
  }

  /** Lets go of the cells; they are read again when they are asked for again. */
  forget(): void {
    this.entered = false;
    this.readName = this.readMoney = this.readRate = this.readRates = undefined;
    this.readNarrative = this.readScores = this.readIndicators = undefined;
  }

  /** The reader, of which what it reads is kept for a while. */
  private get kept(): ProjectCells {
    if (!this.entered) {
      this.entered = true;
      this.window.enter(this);
    }
    return this.reader;
  }
}
