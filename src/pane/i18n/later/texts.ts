import type { Locale } from '../../../engine/language';
import { useLocale } from '../texts-context';
import { laterEn } from './en';
import { laterZhCN } from './zh-CN';

/** The shape of the texts that come later; each language has all of them. */
export type LaterTexts = typeof laterZhCN;

export const LATER_TEXTS: Readonly<Record<Locale, LaterTexts>> = { 'zh-CN': laterZhCN, en: laterEn };

/** The later texts in the language of the pane. Only for parts that are loaded on demand themselves. */
export function useLaterTexts(): LaterTexts {
  return LATER_TEXTS[useLocale()];
}
