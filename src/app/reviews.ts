import { HostError, type SheetRef, type SpreadsheetHost } from '../host/port';
import type { Vocabulary } from '../engine/annex/corrections/vocabulary';
import { carryOver } from './carry-over';
import type { ComparedSheet, Comparison } from './compare-annexes';
import {
  NotKept,
  type Engine,
  type HowToReview,
  type KeptId,
  type OpenedSheet,
  type TriedOut,
} from './engine/engine';
import { withCurrentState } from './finding-state';
import {
  annexElsewhere,
  ENDS,
  recogniseActiveSheet,
  recogniseSheet,
  recognisedAs,
  type ReadRecognition,
} from './recognise-sheet';
import type { CellPosition, CellRange } from '../engine/sheet/address';
import type {
  FindingOrigin,
  FollowedReview,
  Recognition,
  ReviewFinding,
  ReviewOptions,
  SheetReview,
  TriedHeader,
  WorkbookOptions,
  WorkbookSheet,
} from './reviewer';
import type { ReviewedCopy, SheetCopies } from './sheet-copies';
import type { StateDocument } from './state/state-document';
import { StateError } from './state/state-error';
import { vocabularyOf } from './state/stored-correction';
import type { StateStore } from './state/state-store';
import type { Turns } from './turns';

/** So many reviews of a page are known by their ids, and the newest of each worksheet. */
const MOST_REVIEWS = 50;

export interface ReviewsOptions {
  readonly now: () => Date;
  readonly preferFormulas?: boolean;
}

