/** Eight tables, so that eight bytes are taken a step ("slicing by 8"): checking costs little beside inflating. */
const TABLES = makeTables();

function makeTables(): Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    first[byte] = crc;
  }
  const tables = [first];
  for (let step = 1; step < 8; step++) {
    const previous = tables[step - 1]!;
    tables.push(previous.map((crc) => (crc >>> 8) ^ first[crc & 0xff]!));
  }
  return tables;
}

/** The CRC-32 of the bytes as zip files keep it, an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const length = bytes.length;
  const inSteps = length - (length % 8);
  let crc = -1;
  let i = 0;
  for (; i < inSteps; i += 8) {
    const low = crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      t7[low & 0xff]! ^
      t6[(low >>> 8) & 0xff]! ^
      t5[(low >>> 16) & 0xff]! ^
      t4[low >>> 24]! ^
      t3[bytes[i + 4]!]! ^
      t2[bytes[i + 5]!]! ^
      t1[bytes[i + 6]!]! ^
      t0[bytes[i + 7]!]!;
  }
  for (; i < length; i++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

const known = new WeakMap<Uint8Array, number>();

/** The CRC-32 of bytes that nobody changes any more: a large part is summed up once, however often it is asked for. */
export function checksum(bytes: Uint8Array): number {
  let sum = known.get(bytes);
  if (sum === undefined) known.set(bytes, (sum = crc32(bytes)));
  return sum;
}
