import { sha256 } from '@noble/hashes/sha2';
import { bytesToBase64, utf8Bytes } from '../../host/bytes';

/**
 * The one text of a JSON value: keys in order of their code units, nothing left out. Two values have the same text only
 * where they are the same; what JSON cannot write (undefined, NaN) must not be in them.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`).join(',')}}`;
}

/** SHA-256 of a text: nobody finds another text with the same. */
export function digestOf(text: string): string {
  return bytesToBase64(sha256(utf8Bytes(text)));
}
