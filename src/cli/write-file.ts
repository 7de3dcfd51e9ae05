import {
  close,
  fchmodSync,
  fchownSync,
  fsync,
  fsyncSync,
  closeSync,
  openSync,
  renameSync,
  writeFile,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { isReadOnly, isUnchanged, lockFileOf, type FileIdentity } from './file-identity';
import { discardTemporary, keepTemporary, openTemporary } from './temporary-files';

/** Why a file was not written; the user's text is chosen by it. */
export type WriteFailure =
  | 'output-exists'
  | 'output-is-input'
  | 'output-within-input'
  | 'reviewer-input'
  | 'changed-meanwhile'
  | 'read-only'
  | 'in-use'
  | 'held-open'
  | 'hard-links'
  | 'owner-lost'
  | 'name-too-long'
  | 'disk-full'
  | 'not-permitted'
  | 'write-failed';

/** A file was not written. Nothing was written then. `message` is the path it is about, or the system's own words. */
export class WriteError extends Error {
  override readonly name = 'WriteError';

  constructor(
    readonly reason: WriteFailure,
    message: string,
  ) {
    super(message);
  }
}

/** Where a file is to be written, and what stood there when that was decided; `null`: nothing. */
export interface Place {
  readonly path: string;
  readonly before: FileIdentity | null;
}

/** Windows lets nobody replace a file that a scanner or an indexer holds for a moment. */
const PATIENCE = process.platform === 'win32' ? [50, 100, 200, 400, 800] : [];
const HELD: readonly string[] =
  process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY', 'ETXTBSY'];

/**
 * Writes a file whole or not at all: beside its place first, on the disk, then into it. What stood there is replaced
 * only as long as it is what it was; its permissions and its owner stay.
 * @param lockedBy further paths whose lock files count: those under which the file is known
 * @throws WriteError
 */
export async function writeWhole(
  place: Place,
  bytes: Uint8Array,
  lockedBy: readonly string[] = [],
): Promise<void> {
  if (place.before !== null) mustBeReplaceable(place.path, place.before, lockedBy);
  let beside: string | null = null;
  try {
    await mkdir(dirname(place.path), { recursive: true });
    beside = await writeBeside(place, bytes);
    await moveInto(place, beside);
    keepTemporary(beside);
  } catch (error) {
    if (beside !== null) discardTemporary(beside);
    throw writeError(error, place.path);
  }
  syncFolder(dirname(place.path));
}

/** @throws WriteError where a file is not to be replaced, or would lose by it what only it has */
function mustBeReplaceable(path: string, before: FileIdentity, lockedBy: readonly string[]): void {
  if (isReadOnly(path, before)) throw new WriteError('read-only', path);
  // The other names would keep the old file, and the two would part in silence.
  if (Number(before.nlink) > 1) throw new WriteError('hard-links', path);
  const lock = [path, ...lockedBy].map(lockFileOf).find((found) => found !== null);
  if (lock) throw new WriteError('in-use', lock);
}

/** @returns the path of the whole file, in the folder of its place */
async function writeBeside({ path, before }: Place, bytes: Uint8Array): Promise<string> {
  // What replaces a file is never readable by more than that was, not even while it is written.
  const file = openTemporary(dirname(path), before === null ? 0o666 : 0o600);
  try {
    await promisify(writeFile)(file.descriptor, bytes);
    if (before !== null) takeOver(file.descriptor, before, path);
    await promisify(fsync)(file.descriptor);
    return file.path;
  } catch (error) {
    discardTemporary(file.path);
    throw error;
  } finally {
    await promisify(close)(file.descriptor);
  }
}

/** Gives a file the owner and the permissions of the one that it replaces. */
function takeOver(descriptor: number, { uid, gid, mode }: FileIdentity, path: string): void {
  if (process.platform !== 'win32') {
    try {
      fchownSync(descriptor, Number(uid), Number(gid));
    } catch {
      throw new WriteError('owner-lost', path);
    }
  }
  fchmodSync(descriptor, Number(mode) & 0o7777);
}

/** Looks at the place and moves the file into it with nothing in between. */
async function moveInto({ path, before }: Place, beside: string): Promise<void> {
  for (const wait of [...PATIENCE, null]) {
    if (!isUnchanged(path, before))
      throw new WriteError(before === null ? 'output-exists' : 'changed-meanwhile', path);
    try {
      renameSync(beside, path);
      return;
    } catch (error) {
      if (wait === null || !HELD.includes(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** The name is on the disk too. Not every system can, and the file itself is there. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // As above.
  }
}

const FAILURES: Readonly<Record<string, WriteFailure>> = {
  ENAMETOOLONG: 'name-too-long',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
};

function writeError(error: unknown, path: string): WriteError {
  if (error instanceof WriteError) return error;
  const code = codeOf(error);
  if (HELD.includes(code)) return new WriteError('held-open', path);
  const reason = FAILURES[code] ?? 'write-failed';
  return new WriteError(reason, reason === 'write-failed' ? systemWords(error) : path);
}

/** "ENOTDIR: not a directory", without the paths that follow. */
function systemWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return /^[A-Z0-9_]+: [^,]*/.exec(words)?.[0] ?? words;
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | null)?.code ?? '');
}
