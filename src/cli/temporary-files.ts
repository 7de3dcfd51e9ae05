import { createHash } from 'node:crypto';
import { constants, lstatSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { constants as system, hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Files that stand beside the place they are written for until they are whole. Their names say which process of which
 * host they belong to, so that a later run may take away what a dead process has left, and nothing else. They are short
 * whatever the file is called that is written, and hidden.
 */
const NAME = /^\.annex-reviewer\.(.+)\.([1-9]\d{0,9})\.(\d{1,9})\.tmp$/;

const HOST = hostInName(hostname() || 'localhost');

/** What ends the process in the middle of its work where nobody listens. */
const SIGNALS = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const).filter(
  (name) => name in system.signals,
);

/** The files of this process. */
const living = new Set<string>();
let made = 0;

/**
 * Creates an empty file in a folder. It is gone when the process ends, also by a signal, unless `keepTemporary` is
 * called. It is opened at once, not by and by: a file that is still being opened could not be taken away.
 * @param mode its permissions, less the umask
 * @returns its path and its descriptor, which the caller closes
 * @throws what the system says
 */
export function openTemporary(folder: string, mode: number): { path: string; descriptor: number } {
  for (;;) {
    const path = join(folder, `.annex-reviewer.${HOST}.${process.pid}.${(made += 1)}.tmp`);
    if (living.size === 0) listen();
    living.add(path);
    try {
      return {
        path,
        descriptor: openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode),
      };
    } catch (error) {
      keepTemporary(path);
      // Left by a dead process that had our number.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** The file has got its place: it is no temporary one any more. */
export function keepTemporary(path: string): void {
  living.delete(path);
  if (living.size === 0) stopListening();
}

/** Takes a file away that will get no place. */
export function discardTemporary(path: string): void {
  unlinkQuietly(path);
  keepTemporary(path);
}

/** Takes away what dead processes of this host have left in a folder. Never throws. */
export function removeLeftovers(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, host, id] = NAME.exec(name) ?? [];
    const path = join(folder, name);
    if (host === HOST && !living.has(path) && !isAlive(Number(id)) && isPlainFile(path)) unlinkQuietly(path);
  }
}

/** Whether another process has this number. Our own number can only have been a dead one's. */
function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function isPlainFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone, or may not be taken away; a later run tries again.
  }
}

function discardAll(): void {
  for (const path of living) unlinkQuietly(path);
  living.clear();
}

/** Only while there is something to take away: else a signal ends the process at once, also amid a calculation. */
function listen(): void {
  process.on('exit', discardAll);
  for (const signal of SIGNALS) process.on(signal, endBy);
}

function stopListening(): void {
  process.off('exit', discardAll);
  for (const signal of SIGNALS) process.off(signal, endBy);
}

function endBy(signal: NodeJS.Signals): void {
  discardAll();
  stopListening();
  // Whoever waits for this process learns what has ended it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/** The name of a host as a file's name may hold it, short and still that host's alone. */
function hostInName(host: string): string {
  const name = encodeURIComponent(host).replaceAll('*', '%2A');
  if (name.length <= 80) return name;
  return `${name.slice(0, 60)}-${createHash('sha256').update(host).digest('hex').slice(0, 16)}`;
}
