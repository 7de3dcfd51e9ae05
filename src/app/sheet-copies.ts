import type { SheetSnapshot, Span } from '../engine/sheet/snapshot';
import type { ReadOptions, SheetRef, SpreadsheetHost } from '../host/port';
import { HostError } from '../host/port';
import {
  NotKept,
  type Engine,
  type HowToReview,
  type KeptId,
  type LookedChange,
  type OpenedSheet,
} from './engine/engine';
import { NO_CORRECTIONS, type Vocabulary } from '../engine/annex/corrections/vocabulary';
import { sameFrame } from './engine/frame';
import type { ReviewFinding } from './reviewer';
import type { StoredChange } from './state/state-document';
import { ToldOfSheets } from './told-changes';

/** A review's worksheet as the engine keeps it. */
export interface ReviewedCopy {
  kept: KeptId;
  readonly sheet: SheetRef;
  readonly how: HowToReview;
  /** As they were found. */
  readonly findings: readonly ReviewFinding[];
  /** Ids of the changes that were recorded by then. */
  readonly changes: ReadonlySet<string>;
}

/** How often what the engine has dropped is read again for one piece of work. */
const MOST_TIMES = 3;

export interface PresentOptions extends ReadOptions {
  /** Whether hidden rows and columns, the name and the protection count, which hosts do not tell of. */
  readonly frame?: boolean;
  /**
   * Whether it is read whatever is known of it: where cells are written because of cells that the write itself does not
   * look at, a change that is on its way must not be missed.
   */
  readonly anew?: boolean;
}

/**
 * The worksheets of a workbook as the engine keeps them. A worksheet is read once as long as its cells stay the same,
 * which is known only where a host tells of every change; of cells that were told to have changed, their rows are read.
 */
