import type { Locale } from '../engine/language';
import type { LeftOutSheets } from '../engine/rollup';
import { HostError, type SheetRef, type SpreadsheetHost } from '../host/port';
import {
  NotKept,
  type Engine,
  type FindingState,
  type OpenedSheet,
  type WordsOfFindings,
} from './engine/engine';
import { chosenRollups, insertInOrder, type RollupChoice } from './insert-rollups';
import { statesOf, type PresentFindings } from './present-findings';
import type { ReviewFinding, SheetReview, WorkbookRollupOptions, WorkbookSheet } from './reviewer';
import type { Reviews } from './reviews';
import { RollupTooLargeError } from './rollup-error';
import type { ReviewedCopy, SheetCopies } from './sheet-copies';

/** A review with what is known of it. */
interface Reviewed {
  readonly review: SheetReview;
  readonly copy: ReviewedCopy;
}

/** A reviewed worksheet as it is now, and what has become of its findings. */
interface LookedAt {
  readonly present: OpenedSheet;
  /** Whether it is certain that nothing has changed since, as long as nothing is told. */
  readonly isKnown: boolean;
  readonly states: Readonly<Record<string, FindingState>>;
  /** What was corrected before its last review. */
  readonly settled: readonly ReviewFinding[];
}

interface InsertOptions extends WorkbookRollupOptions {
  readonly leftOut?: LeftOutSheets;
}

/** Inserts the rollups of reviewed worksheets, as these and their findings are now. */
export class Rollups {
  constructor(
    private readonly host: SpreadsheetHost,
    private readonly engine: Engine,
    private readonly copies: SheetCopies,
    private readonly reviews: Reviews,
    private readonly present: PresentFindings,
    private readonly locale: Locale,
  ) {}

  /** Those of one sheet. Nothing is inserted for one without an annex. */
  ofSheet(review: SheetReview, choice: RollupChoice): Promise<readonly SheetRef[]> {
    return this.insert([review], choice, {});
  }

  /**
   * Those of all sheets of a workbook, which name the worksheets that they leave out.
   * @param sheets with their newest reviews
   */
  async ofWorkbook(
    sheets: readonly WorkbookSheet[],
    choice: RollupChoice,
    options: WorkbookRollupOptions,
  ): Promise<readonly SheetRef[]> {
    const leftOut = leftOutOf(sheets, await this.addedSince(sheets));
    const reviews = sheets.flatMap(({ review }) => review ?? []);
    return this.insert(reviews, choice, { ...options, leftOut });
  }

  /** Worksheets of which the review of the workbook knows nothing. */
  private async addedSince(sheets: readonly WorkbookSheet[]): Promise<readonly SheetRef[]> {
    const known = new Set(sheets.map(({ sheet }) => sheet.id));
    const added = (await this.host.sheets()).filter(({ id, kind }) => kind === 'worksheet' && !known.has(id));
    if (added.length === 0) return [];
    const own = await this.host.ownSheetIds();
    return added.filter(({ id }) => !own.has(id));
  }

  /** What somebody typed of the findings of a review into 问题清单; nothing where there is none, or not surely one. */
  async wordsOf(review: SheetReview): Promise<WordsOfFindings> {
    if (review.findings.length === 0) return {};
    const copy = this.reviews.mustBeIn(review);
    try {
      const list = await this.host.ownSheet('issue-list');
      if (list === null) return {};
      const snapshot = await this.host.read(list.id);
      return await this.copies.withAllReviewed([{ copy, about: review.findings }], ([kept]) =>
        this.engine.wordsInList(kept!, snapshot, this.locale),
      );
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'two-own-sheets') return {};
      throw thrown;
    }
  }

  private async insert(
    all: readonly SheetReview[],
    choice: RollupChoice,
    options: InsertOptions,
  ): Promise<readonly SheetRef[]> {
    const reviews = all.filter(({ annexes }) => annexes.length > 0);
    if (reviews.length === 0) return [];
    const reviewed = reviews.map((review) => ({ review, copy: this.reviews.mustBeIn(review) }));
    return this.copies
      .again(() => this.insertNow(reviewed, choice, options))
      .catch((thrown: unknown): never => {
        // What was read of one sheet was dropped for the next, again and again.
        if (thrown instanceof NotKept) throw new RollupTooLargeError(thrown);
        throw thrown;
      });
  }

  private async insertNow(
    reviewed: readonly Reviewed[],
    choice: RollupChoice,
    { leftOut, onSheet, signal }: InsertOptions,
  ): Promise<readonly SheetRef[]> {
    const stopIfCancelled = (): void => {
      if (signal?.aborted) throw new HostError('cancelled', 'cancelled before the rollups were written');
    };
    const looked: LookedAt[] = [];
    for (const one of reviewed) {
      stopIfCancelled();
      looked.push(await this.lookNow(one, signal));
      onSheet?.(looked.length, reviewed.length);
    }
    stopIfCancelled();
    const wanted = chosenRollups(
      choice,
      reviewed.flatMap(({ review }) => review.annexes),
    );
    const [{ review: first }] = reviewed as [Reviewed];
    const date = reviewed.reduce(
      (newest, { review: { reviewedAt } }) => (reviewedAt > newest ? reviewedAt : newest),
      first.reviewedAt,
    );
    const all = reviewed.map(({ review, copy }) => ({ copy, about: review.findings }));
    return this.copies.withAllReviewed(all, (kept) =>
      insertInOrder(this.host, wanted, (keys, there) => {
        // Cells have changed meanwhile: they are looked at again.
        const changed = looked.find(({ present, isKnown }) => isKnown && !this.copies.isCertain(present));
        if (changed) throw new NotKept(changed.present.kept);
        const sheets = looked.map(({ present, states, settled }, i) => ({
          ...{ reviewed: kept[i]!, present: present.kept, states, settled },
          // It may have been renamed since it was read.
          sheetName: (there.sheets.find(({ id }) => id === present.sheetId) ?? present).name,
        }));
        const { locale } = this;
        return this.engine.plans({ sheets, keys, locale, date, ...(leftOut && { leftOut }) }, there);
      }),
    );
  }

  /** A reviewed worksheet as it is now. */
  private async lookNow({ review, copy }: Reviewed, signal: AbortSignal | undefined): Promise<LookedAt> {
    const { findings, settled = [] } = review;
    // Figures and findings are of one moment: else a sort between two looks would bring them to each other's rows.
    const present = await this.copies.present(copy.sheet.id, { ...(signal && { signal }) });
    const isKnown = this.copies.isCertain(present);
    const states = statesOf(await this.present.states(findings, copy, present));
    // What reviewers wrote in the list is kept by the cells of findings: where these have moved, it is reviewed anew.
    await this.present.mustBeUnmoved(findings, copy, present);
    const corrected = settled.filter(({ state, unplaced }) => state === 'fixed' && !unplaced);
    return { present, isKnown, states, settled: corrected };
  }
}

/** The worksheets of a workbook that rollups tell nothing of, though they may hold something. */
function leftOutOf(sheets: readonly WorkbookSheet[], added: readonly SheetRef[]): LeftOutSheets {
  const namesOf = (some: readonly WorkbookSheet[]): string[] => some.map(({ sheet }) => sheet.name);
  const holdsSomething = ({ leftOut, reason, review }: WorkbookSheet): boolean =>
    leftOut === true && review === null && (reason === null || reason === 'no-annex');
  return {
    hidden: namesOf(sheets.filter(holdsSomething)),
    unread: [...namesOf(sheets.filter(({ error }) => error !== null)), ...added.map(({ name }) => name)],
  };
}
