import { checksum } from './crc32';
import type { Deflate } from './deflate';
import type { ZipArchive } from './zip-archive';
import type { ZipEntry } from './zip-directory';
import { XlsxError } from '../xlsx-error';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
/** Sizes follow the data instead of standing in the local header; ours stand in the header. */
const DESCRIPTOR_FLAG = 8;
const UTF8_FLAG = 0x0800;
const VERSION = 20;
/** Midnight of 1 January 1980: a new part has no time of its own, so that the same input makes the same file. */
const NO_TIME = 0x00210000;
const MOST_ENTRIES = 0xfffe;
const LARGEST = 0xfffffffe;

/** A piece of the zip to be written: an entry of another zip as it lies there, or new content under a name. */
export type ZipSource =
  | { readonly entry: ZipEntry; readonly archive: ZipArchive }
  | { readonly name: Uint8Array; readonly isUtf8: boolean; readonly content: Uint8Array };

interface Written {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly modified: number;
  readonly crc: number;
  readonly size: number;
  readonly externalAttributes: number;
  readonly data: Uint8Array;
}

/**
 * Writes a zip file. Entries of another zip are copied still compressed; nothing of them is inflated, so what cannot be
 * read is kept all the same. Extra fields and comments of entries are not: they say nothing about the content.
 * @throws XlsxError 'too-large' for a file that only zip64 could hold
 */
export function writeZip(sources: readonly ZipSource[], deflate: Deflate): Uint8Array {
  const written = sources.map((source) =>
    'entry' in source ? copied(source.archive, source.entry) : made(source, deflate),
  );
  let size = END_SIZE;
  for (const { name, data } of written) size += LOCAL_SIZE + ENTRY_SIZE + 2 * name.length + data.length;
  if (written.length > MOST_ENTRIES || size > LARGEST) {
    throw new XlsxError('too-large', `a zip of ${written.length} entries and ${size} bytes`, {
      limit: LARGEST,
    });
  }
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  let at = 0;
  const offsets = written.map((entry) => {
    const offset = at;
    at = writeLocal(view, file, at, entry);
    return offset;
  });
  const directory = at;
  written.forEach((entry, i) => (at = writeEntry(view, file, at, entry, offsets[i]!)));
  view.setUint32(at, END_SIGNATURE, true);
  view.setUint16(at + 8, written.length, true);
  view.setUint16(at + 10, written.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return file;
}

function copied(archive: ZipArchive, entry: ZipEntry): Written {
  return {
    name: entry.rawName,
    flags: entry.flags & ~DESCRIPTOR_FLAG,
    method: entry.method,
    modified: entry.modified,
    crc: entry.crc32,
    size: entry.size,
    externalAttributes: entry.externalAttributes,
    data: archive.rawBytes(entry),
  };
}

function made(
  { name, isUtf8, content }: Extract<ZipSource, { content: Uint8Array }>,
  deflate: Deflate,
): Written {
  const deflated = deflate(content);
  const pays = deflated.length < content.length;
  return {
    name,
    flags: isUtf8 ? UTF8_FLAG : 0,
    method: pays ? DEFLATED : STORED,
    modified: NO_TIME,
    crc: checksum(content),
    size: content.length,
    externalAttributes: 0,
    data: pays ? deflated : content,
  };
}

/** Writes what local header and directory entry have in common, from the version on. @returns the offset after it */
function writeCommon(view: DataView, at: number, entry: Written): number {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  return at + 24;
}

function writeLocal(view: DataView, file: Uint8Array, at: number, entry: Written): number {
  view.setUint32(at, LOCAL_SIGNATURE, true);
  writeCommon(view, at + 4, entry);
  file.set(entry.name, at + LOCAL_SIZE);
  const start = at + LOCAL_SIZE + entry.name.length;
  file.set(entry.data, start);
  return start + entry.data.length;
}

function writeEntry(view: DataView, file: Uint8Array, at: number, entry: Written, offset: number): number {
  view.setUint32(at, ENTRY_SIGNATURE, true);
  view.setUint16(at + 4, VERSION, true);
  writeCommon(view, at + 6, entry);
  view.setUint32(at + 38, entry.externalAttributes, true);
  view.setUint32(at + 42, offset, true);
  file.set(entry.name, at + ENTRY_SIZE);
  return at + ENTRY_SIZE + entry.name.length;
}
