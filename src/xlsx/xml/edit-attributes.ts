import { escapeAttribute } from './escape-xml';

/**
 * Changes unprefixed attributes in the start tag an element's text begins with; all else stays as it is.
 * @param element text that begins with a well-formed start tag
 * @param changes new values by name; `null` takes the attribute away
 */
export function editAttributes(element: string, changes: Readonly<Record<string, string | null>>): string {
  const end = tagEnd(element);
  const waiting = new Map(Object.entries(changes));
  const kept = element
    .slice(0, end)
    .replace(/(\s+)([^\s=<>]+)\s*=\s*("[^"]*"|'[^']*')/g, (whole: string, space: string, name: string) => {
      const value = waiting.get(name);
      if (value === undefined) return whole;
      waiting.delete(name);
      return value === null ? '' : `${space}${name}="${escapeAttribute(value)}"`;
    })
    .trimEnd();
  let added = '';
  for (const [name, value] of waiting) if (value !== null) added += ` ${name}="${escapeAttribute(value)}"`;
  return kept + added + element.slice(end);
}

/** Where the ">" or "/>" of the first tag stands; quoted values may hold either. */
function tagEnd(element: string): number {
  const match = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(element);
  if (!match) throw new RangeError('no start tag');
  const end = match[0].length - 1;
  return element[end - 1] === '/' ? end - 1 : end;
}
