import type { Locale } from '../engine/language';
import { profileProblemText } from '../engine/profile/problem-text';
import type { Profile } from '../engine/profile/profile';
import { RULES } from '../engine/rules';
import { readUserFile } from './user-file';

/** The profile of a file, or what is wrong with it: one text a mistake. Never throws. */
export async function readProfileFile(
  path: string,
  locale: Locale,
): Promise<{ readonly profile: Profile } | { readonly problems: readonly string[] }> {
  const file = await readUserFile(path, 'rules', locale);
  if ('problems' in file) return file;
  // The library that checks is needed for this alone; most runs do without.
  const { readProfileText } = await import(/* webpackMode: "eager" */ '../engine/profile/read-profile');
  const read = readProfileText(
    file.text,
    RULES.map(({ meta }) => meta.id),
  );
  return 'profile' in read
    ? read
    : { problems: read.problems.map((problem) => profileProblemText(problem, locale)) };
}
