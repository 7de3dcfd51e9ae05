import type { XlsxLimits } from '../limits';
import { XlsxError } from '../xlsx-error';

/** One entry of the central directory: enough to read it, and to copy it byte for byte into another zip. */
export interface ZipEntry {
  /** As written in the zip, decoded as UTF-8. */
  readonly name: string;
  /** The bytes of the name: they need not be UTF-8. */
  readonly rawName: Uint8Array;
  /** General purpose flags; bit 0 encrypted, bit 3 data descriptor follows, bit 11 name in UTF-8. */
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** MS-DOS time (low 16 bits) and date (high 16 bits). */
  readonly modified: number;
  readonly crc32: number;
  readonly compressedSize: number;
  /** Declared size of the content once inflated. */
  readonly size: number;
  readonly externalAttributes: number;
  /** Offset of the local header from the start of the file. */
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_LOCATOR_SIZE = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_SIZE = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const ZIP64_EXTRA = 1;
const IN_ZIP64_16 = 0xffff;
const IN_ZIP64_32 = 0xffffffff;

interface DirectoryPlace {
  readonly count: number;
  readonly start: number;
  /** Bytes put before the zip (a self-extracting stub): every offset in the file is short by as much. */
  readonly shift: number;
}

/**
 * Reads the central directory (zip64 too) of a zip file. Local headers are not trusted for sizes, so entries
 * with a data descriptor need nothing special.
 * @throws XlsxError 'corrupt' or 'too-large'
 */
export function readZipDirectory(bytes: Uint8Array, limits: XlsxLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = findDirectory(view);
  if (place.count > limits.maxEntries) {
    throw new XlsxError('too-large', `${place.count} zip entries`, { limit: limits.maxEntries });
  }
  const decoder = new TextDecoder('utf-8');
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = place.start;
  for (let i = 0; i < place.count; i++) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw new XlsxError('corrupt', `zip directory breaks off after ${i} of ${place.count} entries`);
    }
    const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new XlsxError('corrupt', 'zip directory ends beyond the file');
    const rawName = bytes.subarray(at + ENTRY_SIZE, nameEnd);
    const name = decoder.decode(rawName);
    const entry = { ...readEntry(view, at, name, nameEnd, extraEnd, place.shift), rawName };
    total += entry.size;
    if (total > limits.maxTotalSize) {
      throw new XlsxError('too-large', `the parts inflate to over ${limits.maxTotalSize} bytes`, {
        part: name,
        limit: limits.maxTotalSize,
      });
    }
    entries.push(entry);
    at = next;
  }
  return entries;
}

function readEntry(
  view: DataView,
  at: number,
  name: string,
  extraStart: number,
  extraEnd: number,
  shift: number,
): Omit<ZipEntry, 'rawName'> {
  let size = view.getUint32(at + 24, true);
  let compressedSize = view.getUint32(at + 20, true);
  let headerOffset = view.getUint32(at + 42, true);
  if (size === IN_ZIP64_32 || compressedSize === IN_ZIP64_32 || headerOffset === IN_ZIP64_32) {
    // The extra field holds, in this order, only those values that did not fit.
    let field = zip64Field(view, extraStart, extraEnd, name);
    const nextValue = () => {
      if (field.start + 8 > field.end)
        throw new XlsxError('corrupt', `short zip64 field of ${name}`, { part: name });
      const value = uint64(view, field.start);
      field = { start: field.start + 8, end: field.end };
      return value;
    };
    if (size === IN_ZIP64_32) size = nextValue();
    if (compressedSize === IN_ZIP64_32) compressedSize = nextValue();
    if (headerOffset === IN_ZIP64_32) headerOffset = nextValue();
  }
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    modified: view.getUint32(at + 12, true),
    crc32: view.getUint32(at + 16, true),
    compressedSize,
    size,
    externalAttributes: view.getUint32(at + 38, true),
    headerOffset: headerOffset + shift,
  };
}

function zip64Field(
  view: DataView,
  start: number,
  end: number,
  name: string,
): { start: number; end: number } {
  for (let at = start; at + 4 <= end;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) return { start: at + 4, end: Math.min(at + 4 + size, end) };
    at += 4 + size;
  }
  throw new XlsxError('corrupt', `no zip64 field of ${name}`, { part: name });
}

function findDirectory(view: DataView): DirectoryPlace {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (count === IN_ZIP64_16 || size === IN_ZIP64_32 || start === IN_ZIP64_32) {
    const locator = end - END64_LOCATOR_SIZE;
    if (locator >= 0 && view.getUint32(locator, true) === END64_LOCATOR_SIGNATURE) {
      const end64 = uint64(view, locator + 8);
      if (end64 + END64_SIZE > view.byteLength || view.getUint32(end64, true) !== END64_SIGNATURE) {
        throw new XlsxError('corrupt', 'the zip64 directory end is not where it should be');
      }
      count = uint64(view, end64 + 32);
      size = uint64(view, end64 + 40);
      start = uint64(view, end64 + 48);
      directoryEnd = end64;
    }
  }
  // The directory ends where its end record begins; a difference means bytes were put before the zip.
  const actual = directoryEnd - size;
  const shifted =
    start + 4 <= view.byteLength && view.getUint32(start, true) === ENTRY_SIGNATURE ? 0 : actual - start;
  if (count > 0 && (shifted < 0 || start + shifted > view.byteLength)) {
    throw new XlsxError('corrupt', 'the zip directory is not where it should be');
  }
  return { count, start: start + shifted, shift: shifted };
}

/** The end record lies at the very end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new XlsxError('corrupt', 'no zip directory: the file is truncated');
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
