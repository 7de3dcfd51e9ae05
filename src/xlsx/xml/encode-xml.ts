import type { DecodedXml } from './decode-xml';

/**
 * Encodes an edited XML part as the part was encoded: UTF-8 and UTF-16 with or without their byte order mark. Any other
 * encoding becomes UTF-8, which the declaration then says.
 */
export function encodeXml(text: string, { encoding, byteOrderMark }: Omit<DecodedXml, 'text'>): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return encodeUtf16(byteOrderMark ? `\ufeff${text}` : text, encoding === 'utf-16le');
  }
  const isUtf8 = encoding === 'utf-8';
  const declared = isUtf8 ? text : text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']*/, '$1UTF-8');
  return new TextEncoder().encode(isUtf8 && byteOrderMark ? `\ufeff${declared}` : declared);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
