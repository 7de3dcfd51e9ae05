import { dirname, join, resolve } from 'node:path';
import { lookAt, type FileIdentity } from './file-identity';
import type { Found } from './find-workbooks';
import { isInside, realPlace } from './real-place';
import { removeLeftovers } from './temporary-files';
import { WriteError, writeWhole, type Place } from './write-file';

/** The folder that copies go into: each below it as its file lies below the folder that was given. */
export class OutputFolder {
  /** What this run has written: by path, and by file where a system knows one by several names. */
  private readonly written = new Set<string>();
  private readonly cleaned = new Set<string>();
  private originals: Promise<ReadonlySet<string>> | null = null;

  /**
   * @param force whether what is there already is replaced; never what this run has written
   * @param found all that this run reads: none of it is ever written to
   */
  constructor(
    private readonly folder: string,
    private readonly force: boolean,
    private readonly found: Pick<Found, 'files' | 'folders'>,
  ) {}

  /**
   * The place of a copy, checked before anything is made of it.
   * @param below the path of the file that is copied, below the folder that was given
   * @throws WriteError where it may not be written
   */
  async place(below: string): Promise<Place> {
    const path = join(this.folder, below);
    this.cleanUp(dirname(path));
    const real = await realPlace(path);
    const before = there(path);
    if (before !== null && (await this.inputs()).has(real)) throw new WriteError('output-is-input', path);
    if (await this.isReviewed(real)) throw new WriteError('output-within-input', path);
    const isOurs = this.written.has(resolve(path)) || (before !== null && this.written.has(keyOf(before)));
    if (isOurs || (before !== null && !this.force)) throw new WriteError('output-exists', path);
    return { path, before };
  }

  /**
   * The place that a copy leads to, written in one way for all names that some system takes for one: links are followed,
   * and letters are not told apart by case or composition.
   * @param below as of `place`
   */
  async targetOf(below: string): Promise<string> {
    return (await realPlace(join(this.folder, below))).normalize('NFC').toLowerCase();
  }

  /** @throws WriteError */
  async write(place: Place, bytes: Uint8Array): Promise<void> {
    await writeWhole(place, bytes);
    this.written.add(resolve(place.path));
    const now = there(place.path);
    if (now) this.written.add(keyOf(now));
  }

  private cleanUp(folder: string): void {
    if (this.cleaned.has(folder)) return;
    this.cleaned.add(folder);
    removeLeftovers(folder);
  }

  private inputs(): Promise<ReadonlySet<string>> {
    return (this.originals ??= Promise.all(this.found.files.map(({ path }) => realPlace(path))).then(
      (paths) => new Set(paths),
    ));
  }

  /** Whether a folder that was given would have the copy among its own files at the next run. */
  private async isReviewed(real: string): Promise<boolean> {
    const out = await realPlace(this.folder);
    return this.found.folders.some(
      (folder) => isInside(real, folder) && !(isInside(out, folder) && isInside(real, out)),
    );
  }
}

function there(path: string): FileIdentity | null {
  try {
    return lookAt(path);
  } catch {
    // What is wrong with such a path is told when it is written to.
    return null;
  }
}

function keyOf({ dev, ino }: FileIdentity): string {
  return `${dev}:${ino}`;
}
