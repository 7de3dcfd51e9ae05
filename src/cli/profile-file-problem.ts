import type { UnreadableReason } from '../host/file/workbook-file-error';

/** Why the file of a profile was not even read. */
export type ProfileFileProblem = UnreadableReason | 'too-large' | 'not-text';
