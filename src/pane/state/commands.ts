import { dismissalsOf } from '../../app/dismissals';
import type { WordsOfFindings } from '../../app/engine/engine';
import type {
  ChangeEntry,
  ChartFigures,
  ColumnChange,
  Dismissal,
  MarkChoice,
  ProfileSetting,
  ReceivedKind,
  Reviewer,
  ReviewFinding,
  RollupChoice,
  SheetChange,
  SheetReview,
  TriedHeader,
  TriedOut,
  Vocabulary,
} from '../../app/reviewer';
import type { LabelPath } from '../../engine/annex/corrections/vocabulary';
import type { Fix } from '../../engine/rule/finding';
import type { CellPosition } from '../../engine/sheet/address';
import { HostError, type MarkResult } from '../../host/port';
import { findingKey, type FindingKey } from './finding-key';
import type { LivePauses, LiveReview } from './live-review';
import type { PaneSettings, SettingsStore } from './pane-settings';
import { currentReview, wholeWorkbook, type Task } from './pane-state';
import type { PaneStore } from './pane-store';
import { withTimeOut } from './time-out';

/** So long the host may take to answer a first time, in milliseconds. */
export const CONNECT_TIME_OUT = 10_000;
/** Changes that a host reports so soon after a write of ours are taken for ours. */
const ECHO_TIME = 1000;

/** What the reader can make the pane do. None of them throws: troubles become messages in the state. */
export interface Commands {
  connect(): Promise<void>;
  /** Waits until the host is found, or was not, and no task is under way. */
  ready(): Promise<void>;
  /** Whether nothing is being done, and what is shown and marked follows nothing any more: it is true by now. */
  isSettled(): boolean;
  recognise(): Promise<void>;
  /** @param heldToProfile annexes of the sheet that follow nothing they print; absent: those of its last review */
  review(heldToProfile?: readonly number[]): Promise<void>;
  /** Reviews again, an annex of the sheet being held to its profile, or following what it prints. */
  holdToProfile(annex: number, held: boolean): Promise<void>;
  /** Looks at all sheets of the workbook and reviews those with annexes. */
  reviewWorkbook(hidden: boolean): Promise<boolean>;
  cancelReview(): void;
  /** @returns whether it was done, as with all commands that write */
  apply(finding: ReviewFinding, fix: Fix): Promise<boolean>;
  applyAll(findings: readonly ReviewFinding[]): Promise<boolean>;
  undo(entries: readonly ChangeEntry[]): Promise<boolean>;
  /** Takes back the last step of this pane that still stands, and then the one before it. */
  undoLast(): Promise<boolean>;
  /** Goes to the open finding after or before the current one, in the order of the list. @returns whether there is one */
  step(by: 1 | -1): boolean;
  /** A list is there that can be gone through. @returns a function that says that it is gone */
  stepBy(go: (by: 1 | -1) => boolean): () => void;
  ignore(findings: readonly ReviewFinding[], reason: string): Promise<boolean>;
  restore(findings: readonly ReviewFinding[]): Promise<boolean>;
  /** Takes back that findings were set aside, also where no review shows them. */
  lift(dismissals: readonly Dismissal[]): Promise<boolean>;
  /** @param sheetId the reviewed sheet; absent: the one in view */
  mark(which?: MarkChoice, sheetId?: string): Promise<boolean>;
  /** Marks the open findings of all reviewed sheets of the workbook. */
  markWorkbook(): Promise<boolean>;
  clearMarks(where: 'sheet' | 'workbook'): Promise<boolean>;
  /** Those of all sheets where the workbook was reviewed as a whole, else of the sheet in view; may be cancelled. */
  insertRollups(choice: RollupChoice): Promise<boolean>;
  /** Reviews a reviewed sheet again where it stands, and follows its findings. */
  lookAgain(sheetId: string): Promise<boolean>;
  /** What was typed of the findings of a review into 问题清单; `null` where that cannot be told. */
  unitWords(review: SheetReview): Promise<WordsOfFindings | null>;
  goTo(sheetId: string, cell: CellPosition, finding?: ReviewFinding): Promise<boolean>;
  openChangeLog(): Promise<void>;
  openDismissals(): Promise<void>;
  /** Chooses the profile of the workbook; a sheet in view that was reviewed is reviewed again. */
  chooseProfile(setting: ProfileSetting): Promise<boolean>;
  /** What a correction of a column would do; `null` where that cannot be told, which becomes a message. */
  tryCorrection(change: ColumnChange): Promise<TriedOut | null>;
  /** Gives a column another meaning, or takes that back; a sheet in view that was reviewed is reviewed again. */
  correct(change: ColumnChange): Promise<boolean>;
  /** What would be made of the sheet in view if the selected rows were a header; `null` as above, or where nothing is selected. */
  tryHeader(): Promise<TriedHeader | null>;
  /** Takes a header of so many rows for one, or for none any more (`null`), and reviews the sheet in view. */
  pointAtHeader(columns: readonly LabelPath[], rows: number | null): Promise<boolean>;
  /** What is drawn of the review in view; `null` as above, or where there is none. */
  readCharts(): Promise<ChartFigures | null>;
  /** The corrections of this workbook; `null` as above. */
  readVocabulary(): Promise<Vocabulary | null>;
  /** Takes over the corrections of a vocabulary. */
  takeOver(vocabulary: Vocabulary): Promise<boolean>;
  /** Makes what came with the workbook this desk's own; a sheet in view that was reviewed is reviewed again. */
  adopt(kind: ReceivedKind): Promise<boolean>;
  /** Puts what came with the workbook away for good. */
  refuse(kind: ReceivedKind): Promise<boolean>;
  /** Takes records that cannot be read out of the workbook. */
  discardUnreadable(): Promise<boolean>;
  /** Another key was loaded for this desk: what is its own, and what is received, is another matter now. */
  keyLoaded(): Promise<void>;
  changeSettings(settings: PaneSettings): void;
  startOver(): Promise<void>;
  dispose(): void;
}

