import { HostError } from '../port';
import { excelCode, toHostError } from './errors';

/** Timers, so that tests can let time pass. */
export interface Clock {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

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
  /** One round trip. */
  sync(): Promise<void>;
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

  constructor(private readonly options: SessionOptions) {
    this.undoGroups = options.undoGroups;
  }

  get roundTrips(): number {
    return this.trips;
  }

  /** Runs a conversation. */
  async run<T>(conversation: (batch: Batch) => Promise<T>): Promise<T> {
    try {
      return await this.options.excel.run((context) => conversation(this.batch(context)));
    } catch (error) {
      throw toHostError(error);
    }
  }

  /**
   * Runs a conversation whose writes become one step of the user's undo, where Excel can. Some builds announce that
   * and then refuse; the conversation is then run again without, so it must bear being run twice.
   */
  async runAsOneStep<T>(conversation: (batch: Batch) => Promise<T>): Promise<T> {
    if (!this.undoGroups) return this.run(conversation);
    try {
      return await this.options.excel.run({ mergeUndoGroup: true }, (context) =>
        conversation(this.batch(context)),
      );
    } catch (error) {
      if (!refusesUndo(error)) throw toHostError(error);
      this.undoGroups = false;
      return this.run(conversation);
    }
  }

  private batch(context: Excel.RequestContext): Batch {
    return {
      context,
      sync: () => {
        this.trips += 1;
        return this.inTime(context.sync());
      },
    };
  }

  private inTime(answer: Promise<unknown>): Promise<void> {
    const { clock, timeLimit } = this.options;
    return new Promise((resolve, reject) => {
      const timer = clock.setTimeout(() => {
        reject(new HostError('no-answer', `Excel did not answer within ${timeLimit} ms`));
      }, timeLimit);
      answer.then(
        () => {
          clock.clearTimeout(timer);
          resolve();
        },
        (error: unknown) => {
          clock.clearTimeout(timer);
          reject(error as Error);
        },
      );
    });
  }
}

/** Whether Excel said, at first or in the cause of what was made of it, that a call cannot join one step. */
function refusesUndo(error: unknown): boolean {
  if (/undo/i.test(excelCode(error))) return true;
  return error instanceof HostError && error.detail.cause !== undefined && refusesUndo(error.detail.cause);
}
