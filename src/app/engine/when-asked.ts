import { askedThrough } from './asked-through';
import type { Engine } from './engine';

/**
 * The engine in the thread that calls it, whose code is loaded when it is first asked something: a page draws before
 * that. Where loading fails, that call fails, and the next one tries again.
 */
export function engineWhenAsked(): Engine {
  let loading: Promise<Engine> | null = null;
  const load = async (): Promise<Engine> => {
    try {
      return (await import('./here')).engineHere();
    } catch (thrown) {
      loading = null;
      throw thrown;
    }
  };
  return askedThrough(async (ask) => ask(await (loading ??= load())));
}
