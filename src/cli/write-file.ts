import { mkdir, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Why a file was not written. Nothing was written then. `message` is the system's own words, or the path. */
export class WriteError extends Error {
  override readonly name = 'WriteError';

  constructor(
    readonly reason: 'output-exists' | 'output-is-input' | 'reviewer-input' | 'write-failed',
    message: string,
  ) {
    super(message);
  }
}

/** The folder that copies go into: each below it as its file lies below the folder that was given. */
export class OutputFolder {
  private readonly written = new Set<string>();

  /** @param force whether what is there already is replaced; never what this run has written */
  constructor(
    private readonly folder: string,
    private readonly force: boolean,
  ) {}

  /**
   * The path of a copy, checked before anything is made of it.
   * @param input the file that is copied
   * @param below its path below the folder that was given
   * @throws WriteError where it may not be written
   */
  async place(input: string, below: string): Promise<string> {
    const path = join(this.folder, below);
    const key = resolve(path);
    const there = await realpath(path).catch(() => null);
    // On file systems that ignore case, or over a link, another name may mean the input itself.
    if (there !== null && there === (await realpath(input).catch(() => resolve(input))))
      throw new WriteError('output-is-input', path);
    if (this.written.has(key) || (there !== null && !this.force)) throw new WriteError('output-exists', path);
    this.written.add(key);
    return path;
  }
}

/**
 * Writes a file whole or not at all: beside its place first, then into it.
 * @throws WriteError `write-failed`
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    // What replaces a file is as readable as that was.
    const mode = await stat(path).then(
      (status) => status.mode & 0o777,
      () => 0o666,
    );
    await writeFile(beside, bytes, { mode, flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw new WriteError('write-failed', error instanceof Error ? error.message : String(error));
  }
}
