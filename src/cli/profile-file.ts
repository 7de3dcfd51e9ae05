import { open } from 'node:fs/promises';
import { fill, type Locale } from '../engine/language';
import { profileProblemText } from '../engine/profile/problem-text';
import type { Profile } from '../engine/profile/profile';
import { RULES } from '../engine/rules';
import { unreadable } from '../host/file/workbook-file-error';
import { TEXTS } from './i18n/texts';
import type { ProfileFileProblem } from './profile-file-problem';

/** Profiles have a few kilobytes; a larger file is another one, such as a workbook. */
const MOST_KILOBYTES = 256;

/** The profile of a file, or what is wrong with it: one text a mistake. Never throws. */
export async function readProfileFile(
  path: string,
  locale: Locale,
): Promise<{ readonly profile: Profile } | { readonly problems: readonly string[] }> {
  const refused = (problem: ProfileFileProblem): { problems: string[] } => ({
    problems: [fill(TEXTS[locale].profileProblems[problem], { most: String(MOST_KILOBYTES) })],
  });
  let bytes;
  try {
    bytes = await firstBytes(path, MOST_KILOBYTES * 1024 + 1);
  } catch (error) {
    return refused(unreadable(path, error).reason);
  }
  if (bytes.length > MOST_KILOBYTES * 1024) return refused('too-large');
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('not-text');
  }
  // The library that checks is needed for this alone; most runs do without.
  const { readProfileText } = await import(/* webpackMode: "eager" */ '../engine/profile/read-profile');
  const read = readProfileText(
    text,
    RULES.map(({ meta }) => meta.id),
  );
  return 'profile' in read
    ? read
    : { problems: read.problems.map((problem) => profileProblemText(problem, locale)) };
}

/** At most so many bytes of a file, which need not be a regular one. */
async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(most);
    let length = 0;
    while (length < most) {
      const { bytesRead } = await file.read(bytes, length, most - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
