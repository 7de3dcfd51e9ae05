import type { Clock } from '../../../src/host/office/patience';

/** A clock that stands still until the test moves it. */
export class HandClock implements Clock {
  now = 0;
  private last = 0;
  private readonly timers = new Map<number, { readonly at: number; readonly ring: () => void }>();

  setTimeout(ring: () => void, milliseconds: number): number {
    this.timers.set(++this.last, { at: this.now + milliseconds, ring });
    return this.last;
  }

  clearTimeout(timer: unknown): void {
    this.timers.delete(timer as number);
  }

  /** How many timers are still to ring. */
  get waiting(): number {
    return this.timers.size;
  }

  /** Lets time pass until the next timer rings, and rings it. @returns false where there is none */
  next(): boolean {
    const [first] = [...this.timers].sort(([, a], [, b]) => a.at - b.at);
    if (!first) return false;
    this.timers.delete(first[0]);
    this.now = Math.max(this.now, first[1].at);
    first[1].ring();
    return true;
  }

  /** Lets time pass, timer after timer, with a turn of the page after each. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await turn();
    for (;;) {
      const at = Math.min(Infinity, ...[...this.timers.values()].map((timer) => timer.at));
      if (at > end) break;
      this.next();
      await turn();
    }
    this.now = end;
  }
}

/** Lets what is ready go on: a round trip through a client in this process takes several turns. */
export async function turn(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}
