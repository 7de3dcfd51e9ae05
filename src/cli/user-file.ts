import { open } from 'node:fs/promises';
import { fill, type Locale } from '../engine/language';
import { unreadable, type UnreadableReason } from '../host/file/workbook-file-error';
import { TEXTS } from './i18n/texts';

/** Why a file of the user's settings was not even read. */
export type UserFileProblem = UnreadableReason | 'too-large' | 'not-text';

/** The kinds of files that a user writes, by the options that name them. */
export const USER_FILES = {
  /** Profiles have a few kilobytes; a larger file is another one, such as a workbook. */
  rules: { mostKilobytes: 256 },
  /** A header takes a kilobyte or two. */
  vocabulary: { mostKilobytes: 2048 },
} as const;
export type UserFile = keyof typeof USER_FILES;

/** The text of a file that a user has written, or why it was not read. Never throws. */
export async function readUserFile(
  path: string,
  kind: UserFile,
  locale: Locale,
): Promise<{ readonly text: string } | { readonly problems: readonly string[] }> {
  const texts = TEXTS[locale];
  const most = USER_FILES[kind].mostKilobytes;
  const refused = (problem: UserFileProblem): { problems: string[] } => ({
    problems: [
      fill(texts.userFileProblems[problem], {
        most: String(most),
        option: `--${kind}`,
        what: texts.userFiles[kind],
      }),
    ],
  });
  let bytes;
  try {
    bytes = await firstBytes(path, most * 1024 + 1);
  } catch (error) {
    return refused(unreadable(path, error).reason);
  }
  if (bytes.length > most * 1024) return refused('too-large');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused('not-text');
  }
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
