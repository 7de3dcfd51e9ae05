import type { Vocabulary } from '../engine/annex/corrections/vocabulary';
import type { Locale } from '../engine/language';
import { profileProblemText } from '../engine/profile/problem-text';
import { readUserFile } from './user-file';

/** The vocabulary of a file, or what is wrong with it: one text a mistake. Never throws. */
export async function readVocabularyFile(
  path: string,
  locale: Locale,
): Promise<{ readonly vocabulary: Vocabulary } | { readonly problems: readonly string[] }> {
  const file = await readUserFile(path, 'vocabulary', locale);
  if ('problems' in file) return file;
  // The library that checks is needed for this alone; most runs do without.
  const { readVocabularyText } = await import(
    /* webpackMode: "eager" */ '../engine/vocabulary/read-vocabulary'
  );
  const read = readVocabularyText(file.text);
  return 'vocabulary' in read
    ? read
    : { problems: read.problems.map((problem) => profileProblemText(problem, locale)) };
}
