import type { XlsxLimits } from '../limits';
import { DEFAULT_LIMITS } from '../limits';
import { XlsxError } from '../xlsx-error';
import { checksum } from './crc32';
import type { Inflate } from './inflate';
import type { ZipEntry } from './zip-directory';
import { readZipDirectory } from './zip-directory';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
/** Deflate cannot do better than 1032 : 1, so a header that claims more is lying. */
const MAX_DEFLATE_RATIO = 1032;

/** A first look at the content of a part: it throws where there is no use in reading on. */
export type Glance = (content: Uint8Array) => void;

/** A zip file in memory: its directory is read at once, its entries when asked for. */
export class ZipArchive {
  /** All entries in the order of the directory, folders and duplicates included. */
  readonly entries: readonly ZipEntry[];
  private readonly byName = new Map<string, ZipEntry>();
  private readonly ambiguous = new Set<string>();

  /**
   * @param bytes the whole file; it is kept, never copied or changed
   * @throws XlsxError 'corrupt' when it is no sound zip, 'too-large' when the directory declares more than the limits
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly inflate: Inflate,
    limits: XlsxLimits = DEFAULT_LIMITS,
  ) {
    this.entries = readZipDirectory(bytes, limits);
    for (const entry of this.entries) {
      const key = lookupKey(entry.name);
      const other = this.byName.get(key);
      // Two different entries of one name: whichever we took, another program could show the user the other.
      if (other && (other.crc32 !== entry.crc32 || other.size !== entry.size)) this.ambiguous.add(key);
      this.byName.set(key, entry);
    }
  }

  /**
   * The entry of that name; upper and lower case, a leading slash and backslashes make no difference.
   * @throws XlsxError 'corrupt' when two different entries bear the name
   */
  find(name: string): ZipEntry | undefined {
    const key = lookupKey(name);
    if (this.ambiguous.has(key)) {
      throw new XlsxError('corrupt', `two different zip entries are named ${name}`, { part: name });
    }
    return this.byName.get(key);
  }

  /**
   * The bytes of the entry as they lie in the file, still compressed: a view, not a copy.
   * @throws XlsxError 'corrupt' when the entry's header or data lie outside the file
   */
  rawBytes(entry: ZipEntry): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const at = entry.headerOffset;
    if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL_SIGNATURE) {
      throw new XlsxError('corrupt', `no zip header where ${entry.name} should be`, { part: entry.name });
    }
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + entry.compressedSize > this.bytes.length) {
      throw new XlsxError('corrupt', `${entry.name} ends beyond the file`, { part: entry.name });
    }
    return this.bytes.subarray(start, start + entry.compressedSize);
  }

  /**
   * The content of the entry, inflated and checked against its declared size and checksum.
   * @param glance is shown the content before its checksum is made, and may throw
   * @throws XlsxError 'corrupt' | 'encrypted' | 'unsupported-format'
   */
  read(entry: ZipEntry, glance?: Glance): Uint8Array {
    const part = entry.name;
    if (entry.flags & ENCRYPTED_FLAG) throw new XlsxError('encrypted', `${part} is encrypted`, { part });
    const content = this.uncompressed(entry);
    if (content.length !== entry.size) {
      throw new XlsxError('corrupt', `${part} has ${content.length} bytes, its header says ${entry.size}`, {
        part,
      });
    }
    glance?.(content);
    if (checksum(content) !== entry.crc32)
      throw new XlsxError('corrupt', `wrong checksum of ${part}`, { part });
    return content;
  }

  /**
   * The beginning of the content of an entry: what a share of its compressed bytes inflates to, unchecked. `null` where
   * that cannot be told, and then reading the whole tells why.
   */
  start(entry: ZipEntry, share: number): Uint8Array | null {
    const { start } = this.inflate;
    if (!start || entry.method !== DEFLATED || entry.flags & ENCRYPTED_FLAG) return null;
    try {
      const raw = this.rawBytes(entry);
      const likely = Math.ceil(entry.size * share);
      return start(raw.subarray(0, Math.ceil(raw.length * share)), entry.size, likely);
    } catch {
      return null;
    }
  }

  private uncompressed(entry: ZipEntry): Uint8Array {
    const part = entry.name;
    const raw = this.rawBytes(entry);
    if (entry.method === STORED) return raw;
    if (entry.method !== DEFLATED) {
      throw new XlsxError('unsupported-format', `${part} is compressed by method ${entry.method}`, { part });
    }
    if (entry.size > raw.length * MAX_DEFLATE_RATIO + MAX_DEFLATE_RATIO) {
      throw new XlsxError('corrupt', `${part} cannot inflate to the ${entry.size} bytes it declares`, {
        part,
      });
    }
    try {
      return this.inflate(raw, entry.size);
    } catch (error) {
      throw new XlsxError('corrupt', `${part} does not inflate: ${String(error)}`, { part });
    }
  }
}

function lookupKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}
