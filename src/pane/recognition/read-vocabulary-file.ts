import type { Vocabulary } from '../../engine/annex/corrections/vocabulary';
import type { ProfileProblem } from '../../engine/profile/profile-problem';
import { textOfFile } from '../settings/text-of-file';

/** Beyond this a file is no vocabulary; the workbook has to carry it. */
export const LARGEST_VOCABULARY = 512 * 1024;

/** What became of a file that the reviewer chose. */
export type ReadVocabularyFile =
  | { readonly vocabulary: Vocabulary }
  | { readonly trouble: 'not-read' | 'too-large' }
  | { readonly problems: readonly ProfileProblem[] };

/** Reads a vocabulary from a file. */
export async function readVocabularyFile(file: File): Promise<ReadVocabularyFile> {
  if (file.size > LARGEST_VOCABULARY) return { trouble: 'too-large' };
  let source: string;
  try {
    source = await textOfFile(file);
  } catch {
    return { trouble: 'not-read' };
  }
  const { readVocabularyText } = await import('../../engine/vocabulary/read-vocabulary');
  return readVocabularyText(source);
}