/**
 * Binds the use cases to the pane's state. One task runs at a time; a second one asked for meanwhile is left
 * out, as the buttons say.
 *
 * @param connect finds the host; called again when the reader tries again
 */
export function createCommands(
  store: PaneStore,
  connect: () => Promise<Reviewer>,
  settings: Pick<SettingsStore, 'save'>,
  pauses: Partial<LivePauses> = {},
): Commands {
  const { dispatch, getState } = store;
  let reviewer: Reviewer | null = null;
  let stopListening: (() => void) | null = null;
  let running: AbortController | null = null;
  let attempt = 0;
  let lookAgain = false;
  let ownWrites = 0;
  let lastWrite = -Infinity;
  let live: LiveReview | null = null;
  /** What was done in this pane, the last step last. */
  const steps: { readonly entries: readonly ChangeEntry[]; readonly dismissals: readonly Dismissal[] }[] = [];
  let stepping: ((by: 1 | -1) => boolean) | null = null;

  async function run(task: Task, work: (reviewer: Reviewer) => Promise<void>): Promise<boolean> {
    if (!reviewer || getState().task !== null) return false;
    dispatch({ type: 'task-started', task });
    try {
      await work(reviewer);
      return true;
    } catch (thrown) {
      dispatch({ type: 'failed', problem: { during: task, error: thrown } });
      return false;
    } finally {
      // Some of it is known only once something was written.
      lookAtCapabilities();
      dispatch({ type: 'task-ended' });
    }
  }

  function lookAtCapabilities(): void {
    const { connection } = getState();
    const now = reviewer?.capabilities;
    if (now && connection.phase === 'ready' && connection.capabilities !== now)
      dispatch({ type: 'capabilities-told', capabilities: now });
  }

  function write(task: Task, work: (reviewer: Reviewer) => Promise<void>): Promise<boolean> {
    return run(task, (host) => writing(() => work(host)));
  }

  async function writing(work: () => Promise<void>): Promise<void> {
    ownWrites++;
    try {
      await work();
    } finally {
      ownWrites--;
      lastWrite = Date.now();
    }
  }

  /** A review that the reader may cancel. */
  function cancellable(work: (host: Reviewer, signal: AbortSignal) => Promise<void>): Promise<boolean> {
    return run('review', (host) =>
      untilCancelled((signal) =>
        // Whatever is left of a review that nobody waits for is no trouble.
        work(host, signal).catch((thrown: unknown) => {
          if (!signal.aborted) throw thrown;
        }),
      ),
    );
  }

  async function untilCancelled(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running = new AbortController();
    try {
      await work(running.signal);
    } catch (thrown) {
      if (!(thrown instanceof HostError && thrown.code === 'cancelled')) throw thrown;
    } finally {
      running = null;
    }
  }

  /** What came into view during a review is looked at after it. */
  async function lookAfterReview(): Promise<void> {
    if (!lookAgain) return;
    lookAgain = false;
    await commands.recognise();
  }

  function heard(change: SheetChange): void {
    switch (change.type) {
      case 'cells-changed':
      case 'shown-changed': {
        const { type, sheetId } = change;
        const ours = ownWrites > 0 || Date.now() - lastWrite < ECHO_TIME;
        const typed = type === 'cells-changed' && !ours;
        if (typed) dispatch({ type: 'sheet-changed', sheetId, followed: live?.follows(sheetId) });
        if (typed || type === 'cells-changed' || !ours) live?.heard(sheetId, typed);
        return;
      }
      case 'selection-changed':
        return dispatch({ type: 'cell-selected', sheetId: change.sheetId, cell: change.cell });
      case 'marks':
        return dispatch({ type: 'marks-told', sheetId: change.sheetId, upToDate: change.upToDate });
      case 'capabilities-changed':
        return lookAtCapabilities();
      case 'sheet-activated':
      case 'sheets-changed':
        void commands.recognise();
    }
  }

  async function takeOver(found: Reviewer): Promise<void> {
    reviewer = found;
    dispatch({ type: 'connected', capabilities: found.capabilities });
    stopListening?.();
    stopListening = null;
    // First of all, for what is read from now on is read once as long as nothing is heard of it. A host without events
    // is still of use.
    if (found.capabilities.interactive) stopListening = await found.listen(heard).catch(() => null);
    await recogniseNow(found);
    const { LiveReview: Live } = await import('./live-review');
    live?.end();
    live = stopListening && new Live({ store, reviewer: found, writing, pauses });
    // Only for its count; who opens the log is told what went wrong.
    await readChangeLog(found);
    const dismissals = await found.dismissals().catch(() => null);
    if (dismissals) dispatch({ type: 'dismissals-read', dismissals });
    await readReceived(found);
    const corrections = await found.corrections().catch(() => null);
    if (corrections) dispatch({ type: 'corrections-read', corrections });
    const desk = await found.desk().catch(() => null);
    if (desk) dispatch({ type: 'desk-known', lasting: desk.lasting });
  }

  /** Nothing of it has an effect, so a failure is no trouble of the reader's. */
  async function readReceived(found: Reviewer): Promise<void> {
    const received = await found.received().catch(() => null);
    if (received) dispatch({ type: 'received-read', received });
  }

  /** Looks at something without a task; what goes wrong becomes a message. */
  async function looked<Result>(
    during: Task,
    look: (host: Reviewer) => Promise<Result>,
  ): Promise<Result | null> {
    try {
      return reviewer && (await look(reviewer));
    } catch (thrown) {
      dispatch({ type: 'failed', problem: { during, error: thrown } });
      return null;
    }
  }

  /** Columns mean something else: the sheet in view is looked at again. */
  async function corrected(correct: (host: Reviewer) => ReturnType<Reviewer['correct']>): Promise<boolean> {
    const done = await write('correct', async (host) => {
      dispatch({ type: 'columns-corrected', corrections: await correct(host) });
    });
    if (done) await lookAgainAtRecords();
    return done;
  }

  /** What records say has changed: the sheet in view is looked at again, or reviewed where it was. */
  async function lookAgainAtRecords(): Promise<void> {
    if (currentReview(getState())) await commands.review();
    else await commands.recognise();
  }

  /** What the log says follows what the sheet holds: the user may have taken changes back there. */
  async function readChangeLog(host: Reviewer): Promise<void> {
    const entries = await host.changeLog().catch(() => null);
    if (entries) dispatch({ type: 'change-log-read', entries });
  }

  async function recogniseNow(host: Reviewer): Promise<void> {
    const mine = ++attempt;
    dispatch({ type: 'recognising' });
    try {
      const recognition = await host.recognise();
      if (mine === attempt) dispatch({ type: 'recognised', recognition });
    } catch (thrown) {
      if (mine !== attempt) return;
      dispatch({ type: 'task-ended' });
      dispatch({ type: 'failed', problem: { during: 'recognise', error: thrown } });
    }
  }

  const commands: Commands = {
    async connect() {
      dispatch({ type: 'connecting' });
      const pending = connect();
      try {
        await takeOver(await withTimeOut(pending, CONNECT_TIME_OUT));
      } catch (thrown) {
        dispatch({ type: 'not-connected', problem: { during: 'connect', error: thrown } });
        // An answer that comes late is as good, unless another has come meanwhile.
        pending.then((found) => (reviewer ? undefined : takeOver(found))).catch(() => undefined);
      }
    },

    ready() {
      const isReady = () => {
        const { connection, task, recognising } = getState();
        return connection.phase !== 'connecting' && task === null && !recognising;
      };
      return new Promise((resolve) => {
        if (isReady()) return resolve();
        const stop = store.subscribe(() => {
          if (!isReady()) return;
          stop();
          resolve();
        });
      });
    },

    isSettled() {
      const { task, recognising } = getState();
      return task === null && !recognising && (live?.isSettled ?? true);
    },

    async recognise() {
      // A review under way reports what it saw itself; what came into view meanwhile is looked at after it.
      if (getState().task === 'review') lookAgain = true;
      else if (reviewer) await recogniseNow(reviewer);
    },

    async review(held) {
      await cancellable(async (host, signal) => {
        const heldToProfile = held ?? currentReview(getState())?.heldToProfile ?? [];
        const review = await host.review({
          signal,
          ...(heldToProfile.length > 0 && { heldToProfile }),
          onProgress: (progress) => dispatch({ type: 'progressed', progress }),
        });
        if (signal.aborted) return;
        dispatch({ type: 'reviewed', review });
        await readChangeLog(host);
        await readReceived(host);
      });
      await lookAfterReview();
    },
    async holdToProfile(annex, held) {
      const before = currentReview(getState())?.heldToProfile ?? [];
      const others = before.filter((one) => one !== annex);
      await commands.review(held ? [...others, annex] : others);
    },
    async reviewWorkbook(hidden) {
      const done = await cancellable(async (host, signal) => {
        // Not before it has begun: a list of no sheets says that nothing was found.
        dispatch({ type: 'workbook-review-began', hidden });
        await host.reviewWorkbook({
          hidden,
          signal,
          onSheet: (sheet, _done, total) => dispatch({ type: 'sheet-looked-at', sheet, total }),
        });
        await readChangeLog(host);
        await readReceived(host);
      });
      await lookAfterReview();
      return done;
    },
    cancelReview() {
      running?.abort();
    },

    apply(finding, fix) {
      return write('apply', async (host) => {
        const entry = await host.apply(finding, fix);
        dispatch({ type: 'fixed', fixes: [{ key: findingKey(finding), entry }], entries: [entry] });
        steps.push({ entries: [entry], dismissals: [] });
        live?.wrote([entry]);
      });
    },
    applyAll(findings) {
      return write('apply', async (host) => {
        const entries = await host.applyAll(findings);
        dispatch({ type: 'fixed', fixes: pairUp(findings, entries), entries });
        steps.push({ entries, dismissals: [] });
        live?.wrote(entries);
      });
    },
    undo(entries) {
      return write('undo', async (host) => {
        const after = await host.undo(entries);
        dispatch({ type: 'undone', entries: after.filter(({ undone }) => undone) });
        live?.wrote(after);
        const cells = after.flatMap(({ undone, edits }) => (undone ? [] : edits));
        const some = after.some(({ undone }) => undone);
        if (cells.length > 0)
          throw new HostError('changed', 'cells were edited since, or their rows are not certain', {
            cells,
            write: some ? 'partly' : 'not-tried',
          });
      });
    },
    async undoLast() {
      const log = getState().changeLog;
      for (let step = steps.pop(); step; step = steps.pop()) {
        const isUndone = ({ id }: ChangeEntry) => log?.some((entry) => entry.id === id && entry.undone);
        const entries = step.entries.filter((entry) => !isUndone(entry));
        const standing = step.dismissals.filter((one) => getState().dismissals?.some(isSame(one)));
        if (entries.length + standing.length === 0) continue;
        const done = entries.length > 0 ? commands.undo(entries) : commands.lift(standing);
        if (!(await done)) steps.push(step);
        return done;
      }
      return false;
    },
    step: (by) => stepping?.(by) ?? false,
    stepBy(go) {
      stepping = go;
      return () => {
        if (stepping === go) stepping = null;
      };
    },

    ignore(findings, reason) {
      return write('ignore', async (host) => {
        const dismissals = await host.ignore(findings, reason);
        dispatch({ type: 'ignored', findings: findings.map(findingKey), reason, dismissals });
        // The newest come first.
        steps.push({ entries: [], dismissals: dismissals.slice(0, findings.length) });
      });
    },
    restore(findings) {
      return write('restore', async (host) => {
        const dismissals = await host.restore(findings);
        dispatch({ type: 'restored', findings: findings.map(findingKey), dismissals });
      });
    },
    lift(lifted) {
      return write('restore', async (host) => {
        const dismissals = await host.lift(lifted);
        const findings = Object.values(getState().reviews).flatMap((review) =>
          [...dismissalsOf(review.findings, lifted).keys()].map((id) =>
            findingKey({ id, sheetId: review.sheet.id }),
          ),
        );
        dispatch({ type: 'restored', findings, dismissals });
      });
    },

    async mark(which, sheetId) {
      const review = sheetId === undefined ? currentReview(getState()) : getState().reviews[sheetId];
      if (!review) return false;
      return write('mark', async (host) => {
        dispatch({
          type: 'noticed',
          notice: { type: 'marked', result: await host.mark(review, which) },
        });
      });
    },
    markWorkbook() {
      const { workbook, reviews } = getState();
      const reviewed = (workbook?.sheets ?? []).flatMap(({ sheet }) => reviews[sheet.id] ?? []);
      return write('mark', async (host) => {
        const marked: MarkResult[] = [];
        for (const review of reviewed)
          if (review.findings.some(({ state }) => state === 'open')) marked.push(await host.mark(review));
        if (marked.length > 0)
          dispatch({ type: 'noticed', notice: { type: 'marked', result: marked.reduce(together) } });
      });
    },
    clearMarks(where) {
      return write('unmark', async (host) => {
        dispatch({ type: 'noticed', notice: { type: 'unmarked', result: await host.clearMarks(where) } });
      });
    },
    async insertRollups(choice) {
      const workbook = wholeWorkbook(getState());
      const review = currentReview(getState());
      if (!workbook && !review) return false;
      let inserted = false;
      const done = await write('insert', (host) =>
        untilCancelled(async (signal) => {
          const sheets = workbook
            ? await host.insertWorkbookRollups(workbook, choice, {
                signal,
                onSheet: (sheet, total) =>
                  dispatch({ type: 'progressed', progress: { step: 'rolling-up', done: sheet, total } }),
              })
            : await host.insertRollups(review!, choice);
          inserted = true;
          dispatch({ type: 'noticed', notice: { type: 'inserted', sheets } });
        }),
      );
      return done && inserted;
    },

    async lookAgain(sheetId) {
      if (await live?.lookAgain(sheetId)) return true;
      // Who hears nothing of the sheet has no more to go by than a review by hand.
      if (currentReview(getState())?.sheet.id !== sheetId) return false;
      await commands.review();
      return true;
    },

    // No word of theirs is missed where it cannot be read: the list says it.
    unitWords: async (review) => (reviewer ? reviewer.unitWords(review).catch(() => null) : null),
    // Looking is no task: it may happen while another runs.
    async goTo(sheetId, cell, finding) {
      try {
        await reviewer?.goTo(sheetId, cell, finding);
        return reviewer !== null;
      } catch (thrown) {
        // Its card says so, and offers to look again.
        const isLost = finding && thrown instanceof HostError && thrown.code === 'changed';
        if (isLost) dispatch({ type: 'place-lost', key: findingKey(finding) });
        else dispatch({ type: 'failed', problem: { during: 'go-to', error: thrown } });
        return false;
      }
    },
    async openChangeLog() {
      dispatch({ type: 'view-opened', view: 'change-log' });
      await run('change-log', async (host) => {
        dispatch({ type: 'change-log-read', entries: await host.changeLog() });
        dispatch({ type: 'dismissals-read', dismissals: await host.dismissals() });
      });
    },
    async openDismissals() {
      dispatch({ type: 'view-opened', view: 'dismissals' });
      await run('dismissals', async (host) => {
        dispatch({ type: 'dismissals-read', dismissals: await host.dismissals() });
      });
    },
    async chooseProfile(setting) {
      const done = await write('profile', async (host) => {
        await host.chooseProfile(setting);
        dispatch({ type: 'profile-chosen' });
      });
      if (done) await lookAgainAtRecords();
      return done;
    },
    // Trying is no task: nothing is written, and the reader may leave it.
    async tryCorrection(change) {
      return looked('correct', (host) => host.tryCorrection(change));
    },
    async correct(change) {
      return corrected((host) => host.correct(change));
    },
    async tryHeader() {
      return looked('correct', (host) => host.tryHeader());
    },
    async pointAtHeader(columns, rows) {
      const done = await corrected((host) => host.pointAtHeader(columns, rows));
      // Where nothing was recognised, nothing was reviewed.
      if (done && rows !== null && !currentReview(getState())) await commands.review();
      return done;
    },
    async readCharts() {
      const review = currentReview(getState());
      return review && looked('charts', (host) => host.charts(review));
    },
    async readVocabulary() {
      return looked('correct', (host) => host.vocabulary());
    },
    async takeOver(vocabulary) {
      return corrected((host) => host.takeOver(vocabulary));
    },
    async adopt(kind) {
      const done = await write('received', async (host) => {
        dispatch({ type: 'received-read', received: await host.adopt(kind) });
        if (kind === 'profiles') dispatch({ type: 'profile-chosen' });
        if (kind === 'corrections')
          dispatch({ type: 'columns-corrected', corrections: await host.corrections() });
        if (kind === 'dismissals') dispatch({ type: 'dismissals-read', dismissals: await host.dismissals() });
        if (kind === 'changes') dispatch({ type: 'change-log-read', entries: await host.changeLog() });
      });
      if (done && kind !== 'changes') await lookAgainAtRecords();
      return done;
    },
    async refuse(kind) {
      const done = await write('received', async (host) => {
        dispatch({ type: 'received-read', received: await host.refuse(kind) });
      });
      // The cards say what a record says of them, and no longer do.
      if (done && kind === 'dismissals' && currentReview(getState())) await commands.review();
      return done;
    },
    async discardUnreadable() {
      const unreadable = getState().received?.unreadable ?? [];
      if (unreadable.length === 0) return false;
      return write('received', async (host) => {
        dispatch({ type: 'received-read', received: await host.discard(unreadable) });
      });
    },
    async keyLoaded() {
      await run('received', async (host) => {
        dispatch({ type: 'received-read', received: await host.received() });
        dispatch({ type: 'dismissals-read', dismissals: await host.dismissals() });
        dispatch({ type: 'change-log-read', entries: await host.changeLog() });
        dispatch({ type: 'corrections-read', corrections: await host.corrections() });
        dispatch({ type: 'desk-known', lasting: (await host.desk()).lasting });
      });
      await lookAgainAtRecords();
    },
    changeSettings(changed) {
      settings.save(changed);
      dispatch({ type: 'settings-changed', settings: changed });
    },
    async startOver() {
      running?.abort();
      dispatch({ type: 'started-over' });
      if (reviewer) await recogniseNow(reviewer);
    },
    dispose() {
      running?.abort();
      live?.end();
      stopListening?.();
    },
  };
  return commands;
}

