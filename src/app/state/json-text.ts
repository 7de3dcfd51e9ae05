/*
 * JSON that came with a workbook. It is looked at before it is parsed: a document that is far too long or nested without
 * end must cost no more than a glance.
 */

export type Fields = Readonly<Record<string, unknown>>;

/** Deepest nesting of a document; a profile, the deepest thing we keep, has six. */
const DEEPEST = 64;

/** A value of a JSON text; `undefined` where it is no JSON, or nested too deeply. */
export function parseJson(text: string): unknown {
  if (nestsTooDeeply(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nestsTooDeeply(text: string): boolean {
  const sign = /["[{\]}]/g;
  const quote = /["\\]/g;
  let depth = 0;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') {
      quote.lastIndex = sign.lastIndex;
      let end = quote.exec(text);
      while (end?.[0] === '\\') {
        quote.lastIndex++;
        end = quote.exec(text);
      }
      if (!end) return false;
      sign.lastIndex = quote.lastIndex;
    } else if (found[0] === '[' || found[0] === '{') {
      if (++depth > DEEPEST) return true;
    } else depth--;
  }
  return false;
}
