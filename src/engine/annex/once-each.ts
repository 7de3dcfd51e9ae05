/** So many texts are kept; the next one lets go of all of them. Labels of one region are mostly the same. */
const KEPT = 4096;
/** Longer texts seldom come again. Characters. */
const LONGEST = 60;

/**
 * Reads texts, equal ones once until very many others have been read: labels are much alike from form to form, and from
 * workbook to workbook.
 *
 * @param read must go by the text alone, and nobody may change what it gives
 */
export function onceEach<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = read(text);
      if (known.size >= KEPT) known.clear();
      known.set(text, value);
    }
    return value as T;
  };
}
