import { HostError } from '../../host/port';

/** Milliseconds of work after which the page gets its turn: typing and drawing stay fluent. */
const SLICE = 12;

/** Gives the page a turn: a task of its own, so that events and `AbortSignal`s are heard. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Cuts long work into slices between which the page lives and the user may cancel. */
export class Slices {
  private since: number;

  constructor(
    private readonly yieldToPage: () => Promise<void>,
    private readonly now: () => Date,
    private readonly signal: AbortSignal | undefined,
    private readonly slice = SLICE,
  ) {
    this.since = now().getTime();
  }

  /**
   * To be awaited between two pieces of work. A turn is given only when a slice is used up, for browsers make
   * each turn last some milliseconds.
   * @throws HostError `cancelled`
   */
  async pause(): Promise<void> {
    this.check();
    if (this.now().getTime() - this.since >= this.slice) await this.turn();
  }

  /** Gives the page a turn whatever the time. @throws HostError `cancelled` */
  async turn(): Promise<void> {
    await this.yieldToPage();
    this.since = this.now().getTime();
    this.check();
  }

  private check(): void {
    if (this.signal?.aborted) throw new HostError('cancelled', 'the review was cancelled');
  }
}
