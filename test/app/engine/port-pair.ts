import { MessageChannel } from 'node:worker_threads';
import { engineHere, type EngineHereOptions } from '../../../src/app/engine/here';
import type { EngineWorker } from '../../../src/app/engine/open-engine';
import type { EnginePort } from '../../../src/app/engine/protocol';
import { serve } from '../../../src/app/engine/serve';

/** A worker of the engine as its page sees it, in this thread: every message is cloned on its way, as between threads. */
export interface FakeWorker extends EngineWorker {
  /** Ends it as a crash does: it says nothing any more. */
  crash(message?: string): void;
  /** From now on it hears nothing and says nothing, as in an endless loop. */
  hang(): void;
  readonly terminated: boolean;
  /** Messages to the worker and from it so far. */
  readonly sent: readonly unknown[];
  readonly received: readonly unknown[];
}

/** What is still open; `closePorts` ends it. */
const open: (() => void)[] = [];

/** To be called behind each test that starts a worker. */
export function closePorts(): void {
  while (open.length > 0) open.pop()!();
}

/** @param load whether the worker's script is found and run */
export function fakeWorker(options: EngineHereOptions = {}, load = true): FakeWorker {
  const { port1, port2 } = new MessageChannel();
  const close = (): void => port1.close();
  open.push(close);
  const sent: unknown[] = [];
  const received: unknown[] = [];
  let terminated = false;
  let hangs = false;
  const worker: FakeWorker = {
    ...{ sent, received, onmessage: null, onerror: null, onmessageerror: null },
    get terminated() {
      return terminated;
    },
    postMessage(message) {
      sent.push(message);
      if (!terminated) port1.postMessage(message);
    },
    terminate() {
      terminated = true;
      close();
    },
    hang() {
      hangs = true;
    },
    crash(message = 'out of memory') {
      close();
      this.onerror?.({ message });
    },
  };
  port1.on('message', (data: unknown) => {
    if (hangs) return;
    received.push(data);
    worker.onmessage?.({ data });
  });
  const yieldToPage = () => new Promise<void>((resolve) => setImmediate(resolve));
  if (load) serve(portOf(port2), engineHere({ yieldToPage, slice: 0, ...options }));
  return worker;
}

function portOf(port: MessageChannel['port1']): EnginePort {
  const end: EnginePort = { onmessage: null, postMessage: (message) => port.postMessage(message) };
  port.on('message', (data: unknown) => end.onmessage?.({ data }));
  return end;
}
