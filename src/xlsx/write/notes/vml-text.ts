/**
 * A legacy drawing as a text of its bytes. It is written and read with the tolerance of HTML (Excel leaves `<br>`
 * open), so it is neither decoded nor parsed as XML: one character is one byte, or two where the part is in UTF-16.
 */
export interface VmlText {
  readonly text: string;
  readonly unit: 1 | 2;
  readonly littleEndian: boolean;
}

/** Characters that are turned into a string at once; more arguments are too many for some engines. */
const CHUNK = 8192;

export function readVml(bytes: Uint8Array): VmlText {
  const [a, b] = bytes;
  const littleEndian = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const bigEndian = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  const unit = (littleEndian || bigEndian) && bytes.length % 2 === 0 ? 2 : 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK * unit) {
    const end = Math.min(bytes.length, at + CHUNK * unit);
    const codes: number[] = [];
    for (let i = at; i < end; i += unit) codes.push(unit === 1 ? bytes[i]! : view.getUint16(i, littleEndian));
    pieces.push(String.fromCharCode(...codes));
  }
  return { text: pieces.join(''), unit, littleEndian };
}

export function writeVml({ text, unit, littleEndian }: VmlText): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * unit));
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (unit === 1) view.setUint8(i, code);
    else view.setUint16(i * 2, code, littleEndian);
  }
  return new Uint8Array(view.buffer);
}
