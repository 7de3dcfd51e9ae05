/** 53 bits, as many as a number holds. */
const HIGH = 2 ** 21 - 1;
const LOW = 2 ** 32;

/** Stands between two texts: no cell holds it. */
const BETWEEN = 0xffff;

/**
 * A number that stands for some texts in their order: different texts have the same one by a chance of one in nine
 * thousand billion. Two hashes run along (MurmurHash's way of mixing), of which 53 bits are kept.
 */
export function fingerprint(texts: readonly string[]): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const text of texts) {
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : BETWEEN;
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & HIGH) * LOW + (a >>> 0);
}
