import type { Locale } from '../engine/language';
import type { Fix } from '../engine/rule/finding';
import type { CellPosition } from '../engine/sheet/address';
import type { OwnSheetKey } from '../engine/sheet/sheet-plan';
import {
  HostError,
  mayWriteAfter,
  type MarkResult,
  type SheetMarks,
  type SheetRef,
  type SpreadsheetHost,
  type UnmarkResult,
} from '../host/port';
import { cellNow } from './bound/cell-now';
import { FollowedSheet } from './bound/followed-sheet';
import { markFollowed, mustBeUnmoved } from './bound/mark-followed';
import { ReviewedSheet } from './bound/reviewed-sheet';
import { mayBeFixedInBulk } from './bulk-fix';
import { pageDeskKey, type DeskKey } from '../host/desk-key';
import { ChangeWriter } from './change-writer';
import { changeId, toEntry, type PlannedFix } from './changes';
import { adopting, receivedRecords, receivedSources } from './received';
import { checkAnnexes } from './check-annexes';
import { dismissalKey, withoutDismissalsOf } from './dismissals';
import { openFindings, withCurrentState } from './finding-state';
import { heedSilence } from './heed-silence';
import { insertRollupSheets } from './insert-rollups';
import { MarkRefresher } from './mark-refresh';
import { marksOf } from './marks';
import { preferring } from './preferred-fix';
import { rebound } from './rebind-dismissals';
import { profileSource, type ProfileSetting } from './profile-setting';
import { annexElsewhere, recogniseActiveSheet } from './recognise-sheet';
import type {
  ChangeEntry,
  FindingOrigin,
  MarkChoice,
  PartProblem,
  ReceivedKind,
  ReceivedRecords,
  Recognition,
  Reviewer,
  ReviewFinding,
  ReviewOptions,
  SheetChange,
  SheetReview,
} from './reviewer';
import { notJudgedIn } from './not-judged';
import { nextTask, Slices } from './slices';
import type { Dismissal, StateDocument } from './state/state-document';
import { StateError } from './state/state-error';
import { StateStore } from './state/state-store';

export interface ReviewerOptions {
  readonly now?: () => Date;
  /** Language of notes and rollup sheets; zh-CN where absent. */
  readonly locale?: Locale;
  /** Gives the page its turn between slices of a review. */
  readonly yieldToPage?: () => Promise<void>;
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
  private readonly now: () => Date;
  private readonly locale: Locale;
  private readonly deskKey: () => DeskKey | Promise<DeskKey>;
  private readonly store: StateStore;
  private readonly changes: ChangeWriter;
  /** The workbook last looked at: what has no origin of its own is meant for it. */
  private workbookId: string | null = null;
  /** What was reviewed, by where findings come from: as long as they are kept, it is. */
  private readonly reviewed = new WeakMap<FindingOrigin, ReviewedSheet>();
  private readonly marks: MarkRefresher;
  private readonly listeners = new Set<(change: SheetChange) => void>();
  private lastSelection: { readonly sheetId: string; readonly cell: CellPosition } | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  /** What was begun last, and whether it is done. */
  private work: { readonly done: boolean } = { done: true };

  private readonly host: SpreadsheetHost;
  private readonly begin: () => void;

  constructor(
    host: SpreadsheetHost,
    private readonly options: ReviewerOptions,
  ) {
    const heeded = heedSilence(host);
    this.host = heeded.host;
    this.begin = heeded.begin;
    this.now = options.now ?? (() => new Date());
    this.locale = options.locale ?? 'zh-CN';
    this.deskKey = options.deskKey ?? pageDeskKey;
    this.store = new StateStore(this.host, { key: this.deskKey, now: this.now });
    this.changes = new ChangeWriter(this.host, this.store, this.now);
    this.marks = new MarkRefresher(
      this.host,
      (review, choice) => this.layMarks(review, choice, 'remark'),
      ({ sheetId, upToDate }) => {
        for (const listener of this.listeners) listener({ type: 'marks', sheetId, upToDate });
      },
    );
  }

  get capabilities(): SpreadsheetHost['capabilities'] {
    return this.host.capabilities;
  }

  async recognise(): Promise<Recognition> {
    await this.openWorkbook();
    const { recognition } = await recogniseActiveSheet(this.host);
    if (recognition.annexes.length === 0) return recognition;
    return withProfiles(recognition, await this.store.load());
  }