export class SheetCopies {
  readonly told = new ToldOfSheets();
  /** The newest copy of each worksheet that was read while changes were told, by its id. */
  private readonly newest = new Map<string, OpenedSheet>();
  /** The last look at each worksheet that is being looked at. */
  private readonly looking = new Map<string, Promise<OpenedSheet>>();
  private vocabulary: Vocabulary = NO_CORRECTIONS;
  /** By what corrections each copy was recognised. */
  private readonly wordsOf = new Map<KeptId, Vocabulary>();

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly engine: Engine,
  ) {}

  /**
   * A worksheet as it is now. Looks at one worksheet follow each other: what was told before one of them is on its way
   * with it, and who came between would take an old copy for a new one.
   * @throws HostError as `read` does
   */
  async present(sheetId: string, options: PresentOptions = {}): Promise<OpenedSheet> {
    const before = this.looking.get(sheetId);
    const now = (async () => {
      await before?.catch(() => undefined);
      return this.lookAt(sheetId, options);
    })();
    this.looking.set(sheetId, now);
    try {
      return await now;
    } finally {
      if (this.looking.get(sheetId) === now) this.looking.delete(sheetId);
    }
  }

  private async lookAt(sheetId: string, options: PresentOptions): Promise<OpenedSheet> {
    const known = this.newest.get(sheetId);
    if (known && this.tellsAll && !options.anew) {
      const now = await this.broughtUpToDate(known, options);
      if (now) return this.byNow(now);
    }
    const { told, vocabulary } = this;
    const isTold = this.tellsAll;
    this.newest.delete(sheetId);
    told.reading(sheetId);
    const opened = await this.engine.open(await this.host.read(sheetId, options), options.signal, {
      vocabulary,
    });
    this.wordsOf.set(opened.kept, vocabulary);
    if (isTold) this.newest.set(sheetId, opened);
    return this.byNow(opened);
  }

  /** From now on worksheets are recognised by these corrections. */
  recogniseBy(vocabulary: Vocabulary): void {
    if (JSON.stringify(vocabulary) !== JSON.stringify(this.vocabulary)) this.vocabulary = vocabulary;
  }

  /** A copy, recognised by the corrections of now: nothing is read for it. */
  async byNow(opened: OpenedSheet): Promise<OpenedSheet> {
    const { vocabulary } = this;
    if (this.wordsOf.get(opened.kept) === vocabulary) return opened;
    const anew = await this.engine.recognised(opened.kept, { vocabulary });
    this.wordsOf.set(anew.kept, vocabulary);
    if (this.newest.get(opened.sheetId)?.kept === opened.kept) this.newest.set(opened.sheetId, anew);
    return anew;
  }

  /** Whether a copy is certainly still as the worksheet is. */
  isCertain({ sheetId, kept }: OpenedSheet): boolean {
    return (
      this.tellsAll &&
      !this.looking.has(sheetId) &&
      this.newest.get(sheetId)?.kept === kept &&
      this.told.of(sheetId).rows?.length === 0
    );
  }

  /** What was written, or may have been, by ourselves: 0-based rows, or `null` where they are not known. */
  wrote(sheetId: string, rows: readonly Span[] | null): void {
    this.told.changed(sheetId, rows);
  }

  private get tellsAll(): boolean {
    return this.host.capabilities.tellsChanges && this.told.listening;
  }

  /** The copy with what was told to have changed; `null` where the worksheet has to be read. */
  private async broughtUpToDate(
    known: OpenedSheet,
    { frame = false }: PresentOptions,
  ): Promise<OpenedSheet | null> {
    const { sheetId } = known;
    const { rows } = this.told.of(sheetId);
    if (!rows) return null;
    if (rows.length === 0 && !frame) return known;
    this.told.reading(sheetId);
    let now: OpenedSheet | null = null;
    try {
      const part = await this.host.read(sheetId, { rows });
      // A change that was on its way while this was asked has been told by now.
      if (!sameFrame(known.frame, part)) return null;
      now = rows.length === 0 ? known : await this.patched(known, part, rows);
    } finally {
      if (!now) this.told.changed(sheetId, rows);
    }
    this.newest.set(sheetId, now);
    return this.told.of(sheetId).rows?.length === 0 ? now : null;
  }

  private async patched(
    known: OpenedSheet,
    part: SheetSnapshot,
    rows: readonly Span[],
  ): Promise<OpenedSheet> {
    const now = await this.engine.patch(known.kept, part, rows);
    this.wordsOf.set(now.kept, this.wordsOf.get(known.kept) ?? NO_CORRECTIONS);
    this.wordsOf.delete(known.kept);
    return now;
  }

  /** What the cells of recorded changes hold in their worksheet by now. @throws HostError as `read` does */
  look(
    sheetId: string,
    changes: readonly StoredChange[],
    options: PresentOptions = {},
  ): Promise<readonly LookedChange[]> {
    return this.again(async () => this.engine.look((await this.present(sheetId, options)).kept, changes));
  }

  /** Does work that reads what it needs; where the engine has dropped that meanwhile, once more. */
  async again<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let time = 1; ; time++) {
      try {
        return await work();
      } catch (thrown) {
        if (!(thrown instanceof NotKept) || time === MOST_TIMES) throw thrown;
        this.forget(thrown.kept);
      }
    }
  }

  private forget(kept: KeptId): void {
    this.wordsOf.delete(kept);
    for (const [sheetId, opened] of this.newest) if (opened.kept === kept) this.newest.delete(sheetId);
  }

  /**
   * Works with a review's worksheet. Where the engine has dropped it, it is read and reviewed again, and the work goes on
   * as long as the findings that it is about are found as they were.
   * @throws HostError `changed` where one is not
   */
  withReviewed<Result>(
    copy: ReviewedCopy,
    about: readonly ReviewFinding[],
    work: (reviewed: KeptId) => Promise<Result>,
  ): Promise<Result> {
    return this.withAllReviewed([{ copy, about }], ([kept]) => work(kept!));
  }

  /** The same with several worksheets at once, in their order. */
  async withAllReviewed<Result>(
    all: readonly { readonly copy: ReviewedCopy; readonly about: readonly ReviewFinding[] }[],
    work: (reviewed: readonly KeptId[]) => Promise<Result>,
  ): Promise<Result> {
    // Of many each may have been dropped once.
    let toRestore = all.length - 1;
    for (let time = 1; ;) {
      try {
        return await work(all.map(({ copy }) => copy.kept));
      } catch (thrown) {
        if (!(thrown instanceof NotKept)) throw thrown;
        const dropped = all.find(({ copy }) => copy.kept === thrown.kept);
        if (dropped && toRestore > 0) toRestore--;
        else if (time++ === MOST_TIMES) throw thrown;
        this.forget(thrown.kept);
        if (dropped) await this.restore(dropped.copy, dropped.about);
      }
    }
  }

  private async restore(copy: ReviewedCopy, about: readonly ReviewFinding[]): Promise<void> {
    const { kept, findings } = await this.again(async () => {
      const sheet = await this.present(copy.sheet.id);
      return { kept: sheet.kept, ...(await this.engine.review(sheet.kept, copy.how)) };
    });
    const now = new Map(findings.map((finding) => [finding.id, finding]));
    const lost = about.filter((finding) => !isSame(finding, now.get(finding.id)));
    if (lost.length > 0)
      throw new HostError('changed', 'the worksheet has changed since the review', {
        sheet: copy.sheet.name,
        cells: lost.map(({ cell: { row, column } }) => ({ row, column })),
        write: 'not-tried',
      });
    copy.kept = kept;
  }
}

function isSame({ origin }: ReviewFinding, now: ReviewFinding | undefined): boolean {
  return (
    now?.origin !== undefined &&
    now.origin.fingerprint === origin?.fingerprint &&
    now.origin.among === origin.among
  );
}
