import { openSettingsStorage } from './office/settings-storage';

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

/** Opens the settings that panes of other workbooks share. */
export function openSharedSettings(): Promise<SharedSettings> {
  return Promise.resolve(openSettingsStorage());
}
