import { createContext, useContext } from 'react';
import type { Locale } from '../../engine/language';
import { PANE_TEXTS, type PaneTexts } from './texts';

/** The language that the pane speaks now. */
export const LocaleContext = createContext<Locale>('zh-CN');

/** The texts in the language of the pane. */
export function useTexts(): PaneTexts {
  return PANE_TEXTS[useContext(LocaleContext)];
}

/** The language of the pane, for texts that the engine writes. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
