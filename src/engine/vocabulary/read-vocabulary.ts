import type { FieldId } from '../annex/field-id';
import { indexOf } from '../annex/corrections/find-corrections';
import { isSingle, type HeaderCorrections, type Vocabulary } from '../annex/corrections/vocabulary';
import { nearest } from '../profile/nearest';
import type { ProfileProblem } from '../profile/profile-problem';
import { parseJson } from '../profile/parse-json';
import { schemaProblems } from '../profile/schema-problems';
import { vocabularyFile, vocabularyJsonSchema } from './vocabulary-schema';

/** The vocabulary, or all that is wrong with its text; never both. */
export type ReadVocabulary =
  { readonly vocabulary: Vocabulary } | { readonly problems: readonly ProfileProblem[] };

/** Reads the text of a vocabulary file. Never throws; a text that is no JSON is a problem with line and column. */
export function readVocabularyText(source: string): ReadVocabulary {
  const parsed = parseJson(source);
  if ('problems' in parsed) return parsed;
  const read = vocabularyFile.safeParse(parsed.json);
  if (!read.success)
    return { problems: schemaProblems(read.error.issues, parsed.json, vocabularyJsonSchema()) };
  const { version, headers } = read.data;
  const vocabulary: Vocabulary = { version, headers: headers as readonly HeaderCorrections[] };
  const problems = vocabulary.headers.flatMap(headerProblems);
  return problems.length > 0 ? { problems } : { vocabulary };
}

/** What is wrong between the parts of a header, each of which is right by itself. */
function headerProblems({ columns, corrections }: HeaderCorrections, header: number): ProfileProblem[] {
  const found: ProfileProblem[] = [];
  const named = new Map<number, number>();
  const fields = new Map<FieldId, number>();
  const written = (path: readonly string[]): string => path.join(' / ');
  for (const [i, { column, nth, field }] of corrections.entries()) {
    const at = `headers[${header}].corrections[${i}]`;
    const index = indexOf(columns, { column, nth });
    if (index < 0) {
      const params = { found: written(column), nearest: nearest(written(column), columns.map(written)) };
      found.push({ code: 'no-such-column', path: `${at}.column`, params });
      continue;
    }
    const before = named.get(index);
    if (before !== undefined)
      found.push({ code: 'column-repeated', path: at, params: { number: String(before + 1) } });
    named.set(index, i);
    if (field === null || !isSingle(field)) continue;
    const taken = fields.get(field);
    if (taken !== undefined && before === undefined)
      found.push({
        code: 'field-repeated',
        path: `${at}.field`,
        params: { found: field, number: String(taken + 1) },
      });
    fields.set(field, i);
  }
  return found;
}
