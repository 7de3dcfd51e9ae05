import type { Glance, ZipArchive } from '../zip/zip-archive';
import type { ZipEntry } from '../zip/zip-directory';
import { percentDecoded } from './part-name';

/** Where the parts of a package are kept. Names have no leading slash; their case is no matter. */
export interface Parts {
  has(part: string): boolean;
  /**
   * The inflated bytes of a part, or `undefined` where there is none.
   * @param glance is shown the bytes before anything else is done with them, and may throw
   * @throws XlsxError 'corrupt' | 'encrypted' | 'unsupported-format' where it is there and cannot be read
   */
  read(part: string, glance?: Glance): Uint8Array | undefined;
  /** For looking at the beginning of a part that has `leastSize` bytes or more; `null` for others and for those at hand. */
  startOf(part: string, leastSize: number): StartOfPart | null;
}

/** Gives the beginning of a part by the share of its compressed bytes; `null` where that cannot be told. */
export type StartOfPart = (share: number) => Uint8Array | null;

/** The parts of a package as they lie in its zip. */
export class ZipParts implements Parts {
  constructor(readonly zip: ZipArchive) {}

  has(part: string): boolean {
    return this.entry(part) !== undefined;
  }

  read(part: string, glance?: Glance): Uint8Array | undefined {
    const entry = this.entry(part);
    return entry && this.zip.read(entry, glance);
  }

  startOf(part: string, leastSize: number): StartOfPart | null {
    const entry = this.entry(part);
    return entry && entry.size >= leastSize ? (share) => this.zip.start(entry, share) : null;
  }

  /** Names of parts may be percent-encoded while the zip has the plain name. */
  entry(part: string): ZipEntry | undefined {
    return this.zip.find(part) ?? (part.includes('%') ? this.zip.find(percentDecoded(part)) : undefined);
  }
}