  async review({ onProgress, signal, keepMarks }: ReviewOptions = {}): Promise<SheetReview> {
    const slices = new Slices(this.options.yieldToPage ?? nextTask, this.now, signal);
    const workbookId = await this.openWorkbook();
    const reviewedAt = this.now();
    const { recognition: seen, snapshot } = await recogniseActiveSheet(this.host, {
      signal,
      onProgress: (done, total) => onProgress?.({ step: 'reading', done, total }),
    });
    // Reading and recognising are one piece; the page has waited for it.
    await slices.turn();
    const settled = this.work.done ? this.work : null;
    const read = await this.store.load();
    const recognition = seen.annexes.length === 0 ? seen : await withProfiles(seen, read);
    const { findings, outcomes } = await checkAnnexes(
      recognition.annexes,
      (annex) => recognition.profiles!.annexes[recognition.annexes.indexOf(annex)]!.profile,
      slices,
      (done, total) => onProgress?.({ step: 'checking', done, total }),
    );
    // What this page has recorded meanwhile counts.
    const state = settled === this.work ? read : await this.store.load();
    const [problem] = state.problems;
    const found = openFindings(findings, snapshot, workbookId).map((finding) =>
      preferring(finding, this.options.preferFormulas),
    );
    if (snapshot && found.length > 0) {
      const profiles = recognition.profiles!.annexes.map(({ profile }) => profile);
      const changes = this.changesBefore(reviewedAt, state);
      const sheet = new ReviewedSheet(snapshot, recognition.annexes, profiles, changes);
      for (const { origin } of found) if (origin) this.reviewed.set(origin, sheet);
    }
    const elsewhere =
      recognition.reason === null ? null : await this.annexElsewhere(recognition.sheet, signal);
    const review: SheetReview = {
      ...recognition,
      elsewhere,
      findings: withCurrentState(found, state),
      outcomes,
      notJudged: snapshot ? notJudgedIn(snapshot, recognition.annexes) : [],
      reviewedAt,
      workbookId,
      ...(problem ? { stateProblem: new StateError(problem.reason) } : {}),
    };
    if (recognition.annexes.length > 0) {
      this.marks.reviewed(review);
      if (!keepMarks) await this.inTurn(() => this.refreshMarksOf(review));
    }
    return review;
  }

  /** Only a hint: whatever goes wrong on the way to it, the sheet in view is still none. */
  private async annexElsewhere(sheet: SheetRef, signal?: AbortSignal): Promise<SheetRef | null> {
    try {
      return await annexElsewhere(this.host, sheet, { signal });
    } catch (thrown) {
      if (thrown instanceof HostError && thrown.code === 'cancelled') throw thrown;
      return null;
    }
  }

