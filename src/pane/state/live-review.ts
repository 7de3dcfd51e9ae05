import type { ChangeEntry, Reviewer } from '../../app/reviewer';
import { HostError } from '../../host/port';
import { followedState } from './followed-state';
import type { PaneStore } from './pane-store';

/** How long is waited for what; in milliseconds. */
export interface LivePauses {
  /** So long nothing may be typed on a worksheet before it is reviewed again. */
  readonly typing: number;
  /** What we have written ourselves is looked at as soon as its task is over. */
  readonly own: number;
  /** While something else is under way, it is tried again so much later. */
  readonly retry: number;
  /** The same while the host is busy. */
  readonly busy: number;
  /**
   * So long nothing may be typed before marks follow an edit of the user's: what we write joins the user's own undo in some
   * hosts, and who takes back what he has just typed is to take back that.
   */
  readonly marks: number;
}

const PAUSES: LivePauses = { typing: 700, own: 50, retry: 300, busy: 2000, marks: 3000 };
/** So often a host that is busy is asked in vain before the reader is told that results are old. */
const MOST_RETRIES = 5;
/** Where a review takes its time, the pause grows with it. */
const PAUSE_FOR_ITS_TIME = 2;
/** A review that takes longer is no longer waited for in silence: what is shown is said to be old meanwhile. */
const SILENT_TIME = 3000;
export interface LiveReviewOptions {
  readonly store: PaneStore;
  readonly reviewer: Reviewer;
  /** Work that writes: what is told of while it runs is not the user's. */
  readonly writing: (work: () => Promise<void>) => Promise<void>;
  readonly pauses?: Partial<LivePauses>;
}

/**
 * Keeps what is shown of reviewed worksheets true: after an edit, and after what we have written ourselves, they are
 * reviewed again once the typing has paused, and cards, counts, log and marks follow. No task of the reader's waits for it,
 * and it waits for all of them.
 */
export class LiveReview {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly marks = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly retries = new Map<string, number>();
  /** How long the last review of each worksheet took. */
  private readonly took = new Map<string, number>();
  /** Each worksheet waits for the one before. */
  private under: Promise<unknown> = Promise.resolve();
  private running = 0;
  private lastEdit = -Infinity;
  private ended = false;

  private readonly pauses: LivePauses;
  private marking = 0;

  constructor(private readonly options: LiveReviewOptions) {
    this.pauses = { ...PAUSES, ...options.pauses };
  }

  /** Whether an edit of a worksheet is followed soon enough that its results need not be said to be old. */
  follows(sheetId: string): boolean {
    return this.isReviewed(sheetId) && (this.took.get(sheetId) ?? 0) < SILENT_TIME;
  }

  /** Cells of a worksheet have changed. @param typed whether the user did it */
  heard(sheetId: string, typed: boolean): void {
    if (typed) this.lastEdit = Date.now();
    const pause = typed ? this.pauses.typing : this.pauses.own;
    this.soon(sheetId, Math.max(pause, PAUSE_FOR_ITS_TIME * (this.took.get(sheetId) ?? 0)));
    // Marks that wait do not come between the user and his undo.
    if (typed && this.marks.has(sheetId)) this.marksSoon(sheetId);
  }

  /** Fixes were made or taken back. */
  wrote(entries: readonly ChangeEntry[]): void {
    const { reviews } = this.options.store.getState();
    for (const { sheetId, sheetName } of entries) {
      const own = reviews[sheetId] ?? Object.values(reviews).find(({ sheet }) => sheet.name === sheetName);
      if (own) this.soon(own.sheet.id, this.pauses.own);
    }
  }

  /** Reviews a worksheet again at once. @returns whether that could be done */
  lookAgain(sheetId: string): Promise<boolean> {
    this.forget(sheetId);
    return this.inTurn(sheetId);
  }

  /** Whether nothing is waited for: what is shown is true, and so is what is marked. */
  get isSettled(): boolean {
    return this.timers.size + this.marks.size + this.running + this.marking === 0;
  }

