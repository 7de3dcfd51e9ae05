import type { Locale } from '../../engine/language';
import { useLocale } from './texts-context';

/**
 * The texts of one part of the pane, in each language. Parts that are loaded on demand bring their own, in a file
 * `…-texts.ts` beside them, so that the first load does without.
 */
export type OwnTexts<T> = Readonly<Record<Locale, T>>;

/** A part's own texts in the language of the pane. */
export function useOwnTexts<T>(texts: OwnTexts<T>): T {
  return texts[useLocale()];
}
