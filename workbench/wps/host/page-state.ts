import type { EtRef } from '../object/et-ref';

/** One page of an add-in, as the host knows it. */
export interface PageState {
  /** For people: "background", "pane 1". */
  readonly name: string;
  /** Turns false when the page is closed: nothing of its reaches the host any more. */
  alive: boolean;
  /** Calls a function of the page, or a global one by its name, with objects of the host. */
  call(callback: unknown, parts: readonly EtRef[]): void;
}
