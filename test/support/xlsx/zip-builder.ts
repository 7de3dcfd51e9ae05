import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/xlsx/zip/crc32';

/** An entry to be written. What is not said is written honestly; what is said may be a lie. */
export interface ZipBuilderEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** Sizes and checksum after the data instead of in the local header. */
  readonly descriptor?: boolean;
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Already deflated content, so that a large one need not be made again. */
  readonly deflated?: Uint8Array;
}

export interface ZipBuilderOptions {
  /** Writes the directory's end and the entries' sizes the zip64 way. */
  readonly zip64?: boolean;
  readonly comment?: string;
  /** Bytes before the zip. */
  readonly prefix?: Uint8Array;
}

/** Makes a zip file of entries. */
export function buildZip(entries: readonly ZipBuilderEntry[], options: ZipBuilderOptions = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const push = (chunk: Uint8Array) => {
    chunks.push(Buffer.from(chunk));
    offset += chunk.length;
  };

  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : entry.content;
    const data = entry.stored ? content : (entry.deflated ?? deflateRawSync(content));
    const name = Buffer.from(entry.name);
    const size = entry.declaredSize ?? content.length;
    const crc = entry.declaredCrc ?? crc32(content);
    const flags = (entry.flags ?? 0) | 0x0800 | (entry.descriptor ? 8 : 0);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const start = offset;

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    if (!entry.descriptor) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(data.length, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(name.length, 26);
    push(local);
    push(name);
    push(data);
    if (entry.descriptor) {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(data.length, 8);
      descriptor.writeUInt32LE(size, 12);
      push(descriptor);
    }

    const extra = options.zip64 ? zip64Extra(size, data.length, start) : Buffer.alloc(0);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(options.zip64 ? 0xffffffff : data.length, 20);
    record.writeUInt32LE(options.zip64 ? 0xffffffff : size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(options.zip64 ? 0xffffffff : start, 42);
    directory.push(record, name, extra);
  }

  const start = offset;
  directory.forEach(push);
  const size = offset - start;
  if (options.zip64) push(zip64End(entries.length, size, start, offset));
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : entries.length, 10);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(options.zip64 ? 0xffffffff : start, 16);
  end.writeUInt16LE(comment.length, 20);
  push(end);
  push(comment);
  return new Uint8Array(Buffer.concat([options.prefix ?? new Uint8Array(), ...chunks]));
}

function zip64Extra(size: number, compressedSize: number, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(compressedSize), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}

function zip64End(count: number, size: number, start: number, at: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(BigInt(44), 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
