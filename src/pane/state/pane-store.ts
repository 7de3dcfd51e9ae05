import { initialState, type PaneState } from './pane-state';
import { reducer, type PaneAction } from './reducer';
import type { PaneSettings } from './pane-settings';

/** Holds the pane's state and tells of every change of it. */
export interface PaneStore {
  getState(): PaneState;
  dispatch(action: PaneAction): void;
  /** @returns a function that stops it */
  subscribe(listener: () => void): () => void;
}

/** A store around the reducer. */
export function createPaneStore(settings?: PaneSettings): PaneStore {
  let state = initialState(settings);
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(action) {
      const next = reducer(state, action);
      if (next === state) return;
      state = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
