/** The worker of the pane: the engine beside the page. */
import { engineHere } from './here';
import type { EnginePort } from './protocol';
import { serve } from './serve';

/** A task of its own, without the pause that timers make: messages that came meanwhile are heard. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    turns.port2.postMessage(null);
  });
}

// Nobody draws in this thread: a cancelled review is heard before the next piece of work.
serve(globalThis as unknown as EnginePort, engineHere({ yieldToPage: nextMessage, slice: 0 }));
