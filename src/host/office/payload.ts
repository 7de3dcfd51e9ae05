/*
 * Excel on the web takes requests and gives responses of at most 5 MB. Sizes are counted in UTF-8, in which a
 * Chinese character has three bytes.
 */

/** What a response may hold. */
export const RESPONSE_LIMIT = 4_000_000;
/** What a request may hold; smaller, for Excel also works longer on it. */
export const REQUEST_LIMIT = 1_000_000;

/** How many bytes a text takes in JSON, quotes and comma included; a little too much rather than too little. */
export function jsonSize(value: unknown): number {
  if (typeof value !== 'string') return 12;
  let size = 3;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 0x800) size += 3;
    else if (code >= 0x80) size += 2;
    else size += code < 0x20 || code === 0x22 || code === 0x5c ? 6 : 1;
  }
  return size;
}

/** How many bytes a matrix takes in JSON. */
export function matrixSize(matrix: readonly (readonly unknown[])[]): number {
  let size = 2;
  for (const row of matrix) {
    size += 3;
    for (const value of row) size += jsonSize(value);
  }
  return size;
}

/** Excel takes 8,192 characters as the address of several ranges. */
export const LONGEST_ADDRESS = 8_000;
