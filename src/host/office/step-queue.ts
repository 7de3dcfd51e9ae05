import { REQUEST_LIMIT } from './payload';
import type { Batch } from './session';

/** Calls in one round trip; far more make Excel work for seconds without a sign of life. */
const STEPS_PER_TRIP = 400;

/** Some calls to Excel that belong together, in the order they are to be made. */
export interface Step {
  /** Queues the calls. */
  queue(): void;
  /** About how many bytes they take in the request. */
  readonly size: number;
  /** Looks at what came back. */
  check?(): void;
}

/** Makes calls that write, in order, with as few round trips as the size of requests allows. */
export async function runSteps(batch: Batch, steps: readonly Step[]): Promise<void> {
  const waiting = [...steps];
  while (waiting.length > 0) {
    const group: Step[] = [];
    let size = 0;
    while (
      waiting.length > 0 &&
      group.length < STEPS_PER_TRIP &&
      (group.length === 0 || size + waiting[0]!.size <= REQUEST_LIMIT)
    ) {
      const step = waiting.shift()!;
      step.queue();
      size += step.size;
      group.push(step);
    }
    await batch.commit();
    for (const step of group) step.check?.();
  }
}
