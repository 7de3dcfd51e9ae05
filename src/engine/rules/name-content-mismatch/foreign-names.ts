import type { Project } from '../../annex/annex';

/** Names shorter than this are words that any goal may hold. Characters. */
const SHORTEST = 8;
/** Longer names are whole sentences, which no goal repeats. Characters. */
const LONGEST = 80;
/** Bits of the first, rough look-up for each name: few of them are set. */
const BITS_PER_NAME = 16;
const FACTOR = 31;

/**
 * The names of an annex's projects, to be found in texts. A text costs a few operations a character: a hash of
 * the last eight characters rolls along, and only where some name begins so, names are compared.
 */
export class ForeignNames {
  private readonly rough: Uint32Array;
  /** One less than the number of bits, which is a power of two. */
  private readonly mask: number;
  private readonly byHead = new Map<string, string[]>();
  /** FACTOR to the power of SHORTEST. */
  private readonly leaving: number;

  constructor(projects: readonly Project[]) {
    this.leaving = Array.from({ length: SHORTEST }).reduce<number>((power) => Math.imul(power, FACTOR), 1);
    const bits = 1 << Math.max(10, 32 - Math.clz32(projects.length * BITS_PER_NAME));
    this.rough = new Uint32Array(bits >> 5);
    this.mask = bits - 1;
    const seen = new Set<string>();
    for (const { name } of projects) {
      if (name.length < SHORTEST || name.length > LONGEST || seen.has(name)) continue;
      seen.add(name);
      let hash = 0;
      for (let i = 0; i < SHORTEST; i++) hash = (Math.imul(hash, FACTOR) + name.charCodeAt(i)) | 0;
      const bit = hash & this.mask;
      this.rough[bit >> 5]! |= 1 << (bit & 31);
      const head = name.slice(0, SHORTEST);
      const here = this.byHead.get(head);
      if (here) here.push(name);
      else this.byHead.set(head, [name]);
    }
  }

  /** The first name of another project in the text; `null` where there is none, or one that resembles `own`. */
  in(text: string, own: string): string | null {
    const { length } = text;
    if (length < SHORTEST) return null;
    let hash = 0;
    for (let i = 0; i < length; i++) {
      hash = (Math.imul(hash, FACTOR) + text.charCodeAt(i)) | 0;
      if (i >= SHORTEST) hash = (hash - Math.imul(this.leaving, text.charCodeAt(i - SHORTEST))) | 0;
      if (i < SHORTEST - 1) continue;
      const bit = hash & this.mask;
      if ((this.rough[bit >> 5]! & (1 << (bit & 31))) === 0) continue;
      const found = this.nameAt(text, i + 1 - SHORTEST, own);
      if (found !== null) return found;
    }
    return null;
  }

  private nameAt(text: string, start: number, own: string): string | null {
    const names = this.byHead.get(text.slice(start, start + SHORTEST));
    if (!names) return null;
    return (
      names.find((name) => text.startsWith(name, start) && !resembles(name, own.slice(0, LONGEST))) ?? null
    );
  }
}

/** Whether two names may be of one undertaking: one in the other, or half of the shorter in common. */
function resembles(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const half = Math.max(3, short.length >> 1);
  for (let i = 0; i + half <= short.length; i++) if (long.includes(short.slice(i, i + half))) return true;
  return false;
}
