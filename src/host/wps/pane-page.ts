import { wpsApplicationOf } from '../detect';

/*
 * What the shell needs of WPS: the store that the pages of an add-in share, and the pane as WPS holds it. Members that
 * builds may lack are optional, and every call may throw.
 */

/** Texts that the pages of an add-in share, the add-ins of the three programs among them; gone when WPS ends. */
export interface PluginStorage {
  /** Builds give back a text as it was kept, or what they make of it; nothing: `null`, `undefined` or "". */
  getItem(key: string): unknown;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A pane as WPS holds it. */
export interface TaskPane {
  Visible: boolean;
}

export interface PaneApplication {
  readonly PluginStorage?: PluginStorage;
  GetTaskPane?(id: number): TaskPane | null;
  /** As older builds spell it. */
  GetTaskpane?(id: number): TaskPane | null;
}

/** A page of the add-in. */
export type WpsPage = Pick<Window, 'localStorage' | 'addEventListener' | 'removeEventListener'> & {
  readonly navigator: { readonly language?: string };
  readonly setInterval: (callback: () => void, milliseconds: number) => number;
  readonly clearInterval: (timer: number) => void;
};

/** Where the background page keeps the id of the pane that it has made. */
export const PANE_ID = 'annex-reviewer.et.pane';
/** What the background page leaves for the pane: names of buttons. */
export const LEFT_COMMANDS = 'command';
/** Set by a pane when its script runs: the background page waits for it after making a pane, which may stay blank. */
export const SIGN_OF_LIFE = 'annex-reviewer.et.alive';

/** Never kept: WPS replaces its objects, and a page outlives some of them. */
function applicationOf(page: object): PaneApplication | null {
  return wpsApplicationOf(page);
}

/** The store that the pages share; `null` where there is none. */
export function pluginStorageOf(page: object): PluginStorage | null {
  try {
    return (
      applicationOf(page)?.PluginStorage ??
      (page as { readonly wps?: PaneApplication }).wps?.PluginStorage ??
      null
    );
  } catch {
    return null;
  }
}

/** Shows the pane that the background page has made, or takes it out of view. @returns whether that was done */
export function setPaneVisible(page: object, visible: boolean): boolean {
  try {
    const application = applicationOf(page);
    const id = Number(pluginStorageOf(page)?.getItem(PANE_ID));
    if (!application || !(id > 0)) return false;
    const pane = taskPane(application, id);
    if (!pane) return false;
    pane.Visible = visible;
    return true;
  } catch {
    return false;
  }
}

function taskPane(application: PaneApplication, id: number): TaskPane | null {
  try {
    const pane = application.GetTaskPane?.(id);
    if (pane) return pane;
  } catch {
    // Builds differ in how it is spelt.
  }
  return application.GetTaskpane?.(id) ?? null;
}
