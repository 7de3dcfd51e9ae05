import type { Vocabulary } from '../annex/corrections/vocabulary';

/** The text of a vocabulary file, for people as well. */
export function vocabularyText({ version, headers }: Vocabulary): string {
  return `${JSON.stringify({ version, headers }, null, 2)}\n`;
}
