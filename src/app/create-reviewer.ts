import type { LabelPath } from '../engine/annex/corrections/vocabulary';
import type { Locale } from '../engine/language';
import type { ChartFigures } from '../engine/rollup/chart-figures';
import type { Fix } from '../engine/rule/finding';
import type { CellPosition } from '../engine/sheet/address';
import { pageDeskKey, type DeskKey } from '../host/desk-key';
import { oneWorkbook } from '../host/one-workbook';
import {
  HostError,
  mayWriteAfter,
  type MarkResult,
  type SheetRef,
  type SpreadsheetApplication,
  type SpreadsheetHost,
  type UnmarkResult,
} from '../host/port';
import { ChangeWriter } from './change-writer';
import { toEntry, type PlannedFix } from './changes';
import type { Engine, WordsOfFindings } from './engine/engine';
import { engineWhenAsked } from './engine/when-asked';
import { heedSilence } from './heed-silence';
import { keptInFront, type KeptInFront } from './kept-in-front';
import { Corrections, tryingColumn } from './corrections';
import { MarkLayer } from './lay-marks';
import { MarkRefresher } from './mark-refresh';
import { PresentFindings } from './present-findings';
import type { ProfileSetting } from './profile-setting';
import { rebound } from './rebind-dismissals';
import { adopting, receivedRecords, receivedSources } from './received';
import type {
  ChangeEntry,
  ColumnChange,
  FollowedReview,
  MarkChoice,
  PartProblem,
  ReceivedKind,
  ReceivedRecords,
  Recognition,
  Reviewer,
  ReviewFinding,
  ReviewOptions,
  RollupChoice,
  SheetChange,
  SheetReview,
  StoredCorrection,
  TriedHeader,
  TriedOut,
  Vocabulary,
  WorkbookOptions,
  WorkbookRollupOptions,
  WorkbookSheet,
} from './reviewer';
import { Reviews } from './reviews';
import type { Rollups } from './rollups';
import { SetAside } from './set-aside';
import { SheetCopies, type ReviewedCopy } from './sheet-copies';
import type { Dismissal, StateDocument } from './state/state-document';
import { StateStore } from './state/state-store';
import { vocabularyOf } from './state/stored-correction';
import { Turns } from './turns';

export interface ReviewerOptions {
  /** The program that has the workbook open; absent: one in which it is always in front. */
  readonly application?: SpreadsheetApplication;
  /** Who does what needs the cells of worksheets; absent: an engine in this thread, loaded when it is first needed. */
  readonly engine?: Engine;
  readonly now?: () => Date;
  /** Language of notes and rollup sheets; zh-CN where absent. */
  readonly locale?: Locale;
  /** Whether fixes write formulas or values where both would do; absent: as the annex itself does. */
  readonly preferFormulas?: boolean;
  /** The key of this desk, asked for whenever records are read; absent: the one of the page. */
  readonly deskKey?: () => DeskKey | Promise<DeskKey>;
}

/** The use cases over one open workbook. */
export function createReviewer(host: SpreadsheetHost, options: ReviewerOptions = {}): Reviewer {
  return new WorkbookReviewer(host, options);
}

class WorkbookReviewer implements Reviewer {
  private readonly host: SpreadsheetHost;
  private readonly engine: Engine;
  private readonly locale: Locale;
  private readonly now: () => Date;
  private readonly deskKey: () => DeskKey | Promise<DeskKey>;
  private readonly front: KeptInFront;
  private readonly turns: Turns;
  private readonly copies: SheetCopies;
  private readonly store: StateStore;
  private readonly changes: ChangeWriter;
  private readonly reviews: Reviews;
  private readonly present: PresentFindings;
  private readonly setAside: SetAside;
  private readonly corrected: Corrections;
  private readonly layer: MarkLayer;
  private readonly marks: MarkRefresher;
  private readonly listeners = new Set<(change: SheetChange) => void>();
  private lastSelection: { readonly sheetId: string; readonly cell: CellPosition } | null = null;

