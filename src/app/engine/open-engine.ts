import { askedThrough } from './asked-through';
import type { Engine } from './engine';
import { EngineGone, remoteEngine, type RemoteEngine } from './remote';
import type { EnginePort } from './protocol';
import type { Timers } from './silence';

/** A worker as far as it is needed: a port that may fail. */
export interface EngineWorker extends EnginePort {
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
  terminate(): void;
}

export interface OpenEngineOptions {
  /** Starts the worker; may throw where a host allows none. */
  readonly start: () => EngineWorker;
  /** Makes the engine in this thread, for when there is no worker. */
  readonly here: () => Engine;
  /** Told where the engine runs: from the start, and once more where the worker ends or hangs. */
  readonly onSeat: (seat: EngineSeat) => void;
  /** A worker that is not loaded by then counts as not allowed, in milliseconds. */
  readonly patience?: number;
  readonly timers?: Timers;
}

/** Where an engine runs, and why not beside the page. */
export type EngineSeat =
  | { readonly seat: 'worker' }
  /** `crashed`: it had been in a worker, which has ended, or was ended because it hung. */
  | { readonly seat: 'here'; readonly crashed: boolean; readonly because: string };

const PATIENCE = 10_000;

/**
 * The engine of a page: in a worker where the host allows one, and in the page's own thread where not, or where the
 * worker has ended or hangs. What a worker kept is gone with it, which calls with its ids tell (`NotKept`).
 */
export async function openEngine({
  start,
  here,
  onSeat,
  patience = PATIENCE,
  timers,
}: OpenEngineOptions): Promise<Engine> {
  let started: StartedWorker;
  try {
    started = await startWorker(start, patience, timers);
  } catch (thrown) {
    onSeat({ seat: 'here', crashed: false, because: reasonOf(thrown) });
    return here();
  }
  onSeat({ seat: 'worker' });
  return fallingBack(started, here, onSeat);
}

interface StartedWorker {
  readonly engine: RemoteEngine;
  /** Resolves when the worker ends, with the cause. */
  readonly ended: Promise<string>;
}

async function startWorker(
  start: () => EngineWorker,
  patience: number,
  timers: Timers | undefined,
): Promise<StartedWorker> {
  const worker = start();
  let hangs = (): void => undefined;
  const engine = remoteEngine(worker, { ...(timers && { timers }), onHang: () => hangs() });
  const ended = new Promise<string>((resolve) => {
    worker.onerror = (event) => {
      event.preventDefault?.();
      resolve(event.message ?? 'the worker has failed');
    };
    worker.onmessageerror = () => resolve('a message cannot be read');
    hangs = () => resolve('the worker does not answer');
  });
  void ended.then((cause) => {
    engine.end(cause);
    worker.terminate();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the worker was not loaded in time')), patience);
  });
  const failed = ended.then((cause) => Promise.reject(new Error(cause)));
  try {
    await Promise.race([engine.ready, failed, tooLong]);
  } catch (thrown) {
    worker.terminate();
    throw thrown;
  } finally {
    clearTimeout(timer);
    failed.catch(() => undefined);
  }
  return { engine, ended };
}

/** The engine of a worker, or one in this thread once the worker has ended. */
function fallingBack(
  { engine, ended }: StartedWorker,
  here: () => Engine,
  onSeat: OpenEngineOptions['onSeat'],
): Engine {
  let inPlace: Engine | null = null;
  void ended.then((because) => {
    inPlace = here();
    onSeat({ seat: 'here', crashed: true, because });
  });
  /** What was asked of a worker that has ended is asked again here; ids of its are unknown there. */
  return askedThrough(async (ask) => {
    if (!inPlace) {
      try {
        return await ask(engine);
      } catch (thrown) {
        if (!(thrown instanceof EngineGone)) throw thrown;
        await ended;
      }
    }
    return ask((inPlace ??= here()));
  });
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
