/** Why a file could not be opened at all. */
export type UnreadableReason =
  'not-found' | 'no-permission' | 'not-a-file' | 'locked' | 'name-too-long' | 'other';

/** The file system refused; what is in the file was never seen. `message` is English and for logs. */
export class WorkbookFileError extends Error {
  override readonly name = 'WorkbookFileError';
  readonly code = 'unreadable';

  constructor(
    readonly path: string,
    readonly reason: UnreadableReason,
    message: string,
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<string, UnreadableReason>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'not-a-file',
  EBUSY: 'locked',
  ENAMETOOLONG: 'name-too-long',
};

/** A file system failure as the typed error it means. */
export function unreadable(path: string, error: unknown): WorkbookFileError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return new WorkbookFileError(path, REASONS[code] ?? 'other', `cannot read ${path}: ${String(error)}`);
}
