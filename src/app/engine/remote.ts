import type { RecogniseOptions } from '../../engine/annex/recognise-options';
import type { SheetSnapshot } from '../../engine/sheet/snapshot';
import { HostError } from '../../host/port';
import type { Progress, ReviewFinding } from '../reviewer';
import type { Engine, EngineReview, EngineWork, OpenedSheet } from './engine';
import {
  fromPlainFailure,
  type EnginePort,
  type FromEngine,
  type PlainCall,
  type SnapshotRows,
  type ToEngine,
} from './protocol';
import { Silence, type Timers } from './silence';
import { nextTask, Slices } from './slices';

/** So many cells of a snapshot go over in one message. */
const CELLS_A_PIECE = 2_000;

/** The other end of a port has died: what it kept is gone. */
export class EngineGone extends Error {
  constructor(cause: string) {
    super(`the worker of the engine has ended: ${cause}`);
    this.name = 'EngineGone';
  }
}

/** An engine in another thread. */
export interface RemoteEngine extends Engine {
  /** Resolves once the other end has been loaded. */
  readonly ready: Promise<void>;
  /** Tells that the other end is gone: every call that waits, and every further one, fails with `EngineGone`. */
  end(cause: string): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly findings: ReviewFinding[];
}

export interface RemoteOptions {
  readonly now?: () => Date;
  /** Gives the page its turn between pieces of a snapshot. */
  readonly yieldToPage?: () => Promise<void>;
  readonly timers?: Timers;
  /** Told once where the other end does not answer any more. */
  readonly onHang?: () => void;
}

const PAGE_TIMERS: Timers = {
  setTimeout: (ring, milliseconds) => setTimeout(ring, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** The engine that is served at the other end of a port (`serve`). */
export function remoteEngine(
  port: EnginePort,
  {
    now = () => new Date(),
    yieldToPage = nextTask,
    timers = PAGE_TIMERS,
    onHang = () => undefined,
  }: RemoteOptions = {},
): RemoteEngine {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let gone: EngineGone | null = null;
  let loaded: () => void;
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const say = (message: ToEngine): void => port.postMessage(message);
  const silence = new Silence({
    timers,
    isAwaited: () => waiting.size > 0,
    ask: () => say({ type: 'ping' }),
    onHang,
  });

  port.onmessage = ({ data }) => {
    hear(data as FromEngine);
    silence.heard();
  };

  function hear(message: FromEngine): void {
    if (message.type === 'ready') return loaded();
    if (message.type === 'alive') return;
    const one = waiting.get(message.call);
    if (!one) return;
    switch (message.type) {
      case 'progress':
        return one.onProgress?.(message.progress);
      case 'findings':
        for (const finding of message.findings) one.findings.push(finding);
        return;
      case 'done':
        waiting.delete(message.call);
        return one.resolve(message.result);
      case 'failed':
        waiting.delete(message.call);
        return one.reject(fromPlainFailure(message.failure));
    }
  }

  /** Waits for the answer to a call. A cancelled one is told at once; the other end stops before its next piece of work. */
  function answered(
    call: number,
    begin: (findings: readonly ReviewFinding[]) => void,
    { onProgress, signal }: EngineWork = {},
  ): Promise<{ readonly result: unknown; readonly findings: readonly ReviewFinding[] }> {
    return new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const findings: ReviewFinding[] = [];
      const cancel = (): void => {
        if (!waiting.delete(call)) return;
        say({ type: 'cancel', call });
        reject(cancelled());
      };
      if (signal?.aborted) return reject(cancelled());
      signal?.addEventListener('abort', cancel, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', cancel);
      waiting.set(call, {
        findings,
        onProgress,
        resolve: (result) => {
          settled();
          resolve({ result, findings });
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      begin(findings);
      silence.begin();
    });
  }

  function plain<Name extends PlainCall>(name: Name) {
    return async (...args: Parameters<Engine[Name]>): Promise<Awaited<ReturnType<Engine[Name]>>> => {
      const call = ++count;
      const { result } = await answered(call, () => say({ type: 'call', call, name, args }));
      return result as Awaited<ReturnType<Engine[Name]>>;
    };
  }

  async function open(
    snapshot: SheetSnapshot,
    signal?: AbortSignal,
    how: RecogniseOptions = {},
  ): Promise<OpenedSheet> {
    const call = ++count;
    const slices = new Slices(yieldToPage, now, signal);
    const { values, formulas, numberFormats, ...head } = snapshot;
    if (gone) throw gone;
    say({ type: 'open', call, head, how });
    try {
      for (const rows of piecesOf({ values, formulas, numberFormats }, snapshot)) {
        await slices.pause();
        if (gone) throw gone;
        say({ type: 'rows', call, rows });
      }
    } catch (thrown) {
      if (!gone) say({ type: 'cancel', call });
      throw thrown;
    }
    const { result } = await answered(call, () => say({ type: 'rows-end', call }), signal ? { signal } : {});
    return result as OpenedSheet;
  }

  return {
    ready,
    open,
    async review(kept, how, work = {}) {
      const call = ++count;
      const { result, findings } = await answered(
        call,
        () => say({ type: 'review', call, args: [kept, how] }),
        work,
      );
      return { ...(result as EngineReview), findings };
    },
    profiles: plain('profiles'),
    recognised: plain('recognised'),
    tryOut: plain('tryOut'),
    told: plain('told'),
    across: plain('across'),
    follow: plain('follow'),
    place: plain('place'),
    places: plain('places'),
    originals: plain('originals'),
    charts: plain('charts'),
    rowGuards: plain('rowGuards'),
    bind: plain('bind'),
    wrote: plain('wrote'),
    look: plain('look'),
    plans: plain('plans'),
    wordsInList: plain('wordsInList'),
    patch: plain('patch'),
    close: plain('close'),
    end(cause) {
      gone ??= new EngineGone(cause);
      silence.end();
      for (const one of [...waiting.values()]) one.reject(gone);
      waiting.clear();
    },
  };
}

/** The rows of a snapshot in pieces of so many cells. */
function* piecesOf(cells: SnapshotRows, { rowCount, columnCount }: SheetSnapshot): Generator<SnapshotRows> {
  const rows = Math.max(1, Math.floor(CELLS_A_PIECE / Math.max(1, columnCount)));
  for (let from = 0; from < rowCount; from += rows)
    yield {
      values: cells.values.slice(from, from + rows),
      formulas: cells.formulas.slice(from, from + rows),
      numberFormats: cells.numberFormats.slice(from, from + rows),
    };
}

function cancelled(): HostError {
  return new HostError('cancelled', 'the review was cancelled');
}
