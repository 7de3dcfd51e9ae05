import { Buffer } from 'node:buffer';

/**
 * A zip archive without compression. Deflate gives other bytes in other builds of zlib; stored entries with
 * one fixed date are the same bytes everywhere.
 */

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 2025-01-01, 00:00, in the archive's own notation. */
const DATE = ((2025 - 1980) << 9) | (1 << 5) | 1;

/** The 26 bytes that the entry's two headers share. */
function sharedHeader(name, content) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0); // version needed
  header.writeUInt16LE(0x0800, 2); // names are UTF-8
  header.writeUInt16LE(0, 4); // stored
  header.writeUInt16LE(0, 6); // time
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** @param {Record<string, string>} parts texts by name, in the order of the archive */
export function zipStored(parts) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const name = Buffer.from(path, 'utf8');
    const content = Buffer.from(text, 'utf8');
    const shared = sharedHeader(name, content);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, content]);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, position, name);
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = files.length;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}
