import type { Locale, MessageText } from '../../../src/engine/language';
import { textIn } from '../../../src/engine/language';
import type { MessageData } from '../../../src/engine/rule/finding';
import type { SheetSnapshot } from '../../../src/engine/sheet/snapshot';

/** Signs of the other language, and blanks where Chinese has none. */
const FOREIGN: Readonly<Record<Locale, RegExp>> = {
  'zh-CN': /[,;!?()]|[\u4e00-\u9fff][:.]|[\u4e00-\u9fff，。：；、（）“”] +[\u4e00-\u9fff，。：；、（）“”]/,
  en: /[\u3000-\u303f\uff00-\uffef…]/,
};

/** What a text quotes, which is written as the sheet has it. */
const QUOTED: Readonly<Record<Locale, RegExp>> = { 'zh-CN': /“[^”]*”/g, en: /"[^"]*"/g };

/** The first sign of another language in a text that is no quotation; `null` where there is none. */
export function foreignSign(text: string, locale: Locale): string | null {
  return FOREIGN[locale].exec(text.replace(QUOTED[locale], '""'))?.[0] ?? null;
}

/**
 * The same in a message as it is filled: what it is filled with counts, too, unless it is quoted, a formula, an error
 * value, or stands in a cell of the sheet.
 */
export function foreignSignIn(
  template: string,
  data: MessageData,
  locale: Locale,
  { values }: Pick<SheetSnapshot, 'values'>,
): string | null {
  const cells = values.flat().map(String).join('\n').replace(/\s+/g, '');
  const isOfSheet = (text: string): boolean => cells.includes(text.replace(/\s+/g, ''));
  const shown = (said: MessageText): string => {
    const text = textIn(said, locale);
    return text === '' || (!/^[=#]/.test(text) && !text.split(/, |、/).every(isOfSheet)) ? text : '1';
  };
  const unquoted = template.replace(QUOTED[locale], '""');
  return foreignSign(
    unquoted.replace(/\{(\w+)\}/g, (whole, name: string) => (name in data ? shown(data[name]!) : whole)),
    locale,
  );
}
