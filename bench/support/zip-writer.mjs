import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createDeflateRaw } from 'node:zlib';

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * Writes a zip file piece by piece: `add(name, pieces)` for each entry, its content as an iterable of strings, then
 * `close()`. Sizes follow the data in descriptors, so nothing is held in memory.
 */
export function zipWriter(path) {
  const out = createWriteStream(path);
  const directory = [];
  let offset = 0;
  const write = async (bytes) => {
    offset += bytes.length;
    if (!out.write(bytes)) await once(out, 'drain');
  };

  async function add(name, pieces) {
    const nameBytes = Buffer.from(name);
    const entry = { nameBytes, offset, crc: -1, size: 0, compressedSize: 0 };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0808, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(0x21, 12);
    header.writeUInt16LE(nameBytes.length, 26);
    await write(Buffer.concat([header, nameBytes]));

    const deflate = createDeflateRaw({ level: 6 });
    const start = offset;
    const finished = (async () => {
      for await (const chunk of deflate) await write(chunk);
    })();
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let i = 0; i < bytes.length; i++)
        entry.crc = (entry.crc >>> 8) ^ crcTable[(entry.crc ^ bytes[i]) & 0xff];
      entry.size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    await finished;
    entry.crc = ~entry.crc >>> 0;
    entry.compressedSize = offset - start;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.compressedSize, 8);
    descriptor.writeUInt32LE(entry.size, 12);
    await write(descriptor);
    directory.push(entry);
  }

  async function close() {
    const start = offset;
    for (const entry of directory) {
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt16LE(20, 4);
      record.writeUInt16LE(20, 6);
      record.writeUInt16LE(0x0808, 8);
      record.writeUInt16LE(8, 10);
      record.writeUInt16LE(0x21, 14);
      record.writeUInt32LE(entry.crc, 16);
      record.writeUInt32LE(entry.compressedSize, 20);
      record.writeUInt32LE(entry.size, 24);
      record.writeUInt16LE(entry.nameBytes.length, 28);
      record.writeUInt32LE(entry.offset, 42);
      await write(Buffer.concat([record, entry.nameBytes]));
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(directory.length, 8);
    end.writeUInt16LE(directory.length, 10);
    end.writeUInt32LE(offset - start, 12);
    end.writeUInt32LE(start, 16);
    await write(end);
    out.end();
    await once(out, 'finish');
  }

  return { add, close };
}