  constructor(host: SpreadsheetHost, options: ReviewerOptions) {
    this.front = keptInFront(host, options.application ?? oneWorkbook(host));
    const heeded = heedSilence(this.front.host);
    const { now = () => new Date(), locale = 'zh-CN', deskKey = pageDeskKey, preferFormulas } = options;
    const { engine = engineWhenAsked() } = options;
    this.host = heeded.host;
    this.engine = engine;
    this.now = now;
    this.locale = locale;
    this.deskKey = deskKey;
    this.copies = new SheetCopies(this.host, engine);
    this.store = new StateStore(this.host, {
      key: deskKey,
      now,
      look: (sheetId, changes) => this.copies.look(sheetId, changes),
    });
    this.turns = new Turns(this.host, () => {
      heeded.begin();
      this.store.forgetLatest();
    });
    this.changes = new ChangeWriter(this.host, engine, this.copies, this.store, now);
    this.reviews = new Reviews(this.host, engine, this.copies, this.store, this.turns, {
      now,
      ...(preferFormulas !== undefined && { preferFormulas }),
    });
    this.present = new PresentFindings(engine, this.copies, this.store, this.changes);
    this.setAside = new SetAside(this.store, now);
    this.corrected = new Corrections(this.store, now);
    this.layer = new MarkLayer(this.host, this.copies, this.reviews, this.present, locale);
    this.marks = new MarkRefresher(
      this.host,
      (review, choice, how) => this.layer.lay(review, choice, how),
      ({ sheetId, upToDate }) => {
        for (const listener of this.listeners) listener({ type: 'marks', sheetId, upToDate });
      },
    );
  }

  get capabilities(): SpreadsheetHost['capabilities'] {
    return this.host.capabilities;
  }

  recognise(): Promise<Recognition> {
    return this.front.looking(() => this.reviews.recognise());
  }

  async review(options: ReviewOptions = {}): Promise<SheetReview> {
    const review = await this.front.looking(() => this.reviews.review(options), options.signal);
    if (review.annexes.length === 0) return review;
    this.marks.reviewed(review);
    if (!options.keepMarks) await this.turns.inTurn(() => this.refreshMarksOf(review));
    return review;
  }

  async reviewAgain(before: SheetReview, signal?: AbortSignal): Promise<FollowedReview> {
    const followed = await this.front.looking(() => this.reviews.again(before, signal), signal);
    this.marks.reviewed(followed.review, followed.became);
    return followed;
  }

  followMarks(sheetId: string): Promise<void> {
    return this.turns.inTurn(() => this.marks.follow(sheetId));
  }

  async reviewWorkbook(options: WorkbookOptions = {}): Promise<readonly WorkbookSheet[]> {
    const sheets = await this.front.looking(() => this.reviews.reviewWorkbook(options), options.signal);
    for (const { review } of sheets) if (review) this.marks.reviewed(review);
    return sheets;
  }

  apply(finding: ReviewFinding, fix: Fix): Promise<ChangeEntry> {
    return this.write(
      finding.origin?.workbookId,
      () => this.changes.apply({ finding, fix }, this.reviews.mustBeOf(finding)),
      [finding],
    );
  }

  /**
   * Findings that may not be fixed in bulk or are not open are passed over, and so are those whose cells have been
   * edited since the review: what was done is what is returned.
   * @throws HostError `changed` where all of them have been edited
   */
  applyAll(findings: readonly ReviewFinding[]): Promise<readonly ChangeEntry[]> {
    return this.write(
      findings[0]?.origin?.workbookId,
      async () => {
        const bySheet = new Map<ReviewedCopy, PlannedFix[]>();
        for (const finding of findings) {
          if (!finding.fix || !finding.bulk || finding.state !== 'open') continue;
          const sheet = this.reviews.mustBeOf(finding);
          const own = bySheet.get(sheet);
          if (own) own.push({ finding, fix: finding.fix });
          else bySheet.set(sheet, [{ finding, fix: finding.fix }]);
        }
        const entries: ChangeEntry[] = [];
        for (const [sheet, fixes] of bySheet) {
          try {
            entries.push(...(await this.changes.applyMany(fixes, sheet)));
          } catch (thrown) {
            // What was fixed on other sheets before is done.
            if (thrown instanceof HostError && entries.length > 0 && thrown.write !== 'in-doubt')
              throw thrown.say('partly');
            throw thrown;
          }
        }
        return entries;
      },
      findings,
    );
  }

