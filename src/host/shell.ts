import type { SpreadsheetApplication } from './port';

/**
 * What a host has around the pane: its ribbon with our buttons, the pane itself, its language, and what its pages share.
 * Each host has its own (`host/office/office-shell.ts`); the entry files of its pages hand it in (`src/pages`), so that
 * neither the pane nor the buttons name a host.
 *
 * The pane and the buttons may stand in one page or in pages of their own. What one says to the other goes through here.
 */
export interface HostShell {
  /**
   * Finds the spreadsheet that the page stands in and opens its adapter. Never waits for ever, so that a pane can always
   * say what is wrong.
   * @throws HostError `no-answer` where a host is there and does not get ready; `not-supported` where there is none, or
   *   one that is too old, or one that this page is not made for
   */
  openApplication(): Promise<SpreadsheetApplication>;

  /** The language that the spreadsheet speaks, as a tag: "zh-CN", "en-US". */
  displayLanguage(): string;

  /** Opens the settings of this computer. */
  openSettings(): Promise<SharedSettings>;

  /**
   * Lets the ribbon's buttons do something, as soon as the host allows.
   * @param names the buttons by their names in the manifest
   * @param perform does what a button says. Clicks are answered whatever becomes of it
   */
  serveButtons<Name extends string>(names: readonly Name[], perform: (name: Name) => Promise<void>): void;

  /**
   * Called by a pane: from now on a button is a click in it.
   * @param take whether it was done; where it was not, the pane says why
   * @returns a function that gives the buttons back
   */
  takeButtons<Name extends string>(take: (name: Name) => Promise<boolean>): () => void;

  /**
   * Hands a button to the pane that has taken the buttons.
   * @returns whether the pane has done it; `null` where no pane that anybody sees has taken them
   */
  passToPane(name: string): Promise<boolean> | null;

  /** Brings the pane into view. @returns whether it is, and will tell what was left for it */
  showPane(): Promise<boolean>;

  /**
   * Takes the pane out of view; it stays as it is and comes back with the next button. Absent where the host itself gives
   * panes a button for that.
   */
  readonly hidePane?: () => void;

  /** Tells a text where no pane can. @returns whether it is in view */
  showMessage(text: string): Promise<boolean>;

  /** Leaves a text for a pane that is opened later, in place of the last one; lost where nothing can be kept. */
  leaveForPane(text: string): void;

  /** The text that was left, once; `null`: none. */
  takeLeft(): string | null;
}

/** Settings of this computer, shared by the panes of all workbooks. */
export interface SharedSettings {
  getItem(key: string): string | null;
  /** @throws where nothing more can be kept */
  setItem(key: string, value: string): void;
  /** False where they last only as long as the pane. */
  readonly lasting: boolean;
  /** Tells that another pane has changed something. @returns a function that stops it */
  watch(changed: () => void): () => void;
}