  apply(finding: ReviewFinding, fix: Fix): Promise<ChangeEntry> {
    return this.write(
      finding.origin?.workbookId,
      () => this.changes.apply({ finding, fix }, this.mustBeReviewed(finding)),
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
        const bySheet = new Map<ReviewedSheet, PlannedFix[]>();
        for (const finding of findings) {
          if (!finding.fix || finding.state !== 'open') continue;
          const sheet = this.mustBeReviewed(finding);
          if (!mayBeFixedInBulk(finding, sheet.annexes)) continue;
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

  async changeLog(): Promise<readonly ChangeEntry[]> {
    await this.openWorkbook();
    const changes = await this.changes.asFound(await this.store.load());
    return changes.map(toEntry).reverse();
  }

  ignore(findings: readonly ReviewFinding[], reason: string): Promise<readonly Dismissal[]> {
    return this.write(
      findings[0]?.origin?.workbookId,
      async () => {
        const state = await this.store.load();
        const at = this.now().toISOString();
        const step = changeId(
          this.now(),
          1,
          new Set(state.dismissals.map((dismissal) => dismissal.step ?? '')),
          this.store.writer,
        );
        const made = findings.map(({ origin, id, sheetId, sheetName, project }): Dismissal => {
          if (!origin) throw new HostError('failed', 'the finding does not come from a review');
          const { fingerprint, among } = origin;
          return { finding: id, sheetId, sheetName, fingerprint, among, project, reason, at, step };
        });
        const dismissals = [...withoutDismissalsOf(findings, state.dismissals), ...made];
        if (made.length > 0) await this.store.save({ ...state, dismissals });
        return [...dismissals].reverse();
      },
      findings,
    );
  }

  restore(findings: readonly ReviewFinding[]): Promise<readonly Dismissal[]> {
    return this.write(
      findings[0]?.origin?.workbookId,
      () => this.keepDismissals((dismissals) => withoutDismissalsOf(findings, dismissals)),
      findings,
    );
  }

  async dismissals(): Promise<readonly Dismissal[]> {
    await this.openWorkbook();
    return [...(await this.store.load()).dismissals].reverse();
  }

  lift(lifted: readonly Dismissal[]): Promise<readonly Dismissal[]> {
    const keys = new Set(lifted.map(dismissalKey));
    // What was set aside a moment ago has its id only once it has been read again.
    const isMeant = (one: Dismissal): boolean =>
      keys.has(dismissalKey(one)) || keys.has(dismissalKey({ ...one, id: undefined }));
    return this.write(
      undefined,
      () => this.keepDismissals((dismissals) => dismissals.filter((one) => !isMeant(one))),
      lifted,
    );
  }

  chooseProfile(setting: ProfileSetting): Promise<void> {
    return this.write(undefined, async () => {
      await this.store.save({ ...(await this.store.load()), profile: setting });
    });
  }

  async received(): Promise<ReceivedRecords> {
    await this.openWorkbook();
    return receivedRecords(await this.store.load());
  }

  adopt(kind: ReceivedKind, sources?: readonly string[]): Promise<ReceivedRecords> {
    return this.settle(kind, sources, async (state, meant) => {
      const { received } = state;
      const all = new Set(meant);
      const wanted = received.dismissals.filter((one) => all.has(one.received!.source));
      const dismissals = await rebound(this.host, state, wanted);
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
      const result = await this.layMarks(review, choice, 'mark');
      this.marks.marked(review, choice);
      return result!;
    });
  }

  clearMarks(where: 'sheet' | 'workbook'): Promise<UnmarkResult> {
    return this.write(undefined, async () => {
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

  /** Nothing is inserted for a sheet without an annex. */
  insertRollups(review: SheetReview, keys: readonly OwnSheetKey[]): Promise<readonly SheetRef[]> {
    return this.write(review.workbookId, async () => {
      if (review.annexes.length === 0) return [];
      const before = await this.host.activeSheet();
      let failure: unknown = null;
      try {
        const followed = await this.follow(review);
        const findings = await this.current(review, followed);
        // What reviewers wrote in the list is kept by the cells of findings: where these have moved, it is reviewed anew.
        if (followed) mustBeUnmoved(followed, findings);
        // Figures and findings are of one moment: else a sort between two looks would bring them to each other's rows.
        const present = followed?.present;
        return await insertRollupSheets(this.host, {
          ...{ review, findings, keys, locale: this.locale },
          ...(present && { present }),
        });
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

  async goTo(sheetId: string, cell: CellPosition, finding?: ReviewFinding): Promise<void> {
    const sheet = finding && this.reviewedOf(finding);
    await this.host.select(sheetId, sheet ? await cellNow(this.host, sheet, cell) : cell);
  }

  async listen(listener: (change: SheetChange) => void): Promise<() => void> {
    const stop = await this.host.listen((event) => {
      if (event.type === 'selection-changed')
        this.lastSelection = { sheetId: event.sheetId, cell: event.cell };
      if (event.type === 'cells-changed') listener({ type: event.type, sheetId: event.sheetId });
      else listener(event);
    });
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      stop();
    };
  }

  private async openWorkbook(): Promise<string> {
    const { id } = await this.host.workbook();
    this.workbookId = id;
    return id;
  }

  /**
   * Writes one after the other: each reads the state document and writes it back. The workbook in front must be
   * the one that was reviewed.
   * @param touched where marks are laid anew afterwards, if there are any
   */
  private write<Result>(
    workbookId: string | undefined,
    work: () => Promise<Result>,
    touched: readonly { readonly sheetId: string; readonly sheetName: string }[] = [],
  ): Promise<Result> {
    return this.inTurn(async () => {
      const { id } = await this.host.workbook();
      const meant = workbookId ?? this.workbookId;
      if (meant !== null && id !== meant)
        throw new HostError('workbook-changed', 'another workbook is in front', { write: 'not-tried' });
      const result = await work();
      await this.marks.refresh(touched);
      return result;
    });
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = { done: false };
    this.work = begun;
    const next = this.writing.then(() => {
      this.begin();
      this.store.forgetLatest();
      return work();
    });
    this.writing = next
      .catch(() => undefined)
      .finally(() => {
        begun.done = true;
      });
    return next;
  }

  /** Lays the marks of the findings that are open by now, where their cells are now. */
  private async layMarks(
    review: SheetReview,
    { severities, findings }: MarkChoice,
    lay: 'mark' | 'remark',
  ): Promise<MarkResult | null> {
    const wanted = findings && new Set(findings);
    const followed = await this.follow(review);
    const open = (await this.current(review, followed)).filter(
      (finding) =>
        finding.state === 'open' &&
        (severities?.includes(finding.severity) ?? true) &&
        (wanted?.has(finding.id) ?? true),
    );
    const notes = this.capabilities.notes;
    const marks = (some: readonly ReviewFinding[]): SheetMarks => marksOf(some, this.locale, notes);
    if (!followed) return this.host[lay](review.sheet.id, marks(open));
    return markFollowed(this.host, followed, open, marks, lay);
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

  private async keepDismissals(
    kept: (dismissals: StateDocument['dismissals']) => StateDocument['dismissals'],
  ): Promise<readonly Dismissal[]> {
    const state = await this.store.load();
    const dismissals = kept(state.dismissals);
    if (dismissals.length < state.dismissals.length) await this.store.save({ ...state, dismissals });
    return [...dismissals].reverse();
  }

  /** Ids of the changes that a review may have seen; what was changed while it was reading, it may not have. */
  private changesBefore(start: Date, { changes }: StateDocument): ReadonlySet<string> {
    const now = this.now().getTime();
    const isMeanwhile = (at: number): boolean => at >= start.getTime() && at <= now;
    return new Set(changes.flatMap(({ id, at }) => (isMeanwhile(Date.parse(at)) ? [] : id)));
  }

  /** The findings of a review as they are by now. */
  private async current(
    { findings }: SheetReview,
    followed: FollowedSheet | null,
  ): Promise<readonly ReviewFinding[]> {
    const state = await this.store.loadOnce();
    const known = new Map(followed ? [[followed.present.id, followed.present] as const] : []);
    const changes = await this.changes.asFound(state, known);
    return withCurrentState(findings, { ...state, changes }, followed?.reviewed.changes);
  }

  /** A review's worksheet as it is now; `null` where the review found nothing. */
  private async follow({ findings }: SheetReview): Promise<FollowedSheet | null> {
    const [first] = findings;
    if (!first) return null;
    const reviewed = this.mustBeReviewed(first);
    return new FollowedSheet(reviewed, await this.host.read(reviewed.snapshot.id));
  }

  private reviewedOf({ origin }: ReviewFinding): ReviewedSheet | null {
    return (origin && this.reviewed.get(origin)) ?? null;
  }

  /** @throws HostError `changed` where it is not known what was reviewed: then nobody can tell whether it still holds */
  private mustBeReviewed(finding: ReviewFinding): ReviewedSheet {
    const sheet = this.reviewedOf(finding);
    if (sheet) return sheet;
    throw new HostError('changed', 'the finding does not come from a review of this page', {
      sheet: finding.sheetName,
      write: 'not-tried',
    });
  }

  /** Brings the user's sheet back into view where inserting has brought another. */
  private async returnTo(sheet: SheetRef): Promise<void> {
    if (!this.capabilities.interactive || (await this.host.activeSheet()).id === sheet.id) return;
    const selected = this.lastSelection?.sheetId === sheet.id ? this.lastSelection.cell : null;
    await this.host.select(sheet.id, selected ?? { row: 0, column: 0 });
  }
}

/** What was recognised with what it is checked with. */
async function withProfiles(
  recognition: Recognition,
  { profile: setting }: StateDocument,
): Promise<Recognition> {
  const { profileOf, unusable, effects } = await profileSource(setting);
  const annexes = recognition.annexes.map(profileOf);
  return { ...recognition, profiles: { setting, annexes, unusable, effects } };
}
