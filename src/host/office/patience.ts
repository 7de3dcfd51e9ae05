import { HostError } from '../port';

/** Timers, so that tests can let time pass. */
export interface Clock {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** One request to Excel. */
export interface Call {
  /** Sends it. Not called where the request is refused at once. */
  readonly send: () => Promise<unknown>;
  /** Whether it writes: nothing is written to an Excel that has left a call unanswered, before it answers again. */
  readonly writes: boolean;
  /** Whether it is what a piece of work begins with: it asks even an Excel that has just been given up. */
  readonly begins: boolean;
}

/** From the first unanswered call on Excel has this part of one call's limit in all, however many calls follow. */
const IN_ALL = 1.25;
/** What follows a giving up within this part of the limit belongs to the same piece of work, and is not sent. */
const PAUSE = 0.05;

/**
 * How long Excel is waited for. Each call has its limit; and from the first call that stays unanswered all calls
 * together have a little more than one, so that work made of many calls does not wait for each of them in turn. Any
 * answer, however late, ends that.
 */
export class Patience {
  private readonly waiting = new Set<(error: HostError) => void>();
  /** Runs from the first call that has no answer yet. */
  private silence: unknown = null;
  private pause: unknown = null;
  /** A call has been given up, and nothing has been heard since. */
  private unanswered = false;
  private givenUp = false;

  /** @param limit milliseconds that one call may take */
  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  /** Whether a call was given up, and nothing has been heard since. */
  get silent(): boolean {
    return this.unanswered;
  }

  /** Sends a call and waits for its answer. @throws HostError `no-answer`; and whatever Excel answers */
  wait({ send, writes, begins }: Call): Promise<void> {
    if ((this.unanswered && writes) || (this.givenUp && !begins)) return Promise.reject(this.noAnswer());
    return new Promise((resolve, reject) => {
      this.silence ??= this.clock.setTimeout(() => this.giveUp(), this.limit * IN_ALL);
      this.waiting.add(reject);
      const timer = this.clock.setTimeout(() => {
        this.waiting.delete(reject);
        this.unanswered = true;
        reject(this.noAnswer());
      }, this.limit);
      const heard = (): void => {
        this.clock.clearTimeout(timer);
        this.waiting.delete(reject);
        this.hear();
      };
      send().then(
        () => {
          heard();
          resolve();
        },
        (error: unknown) => {
          heard();
          reject(error as Error);
        },
      );
    });
  }

  private hear(): void {
    this.unanswered = false;
    this.givenUp = false;
    this.clock.clearTimeout(this.pause);
    this.clock.clearTimeout(this.silence);
    this.silence =
      this.waiting.size > 0 ? this.clock.setTimeout(() => this.giveUp(), this.limit * IN_ALL) : null;
  }

  private giveUp(): void {
    this.silence = null;
    this.unanswered = true;
    this.givenUp = true;
    for (const reject of this.waiting) reject(this.noAnswer());
    this.waiting.clear();
    this.pause = this.clock.setTimeout(() => {
      this.givenUp = false;
    }, this.limit * PAUSE);
  }

  private noAnswer(): HostError {
    return new HostError('no-answer', `Excel did not answer within ${this.limit} ms`);
  }
}