  undo(entries: readonly ChangeEntry[]): Promise<readonly ChangeEntry[]> {
    return this.write(undefined, () => this.changes.undo(entries.map(({ id }) => id)), entries);
  }

  changeLog(): Promise<readonly ChangeEntry[]> {
    return this.look(async () => {
      const changes = await this.changes.asFound(await this.store.load());
      return changes.map(toEntry).reverse();
    });
  }

  ignore(findings: readonly ReviewFinding[], reason: string): Promise<readonly Dismissal[]> {
    return this.write(findings[0]?.origin?.workbookId, () => this.setAside.add(findings, reason), findings);
  }

  restore(findings: readonly ReviewFinding[]): Promise<readonly Dismissal[]> {
    return this.write(findings[0]?.origin?.workbookId, () => this.setAside.restore(findings), findings);
  }

  dismissals(): Promise<readonly Dismissal[]> {
    return this.look(() => this.setAside.all());
  }

  lift(lifted: readonly Dismissal[]): Promise<readonly Dismissal[]> {
    return this.write(undefined, () => this.setAside.lift(lifted), lifted);
  }

  chooseProfile(setting: ProfileSetting): Promise<void> {
    return this.write(undefined, async () => {
      await this.store.save({ ...(await this.store.load()), profile: setting });
    });
  }

  tryCorrection(change: ColumnChange): Promise<TriedOut> {
    return this.front.looking(() => this.reviews.tryOut((recorded) => tryingColumn(recorded, change)));
  }

  correct(change: ColumnChange): Promise<readonly StoredCorrection[]> {
    return this.write(undefined, () => this.corrected.correct(change));
  }

  tryHeader(): Promise<TriedHeader | null> {
    return this.front.looking(() => this.reviews.tryHeader());
  }

  pointAtHeader(columns: readonly LabelPath[], rows: number | null): Promise<readonly StoredCorrection[]> {
    return this.write(undefined, () => this.corrected.point(columns, rows));
  }

  corrections(): Promise<readonly StoredCorrection[]> {
    return this.look(() => this.corrected.all());
  }

  async vocabulary(): Promise<Vocabulary> {
    return vocabularyOf(await this.corrections());
  }

  takeOver(vocabulary: Vocabulary): Promise<readonly StoredCorrection[]> {
    return this.write(undefined, () => this.corrected.takeOver(vocabulary));
  }

  received(): Promise<ReceivedRecords> {
    return this.look(async () => receivedRecords(await this.store.load()));
  }

