import { HostError } from '../port';
import { excelCode, isRefusedWhole, toHostError } from './errors';
import { Patience, type Clock } from './patience';

/** The one entry to Excel's client library. */
export type ExcelRun = Pick<typeof Excel, 'run'>;

export interface SessionOptions {
  readonly excel: ExcelRun;
  readonly clock: Clock;
  /** How long one round trip may take before the host counts as not answering; in milliseconds. */
  readonly timeLimit: number;
  readonly undoGroups: boolean;
}

/** A conversation with Excel: queue calls on `context`, then send them. */
export interface Batch {
  readonly context: Excel.RequestContext;
  /** One round trip with calls that only look. */
  sync(): Promise<void>;
  /**
   * One round trip with calls that write, whatever they also ask. What fails before the first of them has tried to
   * write nothing; after it, the error leaves doubt unless the adapter knows better and says so (`HostError.say`).
   */
  commit(): Promise<void>;
  /**
   * What this conversation has done to the workbook, as far as its round trips tell: nothing was sent that writes; all
   * that was sent was refused whole; or something may have been done.
   */
  outcome(): 'not-tried' | 'unchanged' | 'in-doubt';
}

/**
 * Talks to Excel: counts round trips, limits their time, and turns every failure into a `HostError`.
 *
 * Calls do not wait for the end of cell editing (Excel's `delayForCellEdit`): the user is told at once, instead of
 * wondering why nothing happens.
 */
export class OfficeSession {
  private trips = 0;
  private undoGroups: boolean;
  private readonly patience: Patience;

  constructor(private readonly options: SessionOptions) {
    this.undoGroups = options.undoGroups;
    this.patience = new Patience(options.clock, options.timeLimit);
  }

  get roundTrips(): number {
    return this.trips;
  }

  /** Whether Excel has left a call unanswered, and nothing has been heard of it since. */
  get silent(): boolean {
    return this.patience.silent;
  }

  /**
   * Runs a conversation.
   * @param begins whether a piece of work may begin with it: then an Excel that has just been given up is asked again
   */
  async run<T>(conversation: (batch: Batch) => Promise<T>, begins = false): Promise<T> {
    const tried = new WriteRecord();
    try {
      return await this.options.excel.run((context) => conversation(this.batch(context, tried, begins)));
    } catch (error) {
      throw toHostError(error).assume(tried.outcome);
    }
  }

  /**
   * Runs a conversation whose writes become one step of the user's undo, where Excel can. Some builds announce that
   * and then refuse; the conversation is then run again without, so it must bear being run twice.
   */
  async runAsOneStep<T>(conversation: (batch: Batch) => Promise<T>): Promise<T> {
    if (!this.undoGroups) return this.run(conversation);
    const tried = new WriteRecord();
    try {
      return await this.options.excel.run({ mergeUndoGroup: true }, (context) =>
        conversation(this.batch(context, tried)),
      );
    } catch (error) {
      if (!refusesUndo(error)) throw toHostError(error).assume(tried.outcome);
      this.undoGroups = false;
      return this.run(conversation);
    }
  }

  private batch(context: Excel.RequestContext, tried: WriteRecord, begins = false): Batch {
    const trip = (writes: boolean) =>
      this.patience.wait({
        writes,
        begins,
        send: () => {
          this.trips += 1;
          const answer = context.sync();
          return writes ? tried.watch(answer) : answer;
        },
      });
    return {
      context,
      sync: () => trip(false),
      commit: () => trip(true),
      outcome: () => tried.outcome,
    };
  }
}

/** Whether Excel said, at first or in the cause of what was made of it, that a call cannot join one step. */
function refusesUndo(error: unknown): boolean {
  if (/undo/i.test(excelCode(error))) return true;
  return error instanceof HostError && error.detail.cause !== undefined && refusesUndo(error.detail.cause);
}

/** What a conversation has tried to write. */
class WriteRecord {
  outcome: ReturnType<Batch['outcome']> = 'not-tried';

  /** @param answer of a request that writes and has been sent */
  async watch(answer: Promise<unknown>): Promise<void> {
    const before = this.outcome;
    this.outcome = 'in-doubt';
    try {
      await answer;
    } catch (error) {
      if (before !== 'in-doubt' && isRefusedWhole(error)) this.outcome = 'unchanged';
      throw error;
    }
  }
}
