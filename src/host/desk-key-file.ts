import { sha256 } from '@noble/hashes/sha2';
import { base64ToBytes, bytesToBase64, utf8Bytes } from './bytes';
import { KEY_LENGTH } from './desk-key';

/*
 * The file of a key, for a second machine or a colleague's desk: three lines of text, so that it comes through mail and
 * editors as it was, with a checksum that tells a file cut short or mistyped.
 *
 *   annex-reviewer desk key 1
 *   <the key>
 *   <the checksum>
 */

const FIRST_LINE = 'annex-reviewer desk key ';
const VERSION = 1;
/** A key's file is a hundred characters long; anything much longer is another file. */
const LONGEST = 1000;

/** Why a file is not taken for that of a key. */
export type KeyFileProblem = 'not-a-key' | 'newer' | 'damaged';

/** The text of a key's file. */
export function writeKeyFile(key: Uint8Array): string {
  const text = bytesToBase64(key);
  return `${FIRST_LINE}${VERSION}\n${text}\n${checksum(text)}\n`;
}

/** Reads the file of a key, whatever line ends and blanks it has come by. */
export function readKeyFile(
  text: string,
): { readonly key: Uint8Array } | { readonly problem: KeyFileProblem } {
  if (text.length > LONGEST) return { problem: 'not-a-key' };
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', encoded = '', sum = ''] = lines;
  const version = first.startsWith(FIRST_LINE) ? first.slice(FIRST_LINE.length) : '';
  if (!/^\d{1,6}$/.test(version) || Number(version) < 1) return { problem: 'not-a-key' };
  if (Number(version) > VERSION) return { problem: 'newer' };
  const key = base64ToBytes(encoded);
  if (lines.length !== 3 || key?.length !== KEY_LENGTH || sum !== checksum(encoded))
    return { problem: 'damaged' };
  return { key };
}

function checksum(encoded: string): string {
  return bytesToBase64(sha256(utf8Bytes(FIRST_LINE + encoded))).slice(0, 12);
}
