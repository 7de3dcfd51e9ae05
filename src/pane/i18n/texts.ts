import type { Locale } from '../../engine/language';
import { en } from './en';
import { zhCN, type PaneTexts } from './zh-CN';

export type { PaneTexts };

/** The languages of the pane, each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/** The texts of each language. */
export const PANE_TEXTS: Readonly<Record<Locale, PaneTexts>> = { 'zh-CN': zhCN, en };

/**
 * Puts data into the `{name}` placeholders of a text. A text of the form "one | many" is chosen by the first
 * number among the data.
 */
export function format(text: string, data: Readonly<Record<string, string | number>> = {}): string {
  const [one, many] = text.split(' | ');
  const count = Object.values(data).find((value) => typeof value === 'number');
  const chosen = many !== undefined && count !== 1 ? many : one!;
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