/** Recognises and reviews the sheet in view, and knows what was reviewed. */
export class Reviews {
  /** What was reviewed, by where findings come from: as long as they are kept, it is. */
  private readonly byOrigin = new WeakMap<FindingOrigin, ReviewedCopy>();
  private readonly byId = new Map<string, ReviewedCopy>();
  private count = 0;
  /** What the review was made of that a review followed, by the id of the later one. */
  private readonly followed = new Map<string, KeptId>();
  /** What the annexes of the workbook tell each other, once it was reviewed as a whole. */
  private comparison: Comparison | null = null;

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly engine: Engine,
    private readonly copies: SheetCopies,
    private readonly store: StateStore,
    private readonly turns: Turns,
    private readonly options: ReviewsOptions,
  ) {}

  async recognise(): Promise<Recognition> {
    await this.turns.openWorkbook();
    return this.copies.again(async () => {
      const read = await recogniseActiveSheet(this.host, this.copies);
      if (!read.opened) return read.recognition;
      const { profile, corrections } = await this.store.load();
      const { recognition, opened } = await this.byCorrections(read, corrections);
      if (recognition.annexes.length === 0) return recognition;
      return { ...recognition, profiles: await this.engine.profiles(opened!.kept, profile) };
    });
  }

  async review(options: ReviewOptions = {}): Promise<SheetReview> {
    const workbookId = await this.turns.openWorkbook();
    return this.copies.again(async () => {
      const review = await this.reviewSheet(workbookId, await this.host.activeSheet(), options);
      this.comparison?.leave(review.sheet.id);
      if (review.reason === null) return review;
      return { ...review, elsewhere: await this.elsewhere(review, options.signal) };
    });
  }

  /**
   * Reviews all worksheets, one after the other. One that cannot be read is told with why; whatever ends the work with
   * the host ends it all.
   */
  async reviewWorkbook({
    onSheet,
    hidden = false,
    signal,
  }: WorkbookOptions): Promise<readonly WorkbookSheet[]> {
    const workbookId = await this.turns.openWorkbook();
    const sheets = await this.host.sheets();
    const { Comparison } = await import('./compare-annexes');
    const comparison = new Comparison(this.engine, async (sheet) => {
      const again = await this.reviewSheet(workbookId, sheet, { signal });
      return { review: again, copy: this.mustBeIn(again) };
    });
    const told: WorkbookSheet[] = [];
    const stopIfCancelled = (): void => {
      if (signal?.aborted) throw new HostError('cancelled', 'the review of the workbook was cancelled');
    };
    for (const sheet of sheets) {
      stopIfCancelled();
      const one = await this.workbookSheet(workbookId, sheet, { hidden, signal, comparison });
      told.push(one);
      onSheet?.(one, told.length, sheets.length);
    }
    stopIfCancelled();
    for (const compared of await comparison.compared()) {
      stopIfCancelled();
      const { review, how, found } = await this.copies.again(() => comparison.review(compared, signal));
      const copy = { ...found.copy, how, findings: found.review.findings };
      this.register(review.id!, copy);
      comparison.said(review, copy);
      const state = await this.store.loadOnce();
      const findings = withCurrentState(found.review.findings, state);
      const at = told.findIndex((one) => one.review === compared.review);
      told[at] = { ...told[at]!, review: { ...review, ...found.review, findings } };
      onSheet?.(told[at], told.length, sheets.length);
    }
    this.comparison = comparison;
    return told;
  }

  /** Reviews a worksheet that was reviewed as it is now, and follows its findings there. */
  async again(before: SheetReview, signal?: AbortSignal): Promise<FollowedReview> {
    const workbookId = await this.turns.openWorkbook();
    return this.copies.again(async () => {
      const { sheet, heldToProfile } = before;
      const alone = await this.reviewSheet(workbookId, sheet, { heldToProfile, signal });
      const { review, also } = await this.comparedAgain(alone);
      const copy = this.byId.get(review.id!) ?? null;
      const { settled, became } = await this.carriedOver(before, review, copy);
      if (copy) for (const { origin } of settled) if (origin) this.byOrigin.set(origin, copy);
      await this.letGo(before, review, copy);
      return { review: { ...review, ...(settled.length > 0 && { settled }) }, became, also };
    });
  }

  /** A worksheet that was reviewed again, with what is said of it where annexes of the workbook are compared. */
  private async comparedAgain(review: SheetReview): Promise<Pick<FollowedReview, 'review' | 'also'>> {
    const { comparison } = this;
    const copy = this.byId.get(review.id!);
    if (!comparison?.has(review.sheet.id) || !copy) return { review, also: [] };
    await comparison.renew(review, copy);
    const compared = await comparison.compared();
    const own = compared.find((one) => one.copy === copy);
    const now = own ? await this.reviewTogether(comparison, own, copy) : review;
    return { review: now, also: comparison.outdated(compared) };
  }

  private async reviewTogether(
    comparison: Comparison,
    compared: ComparedSheet,
    copy: ReviewedCopy,
  ): Promise<SheetReview> {
    const { review, how, found } = await comparison.review(compared, undefined);
    const together = { ...copy, how, findings: found.review.findings };
    this.register(review.id!, together);
    comparison.said(review, together);
    const state = await this.store.loadOnce();
    return { ...review, ...found.review, findings: withCurrentState(found.review.findings, state) };
  }

  /** Where the findings of a review are in the next. Where the engine has dropped what it was made of, only some are known. */
  private async carriedOver(
    { findings, settled = [], id }: SheetReview,
    review: SheetReview,
    copy: ReviewedCopy | null,
  ): Promise<ReturnType<typeof carryOver>> {
    const before = [...findings, ...settled];
    const was = (id !== undefined && this.byId.get(id)) || null;
    const places = new Map<ReviewFinding, CellPosition | null>();
    const originals = new Map<ReviewFinding, string>();
    try {
      if (was && copy) {
        const placed = before.filter(({ unplaced }) => !unplaced);
        const cells = placed.map(({ cell: { row, column } }) => ({ row, column }));
        const now = was.kept === copy.kept ? cells : await this.engine.places(was.kept, copy.kept, cells);
        placed.forEach((finding, i) => places.set(finding, now[i]!));
        if (was.kept !== copy.kept) {
          const own = new Set(was.findings.map((one) => one.id));
          const known = findings.filter((finding) => own.has(finding.id));
          const said = await this.engine.originals(
            was.kept,
            known.map((finding) => finding.id),
          );
          known.forEach((finding, i) => originals.set(finding, said[i]!));
        }
      }
    } catch (thrown) {
      if (!(thrown instanceof NotKept) || thrown.kept !== was?.kept) throw thrown;
    }
    return carryOver(
      before,
      review.findings,
      (finding) => places.get(finding) ?? null,
      checkedIn(review),
      (finding) => originals.get(finding),
    );
  }

  /**
   * What a review was made of is of no more use once whoever has the next one goes on with that: then he asks to follow it
   * in its turn.
   */
  private async letGo(before: SheetReview, review: SheetReview, now: ReviewedCopy | null): Promise<void> {
    const was = before.id === undefined ? undefined : this.byId.get(before.id);
    const older = before.id === undefined ? undefined : this.followed.get(before.id);
    if (was) this.followed.set(review.id!, was.kept);
    if (older === undefined) return;
    this.followed.delete(before.id!);
    if (older !== was?.kept && older !== now?.kept) await this.engine.close(older);
  }

  private async workbookSheet(
    workbookId: string,
    sheet: SheetRef,
    {
      hidden,
      signal,
      comparison,
    }: { readonly hidden: boolean; readonly signal?: AbortSignal; readonly comparison: Comparison },
  ): Promise<WorkbookSheet> {
    const left = !sheet.visible && !hidden;
    try {
      if (left) {
        const { recognition } = await recogniseSheet(this.host, this.copies, sheet, { signal });
        return { ...recognition, review: null, error: null, leftOut: true };
      }
      const review = await this.copies.again(async () => {
        const one = await this.reviewSheet(workbookId, sheet, { signal });
        if (one.annexes.length > 0) await comparison.add(one, this.mustBeIn(one));
        return one;
      });
      const { annexes, reason, notUnderstood } = review;
      const more = notUnderstood && { notUnderstood };
      return { sheet, annexes, reason, ...more, review: annexes.length > 0 ? review : null, error: null };
    } catch (thrown) {
      if (!(thrown instanceof HostError) || ENDS.includes(thrown.code)) throw thrown;
      return { sheet, annexes: [], reason: null, review: null, error: thrown };
    }
  }

  private async reviewSheet(
    workbookId: string,
    sheet: SheetRef,
    { onProgress, signal, heldToProfile = [] }: ReviewOptions,
  ): Promise<SheetReview> {
    const reviewedAt = this.options.now();
    const asRead = await recogniseSheet(this.host, this.copies, sheet, {
      signal,
      frame: true,
      onProgress: (done, total) => onProgress?.({ step: 'reading', done, total }),
    });
    const isQuiet = this.turns.quiet();
    const read = await this.store.load();
    const { recognition, opened } = await this.byCorrections(asRead, read.corrections);
    const id = `review-${++this.count}`;
    if (!opened || recognition.annexes.length === 0)
      return {
        ...recognition,
        elsewhere: null,
        ...NOTHING_FOUND,
        id,
        reviewedAt,
        workbookId,
        ...troubleOf(read),
      };
    const { preferFormulas } = this.options;
    const how: HowToReview = { workbookId, setting: read.profile, heldToProfile, preferFormulas };
    const found = await this.engine.review(opened.kept, how, { onProgress, signal });
    // What this page has recorded meanwhile counts.
    const state = isQuiet() ? read : await this.store.load();
    this.keep(id, { opened, recognition, how, found: found.findings }, this.changesBefore(reviewedAt, state));
    return {
      ...recognition,
      ...found,
      heldToProfile,
      elsewhere: null,
      findings: withCurrentState(found.findings, state),
      id,
      reviewedAt,
      workbookId,
      ...troubleOf(state),
    };
  }

  /** The sheet in view as it is recognised by what is recorded in the workbook. */
  private async byCorrections(
    read: ReadRecognition,
    corrections: StateDocument['corrections'],
  ): Promise<ReadRecognition> {
    this.copies.recogniseBy(vocabularyOf(corrections));
    if (!read.opened) return read;
    const opened = await this.copies.byNow(read.opened);
    return opened === read.opened ? read : recognisedAs(opened, read.recognition.sheet);
  }

  /**
   * What a review of the sheet in view would say if its columns were corrected so.
   * @throws HostError as a review does
   */
  tryOut(vocabulary: (recorded: Vocabulary) => Vocabulary): Promise<TriedOut> {
    return this.copies.again(async () => {
      const workbookId = await this.turns.openWorkbook();
      const read = await recogniseActiveSheet(this.host, this.copies);
      const { profile: setting, corrections } = await this.store.load();
      const { opened } = await this.byCorrections(read, corrections);
      if (!opened) throw new HostError('not-a-worksheet', 'there is nothing to correct');
      const otherwise = { vocabulary: vocabulary(vocabularyOf(corrections)) };
      return this.engine.tryOut(opened.kept, { workbookId, setting }, otherwise);
    });
  }

  /** What would be made of the sheet in view if the selected rows were a header; `null`: nothing is selected. */
  tryHeader(): Promise<TriedHeader | null> {
    return this.copies.again(async () => {
      await this.turns.openWorkbook();
      const selected = await this.host.selection();
      const read = await recogniseActiveSheet(this.host, this.copies);
      if (!selected || !read.opened) return null;
      const { firstRow, lastRow } = withinHeader(selected);
      const { corrections } = await this.store.load();
      const header = { firstRow, lastRow };
      const vocabulary = vocabularyOf(corrections);
      const { kept, annexes } = await this.engine.recognised(read.opened.kept, { vocabulary, header });
      await this.engine.close(kept);
      const annex = annexes.find(({ places }) => places.some(({ labels }) => labels[0]?.row === firstRow));
      return { ...header, annex: annex ?? null };
    });
  }

  /** What the engine keeps of the worksheet of a finding; `null` where it does not come from a review of this page. */
  of({ origin }: ReviewFinding): ReviewedCopy | null {
    return (origin && this.byOrigin.get(origin)) ?? null;
  }

  /** @throws HostError `changed` where it is not known what was reviewed: then nobody can tell whether it still holds */
  mustBeOf(finding: ReviewFinding): ReviewedCopy {
    const copy = this.of(finding);
    if (copy) return copy;
    throw notOfThisPage(finding.sheetName);
  }

  /** @throws HostError `changed` where the review was not made by this page, or is long past */
  mustBeIn({ id, findings, sheet }: SheetReview): ReviewedCopy {
    const [first] = findings;
    const copy = (id !== undefined && this.byId.get(id)) || (first ? this.of(first) : null);
    if (copy) return copy;
    throw notOfThisPage(sheet.name);
  }

  private keep(
    id: string,
    reviewed: {
      readonly opened: OpenedSheet;
      readonly recognition: Recognition;
      readonly how: HowToReview;
      readonly found: readonly ReviewFinding[];
    },
    changes: ReadonlySet<string>,
  ): void {
    const { opened, recognition, how, found } = reviewed;
    const copy: ReviewedCopy = {
      kept: opened.kept,
      sheet: recognition.sheet,
      ...{ how, findings: found, changes },
    };
    this.register(id, copy);
  }

  private register(id: string, copy: ReviewedCopy): void {
    for (const { origin } of copy.findings) if (origin) this.byOrigin.set(origin, copy);
    this.byId.set(id, copy);
    forgetOldest(this.byId);
  }

  /** Only a hint: whatever goes wrong on the way to it, the sheet in view is still none. */
  private async elsewhere({ sheet }: Recognition, signal?: AbortSignal): Promise<SheetReview['elsewhere']> {
    try {
      return await annexElsewhere(this.host, this.copies, sheet, { signal });
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'cancelled') throw thrown;
      return null;
    }
  }

  /** Ids of the changes that a review may have seen; what was changed while it was reading, it may not have. */
  private changesBefore(start: Date, { changes }: StateDocument): ReadonlySet<string> {
    const now = this.options.now().getTime();
    const isMeanwhile = (at: number): boolean => at >= start.getTime() && at <= now;
    return new Set(changes.flatMap(({ id, at }) => (isMeanwhile(Date.parse(at)) ? [] : id)));
  }
}