/** What was set aside has its id only once it was read again. */
function isSame(one: Dismissal): (other: Dismissal) => boolean {
  return ({ finding, at, sheetId }) => one.finding === finding && one.at === at && one.sheetId === sheetId;
}

/** What was marked in two sheets. */
function together(one: MarkResult, other: MarkResult): MarkResult {
  return {
    markedCells: one.markedCells + other.markedCells,
    notes: one.notes + other.notes,
    cellsLeftOut: (one.cellsLeftOut ?? 0) + (other.cellsLeftOut ?? 0),
    notesLeftOut: one.notesLeftOut + other.notesLeftOut,
    notesRefused: one.notesRefused + other.notesRefused,
    left: [...one.left, ...other.left],
    unreadable: one.unreadable + other.unreadable,
    replaced: one.replaced || other.replaced,
  };
}

/** Which change corrected which finding: the one that says so, or else the one of its rule in its cell. */
function pairUp(
  findings: readonly ReviewFinding[],
  entries: readonly ChangeEntry[],
): { key: FindingKey; entry: ChangeEntry }[] {
  const byFinding = new Map(
    entries.flatMap(({ finding: id, sheetId }, i) =>
      id === undefined ? [] : [[findingKey({ id, sheetId }), entries[i]!]],
    ),
  );
  const byCell = new Map<string, ChangeEntry>();
  for (const entry of entries) {
    for (const { row, column } of entry.edits)
      byCell.set(`${entry.sheetId} ${entry.rule} ${row} ${column}`, entry);
  }
  return findings.flatMap((finding) => {
    const { row, column } = finding.fix?.edits[0] ?? finding.cell;
    const entry =
      byFinding.get(findingKey(finding)) ?? byCell.get(`${finding.sheetId} ${finding.rule} ${row} ${column}`);
    return entry ? [{ key: findingKey(finding), entry }] : [];
  });
}
