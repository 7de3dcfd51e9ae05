import { LOCALES, type Locale } from '../../engine/rules/support/finding';

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
}

/**
 * Keeps settings in the browser's local storage, or in memory where that is forbidden (some hosts block it
 * altogether). What was stored is checked, as anybody could have written it.
 */
export function createSettingsStore(storage: () => Storage = () => window.localStorage): SettingsStore {
  let memory = DEFAULT_SETTINGS;
  let lasting = true;
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
        storage().setItem(KEY, JSON.stringify(settings));
        lasting = true;
      } catch {
        lasting = false;
      }
    },
    get lasting() {
      return lasting;
    },
  };
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
