import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Commands } from './commands';
import type { PaneState } from './pane-state';
import type { PaneStore } from './pane-store';
import type { PaneAction } from './reducer';

/** What every part of the pane works with. */
export interface PaneContextValue {
  readonly store: PaneStore;
  readonly commands: Commands;
  /** Takes the pane out of view, where the host has no button of its own for that. */
  readonly hidePane?: (() => void) | undefined;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (!value) throw new Error('a part of the pane stands outside it');
  return value;
}

/** A part of the state; the component is drawn anew when that part is another value. */
export function usePaneState<T>(select: (state: PaneState) => T): T {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

export function useCommands(): Commands {
  return usePane().commands;
}

export function useHidePane(): (() => void) | undefined {
  return usePane().hidePane;
}

export function useDispatch(): (action: PaneAction) => void {
  return usePane().store.dispatch;
}
