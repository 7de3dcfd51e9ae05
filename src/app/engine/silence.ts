/** Timers, so that tests can let time pass. */
export interface Timers {
  setTimeout(ring: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Milliseconds between two looks at whether anything was heard. */
const LOOK = 5_000;
/**
 * So many looks in a row hear nothing of an end that hangs: two minutes. Its longest piece of work, during which it
 * cannot answer, takes seconds. Looks are counted and not the time, for a computer that sleeps lets nobody answer.
 */
const MOST_LOOKS = 24;

export interface SilenceOptions {
  readonly timers: Timers;
  /** Whether anybody waits for the other end. */
  readonly isAwaited: () => boolean;
  /** Asks the other end for a sign of life. */
  readonly ask: () => void;
  /** Told once, when it hangs. */
  readonly onHang: () => void;
}

/**
 * Watches over the other end of a port from when something is asked of it until it has said something and nothing is
 * awaited any more. Whatever it says is a sign of life, and it is asked for one where it says nothing by itself; so
 * work that is long is told from an end that hangs, and a hanging one is noticed though what was asked of it was
 * cancelled.
 */
export class Silence {
  private timer: unknown = null;
  private looks = 0;
  private asked = false;

  constructor(private readonly options: SilenceOptions) {}

  /** To be called when something is asked of the other end. */
  begin(): void {
    if (this.timer !== null) return;
    this.looks = 0;
    this.asked = false;
    this.lookLater();
  }

  /** To be called behind whatever the other end says. */
  heard(): void {
    this.looks = 0;
    this.asked = false;
    if (!this.options.isAwaited()) this.end();
  }

  end(): void {
    if (this.timer !== null) this.options.timers.clearTimeout(this.timer);
    this.timer = null;
  }

  private lookLater(): void {
    this.timer = this.options.timers.setTimeout(() => this.look(), LOOK);
  }

  private look(): void {
    this.timer = null;
    this.looks += 1;
    if (this.looks >= MOST_LOOKS) return this.options.onHang();
    if (!this.asked) {
      this.asked = true;
      this.options.ask();
    }
    this.lookLater();
  }
}
