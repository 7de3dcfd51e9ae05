import type { TakePortion } from '../../../engine/review/shared-review';

/**
 * Gives out the portions of one step to several threads, each portion once: in shared memory, so that nobody waits for a
 * message. Tells of each helper whether it has taken any.
 */
export class PortionCounter {
  /** The next portion, then how many each helper has taken. */
  private readonly counts: Int32Array;

  /** @param shared that of another thread's counter */
  constructor(
    private readonly portions: number,
    helpers: number,
    readonly shared: SharedArrayBuffer = new SharedArrayBuffer((1 + helpers) * Int32Array.BYTES_PER_ELEMENT),
  ) {
    this.counts = new Int32Array(shared);
  }

  /** @param helper its number; `null`: the thread whose sheet it is */
  takeFor(helper: number | null): TakePortion {
    return () => {
      const portion = Atomics.add(this.counts, 0, 1);
      if (portion >= this.portions) return null;
      if (helper !== null) Atomics.add(this.counts, 1 + helper, 1);
      return portion;
    };
  }

  hasTaken(helper: number): boolean {
    return Atomics.load(this.counts, 1 + helper) > 0;
  }
}