/** Tells which rules could check any annex of a review; one that failed is no rule that was left out. */
function checkedIn({ outcomes }: SheetReview): (rule: string) => boolean {
  const left = new Set<string>();
  const checked = new Set<string>();
  for (const { rule, outcome } of outcomes.flat()) (outcome === 'checked' ? checked : left).add(rule);
  return (rule) => outcomes.length > 0 && (checked.has(rule) || !left.has(rule));
}

/** Of a worksheet that was not reviewed again, rollups of the whole workbook may be asked for at any time. */
function forgetOldest(byId: Map<string, ReviewedCopy>): void {
  const newest = new Map([...byId].map(([id, { sheet }]) => [sheet.id, id]));
  for (const [id, { sheet }] of byId) {
    if (byId.size <= MOST_REVIEWS) return;
    if (newest.get(sheet.id) !== id) byId.delete(id);
  }
}

/** No header has more rows; who selects whole columns means no header. */
const MOST_HEADER_ROWS = 20;

function withinHeader({ firstRow, lastRow }: CellRange): Pick<CellRange, 'firstRow' | 'lastRow'> {
  return { firstRow, lastRow: Math.min(lastRow, firstRow + MOST_HEADER_ROWS - 1) };
}

const NOTHING_FOUND = {
  findings: [],
  outcomes: [],
  notJudged: [],
  byNote: [],
  heldToProfile: [],
  figures: null,
} as const;

/** Why some of the records could not be read, where that is so. */
function troubleOf({ problems: [problem] }: StateDocument): Pick<SheetReview, 'stateProblem'> {
  return problem ? { stateProblem: new StateError(problem.reason) } : {};
}

function notOfThisPage(sheet: string): HostError {
  return new HostError('changed', 'the finding does not come from a review of this page', {
    sheet,
    write: 'not-tried',
  });
}
