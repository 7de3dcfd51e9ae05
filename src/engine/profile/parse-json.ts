import { findJsonMistake } from './json-mistake';
import type { ProfileProblem } from './profile-problem';

/** The text of a file of settings as JSON; a text that is none is a problem with line and column. */
export function parseJson(
  source: string,
): { readonly json: unknown } | { readonly problems: readonly ProfileProblem[] } {
  // Editors on Windows put a mark at the beginning.
  const text = source.replace(/^\ufeff/, '');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    const { line = 1, column = 1, found = '', slip = 'other' } = findJsonMistake(text) ?? {};
    const params = { line: String(line), column: String(column), found, slip };
    return { problems: [{ code: 'not-json', path: '', params }] };
  }
}
