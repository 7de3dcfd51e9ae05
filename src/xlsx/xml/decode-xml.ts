import { XlsxError } from '../xlsx-error';

/** The text of a part and how it was encoded, so that an edited text can be written back the same way. */
export interface DecodedXml {
  /** Without the byte order mark. */
  readonly text: string;
  /** Label of the encoding as TextDecoder knows it: "utf-8", "utf-16le", "gbk". */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
}

/** V8 holds no string of more characters; other engines allow as many or more. */
const MAX_STRING_LENGTH = 2 ** 29 - 24;

/**
 * Decodes an XML part by its byte order mark, its first bytes, else its declaration; UTF-8 where nothing is said.
 * Wrong bytes are refused rather than replaced: a replaced character is a wrong text in somebody's table.
 * @throws XlsxError 'corrupt' for bytes not in the encoding, 'too-large' where the text fits no string
 */
export function decodeXml(bytes: Uint8Array, part: string): DecodedXml {
  const { encoding, byteOrderMark } = sniff(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new XlsxError('corrupt', `${part} is in the unknown encoding "${encoding}"`, { part });
  }
  try {
    return { text: decoder.decode(bytes), encoding, byteOrderMark };
  } catch {
    if (bytes.length > MAX_STRING_LENGTH) {
      throw new XlsxError('too-large', `the text of ${part} fits no string`, {
        part,
        limit: MAX_STRING_LENGTH,
      });
    }
    throw new XlsxError('corrupt', `${part} is not in its encoding ${encoding}`, { part });
  }
}

function sniff(bytes: Uint8Array): { encoding: string; byteOrderMark: boolean } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', byteOrderMark: true };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', byteOrderMark: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', byteOrderMark: true };
  if (a === 0x3c && b === 0 && d === 0) return { encoding: 'utf-16le', byteOrderMark: false };
  if (a === 0 && b === 0x3c && c === 0) return { encoding: 'utf-16be', byteOrderMark: false };
  let head = '';
  for (let i = 0; i < 200 && i < bytes.length; i++) head += String.fromCharCode(bytes[i]!);
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1]?.toLowerCase();
  // Bytes that are readable as they stand cannot be UTF-16, whatever the declaration says.
  return { encoding: !declared || declared.startsWith('utf-16') ? 'utf-8' : declared, byteOrderMark: false };
}
