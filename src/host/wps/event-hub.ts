import type { EtCalls } from './et-call';
import type { EtEventName } from './et-types';
import type { FindApplication } from './session';

/** Told of an event. `parts` are objects of WPS: they are looked at before this returns, or not at all. */
export type EventListener = (name: EtEventName, parts: readonly unknown[]) => void;

const NAMES: readonly EtEventName[] = [
  'SheetChange',
  'SheetSelectionChange',
  'SheetActivate',
  'SheetBeforeDelete',
  'WorkbookNewSheet',
  'WorkbookActivate',
  'WorkbookOpen',
  'WorkbookBeforeClose',
  'WorkbookAfterSave',
];

/**
 * The events of WPS for all of a page. It listens once for everybody, and stops when nobody listens any more: some builds
 * take all listeners of a name off where one is to go.
 */
export class EventHub {
  private readonly listeners = new Set<EventListener>();
  private readonly handlers = new Map<EtEventName, (...parts: unknown[]) => void>();

  constructor(
    private readonly et: EtCalls,
    private readonly find: FindApplication,
  ) {}

  /** @returns a function that stops it */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    if (this.handlers.size === 0) this.begin();
    return () => {
      if (!this.listeners.delete(listener) || this.listeners.size > 0) return;
      this.end();
    };
  }

  /** A build that knows no event says so by throwing or by `false`, or not at all: nobody relies on being told. */
  private begin(): void {
    for (const name of NAMES) {
      const handler = (...parts: unknown[]): void => {
        for (const listener of [...this.listeners]) listener(name, parts);
      };
      try {
        const events = this.et.need(this.find()!, 'ApiEvent');
        this.et.call(events, 'AddApiEventListener', name, handler);
        this.handlers.set(name, handler);
      } catch {
        // Then this one is not told.
      }
    }
  }

  private end(): void {
    for (const [name, handler] of this.handlers) {
      try {
        const events = this.et.need(this.find()!, 'ApiEvent');
        this.et.call(events, 'RemoveApiEventListener', name, handler);
      } catch {
        // Nobody hears it any more all the same.
      }
    }
    this.handlers.clear();
  }
}
