import { HostError } from '../port';

/** So long an adapter may work at most before the page gets a turn; in milliseconds. */
export const LONGEST_STRETCH = 50;

/**
 * A turn is asked for a while before: the piece of work that comes next takes its time too, and nobody knows how much
 * before it is done.
 */
const ASKED_FOR = 25;

export interface PageTurnsOptions {
  /**
   * Looks again at what was known before the turn: whether the workbook is in front, whether the sheet is there, whether
   * cells hold what they held. During a turn the user may do anything.
   * @throws HostError `workbook-changed`, `sheet-gone`, `changed`
   */
  readonly lookAgain: () => void;
  readonly signal?: AbortSignal | undefined;
  /** Gives the page a turn; absent: by a task of its own. */
  readonly turn?: (() => Promise<void>) | undefined;
  /** Milliseconds on a clock that never goes back; absent: that of the page. */
  readonly now?: (() => number) | undefined;
}

/**
 * The turns of the page in the long work of a host that answers at once. Such a host never lets a timer fire: without turns
 * nothing is drawn, no cancel is heard and no time-out ends. An adapter does its work in pieces, each well below
 * `LONGEST_STRETCH`, and between any two of them the page may get a turn.
 *
 * What must not be parted, as looking at cells and then writing them, is one piece: within a piece nobody else gets a turn.
 *
 *     const turns = new PageTurns({ lookAgain: () => this.mustBeThere(sheet), signal });
 *     for (const block of blocks) values.push(await turns.piece(() => readBlock(sheet, block)));
 */
export class PageTurns {
  private since: number;
  private longest = 0;
  private readonly now: () => number;
  private readonly turn: () => Promise<void>;

  constructor(private readonly options: PageTurnsOptions) {
    this.now = options.now ?? (() => performance.now());
    this.turn = options.turn ?? nextTask;
    this.since = this.now();
  }

  /** The longest stretch without a turn so far, in milliseconds. */
  get longestStretch(): number {
    return Math.max(this.longest, this.now() - this.since);
  }

  /**
   * Does a piece of work at once and as a whole. Where the page has waited long enough, it gets a turn first, and everything
   * is looked at again.
   * @throws HostError `cancelled`, what `lookAgain` and the work throw; then the work was not begun, or threw itself
   */
  async piece<Result>(work: () => Result): Promise<Result> {
    if (this.now() - this.since >= ASKED_FOR) await this.giveTurn();
    else this.mayGoOn();
    return work();
  }

  /** Gives the page a turn whatever the time, as before a piece that is known to be long. @throws HostError as `piece` */
  async giveTurn(): Promise<void> {
    this.longest = Math.max(this.longest, this.now() - this.since);
    await this.turn();
    this.since = this.now();
    this.mayGoOn();
    this.options.lookAgain();
  }

  private mayGoOn(): void {
    if (this.options.signal?.aborted) throw new HostError('cancelled', 'cancelled by the user');
  }
}

/** A batch of edits on a host that answers at once. */
export interface BatchOfEdits<Before, Written> {
  /**
   * Looks whether everything is as the edits expect: workbook, sheet, protection and every cell.
   * @returns the way back: what the cells hold
   * @throws HostError; then nothing was written
   */
  look(): Before;
  /** Writes, and reads back what was written. @throws HostError where a cell does not hold it */
  write(before: Before): Written;
  /**
   * Puts back what the cells held.
   * @returns whether they all hold it again
   */
  putBack(before: Before): boolean;
}

/**
 * Checks and writes a batch of edits as one piece, all or none: from the first look to the last read-back the page gets no
 * turn, so that nothing of ours comes between. What the user does at the same moment the read-back tells.
 * @throws HostError what `look` throws, with `not-tried`; what `write` throws, with `unchanged` where everything was put
 *   back, else `in-doubt`
 */
export function checkAndWrite<Before, Written>(batch: BatchOfEdits<Before, Written>): Written {
  let before: Before;
  try {
    before = batch.look();
  } catch (thrown) {
    throw asHostError(thrown).assume('not-tried');
  }
  try {
    return batch.write(before);
  } catch (thrown) {
    const failure = asHostError(thrown);
    throw failure.say(isPutBack(batch, before) ? 'unchanged' : 'in-doubt');
  }
}

function isPutBack<Before, Written>(batch: BatchOfEdits<Before, Written>, before: Before): boolean {
  try {
    return batch.putBack(before);
  } catch {
    return false;
  }
}

function asHostError(thrown: unknown): HostError {
  if (thrown instanceof HostError) return thrown;
  return new HostError('failed', thrown instanceof Error ? thrown.message : String(thrown));
}

/** A task of its own: what waits in the page, timers among it, comes before it goes on. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