  end(): void {
    this.ended = true;
    for (const timer of [...this.timers.values(), ...this.marks.values()]) clearTimeout(timer);
  }

  private isReviewed(sheetId: string): boolean {
    return this.options.store.getState().reviews[sheetId] !== undefined;
  }

  private soon(sheetId: string, pause: number): void {
    this.forget(sheetId);
    if (this.ended) return;
    this.timers.set(
      sheetId,
      setTimeout(() => {
        this.timers.delete(sheetId);
        void this.inTurn(sheetId);
      }, pause),
    );
  }

  private forget(sheetId: string): void {
    clearTimeout(this.timers.get(sheetId));
    this.timers.delete(sheetId);
  }

  private inTurn(sheetId: string): Promise<boolean> {
    this.running++;
    const next = this.under.then(() => this.follow(sheetId)).finally(() => this.running--);
    this.under = next.catch(() => undefined);
    return next;
  }

  private async follow(sheetId: string): Promise<boolean> {
    const { store, reviewer } = this.options;
    const before = store.getState().reviews[sheetId];
    if (this.ended) return false;
    if (store.getState().task !== null) {
      this.soon(sheetId, this.pauses.retry);
      return false;
    }
    if (!before) {
      await this.readLog(sheetId);
      return false;
    }
    const began = Date.now();
    try {
      const followed = await reviewer.reviewAgain(before);
      const now = store.getState();
      // Something was done about its findings meanwhile, or is being done: that was not seen.
      if (now.reviews[sheetId] !== before || now.task !== null) {
        this.soon(sheetId, this.pauses.retry);
        return false;
      }
      this.retries.delete(sheetId);
      // Who types meanwhile is followed in his turn, and the results stay old until then.
      store.dispatch({ type: 'followed', changes: followedState(now, followed, this.timers.has(sheetId)) });
      for (const other of followed.also) this.soon(other, this.pauses.retry);
      await this.readLog(sheetId);
      this.marksSoon(sheetId);
      return true;
    } catch (thrown) {
      this.failed(sheetId, thrown);
      return false;
    } finally {
      this.took.set(sheetId, Date.now() - began);
    }
  }

  private failed(sheetId: string, thrown: unknown): void {
    const times = (this.retries.get(sheetId) ?? 0) + 1;
    this.retries.set(sheetId, times);
    if (thrown instanceof HostError && thrown.code === 'busy' && times < MOST_RETRIES)
      return this.soon(sheetId, this.pauses.busy);
    this.retries.delete(sheetId);
    // What is shown may be old from now on, and the reader may review again himself.
    this.options.store.dispatch({ type: 'sheet-changed', sheetId });
  }

  /** The user may have taken a change of ours back in the grid: then the log says so. */
  private async readLog(sheetId: string): Promise<void> {
    const { store, reviewer } = this.options;
    const stands = store.getState().changeLog?.some((entry) => !entry.undone && entry.sheetId === sheetId);
    if (!stands) return;
    const entries = await reviewer.changeLog().catch(() => null);
    if (entries && store.getState().task === null) store.dispatch({ type: 'change-log-read', entries });
  }

  /** @param least so many milliseconds it waits at any rate */
  private marksSoon(sheetId: string, least = 0): void {
    const { store, reviewer, writing } = this.options;
    clearTimeout(this.marks.get(sheetId));
    if (this.ended) return;
    const pause = Math.max(least, this.lastEdit + this.pauses.marks - Date.now());
    const timer = setTimeout(() => {
      if (store.getState().task !== null || this.timers.has(sheetId))
        return this.marksSoon(sheetId, this.pauses.retry);
      this.marks.delete(sheetId);
      this.marking++;
      void writing(() => reviewer.followMarks(sheetId)).finally(() => this.marking--);
    }, pause);
    this.marks.set(sheetId, timer);
  }
}
