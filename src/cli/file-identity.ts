import { accessSync, constants, lstatSync, type BigIntStats } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Which file stands at a path, and in which state. */
export type FileIdentity = Pick<
  BigIntStats,
  'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs' | 'nlink' | 'mode' | 'uid' | 'gid'
>;

/**
 * What stands at a path itself, links not followed; `null`: nothing.
 * @throws what the system says, other than that nothing is there
 */
export function lookAt(path: string): BigIntStats | null {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}

/** Whether a path holds the very file it held before, with nothing written to it since. */
export function isUnchanged(path: string, before: FileIdentity | null): boolean {
  const now = lookAt(path);
  if (before === null || now === null) return before === now;
  const same = (key: keyof FileIdentity) => before[key] === now[key];
  // The change time tells also of a program that has put the old modification time back.
  return same('dev') && same('ino') && same('size') && same('mtimeNs') && same('ctimeNs');
}

/** Whether a file is not to be written to: by its permissions, which root does not feel, or by those of its place. */
export function isReadOnly(path: string, { mode }: FileIdentity): boolean {
  if ((Number(mode) & 0o222) === 0) return true;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch (error) {
    return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** The file by which an office program says that it has this one open (Excel, WPS, LibreOffice), or `null`. */
export function lockFileOf(path: string): string | null {
  const name = basename(path);
  const names = [`~$${name}`, `.~${name}`, `.~lock.${name}#`];
  return names.map((each) => join(dirname(path), each)).find(isThere) ?? null;
}

function isThere(path: string): boolean {
  try {
    return lookAt(path)?.isFile() ?? false;
  } catch {
    // Such a name is too long for this file system: then no program can have made it.
    return false;
  }
}
