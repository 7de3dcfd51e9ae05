import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToBase64, utf8Bytes } from './bytes';

/*
 * The key of a desk: a random secret in the user's own settings, by which records in a workbook are known to be this
 * desk's. A workbook comes from anybody; the key never goes into one.
 */

/** What signs the records of a desk and knows them again. */
export interface DeskKey {
  /** Tells desks apart; says nothing about the key. */
  readonly id: string;
  /** False where the key lasts only as long as the page. */
  readonly lasting: boolean;
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** Length of a key in bytes. */
export const KEY_LENGTH = 32;

/** The desk of a key. @throws RangeError where the key is not of the right length */
export function deskKeyOf(key: Uint8Array, lasting: boolean): DeskKey {
  if (key.length !== KEY_LENGTH) throw new RangeError(`a key has ${KEY_LENGTH} bytes`);
  const sign = (text: string): string => bytesToBase64(hmac(sha256, key, utf8Bytes(text)));
  return {
    id: sign('annex-reviewer desk').slice(0, 16),
    lasting,
    sign,
    verify: (text, signature) => sameText(sign(text), signature),
  };
}

/** A new key. Plain http pages have the random numbers of the browser too, though not the rest of its cryptography. */
export function randomKey(): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
}

/** Tells one writer of records from every other one. */
export function randomId(): string {
  return bytesToBase64(globalThis.crypto.getRandomValues(new Uint8Array(9)));
}

let ofPage: DeskKey | null = null;

/** The key of this page, where no settings last: all that runs in the page shares it, and it ends with the page. */
export function pageDeskKey(): DeskKey {
  return (ofPage ??= deskKeyOf(randomKey(), false));
}

/** Takes the same time wherever the texts begin to differ. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ (b.charCodeAt(i) | 0);
  return difference === 0;
}
