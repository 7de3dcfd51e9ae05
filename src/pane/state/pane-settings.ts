import type { SharedSettings as HostSharedSettings } from '../../host/shell';
import { LOCALES, type Locale } from '../../engine/language';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** What the reader chose; kept on this computer, not in the workbook. */
export interface PaneSettings {
  readonly locale: Locale;
  readonly theme: ThemeChoice;
  /** Whether the card of a cell comes up when the cell is selected in the sheet. */
  readonly followSelection: boolean;
}

export const DEFAULT_SETTINGS: PaneSettings = { locale: 'zh-CN', theme: 'auto', followSelection: true };

const KEY = 'annex-reviewer:settings';

/** Where settings are kept. */
export interface SettingsStore {
  load(): PaneSettings;
  save(settings: PaneSettings): void;
  /** False where settings last only as long as the pane. */
  readonly lasting: boolean;
  /**
   * Tells the panes of other workbooks what is chosen here, and `changed` what is chosen there.
   * @returns a function that stops it
   */
  share(shared: SharedSettings, changed: (settings: PaneSettings) => void): () => void;
}

/** What the panes of all workbooks share. */
type SharedSettings = Pick<HostSharedSettings, 'getItem' | 'setItem' | 'watch'>;

const SHARED_KEY = 'pane';

/**
 * Keeps settings in the browser's local storage, or in memory where that is forbidden (some hosts block it
 * altogether). What was stored is checked, as anybody could have written it.
 */
export function createSettingsStore(storage: () => Storage = () => window.localStorage): SettingsStore {
  let memory = DEFAULT_SETTINGS;
  let lasting = true;
  let shared: SharedSettings | null = null;
  return {
    load() {
      try {
        const stored = storage().getItem(KEY);
        return stored === null ? memory : readSettings(JSON.parse(stored));
      } catch {
        return memory;
      }
    },
    save(settings) {
      memory = settings;
      try {
        shared?.setItem(SHARED_KEY, JSON.stringify(settings));
        storage().setItem(KEY, JSON.stringify(settings));
        lasting = true;
      } catch {
        lasting = false;
      }
    },
    get lasting() {
      return lasting;
    },
    share(storage, changed) {
      shared = storage;
      const stop = storage.watch(() => {
        const stored = storage.getItem(SHARED_KEY);
        const chosen = stored === null ? null : parseSettings(stored);
        if (chosen === null || JSON.stringify(chosen) === JSON.stringify(memory)) return;
        memory = chosen;
        changed(chosen);
      });
      return () => {
        shared = null;
        stop();
      };
    },
  };
}

/** `null` where the text is none of ours. */
function parseSettings(stored: string): PaneSettings | null {
  try {
    return readSettings(JSON.parse(stored));
  } catch {
    return null;
  }
}

function readSettings(stored: unknown): PaneSettings {
  const { locale, theme, followSelection } = (stored ?? {}) as Partial<Record<keyof PaneSettings, unknown>>;
  return {
    locale: oneOf(LOCALES, locale) ?? DEFAULT_SETTINGS.locale,
    theme: oneOf(THEMES, theme) ?? DEFAULT_SETTINGS.theme,
    followSelection:
      typeof followSelection === 'boolean' ? followSelection : DEFAULT_SETTINGS.followSelection,
  };
}

function oneOf<T>(all: readonly T[], value: unknown): T | undefined {
  return all.find((one) => one === value);
}
