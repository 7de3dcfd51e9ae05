export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language of the product. `{name}` in it stands for a figure or a text of the finding. */
export type Localised = Readonly<Record<Locale, string>>;

/** A part of a message: the same in all languages, such as a figure or a cell's own text, or worded in each. */
export type MessageText = string | Localised;

/** A part of a message in one language. */
export function textIn(text: MessageText, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** Items in the order given, parted as each language parts them: A、B、C; A, B, C. */
export function listed(items: readonly MessageText[]): Localised {
  const inEach = (locale: Locale, mark: string): string =>
    items.map((item) => textIn(item, locale)).join(mark);
  return { 'zh-CN': inEach('zh-CN', '、'), en: inEach('en', ', ') };
}

/** Puts data into `{name}` placeholders; what has no data stays as it is. */
export function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}
