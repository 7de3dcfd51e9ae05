import { mayWriteAfter } from '../port';
import { toHostError } from './errors';
import type { Batch } from './session';

/**
 * Asks something of each of several objects in one round trip, and where Excel refuses the request, of ever fewer at
 * once, until only what cannot be asked is left over. Excel fails a whole request for a single conditional format or
 * note that it cannot read, and does so with workbooks that people have.
 *
 * @param ask queues the calls for one of them; the function it returns looks at what came back (what that throws counts
 *   as refused). Called anew for each attempt
 * @param send the round trip: of calls that only look, or that write
 * @returns what came back for each in their order, with the error in place of what was refused
 * @throws HostError where it is Excel's state and not an object that made it fail: `busy`, `no-answer`, `session-lost`
 */
export async function askEach<T, Answer>(
  batch: Batch,
  objects: readonly T[],
  ask: (object: T) => () => Answer,
  send: 'sync' | 'commit' = 'sync',
): Promise<(Answer | Refused)[]> {
  if (objects.length === 0) return [];
  try {
    const answers = objects.map(ask);
    await batch[send]();
    return answers.map((answer) => attempt(answer));
  } catch (error) {
    mustBeOfObject(error);
    if (objects.length === 1) return [new Refused(error)];
  }
  const half = Math.ceil(objects.length / 2);
  return [
    ...(await askEach(batch, objects.slice(0, half), ask, send)),
    ...(await askEach(batch, objects.slice(half), ask, send)),
  ];
}

/** In place of an answer: why there is none. */
export class Refused {
  constructor(readonly error: unknown) {}
}

/** Whether there is an answer. */
export function isAnswer<Answer>(answer: Answer | Refused): answer is Answer {
  return !(answer instanceof Refused);
}

/** Passes on what says nothing of the objects that were asked. @throws HostError */
export function mustBeOfObject(error: unknown): void {
  const failure = toHostError(error);
  if (failure.code === 'busy' || !mayWriteAfter(failure)) throw failure;
}

function attempt<Answer>(answer: () => Answer): Answer | Refused {
  try {
    return answer();
  } catch (error) {
    return new Refused(error);
  }
}
