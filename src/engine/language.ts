export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language of the product. `{name}` in it stands for a figure or a text of the finding. */
export type Localised = Readonly<Record<Locale, string>>;

/** Puts data into `{name}` placeholders; what has no data stays as it is. */
export function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}
