import { HostError, type SpreadsheetApplication, type SpreadsheetHost } from '../host/port';
import { isWriting } from './heed-silence';

/** So often work that looks is begun anew where somebody goes to and fro between workbooks. */
const MOST_TIMES = 20;

/** A workbook that is worked with only while it is in front. */
export interface KeptInFront {
  /** The host, whose calls wait or are refused while another workbook is in front. */
  readonly host: SpreadsheetHost;
  /**
   * Work that writes: from its beginning to its end no call waits. While another workbook is in front, each is refused with
   * `workbook-changed`, so that nothing is written long after it was asked for.
   */
  writing<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Work that only looks: it waits for its workbook and goes on when that is back in front.
   * @throws HostError `cancelled` at once, `workbook-changed` where its workbook was closed
   */
  looking<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

/** Keeps work with a workbook to the time while it is in front of its application. */
export function keptInFront(host: SpreadsheetHost, application: SpreadsheetApplication): KeptInFront {
  if (!application.several) return { host, writing: (work) => work(), looking: (work) => work() };
  let writing = 0;

  const isInFront = () => application.front() === host;

  /** Looks and calls without a turn between: what is in front then is what the call meets. */
  async function call(writes: boolean, make: () => Promise<unknown>): Promise<unknown> {
    for (let times = 1; ; times++) {
      if (!isInFront()) {
        if (writes || writing > 0) throw elsewhere();
        await backInFront(host, application);
        // Nothing is taken for granted after waiting.
        continue;
      }
      try {
        return await make();
      } catch (thrown) {
        if (writes || writing > 0 || !isElsewhere(thrown) || times >= MOST_TIMES) throw thrown;
      }
    }
  }

  return {
    host: new Proxy(host, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        // What is listened to is told whichever workbook is in front.
        if (typeof member !== 'function' || key === 'listen') return member;
        return (...args: readonly unknown[]) =>
          call(isWriting(key, args), () => Reflect.apply(member, target, args) as Promise<unknown>);
      },
    }),

    async writing(work) {
      writing++;
      try {
        return await work();
      } finally {
        writing--;
      }
    },

    looking(work, signal) {
      return untilCancelled(signal, async () => {
        for (let times = 1; ; times++) {
          try {
            return await work();
          } catch (thrown) {
            // A look of this work fell into work that writes, and was refused with it.
            if (!isElsewhere(thrown) || !application.isOpen(host) || times >= MOST_TIMES) throw thrown;
            await backInFront(host, application);
          }
        }
      });
    },
  };
}

/** Waits until the workbook of a host is in front. @throws HostError `workbook-changed` where it is closed */
function backInFront(host: SpreadsheetHost, application: SpreadsheetApplication): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null;
    let settled = false;
    const settle = (end: () => void): void => {
      settled = true;
      stop?.();
      end();
    };
    const look = (): void => {
      if (settled) return;
      try {
        if (!application.isOpen(host)) settle(() => reject(elsewhere('the workbook is closed')));
        else if (application.front() === host) settle(resolve);
      } catch {
        // A program that is busy is asked again when something is told.
      }
    };
    stop = application.watch(look);
    look();
    if (settled) stop();
  });
}

/** Ends with `cancelled` as soon as that is wished, although what is waited for is not there. */
function untilCancelled<Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!signal) return work();
  return new Promise<Result>((resolve, reject) => {
    const cancel = (): void => reject(new HostError('cancelled', 'cancelled while waiting'));
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);
    void work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', cancel));
  });
}

function isElsewhere(thrown: unknown): boolean {
  return thrown instanceof HostError && thrown.code === 'workbook-changed';
}

function elsewhere(message = 'another workbook is in front'): HostError {
  return new HostError('workbook-changed', message, { write: 'not-tried' });
}