  adopt(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords> {
    return this.settle(kind, sources, async (state, meant) => {
      const { received } = state;
      const all = new Set(meant);
      const wanted = received.dismissals.filter((one) => all.has(one.received!.source));
      const dismissals = await rebound(this.host, this.engine, this.copies, state, wanted);
      const known = { ...state, received: { ...received, dismissals } };
      return this.store.settle(adopting(known, meant, this.now().toISOString()), meant);
    });
  }

  refuse(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords> {
    return this.settle(kind, sources, (state, meant) => this.store.settle(state, meant));
  }

  discard(unreadable: readonly PartProblem[]): Promise<ReceivedRecords> {
    return this.write(undefined, async () => {
      await this.store.discard(unreadable);
      return receivedRecords(await this.store.load());
    });
  }

  async desk(): Promise<{ readonly id: string; readonly lasting: boolean }> {
    const { id, lasting } = await this.deskKey();
    return { id, lasting };
  }

  mark(review: SheetReview, choice: MarkChoice = {}): Promise<MarkResult> {
    return this.write(review.workbookId, async () => {
      const result = await this.layer.lay(review, choice, 'mark');
      this.marks.marked(review, choice);
      // Only to follow may find the same there.
      return result as MarkResult;
    });
  }

  clearMarks(where: 'sheet' | 'workbook'): Promise<UnmarkResult> {
    return this.write(undefined, async () => {
      this.layer.disturbed('all');
      if (where === 'workbook') {
        const cleared = await this.host.unmark('all');
        this.marks.cleared('all');
        return cleared;
      }
      const sheet = await this.host.activeSheet();
      if (sheet.kind !== 'worksheet') throw new HostError('not-a-worksheet', 'a chart has no marks');
      const cleared = await this.host.unmark(sheet.id);
      this.marks.cleared(sheet.id);
      return cleared;
    });
  }

  insertRollups(review: SheetReview, choice: RollupChoice): Promise<readonly SheetRef[]> {
    return this.rollUp(review.workbookId, (rollups) => rollups.ofSheet(review, choice));
  }

  insertWorkbookRollups(
    sheets: readonly WorkbookSheet[],
    choice: RollupChoice,
    options: WorkbookRollupOptions = {},
  ): Promise<readonly SheetRef[]> {
    const workbookId = sheets.find(({ review }) => review)?.review?.workbookId;
    return this.rollUp(workbookId, (rollups) => rollups.ofWorkbook(sheets, choice, options));
  }

  unitWords(review: SheetReview): Promise<WordsOfFindings> {
    const { host, engine, copies, reviews, present, locale } = this;
    return this.look(async () => {
      const { Rollups: Loaded } = await import('./rollups');
      return new Loaded(host, engine, copies, reviews, present, locale).wordsOf(review);
    });
  }

  /** Inserts rollups, and leaves the user's sheet in view. */
  private rollUp(
    workbookId: string | undefined,
    insert: (rollups: Rollups) => Promise<readonly SheetRef[]>,
  ): Promise<readonly SheetRef[]> {
    const { host, engine, copies, reviews, present, locale } = this;
    return this.write(workbookId, async () => {
      const { Rollups: Loaded } = await import('./rollups');
      const before = await this.host.activeSheet();
      let failure: unknown = null;
      try {
        return await insert(new Loaded(host, engine, copies, reviews, present, locale));
      } catch (thrown) {
        failure = thrown;
        throw thrown;
      } finally {
        // What was inserted is there, and what failed has failed, whether or not the user's sheet comes back into view.
        if (!(failure instanceof HostError && !mayWriteAfter(failure)))
          await this.returnTo(before).catch(() => undefined);
      }
    });
  }

  charts(review: SheetReview): Promise<ChartFigures> {
    return this.front.looking(() =>
      this.copies.withReviewed(this.reviews.mustBeIn(review), [], (kept) => this.engine.charts(kept)),
    );
  }

  /** To be led somewhere is wished for now, or not at all. */
  goTo(sheetId: string, cell: CellPosition, finding?: ReviewFinding): Promise<void> {
    return this.front.writing(async () => {
      if (this.lastSelection?.sheetId !== sheetId) await this.mustBeVisible(sheetId);
      const copy = finding && this.reviews.of(finding);
      await this.host.select(sheetId, copy ? await this.cellNow(copy, cell, finding) : cell);
    });
  }

  /** A hidden worksheet is neither shown nor unhidden by us: hosts differ in what they make of selecting in one. */
  private async mustBeVisible(sheetId: string): Promise<void> {
    const sheet = (await this.host.sheets()).find(({ id }) => id === sheetId);
    if (sheet && !sheet.visible)
      throw new HostError('sheet-hidden', 'the worksheet is hidden', { sheets: [sheet], write: 'not-tried' });
  }

  async listen(listener: (change: SheetChange) => void): Promise<() => void> {
    const { told } = this.copies;
    const stop = await this.host.listen((event) => {
      told.heard(event);
      if (event.type === 'cells-changed' && !event.range) this.layer.disturbed(event.sheetId);
      if (event.type === 'selection-changed')
        this.lastSelection = { sheetId: event.sheetId, cell: event.cell };
      if (event.type === 'cells-changed' || event.type === 'shown-changed')
        listener({ type: event.type, sheetId: event.sheetId });
      else listener(event);
    });
    const end = told.begin();
    this.listeners.add(listener);
    return () => {
      end();
      this.listeners.delete(listener);
      stop();
    };
  }

  /**
   * Writes one after the other, in the workbook that was reviewed.
   * @param touched where marks are laid anew afterwards, if there are any
   */
  private write<Result>(
    workbookId: string | undefined,
    work: () => Promise<Result>,
    touched: readonly { readonly sheetId: string; readonly sheetName: string }[] = [],
  ): Promise<Result> {
    return this.turns.inTurn(async () => {
      const result = await this.front.writing(async () => {
        await this.turns.mustBeIn(workbookId);
        return work();
      });
      // What was asked for is done; to look whether marks are there may wait until the workbook is back.
      await this.marks.refresh(touched);
      return result;
    });
  }

  /** Looks at what is recorded. */
  private look<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.front.looking(async () => {
      await this.turns.openWorkbook();
      return work();
    });
  }

  /**
   * Where a reviewed cell is now. One look tells whether its row is as it was; only where it is not, the sheet is read.
   * @throws HostError `changed` where its row is not certain
   */
  private async cellNow(copy: ReviewedCopy, cell: CellPosition, about: ReviewFinding): Promise<CellPosition> {
    const { id, name } = copy.sheet;
    // One that is settled is in no review any more.
    const known = copy.findings.some(({ id }) => id === about.id) ? [about] : [];
    return this.copies.withReviewed(copy, known, async (reviewed) => {
      const guards = await this.engine.rowGuards(reviewed, cell.row);
      try {
        await this.host.edit(id, [], guards);
        return cell;
      } catch (thrown) {
        if (!(thrown instanceof HostError && thrown.code === 'changed')) throw thrown;
      }
      const present = await this.copies.present(id);
      const now = await this.engine.place(reviewed, present.kept, cell);
      if (now) return now;
      throw new HostError('changed', 'the row is not certain any more', {
        sheet: name,
        cells: [{ row: cell.row, column: cell.column }],
        write: 'not-tried',
      });
    });
  }

  private refreshMarksOf({ sheet, stateProblem }: SheetReview): Promise<void> {
    // Where the records cannot be read, nobody knows what was set aside: marks stay as they are.
    if (stateProblem) return Promise.resolve();
    return this.marks.refresh([{ sheetId: sheet.id, sheetName: sheet.name }]);
  }

  /** Settles received records of a kind. */
  private settle(
    kind: ReceivedKind,
    sources: readonly string[] | undefined,
    how: (state: StateDocument, sources: readonly string[]) => Promise<void>,
  ): Promise<ReceivedRecords> {
    return this.write(
      undefined,
      async () => {
        const state = await this.store.load();
        const meant = receivedSources(state.received, kind, sources);
        if (meant.length === 0) return receivedRecords(state);
        await how(state, meant);
        return receivedRecords(await this.store.load());
      },
      this.marks.places,
    );
  }

  /** Brings the user's sheet back into view where inserting has brought another. */
  private async returnTo(sheet: SheetRef): Promise<void> {
    if (!this.capabilities.interactive || (await this.host.activeSheet()).id === sheet.id) return;
    const selected = this.lastSelection?.sheetId === sheet.id ? this.lastSelection.cell : null;
    await this.host.select(sheet.id, selected ?? { row: 0, column: 0 });
  }
}
