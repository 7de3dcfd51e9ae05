/** Settings of this computer, shared by the panes of all workbooks. */
export interface SharedSettings {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  /** False where they last only as long as the pane. */
  readonly lasting: boolean;
  /** Tells that another pane has changed something. @returns a function that stops it */
  watch(changed: () => void): () => void;
}

/**
 * Opens the settings that panes of other workbooks share. Loads a library of its own: never for the first picture
 * of a pane.
 */
export async function openSharedSettings(): Promise<SharedSettings> {
  const { openSettingsStorage } = await import('./office/settings-storage');
  return openSettingsStorage();
}
