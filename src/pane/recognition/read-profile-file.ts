import type { OwnProfile } from '../../app/profile-setting';
import type { ProfileProblem } from '../../engine/profile/profile-problem';
import { RULES } from '../../engine/rules';
import { textOfFile } from '../settings/text-of-file';

/** Beyond this a file is no profile; the workbook has to carry it. */
export const LARGEST_PROFILE = 64 * 1024;

/** What became of a file that the reviewer chose. */
export type ReadFile =
  | { readonly document: OwnProfile }
  | { readonly trouble: 'not-read' | 'too-large' }
  | { readonly problems: readonly ProfileProblem[] };

/** Reads a profile from a file. The document is handed on as it is, for it is kept as it is. */
export async function readProfileFile(file: File): Promise<ReadFile> {
  if (file.size > LARGEST_PROFILE) return { trouble: 'too-large' };
  let source: string;
  try {
    source = await textOfFile(file);
  } catch {
    return { trouble: 'not-read' };
  }
  const { readProfileText } = await import('../../engine/profile/read-profile');
  const read = readProfileText(
    source,
    RULES.map(({ meta }) => meta.id),
  );
  if ('problems' in read) return { problems: read.problems };
  return { document: JSON.parse(source.replace(/^\ufeff/, '')) as OwnProfile };
}
