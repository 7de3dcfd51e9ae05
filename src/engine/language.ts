export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language of the product. `{name}` in it stands for a figure or a text of the finding. */
export type Localised = Readonly<Record<Locale, string>>;
