/** The UTF-8 bytes of a text. Halves of surrogate pairs have bytes of their own: no two texts have the same. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64 as URLs have it, without padding. */
export function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [three >> 18, (three >> 12) & 63, (three >> 6) & 63, three & 63];
    text += digits
      .map((digit) => DIGITS[digit]!)
      .join('')
      .slice(0, Math.min(bytes.length - i, 3) + 1);
  }
  return text;
}

/** `null` where the text is not what `bytesToBase64` writes. */
export function base64ToBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  const decoded = Uint8Array.from(bytes);
  return bytesToBase64(decoded) === text ? decoded : null;
}
